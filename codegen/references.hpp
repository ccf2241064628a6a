#pragma once

#include "schema_folder.hpp" // schema_document

#include <optional>    // std::optional
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::codegen {

class error_list;

/// A schema that has a name of its own: a file's root, or an entry of its definitions.
struct named_schema {
    const json_node* schema = nullptr;
    /// The file's name without its ending, or the entry's key.
    std::string name;
    bool is_definition = false;
};

/// What `reference` in a schema file refers to: `x.schema.json`, `x.schema.json#/definitions/y`, `#`, or
/// `#/definitions/y`. `place` is the object to report, in its member `keyword`, when there is no such thing. A file
/// that was reported as unreadable is not reported again.
[[nodiscard]] std::optional<named_schema> resolve(const std::vector<schema_document>& documents,
                                                  std::string_view reference, const json_node& place,
                                                  std::string_view keyword, error_list& errors);

/// The schema that the `$ref` of `place` leads to, wherever it stands; null when it leads nowhere, which is reported.
[[nodiscard]] const json_node* resolve_anywhere(const std::vector<schema_document>& documents, const json_node& place,
                                                error_list& errors);

/// All that can be referred to, in the order of the files.
[[nodiscard]] std::vector<named_schema> named_schemas(const std::vector<schema_document>& documents);

} // namespace rollcall::codegen
