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
    /// Whose value it is, as far as a judged payload says: what tells the report it is in from others and then the
    /// record, as steps of a pointer (`/57caaef9`). That is the id, or else the identity's id, the address or the name.
    std::string entity{};
    /// Tells this defect from all others of its payload, and tells it again in another run: it stays the same when the
    /// file moves, lines shift, records are added or removed, and other defects come and go. Empty where no payload was
    /// judged, and until `add_fingerprints` (fingerprints.hpp) gives one.
    ///
    /// A UUID of version 5 over the rule, the pointer without the items' indexes, the entity, what was found (or else
    /// what was expected), and how many defects alike in these stand in front of it in the payload.
    std::string fingerprint{};

    friend bool operator==(const diagnostic&, const diagnostic&) = default;
};

} // namespace rollcall
