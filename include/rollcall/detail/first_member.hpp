#pragma once

#include <rollcall/detail/scanner.hpp>

#include <cstddef>
#include <string_view>

namespace rollcall::detail {

/// Whether a text begins as an object does whose first member has this name, and a value that begins so.
[[nodiscard]] inline bool begins_with_member(std::string_view text, std::string_view name, char value) noexcept
{
    const char* const end = text.data() + text.size();
    const char* from = skip_separators(text.data(), end);
    if (from == end || *from != '{')
        return false;
    from = skip_separators(from + 1, end);
    const std::string_view rest{from, static_cast<std::size_t>(end - from)};
    if (!rest.starts_with('"') || !rest.substr(1).starts_with(name) || !rest.substr(1 + name.size()).starts_with('"'))
        return false;
    from = skip_separators(from + name.size() + 2, end);
    return from != end && *from == value;
}

} // namespace rollcall::detail
