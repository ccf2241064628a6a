#pragma once

#include <rollcall/detail/duration_text.hpp>
#include <rollcall/detail/message.hpp>
#include <rollcall/rule_context.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/interval_reading.hpp>
#include <rollcall/rules/interval_text.hpp>
#include <rollcall/rules/participant.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rollcall::rules {

struct interval_within_meeting {
    static constexpr rule_information information{
        .id = "interval-within-meeting",
        .default_severity = severity::warning,
        .summary = "Intervals lie in the meeting, 1 ms allowed.",
        .reason =
            "The meeting's times are cut to milliseconds, the intervals' are not. The service's own sample breaks "
            "it, with records of March in a meeting of October, so it is a doubt.",
        .good_example =
            R"({"meetingStartDateTime": "2022-06-29T22:00:00Z", "meetingEndDateTime": "2022-06-29T23:00:00Z", "attendanceRecords": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": "2022-06-29T23:00:00.0009Z"}]}]})",
        .bad_example =
            R"({"meetingStartDateTime": "2022-06-29T22:00:00Z", "meetingEndDateTime": "2022-06-29T23:00:00Z", "attendanceRecords": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": "2022-06-29T23:00:00.002Z"}]}]})",
    };

    void operator()(const judged_record auto& record, rule_context& context, const rule_findings& findings) const
    {
        if (!record.attendanceIntervals)
            return;
        const std::optional<date_time>& start = context.meeting().start;
        const std::optional<date_time>& end = context.meeting().end;
        if ((!start && !end) || (start && end && *end < *start))
            return;
        const auto is_early = [&](const auto& moment) { return moment && start && start->since(*moment) > allowed; };
        const auto is_late = [&](const auto& moment) { return moment && end && moment->since(*end) > allowed; };
        const auto& intervals = *record.attendanceIntervals;
        if (intervals.empty() || (context.intervals().are_in_sequence() && !is_early(intervals.front().joinDateTime) &&
                                  !is_late(intervals.back().leaveDateTime)))
            return;
        for (std::size_t index = 0; index < intervals.size(); ++index) {
            const possible_stays stays{intervals[index]};
            const auto message = [&](std::string_view verb, const date_time& moment) {
                const bool is_before = is_early(std::optional{moment});
                return detail::message(interval_at(record, index), of_participant(record), verb,
                                       detail::duration_text(is_before ? start->since(moment) : moment.since(*end)),
                                       is_before ? " before the meeting begins" : " after the meeting ends");
            };
            if (stays.all([&](const possible_stay& stay) { return is_early(stay.join) || is_late(stay.join); }))
                findings.add({"attendanceIntervals", index, "joinDateTime"}, message(" begins ", *stays.told().join),
                             "from " + text_of(start) + " to " + text_of(end), stays.told().join->text());
            else if (stays.all([&](const possible_stay& stay) { return is_early(stay.leave) || is_late(stay.leave); }))
                findings.add({"attendanceIntervals", index, "leaveDateTime"}, message(" ends ", *stays.told().leave),
                             "from " + text_of(start) + " to " + text_of(end), stays.told().leave->text());
        }
    }

private:
    static constexpr std::chrono::milliseconds allowed{1};

    [[nodiscard]] static std::string text_of(const std::optional<date_time>& moment)
    {
        return moment ? moment->text() : "a time that is not known";
    }
};

} // namespace rollcall::rules
