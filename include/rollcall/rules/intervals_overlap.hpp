#pragma once

#include <rollcall/detail/duration_text.hpp>
#include <rollcall/detail/message.hpp>
#include <rollcall/rule_context.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/interval_reading.hpp>
#include <rollcall/rules/interval_text.hpp>
#include <rollcall/rules/participant.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace rollcall::rules {

struct intervals_overlap {
    static constexpr rule_information information{
        .id = "intervals-overlap",
        .default_severity = severity::warning,
        .summary = "The intervals of a record do not overlap.",
        .reason = "In every sample they are disjoint, and the total counts the time once. A participant on two devices "
                  "can be an exception.",
        .good_example =
            R"({"value": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": "2022-06-29T22:01:00Z", "durationInSeconds": 60}, {"joinDateTime": "2022-06-29T22:01:00Z", "leaveDateTime": "2022-06-29T22:02:00Z", "durationInSeconds": 60}]}]})",
        .bad_example =
            R"({"value": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": "2022-06-29T22:01:00Z", "durationInSeconds": 60}, {"joinDateTime": "2022-06-29T22:00:30Z", "leaveDateTime": "2022-06-29T22:01:30Z", "durationInSeconds": 60}]}]})",
    };

    void operator()(const judged_record auto& record, rule_context& context, const rule_findings& findings) const
    {
        if (!record.attendanceIntervals || context.intervals().are_in_sequence())
            return;
        struct numbered_stays {
            std::size_t index;
            possible_stays stays;
        };
        std::vector<numbered_stays> intervals;
        for (std::size_t index = 0; index < record.attendanceIntervals->size(); ++index)
            if (const possible_stays stays{(*record.attendanceIntervals)[index]}; stays.tells_both())
                intervals.push_back({index, stays});
        if (intervals.empty())
            return;
        std::stable_sort(intervals.begin(), intervals.end(), [](const auto& left, const auto& right) {
            return *left.stays.told().join < *right.stays.told().join;
        });
        const numbered_stays* longest = &intervals.front();
        for (const numbered_stays& current : std::span{intervals}.subspan(1)) {
            if (current.stays.all([&](const possible_stay& later) {
                    return longest->stays.all([&](const possible_stay& earlier) {
                        return *later.join < *earlier.leave && *earlier.join < *later.leave;
                    });
                }))
                findings.add({"attendanceIntervals", current.index, "joinDateTime"},
                             detail::message(
                                 interval_at(record, current.index), of_participant(record), " begins ",
                                 detail::duration_text(longest->stays.told().leave->since(*current.stays.told().join)),
                                 " before ", interval_at(record, longest->index), " ends"),
                             "not before " + longest->stays.told().leave->text(), current.stays.told().join->text());
            if (*longest->stays.told().leave < *current.stays.told().leave)
                longest = &current;
        }
    }
};

} // namespace rollcall::rules
