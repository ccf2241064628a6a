#pragma once

#include "metadata.hpp"     // metadata
#include "type_outline.hpp" // type_outlines

#include <string> // std::string

namespace rollcall::codegen {

/// The outlines of all types of `$metadata`, which was read from `file`. Types are called by their whole names, values
/// by the service's types; a type definition is what it stands for. No property must be there, since a request can
/// leave out any. A type that stands in for another one where a property holds it is a subtype of its base.
[[nodiscard]] type_outlines outlines_of(const metadata& all, const std::string& file);

/// Puts the places of outlines that were imported from `$metadata` to where that declares the types and properties.
void place_in_metadata(type_outlines& types, const metadata& all, const std::string& file);

} // namespace rollcall::codegen
