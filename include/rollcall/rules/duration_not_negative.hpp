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
#include <cstdint>
#include <string>

namespace rollcall::rules {

struct duration_not_negative {
    static constexpr rule_information information{
        .id = "duration-not-negative",
        .default_severity = severity::error,
        .summary = "Neither durationInSeconds nor totalAttendanceInSeconds is negative.",
        .reason =
            "A time spent in a meeting cannot be. Silent where a rule on the times or on the sum reports the same "
            "number.",
        .good_example =
            R"({"value": [{"totalAttendanceInSeconds": 0, "attendanceIntervals": [{"durationInSeconds": 0}]}]})",
        .bad_example =
            R"({"value": [{"totalAttendanceInSeconds": -5, "attendanceIntervals": [{"durationInSeconds": -5}]}]})",
    };

    void operator()(const judged_record auto& record, rule_context& context, const rule_findings& findings) const
    {
        for_each_interval(
            record, context.intervals(), duration_verdict::not_known, [&](const auto& interval, std::size_t index) {
                if (interval.durationInSeconds && *interval.durationInSeconds < 0)
                    findings.add(
                        {"attendanceIntervals", index, "durationInSeconds"},
                        detail::message("durationInSeconds of ", interval_at(record, index), of_participant(record),
                                        " is negative, ",
                                        detail::duration_text(std::chrono::seconds{*interval.durationInSeconds}),
                                        " below 0"),
                        "0 or more", std::to_string(*interval.durationInSeconds));
            });
        const bool total_is_judged = record.attendanceIntervals && context.intervals().have_durations();
        if (!total_is_judged && record.totalAttendanceInSeconds && *record.totalAttendanceInSeconds < 0)
            findings.add({"totalAttendanceInSeconds"},
                         detail::message("totalAttendanceInSeconds", of_participant(record), " is negative, ",
                                         detail::duration_text(std::chrono::seconds{*record.totalAttendanceInSeconds}),
                                         " below 0"),
                         "0 or more", std::to_string(*record.totalAttendanceInSeconds));
    }
};

} // namespace rollcall::rules
