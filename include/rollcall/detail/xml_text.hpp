#pragma once

#include <rollcall/detail/terminal_text.hpp>
#include <rollcall/detail/utf8.hpp>

#include <string>
#include <string_view>

namespace rollcall::detail {

/// A text for XML 1.0, as content or in an attribute, in one line that is only seen. What XML cannot have is shown as
/// an escape of JSON or as U+FFFD.
[[nodiscard]] inline std::string for_xml(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const decoded_character next = decode_utf8(text);
        switch (next.code_point) {
        case U'&':
            result += "&amp;";
            break;
        case U'<':
            result += "&lt;";
            break;
        case U'>':
            result += "&gt;";
            break;
        case U'"':
            result += "&quot;";
            break;
        case U'\uFFFE':
        case U'\uFFFF':
            result += decoded_character::replacement_text;
            break;
        default:
            append_for_terminal(result, text, next);
        }
        text.remove_prefix(next.size);
    }
    return result;
}

} // namespace rollcall::detail
