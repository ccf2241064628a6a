#pragma once

#include <rollcall/detail/utf8.hpp>

#include <string>
#include <string_view>

// Text as a terminal may be given it: nothing in it moves the cursor, changes a colour or turns the reading direction.

namespace rollcall::detail {

/// Whether a character acts on a terminal instead of being seen.
[[nodiscard]] constexpr bool acts_on_terminal(char32_t code_point) noexcept
{
    const auto is_between = [&](char32_t first, char32_t last) { return code_point >= first && code_point <= last; };
    const bool is_control = code_point < 0x20 || is_between(0x7F, 0x9F);
    const bool is_line_break = is_between(0x2028, 0x2029);
    const bool turns_direction =
        code_point == 0x061C || is_between(0x200E, 0x200F) || is_between(0x202A, 0x202E) || is_between(0x2066, 0x2069);
    return is_control || is_line_break || turns_direction;
}

/// Adds one character of `text`, which must not be empty, in a form that is only seen: as it is, as a JSON escape, or
/// as U+FFFD where it is no UTF-8.
inline void append_for_terminal(std::string& to, std::string_view text, const decoded_character& character)
{
    if (!character.is_valid) {
        to += decoded_character::replacement_text;
    } else if (acts_on_terminal(character.code_point)) {
        constexpr std::string_view digits = "0123456789abcdef";
        to += "\\u";
        for (unsigned shift = 16; shift != 0; shift -= 4)
            to += digits[(character.code_point >> (shift - 4)) & 0xFU];
    } else {
        to += text.substr(0, character.size);
    }
}

[[nodiscard]] inline std::string for_terminal(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const decoded_character next = decode_utf8(text);
        append_for_terminal(result, text, next);
        text.remove_prefix(next.size);
    }
    return result;
}

} // namespace rollcall::detail
