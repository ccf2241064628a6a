#pragma once

#include <rollcall/date_time.hpp>
#include <rollcall/detail/number_text.hpp>
#include <rollcall/property.hpp>
#include <rollcall/rules/interval_reading.hpp>

#include <cstddef>
#include <string>

namespace rollcall::rules {

/// An interval of a record, for messages.
struct numbered_interval {
    /// From 0.
    std::size_t index;
    property<date_time> join;
    property<date_time> leave;
};

[[nodiscard]] numbered_interval interval_at(const judged_record auto& record, std::size_t index)
{
    const auto& interval = (*record.attendanceIntervals)[index];
    return {index, interval.joinDateTime, interval.leaveDateTime};
}

/// "interval 2 (2022-06-29T22:54:43Z to null)": its number as people count, and its times where it has any.
inline void append_to(std::string& message, const numbered_interval& interval)
{
    message += "interval ";
    detail::append_number(message, interval.index + 1);
    if (!interval.join && !interval.leave)
        return;
    const auto append_time = [&](const property<date_time>& moment) {
        char text[date_time::maximum_text_size];
        if (moment)
            message.append(text, moment->write(text));
        else
            message += moment.is_null() ? "null" : "a time not given";
    };
    message += " (";
    append_time(interval.join);
    message += " to ";
    append_time(interval.leave);
    message += ')';
}

} // namespace rollcall::rules
