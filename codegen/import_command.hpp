#pragma once

#include "generate_command.hpp" // exit_status
#include "present_schema.hpp"   // file_changes
#include "type_selection.hpp"   // type_wishes

#include <iosfwd> // std::ostream
#include <string> // std::string
#include <vector> // std::vector

namespace rollcall::codegen {

struct import_options {
    /// The file with the service's `$metadata`, as it was given.
    std::string metadata{};
    /// The folder with the schema files, as it was given.
    std::string output{};
    type_wishes wishes{};
};

/// The command `import`: writes what `$metadata` says to the folder's schema files, all of it or nothing. What changed
/// goes to `out`, errors to `err`.
[[nodiscard]] exit_status import_metadata(const import_options& options, std::ostream& out, std::ostream& err);

/// A line for each file that changed.
void list_changes(const file_changes& changes, const text_files& before, std::ostream& out);

} // namespace rollcall::codegen
