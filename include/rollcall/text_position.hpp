#pragma once

#include <cstddef>

namespace rollcall {

/// A place in a text. Lines end with LF (a CR before it belongs to the line's end) and count from 1, as do columns.
/// Where there is no text, as for a value that was made in code, all four are 0.
struct text_position {
    /// Bytes before the place.
    std::size_t offset = 0;
    std::size_t line = 0;
    /// Unicode code points from the begin of the line, counting from 1. In what is not UTF-8, a byte that could
    /// continue a character counts with the one before it.
    std::size_t column = 0;
    /// Bytes from the begin of the line, counting from 1.
    std::size_t byte_column = 0;

    friend bool operator==(const text_position&, const text_position&) = default;
};

} // namespace rollcall
