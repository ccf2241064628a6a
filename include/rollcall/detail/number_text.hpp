#pragma once

#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#if !defined(__cpp_lib_to_chars)
#include <locale>
#include <sstream>
#endif

namespace rollcall::detail {

inline void append_number(std::string& to, std::integral auto number)
{
    char digits[24];
    to.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

/// The double nearest to a JSON number; nothing when it is too large for one.
[[nodiscard]] inline std::optional<double> exact_number(std::string_view text)
{
    double number = 0;
#if defined(__cpp_lib_to_chars)
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
#else
    std::istringstream stream{std::string{text}};
    stream.imbue(std::locale::classic());
    if (!(stream >> number))
        return std::nullopt;
#endif
    return number;
}

/// The shortest text that reads back as the same double. The number must be finite.
[[nodiscard]] inline std::string number_text(double number)
{
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
    return {buffer, end};
}

/// The same for people: a whole number has no exponent.
[[nodiscard]] inline std::string bound_text(double bound)
{
    constexpr double largest_exact = 9007199254740992;
    const bool is_whole = std::trunc(bound) == bound && std::abs(bound) <= largest_exact;
    return is_whole ? std::to_string(static_cast<std::int64_t>(bound)) : number_text(bound);
}

/// How far the whole number that a text begins with lies beyond an Edm.Int32: `1 more than the largest Edm.Int32`.
[[nodiscard]] inline std::string beyond_int32(const char* number, const char* end)
{
    using limits = std::numeric_limits<std::int32_t>;
    const bool is_negative = number != end && *number == '-';
    std::string bound = is_negative ? "less than the smallest Edm.Int32" : "more than the largest Edm.Int32";
    std::int64_t value = 0;
    if (std::from_chars(number, end, value).ec != std::errc{})
        return bound;
    // As unsigned numbers these differences have no overflow.
    const std::uint64_t distance = is_negative ? std::uint64_t(std::int64_t{limits::min()}) - std::uint64_t(value)
                                               : std::uint64_t(value) - std::uint64_t(std::int64_t{limits::max()});
    return std::to_string(distance) + ' ' + bound;
}

} // namespace rollcall::detail
