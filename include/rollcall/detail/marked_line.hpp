#pragma once

#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/terminal_text.hpp>
#include <rollcall/detail/text_excerpt.hpp> // is_lead_byte
#include <rollcall/detail/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rollcall::detail {

/// A line of a text as it is shown, and where in it the mark stands.
struct marked_line {
    std::string text;
    /// Columns before the mark, and columns that it is wide, at least one.
    std::size_t mark = 0;
    std::size_t mark_size = 1;
};

/// The token at a place, for the mark: a string, a number, a word, or else a single character.
[[nodiscard]] inline std::size_t size_of_token(std::string_view text) noexcept
{
    constexpr std::string_view begins_of_tokens = "\"-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    if (text.empty() || begins_of_tokens.find(text.front()) == std::string_view::npos)
        return std::min<std::size_t>(text.size(), 1);
    const char* const begin = text.data();
    return static_cast<std::size_t>(skip_token(begin, begin + text.size()) - begin);
}

/// A part of a line, and whether the line goes on outside of it.
struct line_window {
    std::size_t begin;
    std::size_t end;
    bool is_cut_before;
    bool is_cut_behind;
};

/// The line around a place without its end, as far as `reach` bytes on either side.
[[nodiscard]] inline line_window window_around(std::string_view text, std::size_t offset, std::size_t reach) noexcept
{
    line_window window{offset - std::min(offset, reach), std::min(text.size(), offset + reach), false, false};
    const std::size_t newline_before = text.substr(window.begin, offset - window.begin).rfind('\n');
    if (newline_before != std::string_view::npos)
        window.begin += newline_before + 1;
    window.end = offset + std::min(text.substr(offset, window.end - offset).find('\n'), window.end - offset);
    window.is_cut_before = window.begin != 0 && text[window.begin - 1] != '\n';
    window.is_cut_behind = window.end != text.size() && text[window.end] != '\n';
    while (window.is_cut_before && window.begin < offset && !is_lead_byte(text[window.begin]))
        ++window.begin;
    if (!window.is_cut_behind && window.end > offset && text[window.end - 1] == '\r')
        --window.end;
    return window;
}

/// A character of a line as it is shown.
struct line_cell {
    std::string shown;
    std::size_t width;
    std::size_t offset;
};

[[nodiscard]] inline std::vector<line_cell> cells_of(std::string_view text, const line_window& window)
{
    constexpr std::string_view tab = "    ";
    std::vector<line_cell> cells;
    for (std::size_t place = window.begin; place < window.end;) {
        const std::string_view rest = text.substr(place, window.end - place);
        const decoded_character next = decode_utf8(rest);
        line_cell& cell = cells.emplace_back(line_cell{{}, 1, place});
        if (next.code_point == '\t')
            cell.shown = tab;
        else
            append_for_terminal(cell.shown, rest, next);
        if (acts_on_terminal(next.code_point))
            cell.width = cell.shown.size();
        place += next.size;
    }
    return cells;
}

/// Shows the line that has the place `offset`. Of a line longer than `width` columns only the surroundings of the place
/// are shown, and no more than these are looked at, however long the line is. A code point counts as one column.
[[nodiscard]] inline marked_line mark_in_line(std::string_view text, std::size_t offset, std::size_t width)
{
    // A code point has four bytes at most, so that what lies farther away cannot be in view.
    constexpr std::size_t maximum_character_size = 4;
    offset = std::min(offset, text.size());
    const line_window window = window_around(text, offset, maximum_character_size * width);
    const std::vector<line_cell> cells = cells_of(text, window);

    const auto cell_at = [&](std::size_t place) {
        const auto found =
            std::lower_bound(cells.begin(), cells.end(), place,
                             [](const line_cell& left, std::size_t right) { return left.offset < right; });
        return static_cast<std::size_t>(found - cells.begin());
    };
    const auto width_of = [&](std::size_t first, std::size_t last) {
        std::size_t sum = 0;
        for (; first < last; ++first)
            sum += cells[first].width;
        return sum;
    };

    // The place has half of the room in front of it, and what the text behind it leaves over.
    const std::size_t marked = cell_at(offset);
    const std::size_t room_before = std::max(width / 2, width - std::min(width, width_of(marked, cells.size())));
    std::size_t first = marked;
    for (std::size_t used = 0; first != 0 && used + cells[first - 1].width <= room_before; --first)
        used += cells[first - 1].width;
    std::size_t last = first;
    for (std::size_t used = 0; last != cells.size() && used + cells[last].width <= width; ++last)
        used += cells[last].width;

    constexpr std::string_view cut_mark = "…";
    const bool is_cut_before = window.is_cut_before || first != 0;
    const std::size_t token_end = offset + size_of_token(text.substr(offset, std::max(window.end, offset) - offset));
    marked_line result;
    if (is_cut_before)
        result.text += cut_mark;
    for (std::size_t index = first; index < last; ++index)
        result.text += cells[index].shown;
    if (window.is_cut_behind || last != cells.size())
        result.text += cut_mark;
    result.mark = (is_cut_before ? 1 : 0) + width_of(first, marked);
    result.mark_size = std::max<std::size_t>(1, width_of(marked, std::min(last, cell_at(token_end))));
    return result;
}

} // namespace rollcall::detail
