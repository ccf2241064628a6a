#pragma once

#include <rollcall/detail/duration_text.hpp>
#include <rollcall/detail/message.hpp>
#include <rollcall/rule_context.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/interval_reading.hpp>
#include <rollcall/rules/interval_text.hpp>
#include <rollcall/rules/participant.hpp>

#include <cstddef>
#include <string>

namespace rollcall::rules {

struct duration_is_cut {
    static constexpr rule_information information{
        .id = "duration-is-cut",
        .default_severity = severity::warning,
        .summary = "durationInSeconds is cut to whole seconds, not rounded up.",
        .reason = "In one capture of 61 intervals all are cut, and rounding would fit only 31. A duration that is one "
                  "second too long is most likely made by a program other than the service.",
        .good_example =
            R"({"value": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:54:43.656Z", "leaveDateTime": "2022-06-29T22:59:18.518Z", "durationInSeconds": 274}]}]})",
        .bad_example =
            R"({"value": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:54:43.656Z", "leaveDateTime": "2022-06-29T22:59:18.518Z", "durationInSeconds": 275}]}]})",
    };

    void operator()(const judged_record auto& record, rule_context& context, const rule_findings& findings) const
    {
        for_each_interval(
            record, context.intervals(), duration_verdict::rounded_up, [&](const auto& interval, std::size_t index) {
                findings.add(
                    {"attendanceIntervals", index, "durationInSeconds"},
                    detail::message("durationInSeconds of ", interval_at(record, index), of_participant(record),
                                    " is rounded up from ", detail::duration_text(length_of(interval)),
                                    "; the service cuts to whole seconds"),
                    std::to_string(*interval.durationInSeconds - 1), std::to_string(*interval.durationInSeconds),
                    std::to_string(*interval.durationInSeconds - 1));
            });
    }
};

} // namespace rollcall::rules
