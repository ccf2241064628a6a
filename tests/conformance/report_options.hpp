#pragma once

#include "report_format.hpp" // report_output

#include <rollcall/severity.hpp> // severity

#include <cstddef> // std::size_t
#include <string>  // std::string
#include <vector>  // std::vector

namespace CLI {
class App;
}

namespace rollcall::program {

// The options that are about what is reported. What they are read to must last until the command line has been read.

/// Lets a command line have `--format FORMAT[=FILE]`. `outputs` are what it asks for: text on standard output where it
/// says nothing.
void add_format_option(CLI::App& app, std::vector<report_output>& outputs);

/// Throws a `CLI::ValidationError` when a report would take the place of one of the files that it is on.
void require_other_files(const std::vector<report_output>& outputs, const std::vector<std::string>& paths);

/// `--fail-on LEVEL`.
void add_fail_on_option(CLI::App& app, severity& fail_on);

/// `--max-diagnostics N`; what `maximum` is before is the default that help tells.
void add_maximum_diagnostics_option(CLI::App& app, std::size_t& maximum);

} // namespace rollcall::program
