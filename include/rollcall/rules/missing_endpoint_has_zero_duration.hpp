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
#include <string>
#include <string_view>

namespace rollcall::rules {

struct missing_endpoint_has_zero_duration {
    static constexpr rule_information information{
        .id = "missing-endpoint-has-zero-duration",
        .default_severity = severity::error,
        .summary = "Where joinDateTime or leaveDateTime is null, durationInSeconds is 0.",
        .reason = "The service documents it: where it lacks data it sends null and 0.",
        .good_example =
            R"({"value": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:54:43Z", "leaveDateTime": null, "durationInSeconds": 0}]}]})",
        .bad_example =
            R"({"value": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:54:43Z", "leaveDateTime": null, "durationInSeconds": 60}]}]})",
    };

    void operator()(const judged_record auto& record, rule_context& context, const rule_findings& findings) const
    {
        for_each_interval(
            record, context.intervals(), duration_verdict::missing_endpoint,
            [&](const auto& interval, std::size_t index) {
                const std::string_view missing = interval.joinDateTime.is_null() ? "joinDateTime" : "leaveDateTime";
                findings.add({"attendanceIntervals", index, "durationInSeconds"},
                             detail::message(interval_at(record, index), of_participant(record), " has a duration of ",
                                             detail::duration_text(std::chrono::seconds{*interval.durationInSeconds}),
                                             " although ", missing, " is null"),
                             "0", std::to_string(*interval.durationInSeconds), "0");
            });
    }
};

} // namespace rollcall::rules
