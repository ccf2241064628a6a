#pragma once

#include <rollcall/date_time.hpp> // date_time

#include <chrono>   // std::chrono::sys_days
#include <optional> // std::optional
#include <string>   // std::string

namespace rollcall::program {

/// Today in UTC; where the environment has SOURCE_DATE_EPOCH, the day that this many seconds after 1970 begin is in.
[[nodiscard]] std::chrono::sys_days today();

/// Reads `2026-12-31`; nothing for any other text and for days that no calendar has.
[[nodiscard]] inline std::optional<std::chrono::sys_days> parse_day(const std::string& text)
{
    const auto begin = date_time::parse(text + "T00:00:00Z");
    if (!begin)
        return std::nullopt;
    return std::chrono::floor<std::chrono::days>(begin->to_time_point());
}

} // namespace rollcall::program
