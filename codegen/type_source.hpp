#pragma once

#include "type_outline.hpp" // type_outlines

#include <stdexcept> // std::runtime_error
#include <string>    // std::string

namespace rollcall::codegen {

/// Types could not be read; says all that is wrong, a line for each, and what to do.
struct type_source_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The types of a folder of schema files, or of such a folder at a revision of git: `schema`, `HEAD~1:schema`. Throws
/// `type_source_error`.
[[nodiscard]] type_outlines load_types(const std::string& source);

} // namespace rollcall::codegen
