#pragma once

#include <rollcall/detail/duration_text.hpp>
#include <rollcall/detail/message.hpp>
#include <rollcall/rule_context.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/interval_reading.hpp>
#include <rollcall/rules/participant.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <tuple>

namespace rollcall::rules {

struct total_is_sum {
    static constexpr rule_information information{
        .id = "total-is-sum",
        .default_severity = severity::error,
        .summary = "totalAttendanceInSeconds is the sum of the intervals' durationInSeconds.",
        .reason = "It holds in every sample of the service, three intervals of 415, 427 and 310 seconds making 1152. "
                  "The sum is taken in 64 bits. Silent where a duration is missing, and where only what has its own "
                  "finding, such as a wrong duration, breaks the sum.",
        .good_example =
            R"({"value": [{"totalAttendanceInSeconds": 842, "attendanceIntervals": [{"durationInSeconds": 415}, {"durationInSeconds": 427}]}]})",
        .bad_example =
            R"({"value": [{"totalAttendanceInSeconds": 843, "attendanceIntervals": [{"durationInSeconds": 415}, {"durationInSeconds": 427}]}]})",
    };

    void operator()(const judged_record auto& record, rule_context& context, const rule_findings& findings) const
    {
        if (!record.totalAttendanceInSeconds || !record.attendanceIntervals || !context.intervals().have_durations())
            return;
        const std::int64_t sum = context.intervals().duration_sum();
        const std::int64_t total = *record.totalAttendanceInSeconds;
        if (total == sum || other_defects_explain(record, total - sum))
            return;
        findings.add({"totalAttendanceInSeconds"},
                     detail::message("totalAttendanceInSeconds", of_participant(record), " is ",
                                     detail::more_or_less(std::chrono::seconds{total - sum}),
                                     " than the sum of its intervals' durations"),
                     std::to_string(sum), std::to_string(total), is_int32(sum) ? std::to_string(sum) : std::string{});
    }

private:
    [[nodiscard]] static constexpr bool is_int32(std::int64_t value) noexcept
    {
        return value == static_cast<std::int32_t>(value);
    }

    /// Whether the difference is what some of the intervals contribute that have another finding: a duration that
    /// contradicts the times, or an interval that is there twice.
    [[nodiscard]] static bool other_defects_explain(const judged_record auto& record, std::int64_t difference)
    {
        // Each defect makes more differences explicable; beyond so many, none would mean anything.
        constexpr std::size_t maximum_explained = 4096;
        std::set<std::int64_t> explained{0};
        std::set<std::tuple<date_time, date_time, std::int32_t>> known;
        for (const auto& interval : *record.attendanceIntervals) {
            const std::int64_t duration = *interval.durationInSeconds;
            std::set<std::int64_t> changes{agreeing_duration(interval) - duration};
            if (interval.joinDateTime && interval.leaveDateTime &&
                !known.emplace(*interval.joinDateTime, *interval.leaveDateTime, *interval.durationInSeconds).second)
                changes.insert(-duration);
            changes.erase(0);
            if (changes.empty())
                continue;
            const std::set<std::int64_t> before = explained;
            for (const std::int64_t change : changes)
                for (const std::int64_t sum_of_changes : before)
                    explained.insert(sum_of_changes + change);
            if (explained.contains(difference) || explained.size() > maximum_explained)
                return true;
        }
        return false;
    }
};

} // namespace rollcall::rules
