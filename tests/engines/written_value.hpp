#pragma once

#include <boost/json/value.hpp> // boost::json::value

#include <cstdint>     // std::uint8_t
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::engines {

struct value_outline;
struct object_outline;
struct written_member;

/// A JSON value as it is written: with the spelling of numbers and strings, members in their order, and those that
/// stand twice. It knows what it was made to be.
struct written_value {
    enum class shape : std::uint8_t { text, array, object };

    shape what = shape::text;
    /// Unless it is an array or object with members: its JSON text.
    std::string text{};
    /// Of an object; of an array its items, without names.
    std::vector<written_member> members;
    /// What the schema says of it; null where it says nothing.
    const value_outline* outline = nullptr;
    /// The type of an object that the schema knows.
    const object_outline* type = nullptr;
};

struct written_member {
    std::string name{};
    /// The name's JSON text.
    std::string spelling{};
    written_value value{};
};

/// Which member of the root, then which member of that, and so on.
using member_path = std::vector<std::size_t>;

[[nodiscard]] written_value& value_at(written_value& root, const member_path& path);
/// The JSON Pointer of the place.
[[nodiscard]] std::string pointer_to(const written_value& root, const member_path& path);
/// The paths to all values, the root's first.
[[nodiscard]] std::vector<member_path> paths_in(const written_value& root);

/// A string as JSON, without more escapes than it needs.
[[nodiscard]] std::string quoted(std::string_view text);

/// A tree as it would be written.
[[nodiscard]] written_value to_written(const boost::json::value& tree);

/// On one line, or with each member on a line of its own.
[[nodiscard]] std::string to_text(const written_value& value, bool on_lines = false);

} // namespace rollcall::engines
