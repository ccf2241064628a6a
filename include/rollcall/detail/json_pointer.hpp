#pragma once

#include <rollcall/detail/number_text.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace rollcall::detail {

/// Whether a name is a step of a JSON Pointer as it is.
[[nodiscard]] inline bool is_pointer_step(std::string_view name) noexcept
{
    return name.find('~') == std::string_view::npos && name.find('/') == std::string_view::npos;
}

/// Adds a step to a JSON Pointer (RFC 6901).
inline void append_to_pointer(std::string& pointer, std::string_view name)
{
    pointer += '/';
    if (is_pointer_step(name)) {
        pointer += name;
        return;
    }
    for (const char character : name) {
        if (character == '~')
            pointer += "~0";
        else if (character == '/')
            pointer += "~1";
        else
            pointer += character;
    }
}

inline void append_to_pointer(std::string& pointer, std::size_t index)
{
    pointer += '/';
    append_number(pointer, index);
}

/// Takes the first step from a JSON Pointer, unescaped. The pointer must not be empty.
inline std::string take_step(std::string_view& pointer)
{
    pointer.remove_prefix(1);
    const std::string_view escaped = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(escaped.size());
    std::string step;
    for (std::size_t index = 0; index < escaped.size(); ++index) {
        const bool is_escape = escaped[index] == '~' && index + 1 < escaped.size();
        step += is_escape ? (escaped[index + 1] == '1' ? '/' : '~') : escaped[index];
        index += is_escape;
    }
    return step;
}

} // namespace rollcall::detail
