#pragma once

#include "schema_folder.hpp" // schema_document

#include <stdexcept>   // std::runtime_error
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::codegen {

class error_list;

/// A revision or its folder could not be read; says why and what to do.
struct git_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The schema files of a folder at a revision, as git names it: `HEAD~1:schema`, or `HEAD~1:./schema` from the working
/// folder on. Throws `git_error`; what is wrong with the files goes to `errors`.
[[nodiscard]] std::vector<schema_document> load_git_folder(const std::string& revision_and_folder, error_list& errors);

} // namespace rollcall::codegen
