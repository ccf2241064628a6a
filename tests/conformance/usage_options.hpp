#pragma once

#include "arguments.hpp" // arguments

#include <CLI/App.hpp> // CLI::App

namespace rollcall::program {

/// Lets a command line have the options for daily use: the baseline, how much is told beside the report, and watching.
void add_usage_options(CLI::App& app, arguments& given);

} // namespace rollcall::program
