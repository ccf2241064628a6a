#pragma once

#include <rollcall/rule_context.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/interval_reading.hpp>
#include <rollcall/rules/participant.hpp>

#include <chrono>
#include <cstddef>
#include <string>

namespace rollcall::rules {

struct interval_within_meeting {
    static constexpr rule_information information{
        .id = "interval-within-meeting",
        .default_severity = severity::warning,
        .summary = "Intervals lie in the meeting, 1 ms allowed.",
        .reason = "The meeting's times are cut to milliseconds, the intervals' are not. The service's own sample breaks "
                  "it, with records of March in a meeting of October, so it is a doubt.",
        .good_example = R"({"meetingStartDateTime": "2022-06-29T22:00:00Z", "meetingEndDateTime": "2022-06-29T23:00:00Z", "attendanceRecords": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": "2022-06-29T23:00:00.0009Z"}]}]})",
        .bad_example = R"({"meetingStartDateTime": "2022-06-29T22:00:00Z", "meetingEndDateTime": "2022-06-29T23:00:00Z", "attendanceRecords": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": "2022-06-29T23:00:00.002Z"}]}]})",
    };

    void operator()(const judged_record& record, rule_context& context, const rule_findings& findings) const
    {
        if (!record.attendanceIntervals)
            return;
        const auto& [start, end] = context.meeting();
        if ((!start && !end) || (start && end && *end < *start))
            return;
        for (std::size_t index = 0; index < record.attendanceIntervals->size(); ++index) {
            const possible_stays stays{(*record.attendanceIntervals)[index]};
            const bool too_early = start && stays.all([&](const stay& told) { return start->since(told.join) > allowed; });
            const bool too_late = end && stays.all([&](const stay& told) { return told.leave.since(*end) > allowed; });
            const auto who = [&] { return "interval " + std::to_string(index + 1) + of_participant(record); };
            if (too_early)
                findings.add({"attendanceIntervals", index, "joinDateTime"}, who() + " begins before the meeting does",
                             "not before " + start->text(), stays.begin()->join.text());
            else if (too_late)
                findings.add({"attendanceIntervals", index, "leaveDateTime"}, who() + " ends after the meeting does",
                             "not after " + end->text(), stays.begin()->leave.text());
        }
    }

private:
    static constexpr std::chrono::milliseconds allowed{1};
};

} // namespace rollcall::rules
