#pragma once

#include <rollcall/detail/line_reader.hpp>
#include <rollcall/detail/scanner.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace rollcall::detail {

[[nodiscard]] inline bool is_blank(std::string_view line) noexcept
{
    return std::all_of(line.begin(), line.end(), is_space);
}

/// The next line that is not blank.
[[nodiscard]] inline std::optional<std::string_view> next_filled_line(line_reader& lines) noexcept
{
    auto line = lines.next();
    while (line && is_blank(*line))
        line = lines.next();
    return line;
}

/// Whether a line begins with an object or array, as every payload and every collection of them does.
[[nodiscard]] inline bool begins_with_container(std::string_view line) noexcept
{
    const char* const end = line.data() + line.size();
    const char* const begin = std::find_if_not(line.data(), end, is_space);
    return begin != end && (*begin == '{' || *begin == '[');
}

/// Whether the object or array that a line begins with ends on it, and nothing follows.
[[nodiscard]] inline bool holds_whole_container(std::string_view line) noexcept
{
    const char* const end = line.data() + line.size();
    std::size_t depth = 0;
    for (const char* token = skip_separators(line.data(), end); token != end;
         token = skip_separators(skip_token(token, end), end)) {
        if (*token == '{' || *token == '[')
            ++depth;
        else if ((*token == '}' || *token == ']') && --depth == 0)
            return std::all_of(token + 1, end, is_space);
    }
    return false;
}

/// Whether a text is NDJSON: an object or array ends on the first line, and another line begins with one. No JSON text
/// is like that, not even one that spans lines.
[[nodiscard]] inline bool is_ndjson(std::string_view text) noexcept
{
    if (!begins_with_container(text))
        return false;
    line_reader lines{text};
    const auto first = next_filled_line(lines);
    const auto second = next_filled_line(lines);
    return second && begins_with_container(*second) && holds_whole_container(*first);
}

} // namespace rollcall::detail
