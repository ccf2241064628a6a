#pragma once

#include "json_node.hpp" // json_node

#include <filesystem>  // std::filesystem::path
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::codegen {

class error_list;

inline constexpr std::string_view schema_file_ending = ".schema.json";

/// One schema file, read.
struct schema_document {
    /// The file's name: `attendanceRecord.schema.json`.
    std::string name;
    /// The file, byte for byte.
    std::string text;
    json_node root{};
    /// Whether there is a root: the file could be read and holds a JSON object.
    bool is_readable = false;
};

/// A schema file of that name and text. What is no JSON or lacks the head that a schema file needs is reported.
[[nodiscard]] schema_document read_schema_document(std::string name, std::string text, error_list& errors);

/// The schema files of a folder (not of the folders in it), by name. Files that are no JSON or lack the head that a
/// schema file needs are reported; so is a folder that cannot be read or has no schema file.
[[nodiscard]] std::vector<schema_document> load_schema_folder(const std::filesystem::path& folder, error_list& errors);

} // namespace rollcall::codegen
