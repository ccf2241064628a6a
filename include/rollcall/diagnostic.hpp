#pragma once

#include <rollcall/severity.hpp>

#include <cstddef>
#include <string>

namespace rollcall {

/// A place in a text. Lines end with LF (a CR before it belongs to the line's end) and count from 1, as do columns.
/// A value that was made in code has no text: all four are 0.
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

/// One defect of a payload.
struct diagnostic {
    /// The rule's id.
    std::string rule;
    rollcall::severity severity = rollcall::severity::error;
    /// Which value: a JSON Pointer (RFC 6901) from the payload's root.
    std::string pointer;
    /// Where the value begins (for a property that should not be there: its name) in the file it was read from.
    text_position position;
    /// What is wrong, in a sentence without the place.
    std::string message;
    /// What would be right, and what stands there instead; short, and empty when the message says all there is.
    std::string expected;
    std::string found;

    friend bool operator==(const diagnostic&, const diagnostic&) = default;
};

} // namespace rollcall
