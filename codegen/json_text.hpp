#pragma once

#include "json_node.hpp" // json_node

#include <initializer_list> // std::initializer_list
#include <string>           // std::string
#include <string_view>      // std::string_view
#include <vector>           // std::vector

namespace rollcall::codegen {

/// The JSON text of a schema file: every value in a line of its own, indented by two spaces.
[[nodiscard]] std::string json_text(const json_node& root);

/// The value as JSON in one line.
[[nodiscard]] std::string json_line(const json_node& node);

// Values to write. They stand nowhere yet, so they have neither file nor line.

[[nodiscard]] json_node json_string(std::string_view text);
[[nodiscard]] json_node json_number(std::string text);
[[nodiscard]] json_node json_boolean(bool value);
[[nodiscard]] json_node json_array(std::vector<json_node> items);
[[nodiscard]] json_node json_strings(const std::vector<std::string>& texts);

struct json_member {
    std::string_view name;
    json_node value;
};
[[nodiscard]] json_node json_object(std::initializer_list<json_member> members = {});

/// Gives the object a member, in the place of one of that name or else at the end.
void set_member(json_node& object, std::string_view name, json_node value);

/// Takes the member out, if there is one.
void remove_member(json_node& object, std::string_view name);

/// The member of that name, or null.
[[nodiscard]] json_node* find_member(json_node& object, std::string_view name);

} // namespace rollcall::codegen
