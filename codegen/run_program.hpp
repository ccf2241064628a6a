#pragma once

#include <string> // std::string
#include <vector> // std::vector

namespace rollcall::codegen {

struct program_result {
    /// What it exited with; 128 and the signal's number when one ended it.
    int status = 0;
    std::string out;
    std::string err;
};

/// Runs a program, which is looked for in PATH, without a shell: the first argument is its name. Throws
/// std::system_error when it cannot be started.
[[nodiscard]] program_result run_program(const std::vector<std::string>& arguments);

} // namespace rollcall::codegen
