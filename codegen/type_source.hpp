#pragma once

#include "type_outline.hpp" // type_outlines

#include <stdexcept> // std::runtime_error
#include <string>    // std::string

namespace rollcall::codegen {

/// Types could not be read; says all that is wrong, a line for each, and what to do.
struct type_source_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The types of a folder of schema files, of such a folder at a revision of git, or of a file with `$metadata`:
/// `schema`, `HEAD~1:schema`, `v1.0.csdl`. Throws `type_source_error`.
[[nodiscard]] type_outlines load_types(const std::string& source);

struct type_states {
    type_outlines before{};
    type_outlines after{};
};

/// Two states to compare. Where one is `$metadata` and the other is not, `$metadata` is imported onto the schema files
/// of the other, so that the same types are compared. Throws `type_source_error`.
[[nodiscard]] type_states load_states(const std::string& before, const std::string& after);

} // namespace rollcall::codegen
