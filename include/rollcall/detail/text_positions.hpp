#pragma once

#include <rollcall/capture/payload.hpp>
#include <rollcall/detail/encoded_places.hpp>
#include <rollcall/detail/marked_line.hpp>
#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/diagnostic.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rollcall::detail {

/// Brings findings into the order of the payload.
inline void put_in_order(std::vector<diagnostic>& found)
{
    const auto comes_before = [](const diagnostic& left, const diagnostic& right) {
        if (left.position.offset != right.position.offset)
            return left.position.offset < right.position.offset;
        // Of a payload that the file holds in another form, several places can come from one of the file.
        return left.body && right.body && left.body->position.offset < right.body->position.offset;
    };
    if (!std::is_sorted(found.begin(), found.end(), comes_before))
        std::stable_sort(found.begin(), found.end(), comes_before);
}

/// A place in a payload of which it is known where in its line it is.
struct text_mark {
    /// Bytes before it in the payload.
    std::size_t offset = 0;
    /// Lines that have ended before it in the payload.
    std::size_t lines = 0;
    /// Bytes and code points before it in its line, or in the payload if no line of it has ended.
    std::size_t bytes_in_line = 0;
    std::size_t characters_in_line = 0;
};

/// Walks through a text and tells lines and columns of places that come in order.
class text_walker {
public:
    /// `line` is the number of the line that the text begins.
    explicit text_walker(std::string_view text, std::size_t line = 1) noexcept : text_{text}, line_{line} {}

    [[nodiscard]] text_position position_of(std::size_t offset) noexcept
    {
        const std::string_view passed = text_.substr(offset_, std::min(offset, text_.size()) - offset_);
        std::size_t rest = 0;
        for (std::size_t newline = passed.find('\n'); newline != std::string_view::npos;
             newline = passed.find('\n', rest)) {
            rest = newline + 1;
            ++line_;
            line_begin_ = offset_ + rest;
            column_ = 1;
        }
        column_ += count_lead_bytes(passed.substr(rest));
        offset_ += passed.size();
        return {.offset = offset_, .line = line_, .column = column_, .byte_column = offset_ - line_begin_ + 1};
    }

    /// Takes the place where it is for the begin of a payload.
    void begin_payload() noexcept { payload_ = {offset_, line_, line_begin_, column_}; }

    /// Goes on to a place of the payload without looking at what is in between, unless it has passed it.
    void skip_to(const text_mark& mark) noexcept
    {
        if (payload_.offset + mark.offset <= offset_)
            return;
        offset_ = payload_.offset + mark.offset;
        line_ = payload_.line + mark.lines;
        line_begin_ = mark.lines == 0 ? payload_.line_begin : offset_ - mark.bytes_in_line;
        column_ = (mark.lines == 0 ? payload_.column : 1) + mark.characters_in_line;
    }

private:
    struct place {
        std::size_t offset = 0;
        std::size_t line = 1;
        std::size_t line_begin = 0;
        std::size_t column = 1;
    };

    std::string_view text_;
    place payload_{};
    std::size_t offset_ = 0;
    std::size_t line_;
    std::size_t line_begin_ = 0;
    std::size_t column_ = 1;
};

/// Gives findings their places in a payload that the file has in another form, and the places of the file that these
/// come from.
inline void fill_encoded_positions(std::vector<diagnostic>& found, const capture::payload& payload,
                                   std::span<const text_mark> marks)
{
    // On either side of a place: more than is ever shown of a line.
    constexpr std::size_t reach = 512;
    text_walker body{payload.bytes};
    body.begin_payload();
    const capture::encoded_body& encoded = *payload.encoded;
    encoded_places places{encoded};
    text_walker file{encoded.text, encoded.position.line};
    for (diagnostic& finding : found) {
        for (; !marks.empty() && marks.front().offset <= finding.position.offset; marks = marks.subspan(1))
            body.skip_to(marks.front());
        const text_position place = body.position_of(finding.position.offset);
        const line_window shown = window_around(payload.bytes, place.offset, reach);
        if (!payload.bytes.empty())
            finding.body = body_place{place, std::string{payload.bytes.substr(shown.begin, shown.end - shown.begin)},
                                      place.offset - shown.begin};
        finding.position = file.position_of(places.place_of(place.offset));
        if (finding.position.line == encoded.position.line) {
            finding.position.column += encoded.position.column - 1;
            finding.position.byte_column += encoded.position.byte_column - 1;
        }
        finding.position.offset += encoded.position.offset;
    }
}

/// Completes the positions of findings, which are in order and know their offsets in the payload. They will be places
/// of its file. `marks`, in order, too, save looking at the text between them.
inline void fill_text_positions(std::vector<diagnostic>& found, const capture::payload& payload,
                                std::span<const text_mark> marks = {})
{
    if (found.empty())
        return;
    if (payload.encoded)
        return fill_encoded_positions(found, payload, marks);
    const auto offset = static_cast<std::size_t>(payload.bytes.data() - payload.file.data());
    // Where the line is known, nothing in front of the payload is looked at, however many payloads a file has.
    const std::size_t walk_begin = payload.line == 0 ? 0 : offset;
    text_walker walker{payload.file.substr(walk_begin), std::max<std::size_t>(payload.line, 1)};
    (void)walker.position_of(offset - walk_begin);
    walker.begin_payload();
    for (diagnostic& finding : found) {
        for (; !marks.empty() && marks.front().offset <= finding.position.offset; marks = marks.subspan(1))
            walker.skip_to(marks.front());
        finding.position = walker.position_of(offset - walk_begin + finding.position.offset);
        finding.position.offset += walk_begin;
    }
}

} // namespace rollcall::detail
