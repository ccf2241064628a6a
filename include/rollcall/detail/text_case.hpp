#pragma once

#include <algorithm>
#include <string_view>

namespace rollcall::detail {

[[nodiscard]] constexpr char lower(char character) noexcept
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character + ('a' - 'A')) : character;
}

[[nodiscard]] inline bool equal_without_case(std::string_view left, std::string_view right) noexcept
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char one, char other) { return lower(one) == lower(other); });
}

[[nodiscard]] inline bool contains_without_case(std::string_view text, std::string_view part) noexcept
{
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [](char one, char other) { return lower(one) == lower(other); }) != text.end();
}

} // namespace rollcall::detail
