#pragma once

#include <rollcall/detail/message.hpp>
#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/interval_reading.hpp>
#include <rollcall/rules/interval_text.hpp>
#include <rollcall/rules/participant.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>

namespace rollcall::rules {

struct registrant_id_retired {
    static constexpr rule_information information{
        .id = "registrant-id-retired",
        .default_severity = severity::warning,
        .summary = "A record with an interval after 2024-12-12 has no registrantId.",
        .reason = "The property is deprecated and returns no data since that day; registrationId has taken its place.",
        .good_example =
            R"({"value": [{"registrantId": "1", "attendanceIntervals": [{"joinDateTime": "2024-12-12T22:00:00Z"}]}]})",
        .bad_example =
            R"({"value": [{"registrantId": "1", "attendanceIntervals": [{"joinDateTime": "2024-12-13T22:00:00Z"}]}]})",
    };

    void operator()(const judged_record auto& record, const rule_findings& findings) const
    {
        if (!record.registrantId || record.registrantId->empty() || !record.attendanceIntervals)
            return;
        constexpr date_time first_day_without{std::chrono::sys_days{std::chrono::year{2024} / 12 / 13}};
        const auto is_later = [&](const property<date_time>& moment) { return moment && *moment >= first_day_without; };
        const auto later = std::find_if(
            record.attendanceIntervals->begin(), record.attendanceIntervals->end(),
            [&](const auto& interval) { return is_later(interval.joinDateTime) || is_later(interval.leaveDateTime); });
        if (later != record.attendanceIntervals->end())
            findings.add({"registrantId"},
                         detail::message(
                             "the record", of_participant(record), " has a registrantId although ",
                             interval_at(record, static_cast<std::size_t>(later - record.attendanceIntervals->begin())),
                             " is after 2024-12-12"),
                         "null or absent", detail::quoted_name(*record.registrantId));
    }
};

} // namespace rollcall::rules
