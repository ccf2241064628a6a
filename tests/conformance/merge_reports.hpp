#pragma once

#include "exit_status.hpp"     // exit_status
#include "merge_arguments.hpp" // merge_arguments

namespace rollcall::program {

/// Shows several reports as one. Throws `read_error` when one of them is none, and `write_error`.
[[nodiscard]] exit_status merge_reports(const merge_arguments& given);

} // namespace rollcall::program
