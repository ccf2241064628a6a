#pragma once

#include "schema_folder.hpp" // schema_document
#include "type_model.hpp"    // value_checks

#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::codegen {

class error_list;

/// Whether a keyword is one that values are checked by.
[[nodiscard]] bool is_check(std::string_view keyword);

/// What a schema demands of a value, as functions. What it says and they cannot do is reported. The documents must
/// outlive the result.
[[nodiscard]] value_checks read_checks(const json_node& schema, const std::vector<schema_document>& documents,
                                       error_list& errors);

/// What some of a schema's keywords demand, where a type sees to the others.
[[nodiscard]] value_checks read_checks(const json_node& schema, const std::vector<std::string_view>& keywords,
                                       const std::vector<schema_document>& documents, error_list& errors);

} // namespace rollcall::codegen
