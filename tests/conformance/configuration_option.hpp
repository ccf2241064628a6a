#pragma once

#include "arguments.hpp" // arguments

#include <CLI/App.hpp> // CLI::App

#include <optional> // std::optional
#include <string>   // std::string

namespace rollcall::program {

/// Which configuration file the command line asks for: this one, none, or the nearest there is.
struct configuration_choice {
    std::optional<std::string> file;
    bool none = false;
};

/// Lets a command line have `--config FILE` and `--no-config`.
void add_configuration_options(CLI::App& app, configuration_choice& choice);

/// Takes over what the configuration says and the command line does not; `given` is what that says. Throws
/// `configuration_error`.
void apply_configuration(const configuration_choice& choice, CLI::App& app, arguments& given);

} // namespace rollcall::program
