#pragma once

#include <rollcall/detail/scanner.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

// Pieces of a payload for messages: short, and harmless wherever they are shown.

namespace rollcall::detail {

inline constexpr std::size_t maximum_excerpt_size = 80;

[[nodiscard]] constexpr bool is_lead_byte(char byte) noexcept
{
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// The text with control characters as JSON escapes, cut at `maximum_excerpt_size` bytes.
[[nodiscard]] inline std::string excerpt(std::string_view text)
{
    std::size_t size = text.size();
    if (size > maximum_excerpt_size) {
        size = maximum_excerpt_size;
        while (size != 0 && !is_lead_byte(text[size]))
            --size;
    }
    const std::string_view shown = text.substr(0, size);
    const auto is_control = [](char character) {
        return static_cast<unsigned char>(character) < 0x20 || character == 0x7F;
    };
    std::string result;
    if (std::none_of(shown.begin(), shown.end(), is_control)) {
        result = shown;
    } else {
        for (const char character : shown) {
            constexpr std::string_view digits = "0123456789abcdef";
            const auto byte = static_cast<unsigned char>(character);
            if (is_control(character))
                (result += "\\u00").append({digits[byte >> 4], digits[byte & 0xF]});
            else
                result += character;
        }
    }
    if (size != text.size())
        result += "…";
    return result;
}

/// An excerpt of the token at `from`.
[[nodiscard]] inline std::string excerpt(const char* from, const char* end)
{
    return excerpt({from, static_cast<std::size_t>(skip_token(from, end) - from)});
}

/// A name in quotation marks.
[[nodiscard]] inline std::string quoted_name(std::string_view name)
{
    return '"' + excerpt(name) + '"';
}

} // namespace rollcall::detail
