#pragma once

#include <rollcall/date_time.hpp>
#include <rollcall/property.hpp>
#include <rollcall/rules/interval_reading.hpp>
#include <rollcall/rules/participant.hpp>

#include <cstddef>
#include <string>

// How messages call an interval.

namespace rollcall::rules {

/// "interval 2 (2022-06-29T22:54:43Z to null)": its number as people count, and its times where it has any.
[[nodiscard]] std::string interval_text(const judged_record auto& record, std::size_t index)
{
    const auto& interval = (*record.attendanceIntervals)[index];
    std::string result = "interval " + std::to_string(index + 1);
    if (!interval.joinDateTime && !interval.leaveDateTime)
        return result;
    const auto text_of = [](const property<date_time>& moment) {
        return moment ? moment->text() : moment.is_null() ? std::string{"null"} : std::string{"a time not given"};
    };
    return result + " (" + text_of(interval.joinDateTime) + " to " + text_of(interval.leaveDateTime) + ')';
}

/// The same, with whose it is.
[[nodiscard]] std::string interval_of_participant(const judged_record auto& record, std::size_t index)
{
    return interval_text(record, index) + of_participant(record);
}

} // namespace rollcall::rules
