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

struct intervals_in_order {
    static constexpr rule_information information{
        .id = "intervals-in-order",
        .default_severity = severity::warning,
        .summary = "The intervals of a record come in the order of joining.",
        .reason = "They do in every sample; programs that take the first for the arrival rely on it.",
        .good_example =
            R"({"value": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": "2022-06-29T22:01:00Z", "durationInSeconds": 60}, {"joinDateTime": "2022-06-29T22:05:00Z", "leaveDateTime": "2022-06-29T22:06:00Z", "durationInSeconds": 60}]}]})",
        .bad_example =
            R"({"value": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:05:00Z", "leaveDateTime": "2022-06-29T22:06:00Z", "durationInSeconds": 60}, {"joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": "2022-06-29T22:01:00Z", "durationInSeconds": 60}]}]})",
    };

    void operator()(const judged_record auto& record, rule_context& context, const rule_findings& findings) const
    {
        if (!record.attendanceIntervals || context.intervals().are_in_sequence())
            return;
        const model::borrowed::attendanceInterval* before = nullptr;
        for (std::size_t index = 0; index < record.attendanceIntervals->size(); ++index) {
            const auto& current = (*record.attendanceIntervals)[index];
            if (!current.joinDateTime || judge_duration(current) == duration_verdict::leave_before_join)
                continue;
            if (before && *current.joinDateTime < *before->joinDateTime && contradicts(*before, current))
                findings.add(
                    {"attendanceIntervals", index, "joinDateTime"},
                    detail::message(
                        interval_at(record, index), of_participant(record), " begins ",
                        detail::duration_text(current.joinDateTime->since(*before->joinDateTime)), " before ",
                        interval_at(record, static_cast<std::size_t>(before - record.attendanceIntervals->data())),
                        " in front of it"),
                    "not before " + before->joinDateTime->text(), current.joinDateTime->text());
            before = &current;
        }
    }

private:
    [[nodiscard]] static bool contradicts(const judged_interval auto& before, const judged_interval auto& current)
    {
        return possible_stays{current}.all([&](const possible_stay& later) {
            return possible_stays{before}.all(
                [&](const possible_stay& earlier) { return *later.join < *earlier.join; });
        });
    }
};

} // namespace rollcall::rules
