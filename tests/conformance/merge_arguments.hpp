#pragma once

#include "command_page.hpp"  // command_page
#include "exit_status.hpp"   // exit_status
#include "report_format.hpp" // report_output

#include <rollcall/severity.hpp>           // severity
#include <rollcall/validation_options.hpp> // default_maximum_diagnostics

#include <cstddef> // std::size_t
#include <string>  // std::string
#include <variant> // std::variant
#include <vector>  // std::vector

namespace rollcall::program {

/// What the command line of `rollcall-validate merge` asks for.
struct merge_arguments {
    std::vector<std::string> reports;
    std::vector<report_output> outputs;
    severity fail_on = severity::error;
    std::size_t maximum_diagnostics = default_maximum_diagnostics;
};

/// Reads the words behind `merge`, which is the first of them. When they are wrong, or ask only for help, that is told
/// here and the program ends.
[[nodiscard]] std::variant<merge_arguments, exit_status> read_merge_arguments(int count, const char* const* words);

/// What there is to tell of `merge`.
[[nodiscard]] command_page merge_page();

} // namespace rollcall::program
