#pragma once

#include "arguments.hpp"   // arguments
#include "judge_files.hpp" // files_judge

namespace rollcall::program {

/// Judges again what changes, until the program is ended. Throws a `std::system_error` when the system cannot tell
/// what changes.
[[noreturn]] void watch_files(const arguments& given, files_judge& judge);

} // namespace rollcall::program
