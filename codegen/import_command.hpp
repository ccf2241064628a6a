#pragma once

#include "generate_command.hpp" // exit_status
#include "type_selection.hpp"   // type_wishes

#include <iosfwd> // std::ostream
#include <string> // std::string

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

} // namespace rollcall::codegen
