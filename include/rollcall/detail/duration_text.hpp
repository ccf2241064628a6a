#pragma once

#include <rollcall/date_time.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// Lengths of time for messages.

namespace rollcall::detail {

/// The two largest units of a length of time: `2 h 5 min`.
[[nodiscard]] inline std::string in_large_units(std::int64_t seconds)
{
    struct unit {
        std::string_view name;
        std::int64_t seconds;
    };
    constexpr std::array<unit, 4> units{{{" d", 86400}, {" h", 3600}, {" min", 60}, {" s", 1}}};
    std::string result;
    int count = 0;
    for (const unit& current : units) {
        if (const std::int64_t whole = seconds / current.seconds; whole != 0) {
            result += (count == 0 ? "" : " ") + std::to_string(whole) + std::string{current.name};
            seconds %= current.seconds;
            ++count;
        } else if (count != 0) {
            break;
        }
        if (count == 2)
            break;
    }
    return result;
}

/// A length of time without its sign: `0.5 s`, or `427 s (7 min 7 s)` where nobody reads seconds with ease.
[[nodiscard]] inline std::string duration_text(std::chrono::seconds length)
{
    constexpr std::int64_t least_with_units = 120;
    const std::int64_t seconds = length.count() < 0 ? -length.count() : length.count();
    std::string result = std::to_string(seconds) + " s";
    if (seconds >= least_with_units)
        result += " (" + in_large_units(seconds) + ')';
    return result;
}

[[nodiscard]] inline std::string duration_text(date_time::ticks length)
{
    const date_time::ticks positive = length < length.zero() ? -length : length;
    const auto seconds = std::chrono::floor<std::chrono::seconds>(positive);
    std::string result = duration_text(seconds);
    constexpr std::size_t digits = 7;
    std::string fraction = std::to_string((positive - seconds).count());
    fraction.insert(0, digits - fraction.size(), '0');
    fraction.erase(fraction.find_last_not_of('0') + 1);
    if (!fraction.empty())
        result.insert(result.find(' '), '.' + fraction);
    return result;
}

/// `60 s more`, `1 s less`.
[[nodiscard]] inline std::string more_or_less(std::chrono::seconds difference)
{
    return duration_text(difference) + (difference < difference.zero() ? " less" : " more");
}

/// The same of things that are counted.
[[nodiscard]] inline std::string more_or_less(std::int64_t difference)
{
    return std::to_string(difference < 0 ? -difference : difference) + (difference < 0 ? " less" : " more");
}

} // namespace rollcall::detail
