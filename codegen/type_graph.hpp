#pragma once

#include "type_model.hpp" // object_type

#include <map>    // std::map
#include <vector> // std::vector

namespace rollcall::codegen {

/// Which types a type leads to.
using type_graph = std::map<const object_type*, std::vector<const object_type*>>;

/// The object types that a value's type names, through arrays and alternatives.
[[nodiscard]] std::vector<const object_type*> types_named_by(const value_type& value);

/// Type → the types that its declaration names: base, members, items and alternatives.
[[nodiscard]] type_graph naming_graph(const type_model& model);

/// Type → the types that its object holds in itself: base and members, but not what is in an array.
[[nodiscard]] type_graph holding_graph(const type_model& model);

/// A number for each type, the same for types that lead to each other.
[[nodiscard]] std::map<const object_type*, int> components(const type_graph& graph);

} // namespace rollcall::codegen
