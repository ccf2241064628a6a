#pragma once

#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::codegen {

/// Why `name` cannot be a C++ identifier in generated code, or nothing when it can: it is a keyword, reserved, a macro
/// of the standard library or a compiler, or not made of ASCII letters, digits and underscores.
[[nodiscard]] std::string why_no_identifier(std::string_view name);

/// The parts of `rollcall::model`.
[[nodiscard]] std::vector<std::string> namespace_parts(std::string_view name);

/// Why generated types cannot live in that namespace, or nothing when they can.
[[nodiscard]] std::string why_no_namespace(std::string_view name);

/// `rollcall::model` → `rollcall/model/`, what the generated headers' names begin with when they are included.
[[nodiscard]] std::string include_prefix(std::string_view name_space);

} // namespace rollcall::codegen
