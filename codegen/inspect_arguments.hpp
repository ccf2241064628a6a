#pragma once

#include "generate_command.hpp" // exit_status

#include <functional> // std::function

namespace CLI {
class App;
} // namespace CLI

namespace rollcall::codegen {

/// The command `inspect` with its options; parsing it sets what is to be run.
void add_inspect_command(CLI::App& app, std::function<exit_status()>& run);

} // namespace rollcall::codegen
