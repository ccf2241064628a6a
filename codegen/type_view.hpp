#pragma once

#include "type_outline.hpp" // type_outlines

#include <iosfwd> // std::ostream

namespace rollcall::codegen {

enum class view_format {
    /// For people: a table of the properties for each type.
    table,
    /// A class diagram for Graphviz.
    dot,
    /// A class diagram for Mermaid. Letters of names that it gives a meaning to are shown as `_`.
    mermaid,
    json,
};

/// Shows types with their properties, what these hold, whether it may be null or must be there, bases and subtypes.
void write_types(const type_outlines& types, view_format format, std::ostream& out);

} // namespace rollcall::codegen
