#pragma once

#include "generate_command.hpp" // exit_status
#include "type_selection.hpp"   // type_wishes
#include "verdict.hpp"          // verdict

#include <iosfwd>   // std::ostream
#include <optional> // std::optional
#include <string>   // std::string

namespace rollcall::codegen {

struct update_options {
    /// The file with the service's `$metadata`, as it was given; empty to take over what people changed in the schema
    /// files.
    std::string metadata{};
    /// The folder with the schema files and the lock file, and the one for the headers, as they were given.
    std::string schema{};
    std::string output{};
    std::string name_space = generate_options{}.name_space;
    type_wishes wishes{};
    /// Write nothing, and say whether `$metadata`, schema files, lock file and headers are in step.
    bool check = false;
    /// The least verdict on a change that keeps everything from being written.
    std::optional<verdict> fail_on{};
};

/// The command `update`: imports `$metadata`, says what the changes mean, and generates, all of it or nothing. What was
/// done goes to `out`, errors to `err`. Gives `difference` when `--check` found one, or a change is as grave as
/// `fail_on` says.
[[nodiscard]] exit_status update(const update_options& options, std::ostream& out, std::ostream& err);

} // namespace rollcall::codegen
