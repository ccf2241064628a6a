#pragma once

#include "generate_command.hpp" // exit_status

#include <functional> // std::function

namespace CLI {
class App;
} // namespace CLI

namespace rollcall::codegen {

/// The command `import` with its options; parsing it sets what is to be run.
void add_import_command(CLI::App& app, std::function<exit_status()>& run);

/// The command `update`, in the same way.
void add_update_command(CLI::App& app, std::function<exit_status()>& run);

} // namespace rollcall::codegen
