#pragma once

#include "generate_command.hpp" // exit_status
#include "type_view.hpp"        // view_format

#include <iosfwd> // std::ostream
#include <string> // std::string
#include <vector> // std::vector

namespace rollcall::codegen {

struct inspect_options {
    /// What to read the types from, as `load_types` takes it.
    std::string source{};
    view_format format = view_format::table;
    /// Names of the types to show: our own, or the service's with the namespace or without; all when empty.
    std::vector<std::string> types{};
};

/// The command `inspect`. The types go to `out`, errors to `err`.
[[nodiscard]] exit_status inspect(const inspect_options& options, std::ostream& out, std::ostream& err);

} // namespace rollcall::codegen
