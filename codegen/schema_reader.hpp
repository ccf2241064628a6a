#pragma once

#include "schema_folder.hpp" // schema_document
#include "type_model.hpp"    // type_model

#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::codegen {

class error_list;

/// The types of the schema files, checked: without errors, the model can be written as C++ in that namespace. The
/// documents must outlive the model.
[[nodiscard]] type_model read_types(const std::vector<schema_document>& documents, std::string_view name_space,
                                    error_list& errors);

} // namespace rollcall::codegen
