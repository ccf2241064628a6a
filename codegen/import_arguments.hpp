#pragma once

#include "generate_command.hpp" // exit_status
#include "type_selection.hpp"   // type_wishes

#include <functional> // std::function

namespace CLI {
class App;
} // namespace CLI

namespace rollcall::codegen {

/// The command `import` with its options; parsing it sets what is to be run.
void add_import_command(CLI::App& app, std::function<exit_status()>& run);

/// The options that say which types of `$metadata` are wanted.
void add_wishes(CLI::App& command, type_wishes& wishes);

} // namespace rollcall::codegen
