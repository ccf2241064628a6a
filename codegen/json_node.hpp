#pragma once

#include <cstddef>     // std::size_t
#include <optional>    // std::optional
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::codegen {

class error_list;

enum class json_kind { null, boolean, number, string, array, object };

/// A JSON value that knows where it stands, which a schema error has to say.
struct json_node {
    json_kind kind = json_kind::null;
    bool boolean = false;
    /// A string's characters, or a number as it is written.
    std::string text;
    /// An array's items, or an object's members in the order of the file.
    std::vector<json_node> children;

    /// A member's name.
    std::string name;
    std::string file;
    /// JSON Pointer in a URI fragment: `#/properties/id`.
    std::string pointer;
    /// Counted from 1.
    std::size_t line = 0;

    [[nodiscard]] bool is_object() const noexcept { return kind == json_kind::object; }
    [[nodiscard]] bool is_array() const noexcept { return kind == json_kind::array; }
    [[nodiscard]] bool is_string() const noexcept { return kind == json_kind::string; }
    [[nodiscard]] bool is_string(std::string_view value) const noexcept { return is_string() && text == value; }
    [[nodiscard]] bool is_true() const noexcept { return kind == json_kind::boolean && boolean; }

    /// The member of that name, or null; null also when this is no object.
    [[nodiscard]] const json_node* find(std::string_view member) const noexcept;
    [[nodiscard]] bool has(std::string_view member) const noexcept { return find(member) != nullptr; }
};

/// The value as JSON in one line, cut where it is long: what an error text quotes as found.
[[nodiscard]] std::string excerpt(const json_node& node);

/// Reads a JSON text. What is wrong with it, a member that an object has twice included, goes to `errors`, and
/// nothing is returned then.
[[nodiscard]] std::optional<json_node> read_json(std::string_view file, std::string_view text, error_list& errors);

} // namespace rollcall::codegen
