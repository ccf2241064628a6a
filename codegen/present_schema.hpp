#pragma once

#include "cpp_writer.hpp"     // text_files
#include "type_selection.hpp" // type_wishes

#include <string> // std::string
#include <vector> // std::vector

namespace rollcall::codegen {

/// What an import would make of a folder of schema files.
struct imported_schema {
    /// The folder's files now, and as `$metadata` has them. Of no use when there are errors.
    text_files before{};
    text_files after{};
    /// What is wrong, a line for each; files are named as they were given.
    std::vector<std::string> errors{};
};

/// Reads the file with `$metadata` and the folder of schema files, which may be missing or empty, and imports the one
/// into the other. Writes nothing.
[[nodiscard]] imported_schema import_from(const std::string& metadata_file, const std::string& folder,
                                          const type_wishes& wishes);

struct file_changes {
    /// New files, and those with another text.
    text_files written{};
    std::vector<std::string> removed{};

    [[nodiscard]] bool empty() const { return written.empty() && removed.empty(); }
};

[[nodiscard]] file_changes changes_between(const text_files& before, const text_files& after);

} // namespace rollcall::codegen
