#pragma once

#include <rollcall/detail/terminal_text.hpp>
#include <rollcall/detail/utf8.hpp>
#include <rollcall/detail/write_string.hpp>

#include <cstddef>
#include <string>
#include <string_view>

// JSON of reports. What comes from a file may be anything: it becomes UTF-8, with escapes for all that is not just
// seen.

namespace rollcall::detail {

/// Adds a text as a JSON string: U+FFFD for each byte that is no UTF-8.
inline void append_json(std::string& to, std::string_view text)
{
    to += '"';
    while (!text.empty()) {
        const decoded_character next = decode_utf8(text);
        if (next.is_valid && next.size == 1 && must_be_escaped(text.front()))
            write_escaped(to, text.front());
        else
            append_for_terminal(to, text, next);
        text.remove_prefix(next.size);
    }
    to += '"';
}

inline void append_json(std::string& to, std::size_t number)
{
    to += std::to_string(number);
}

/// Adds a name and what separates it from its value.
inline void append_json_name(std::string& to, std::string_view name)
{
    append_json(to, name);
    to += ": ";
}

/// Adds a member, a text or a number.
template <class Value>
void append_json_member(std::string& to, std::string_view name, const Value& value)
{
    append_json_name(to, name);
    append_json(to, value);
}

} // namespace rollcall::detail
