#pragma once

#include <rollcall/date_time.hpp>
#include <rollcall/rules/judged_values.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

// What the rules on intervals share: how an interval's times and its duration agree.

namespace rollcall::rules {

/// The stay that an interval's times tell.
struct stay {
    date_time join;
    date_time leave;
};

/// The whole seconds of a stay: cut, as the service does it. Negative when the leaving is before the joining.
[[nodiscard]] constexpr std::int64_t whole_seconds(const stay& told) noexcept
{
    return std::chrono::floor<std::chrono::seconds>(told.leave.since(told.join)).count();
}

/// How long an interval with both times is, cut to 100 ns; negative when the leaving is before the joining.
[[nodiscard]] date_time::ticks length_of(const judged_interval auto& interval) noexcept
{
    return interval.leaveDateTime->since(*interval.joinDateTime);
}

/// How an interval's duration and times agree.
enum class duration_verdict : std::uint8_t {
    /// A part is absent, or was not readable and is reported already.
    not_known,
    right,
    /// One second more than the whole seconds of the stay, which has a fraction of a second.
    rounded_up,
    wrong,
    leave_before_join,
    /// A time is null, and the duration is not 0.
    missing_endpoint,
};

[[nodiscard]] std::optional<stay> stay_of(const judged_interval auto& interval) noexcept
{
    if (!interval.joinDateTime || !interval.leaveDateTime)
        return std::nullopt;
    return stay{*interval.joinDateTime, *interval.leaveDateTime};
}

[[nodiscard]] duration_verdict judge_duration(const judged_interval auto& interval) noexcept
{
    const auto& duration = interval.durationInSeconds;
    if (interval.joinDateTime.is_null() || interval.leaveDateTime.is_null())
        return !duration        ? duration_verdict::not_known
               : *duration == 0 ? duration_verdict::right
                                : duration_verdict::missing_endpoint;
    const auto told = stay_of(interval);
    if (!told)
        return duration_verdict::not_known;
    if (told->leave < told->join)
        return duration_verdict::leave_before_join;
    if (!duration)
        return duration_verdict::not_known;
    // The stay is not before 0 s: so cutting is all that is asked for.
    const auto difference = told->leave.since(told->join) - std::chrono::seconds{*duration};
    if (difference >= difference.zero() && difference < std::chrono::seconds{1})
        return duration_verdict::right;
    return difference < difference.zero() && difference > -std::chrono::seconds{1} ? duration_verdict::rounded_up
                                                                                   : duration_verdict::wrong;
}

/// The duration that would agree with the interval's times, where they tell it; else the one that is there.
/// The interval must have a duration.
[[nodiscard]] std::int64_t agreeing_duration(const judged_interval auto& interval) noexcept
{
    switch (judge_duration(interval)) {
    case duration_verdict::wrong:
    case duration_verdict::rounded_up:
        return whole_seconds(*stay_of(interval));
    case duration_verdict::missing_endpoint:
        return 0;
    default:
        return *interval.durationInSeconds;
    }
}

/// What is known of a stay.
struct possible_stay {
    std::optional<date_time> join;
    std::optional<date_time> leave;
};

/// The stays that an interval may mean: the one its times tell and, where the duration contradicts them, those that one
/// wrong time would explain. A rule that looks at times reports only what holds for all of them, so that a wrong time
/// is one defect and not two. None where leave is before join.
class possible_stays {
public:
    explicit possible_stays(const judged_interval auto& interval) noexcept
    {
        const duration_verdict verdict = judge_duration(interval);
        if (verdict == duration_verdict::leave_before_join)
            return;
        possible_stay& told = stays_[static_cast<std::size_t>(count_++)];
        if (interval.joinDateTime)
            told.join = *interval.joinDateTime;
        if (interval.leaveDateTime)
            told.leave = *interval.leaveDateTime;
        if (verdict != duration_verdict::wrong || *interval.durationInSeconds < 0)
            return;
        const std::chrono::seconds duration{*interval.durationInSeconds};
        stays_[static_cast<std::size_t>(count_++)] = {told.join, date_time{told.join->to_time_point() + duration}};
        stays_[static_cast<std::size_t>(count_++)] = {date_time{told.leave->to_time_point() - duration}, told.leave};
    }

    /// The stay as the interval tells it. There must be one.
    [[nodiscard]] const possible_stay& told() const noexcept { return stays_.front(); }

    /// Whether there is a stay, and the condition holds for every one.
    template <class Condition>
    [[nodiscard]] bool all(Condition condition) const
    {
        return count_ != 0 && std::all_of(stays_.begin(), stays_.begin() + count_, condition);
    }

    [[nodiscard]] bool tells_join() const noexcept { return count_ != 0 && told().join; }
    [[nodiscard]] bool tells_both() const noexcept { return tells_join() && told().leave; }

private:
    std::array<possible_stay, 3> stays_{};
    std::ptrdiff_t count_ = 0;
};

/// What the intervals of a record tell taken together.
class interval_overview {
public:
    interval_overview() = default;

    explicit interval_overview(const judged_record auto& record) noexcept
    {
        if (!record.attendanceIntervals)
            return;
        const model::borrowed::attendanceInterval* before = nullptr;
        for (const auto& interval : *record.attendanceIntervals) {
            verdicts_ |= bit_of(judge_duration(interval));
            if (interval.durationInSeconds)
                duration_sum_ += *interval.durationInSeconds;
            else
                have_durations_ = false;
            are_in_sequence_ = are_in_sequence_ && interval.joinDateTime && interval.leaveDateTime &&
                               *interval.joinDateTime <= *interval.leaveDateTime &&
                               (!before || *before->leaveDateTime <= *interval.joinDateTime);
            before = &interval;
        }
    }

    /// Whether there is an interval with this verdict.
    [[nodiscard]] bool any(duration_verdict verdict) const noexcept { return (verdicts_ & bit_of(verdict)) != 0; }

    /// Whether every interval has a duration, readable and not null.
    [[nodiscard]] bool have_durations() const noexcept { return have_durations_; }

    /// The sum of the durations that there are, in seconds.
    [[nodiscard]] std::int64_t duration_sum() const noexcept { return duration_sum_; }

    /// Whether every interval has both times, does not end before it begins, and does not begin before the one in front
    /// of it has ended.
    [[nodiscard]] bool are_in_sequence() const noexcept { return are_in_sequence_; }

private:
    [[nodiscard]] static constexpr unsigned bit_of(duration_verdict verdict) noexcept
    {
        return 1U << static_cast<unsigned>(verdict);
    }

    unsigned verdicts_ = 0;
    std::int64_t duration_sum_ = 0;
    bool have_durations_ = true;
    bool are_in_sequence_ = true;
};

/// Calls `judge(interval, index)` for each interval of a record whose duration and times agree in this way.
void for_each_interval(const judged_record auto& record, const interval_overview& overview, duration_verdict verdict,
                       const auto& judge)
{
    if (!overview.any(verdict))
        return;
    for (std::size_t index = 0; index < record.attendanceIntervals->size(); ++index)
        if (const auto& interval = (*record.attendanceIntervals)[index]; judge_duration(interval) == verdict)
            judge(interval, index);
}

} // namespace rollcall::rules
