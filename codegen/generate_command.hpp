#pragma once

#include <filesystem> // std::filesystem::path
#include <iosfwd>     // std::ostream
#include <string>     // std::string
#include <vector>     // std::vector

namespace rollcall::codegen {

struct generate_options {
    /// The folder with the schema files, as it was given.
    std::string schema;
    /// The folder for the headers, as it was given.
    std::string output;
    std::string name_space = "rollcall::model";
    /// Write nothing, and say what would change.
    bool check = false;
};

enum class exit_status : int {
    /// Done, or nothing to do.
    success = 0,
    /// `--check` found a difference.
    difference = 1,
    /// Wrong usage, a wrong schema, or a file that cannot be read or written. Nothing was written.
    failure = 2,
};

/// The command `generate`. Differences go to `out`, errors to `err`.
[[nodiscard]] exit_status generate(const generate_options& options, std::ostream& out, std::ostream& err);

/// Says what is wrong and that nothing was written; gives the status of that.
exit_status report_errors(const std::vector<std::string>& errors, std::ostream& err);

} // namespace rollcall::codegen
