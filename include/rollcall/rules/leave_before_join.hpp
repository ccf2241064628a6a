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

struct leave_before_join {
    static constexpr rule_information information{
        .id = "leave-before-join",
        .default_severity = severity::error,
        .summary = "leaveDateTime is not before joinDateTime.",
        .reason = "A stay ends after it begins. The duration is not judged then.",
        .good_example =
            R"({"value": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:54:43Z", "leaveDateTime": "2022-06-29T22:54:43Z", "durationInSeconds": 0}]}]})",
        .bad_example =
            R"({"value": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:54:43Z", "leaveDateTime": "2022-06-29T22:54:42Z", "durationInSeconds": 0}]}]})",
    };

    void operator()(const judged_record auto& record, rule_context& context, const rule_findings& findings) const
    {
        for_each_interval(record, context.intervals(), duration_verdict::leave_before_join,
                          [&](const auto& interval, std::size_t index) {
                              findings.add(
                                  {"attendanceIntervals", index, "leaveDateTime"},
                                  detail::message(interval_at(record, index), of_participant(record), " ends ",
                                                  detail::duration_text(length_of(interval)), " before it begins"),
                                  "not before " + interval.joinDateTime->text(), interval.leaveDateTime->text());
                          });
    }
};

} // namespace rollcall::rules
