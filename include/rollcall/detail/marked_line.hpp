#pragma once

#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/terminal_text.hpp>
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

/// Shows the line that has the place `offset`. Of a line longer than `width` columns only the surroundings of the place
/// are shown, and no more than these are looked at, however long the line is. A code point counts as one column.
[[nodiscard]] inline marked_line mark_in_line(std::string_view text, std::size_t offset, std::size_t width)
{
    constexpr std::string_view tab = "    ";
    constexpr std::string_view cut_mark = "…";

    // A code point has four bytes at most, so that what lies farther away cannot be in view.
    const std::size_t reach = 4 * width;
    offset = std::min(offset, text.size());
    std::size_t begin = offset - std::min(offset, reach);
    const std::size_t newline_before = text.substr(begin, offset - begin).rfind('\n');
    bool is_cut_before = begin != 0 && newline_before == std::string_view::npos;
    if (newline_before != std::string_view::npos)
        begin += newline_before + 1;
    while (is_cut_before && begin < offset && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
        ++begin;
    std::size_t end = std::min(text.size(), offset + reach);
    const std::size_t newline_after = text.substr(offset, end - offset).find('\n');
    bool is_cut_behind = end != text.size() && newline_after == std::string_view::npos;
    if (newline_after != std::string_view::npos)
        end = offset + newline_after;
    if (!is_cut_behind && end > begin && end > offset && text[end - 1] == '\r')
        --end;
    const std::size_t token_end = offset + size_of_token(text.substr(offset, end - offset));

    struct cell {
        std::string shown;
        std::size_t width;
        std::size_t offset;
    };
    std::vector<cell> cells;
    for (std::size_t place = begin; place < end;) {
        const decoded_character next = decode_utf8(text.substr(place, end - place));
        cell& added = cells.emplace_back(cell{{}, 1, place});
        if (next.code_point == '\t')
            added.shown = tab;
        else
            append_for_terminal(added.shown, text.substr(place), next);
        if (acts_on_terminal(next.code_point))
            added.width = added.shown.size();
        place += next.size;
    }
    const auto width_of = [&](std::size_t first, std::size_t last) {
        std::size_t sum = 0;
        for (; first < last; ++first)
            sum += cells[first].width;
        return sum;
    };
    const auto cell_at = [&](std::size_t place) {
        const auto found = std::lower_bound(cells.begin(), cells.end(), place,
                                            [](const cell& left, std::size_t right) { return left.offset < right; });
        return static_cast<std::size_t>(found - cells.begin());
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
    is_cut_before = is_cut_before || first != 0;
    is_cut_behind = is_cut_behind || last != cells.size();

    marked_line result;
    if (is_cut_before)
        result.text += cut_mark;
    for (std::size_t index = first; index < last; ++index)
        result.text += cells[index].shown;
    if (is_cut_behind)
        result.text += cut_mark;
    result.mark = (is_cut_before ? 1 : 0) + width_of(first, marked);
    result.mark_size = std::max<std::size_t>(1, width_of(marked, std::min(last, cell_at(token_end))));
    return result;
}

} // namespace rollcall::detail
