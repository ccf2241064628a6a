#pragma once

#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/interval_reading.hpp>
#include <rollcall/rules/participant.hpp>

#include <cstdint>
#include <string>

namespace rollcall::rules {

struct total_is_sum {
    static constexpr rule_information information{
        .id = "total-is-sum",
        .default_severity = severity::error,
        .summary = "totalAttendanceInSeconds is the sum of the intervals' durationInSeconds.",
        .reason = "It holds in every sample of the service, three intervals of 415, 427 and 310 seconds making 1152. "
                  "The sum is taken in 64 bits. Silent where a duration is missing, and where only a wrong duration, "
                  "which has its own finding, breaks the sum.",
        .good_example = R"({"value": [{"totalAttendanceInSeconds": 842, "attendanceIntervals": [{"durationInSeconds": 415}, {"durationInSeconds": 427}]}]})",
        .bad_example = R"({"value": [{"totalAttendanceInSeconds": 843, "attendanceIntervals": [{"durationInSeconds": 415}, {"durationInSeconds": 427}]}]})",
    };

    void operator()(const judged_record& record, const rule_findings& findings) const
    {
        if (!record.totalAttendanceInSeconds || !record.attendanceIntervals)
            return;
        std::int64_t sum = 0;
        std::int64_t agreeing_sum = 0;
        for (const judged_interval& interval : *record.attendanceIntervals) {
            if (!interval.durationInSeconds)
                return;
            sum += *interval.durationInSeconds;
            agreeing_sum += agreeing_duration(interval);
        }
        const std::int64_t total = *record.totalAttendanceInSeconds;
        if (total == sum || total == agreeing_sum)
            return;
        findings.add({"totalAttendanceInSeconds"},
                     "totalAttendanceInSeconds" + of_participant(record) + " is not the sum of the durations of " +
                         std::to_string(record.attendanceIntervals->size()) + " intervals, it is off by " +
                         std::to_string(total - sum) + " s",
                     std::to_string(sum), std::to_string(total));
    }
};

} // namespace rollcall::rules
