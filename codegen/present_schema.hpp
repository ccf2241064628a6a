#pragma once

#include "cpp_writer.hpp"     // text_files
#include "schema_folder.hpp"  // schema_document
#include "type_selection.hpp" // type_wishes

#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::codegen {

/// A folder of schema files as it is. It may be missing or empty.
struct present_schema {
    std::vector<schema_document> documents{};
    text_files files{};
    /// What is wrong, a line for each.
    std::vector<std::string> errors{};
};

[[nodiscard]] present_schema load_present_schema(const std::string& folder);

/// What an import would make of the folder's files.
struct imported_schema {
    /// Of no use when there are errors.
    text_files files{};
    /// What is wrong, a line for each.
    std::vector<std::string> errors{};
};

[[nodiscard]] imported_schema import_into(const present_schema& present, const std::string& metadata_file,
                                          std::string_view metadata_text, const type_wishes& wishes);

/// What to say of a file with `$metadata` that cannot be read.
[[nodiscard]] std::string cannot_read_metadata(const std::string& file);

struct file_changes {
    /// New files, and those with another text.
    text_files written{};
    std::vector<std::string> removed{};

    [[nodiscard]] bool empty() const { return written.empty() && removed.empty(); }
};

[[nodiscard]] file_changes changes_between(const text_files& before, const text_files& after);

} // namespace rollcall::codegen
