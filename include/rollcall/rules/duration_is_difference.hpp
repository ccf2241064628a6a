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
#include <limits>
#include <string>

namespace rollcall::rules {

struct duration_is_difference {
    static constexpr rule_information information{
        .id = "duration-is-difference",
        .default_severity = severity::error,
        .summary = "durationInSeconds is leaveDateTime minus joinDateTime, cut to whole seconds.",
        .reason = "The service cuts: 274.862 s are 274. A duration that was rounded up instead is duration-is-cut's.",
        .good_example =
            R"({"value": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:54:43.656Z", "leaveDateTime": "2022-06-29T22:59:18.518Z", "durationInSeconds": 274}]}]})",
        .bad_example =
            R"({"value": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:54:43.656Z", "leaveDateTime": "2022-06-29T22:59:18.518Z", "durationInSeconds": 247}]}]})",
    };

    void operator()(const judged_record auto& record, rule_context& context, const rule_findings& findings) const
    {
        for_each_interval(
            record, context.intervals(), duration_verdict::wrong, [&](const auto& interval, std::size_t index) {
                const std::int64_t seconds = whole_seconds(*stay_of(interval));
                findings.add(
                    {"attendanceIntervals", index, "durationInSeconds"},
                    detail::message("durationInSeconds of ", interval_at(record, index), of_participant(record), " is ",
                                    detail::more_or_less(std::chrono::seconds{*interval.durationInSeconds - seconds}),
                                    " than leaveDateTime minus joinDateTime"),
                    std::to_string(seconds), std::to_string(*interval.durationInSeconds),
                    seconds <= std::numeric_limits<std::int32_t>::max() ? std::to_string(seconds) : std::string{});
            });
    }
};

} // namespace rollcall::rules
