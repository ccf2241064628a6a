#pragma once

#include "json_node.hpp" // json_node

#include <charconv> // std::from_chars
#include <cmath>    // std::abs
#include <cstdint>  // std::int64_t
#include <optional> // std::optional

namespace rollcall::codegen {

/// Whole numbers up to here are exact as a double.
inline constexpr std::int64_t largest_exact = std::int64_t{1} << 53;

namespace detail {

template <class Number>
std::optional<Number> number_from(const json_node& node)
{
    if (node.kind != json_kind::number)
        return std::nullopt;
    Number number{};
    const auto* end = node.text.data() + node.text.size();
    const auto [stopped, error] = std::from_chars(node.text.data(), end, number);
    return error == std::errc{} && stopped == end ? std::optional{number} : std::nullopt;
}

} // namespace detail

/// A number that is written without fraction and exponent and fits 64 bits.
[[nodiscard]] inline std::optional<std::int64_t> whole_number(const json_node& node)
{
    return detail::number_from<std::int64_t>(node);
}

/// A number as a double; nothing when it is a whole number too large to be exact.
[[nodiscard]] inline std::optional<double> exact_double(const json_node& node)
{
    const auto number = detail::number_from<double>(node);
    if (number && std::abs(*number) > static_cast<double>(largest_exact) &&
        node.text.find_first_of(".eE") == std::string::npos)
        return std::nullopt;
    return number;
}

/// A length or a number of items.
[[nodiscard]] inline std::optional<std::uint64_t> count_of(const json_node& node)
{
    const auto number = whole_number(node);
    return number && *number >= 0 && *number <= largest_exact ? std::optional{static_cast<std::uint64_t>(*number)}
                                                              : std::nullopt;
}

} // namespace rollcall::codegen
