#pragma once

#include <rollcall/severity.hpp>
#include <rollcall/text_position.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace rollcall {

/// A place in a payload that its file holds in another form: in chunks, compressed, or in a string of a HAR file.
struct body_place {
    /// In the payload itself.
    text_position position;
    /// The line that has the place, without its end; of a long one the surroundings of the place.
    std::string text{};
    /// Bytes of `text` before the place.
    std::size_t offset_in_text = 0;

    friend bool operator==(const body_place&, const body_place&) = default;
};

/// One defect of a payload.
struct diagnostic {
    /// The rule's id.
    std::string rule;
    rollcall::severity severity = rollcall::severity::error;
    /// Which value: a JSON Pointer (RFC 6901) from the payload's root.
    std::string pointer;
    /// Where the value begins (for a property that should not be there: its name) in the file it was read from. Where
    /// the file has the payload compressed or in base64, where that begins.
    text_position position;
    /// What is wrong, in a sentence without the place.
    std::string message;
    /// What would be right, and what stands there instead; short, and empty when the message says all there is.
    std::string expected{};
    std::string found{};
    /// The value that would be right there, as JSON; of a property that should not be there, the name it should have.
    /// Empty where that is not known, or several would be right.
    std::string fix{};
    /// The same place in the payload itself, if its file holds that in another form.
    std::optional<body_place> body{};

    friend bool operator==(const diagnostic&, const diagnostic&) = default;
};

} // namespace rollcall
