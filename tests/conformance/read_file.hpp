#pragma once

#include <stdexcept> // std::runtime_error
#include <string>    // std::string

namespace rollcall::program {

/// Why a file cannot be read.
class read_error : public std::runtime_error {
    using runtime_error::runtime_error;
};

/// What stands in the file, or on standard input where the path is `-`. Throws `read_error`.
[[nodiscard]] std::string read_file(const std::string& path);

} // namespace rollcall::program
