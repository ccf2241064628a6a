#pragma once

#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/diagnostic.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace rollcall::detail {

/// Brings findings into the order of the payload.
inline void put_in_order(std::vector<diagnostic>& found)
{
    std::stable_sort(found.begin(), found.end(), [](const diagnostic& left, const diagnostic& right) {
        return left.position.offset < right.position.offset;
    });
}

/// Walks through a text and tells lines and columns of places that come in order.
class text_walker {
public:
    explicit text_walker(std::string_view text) noexcept : text_{text} {}

    [[nodiscard]] text_position position_of(std::size_t offset) noexcept
    {
        for (offset = std::min(offset, text_.size()); offset_ < offset; ++offset_) {
            if (text_[offset_] == '\n') {
                ++line_;
                line_begin_ = offset_ + 1;
                column_ = 1;
            } else {
                column_ += is_lead_byte(text_[offset_]);
            }
        }
        return {.offset = offset, .line = line_, .column = column_, .byte_column = offset - line_begin_ + 1};
    }

private:
    std::string_view text_;
    std::size_t offset_ = 0;
    std::size_t line_ = 1;
    std::size_t line_begin_ = 0;
    std::size_t column_ = 1;
};

/// Completes the positions of findings, which are in order and know their offsets in a payload that begins at
/// `payload_offset` of the text.
inline void fill_text_positions(std::vector<diagnostic>& found, std::string_view text, std::size_t payload_offset)
{
    text_walker walker{text};
    for (diagnostic& finding : found)
        finding.position = walker.position_of(payload_offset + finding.position.offset);
}

} // namespace rollcall::detail
