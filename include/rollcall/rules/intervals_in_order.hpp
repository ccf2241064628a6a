#pragma once

#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/interval_reading.hpp>
#include <rollcall/rules/participant.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace rollcall::rules {

struct intervals_in_order {
    static constexpr rule_information information{
        .id = "intervals-in-order",
        .default_severity = severity::warning,
        .summary = "The intervals of a record come in the order of joining.",
        .reason = "They do in every sample; programs that take the first for the arrival rely on it.",
        .good_example = R"({"value": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": "2022-06-29T22:01:00Z", "durationInSeconds": 60}, {"joinDateTime": "2022-06-29T22:05:00Z", "leaveDateTime": "2022-06-29T22:06:00Z", "durationInSeconds": 60}]}]})",
        .bad_example = R"({"value": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:05:00Z", "leaveDateTime": "2022-06-29T22:06:00Z", "durationInSeconds": 60}, {"joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": "2022-06-29T22:01:00Z", "durationInSeconds": 60}]}]})",
    };

    void operator()(const judged_record& record, const rule_findings& findings) const
    {
        if (!record.attendanceIntervals)
            return;
        std::optional<possible_stays> before;
        for (std::size_t index = 0; index < record.attendanceIntervals->size(); ++index) {
            const possible_stays current{(*record.attendanceIntervals)[index]};
            if (!current.tells_join())
                continue;
            if (before && current.all([&](const possible_stay& later) {
                    return before->all([&](const possible_stay& earlier) { return *later.join < *earlier.join; });
                }))
                findings.add({"attendanceIntervals", index, "joinDateTime"},
                             "interval " + std::to_string(index + 1) + of_participant(record) +
                                 " begins before the interval in front of it",
                             "not before " + before->told().join->text(), current.told().join->text());
            before = current;
        }
    }
};

} // namespace rollcall::rules
