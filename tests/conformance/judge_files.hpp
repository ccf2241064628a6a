#pragma once

#include "arguments.hpp"

namespace rollcall::program {

/// Judges all files and shows the report on standard output. Files that could not be judged are told of on standard
/// error, too.
[[nodiscard]] exit_status judge_files(const arguments& given);

} // namespace rollcall::program
