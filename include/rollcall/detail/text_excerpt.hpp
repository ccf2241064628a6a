#pragma once

#include <rollcall/detail/digits.hpp> // eight_characters
#include <rollcall/detail/scanner.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

// Pieces of a payload for messages: short, and harmless wherever they are shown.

namespace rollcall::detail {

inline constexpr std::size_t maximum_excerpt_size = 80;

[[nodiscard]] constexpr bool is_lead_byte(char byte) noexcept
{
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// How many code points a text has.
[[nodiscard]] constexpr std::size_t count_lead_bytes(std::string_view text) noexcept
{
    std::size_t count = text.size();
    for (; text.size() >= 8; text.remove_prefix(8)) {
        const std::uint64_t bytes = eight_characters(text.data());
        constexpr std::uint64_t ones = 0x0101010101010101;
        const bool is_ascii = (bytes & (ones << 7U)) == 0;
        if (is_ascii)
            continue;
        const std::uint64_t continuation_bytes = (bytes >> 7U) & ~(bytes >> 6U) & ones;
        count -= static_cast<std::size_t>(continuation_bytes * ones >> 56U);
    }
    return count - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), std::not_fn(is_lead_byte)));
}

/// Adds the text with control characters as JSON escapes, cut at `maximum_excerpt_size` bytes.
inline void append_excerpt(std::string& to, std::string_view text)
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
    if (std::none_of(shown.begin(), shown.end(), is_control)) {
        to += shown;
    } else {
        for (const char character : shown) {
            constexpr std::string_view digits = "0123456789abcdef";
            const auto byte = static_cast<unsigned char>(character);
            if (is_control(character))
                (to += "\\u00").append({digits[byte >> 4], digits[byte & 0xF]});
            else
                to += character;
        }
    }
    if (size != text.size())
        to += "…";
}

/// The text as `append_excerpt` shows it.
[[nodiscard]] inline std::string excerpt(std::string_view text)
{
    std::string result;
    append_excerpt(result, text);
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
    std::string result{'"'};
    append_excerpt(result, name);
    result += '"';
    return result;
}

} // namespace rollcall::detail
