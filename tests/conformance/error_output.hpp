#pragma once

#include <cstdio>      // std::fwrite, stderr
#include <string_view> // std::string_view

namespace rollcall::program {

/// Prints to standard error. Where that cannot be done, it is no reason to lose the report as well.
inline void print_error(std::string_view text) noexcept
{
    (void)std::fwrite(text.data(), 1, text.size(), stderr);
}

} // namespace rollcall::program
