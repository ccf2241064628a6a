#pragma once

#include "json_node.hpp" // json_node

#include <string_view> // std::string_view

namespace rollcall::codegen {

/// The file whose definitions are the primitive types.
inline constexpr std::string_view edm_file = "edm.schema.json";

/// The schema of a primitive type (`Edm.Int32`) as a definition in that file; null when the dialect has none for it.
/// `Edm.String` and `Edm.Boolean` need no definition, but have one all the same.
[[nodiscard]] json_node edm_definition(std::string_view name);

/// Whether every integer that `schema` allows lies within the bounds of `definition`.
[[nodiscard]] bool is_within(const json_node& schema, const json_node& definition);

} // namespace rollcall::codegen
