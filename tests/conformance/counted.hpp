#pragma once

#include <cstddef>     // std::size_t
#include <string>      // std::string
#include <string_view> // std::string_view

namespace rollcall::program {

/// `1 file`, `3 files`.
[[nodiscard]] inline std::string counted(std::size_t count, std::string_view noun)
{
    return std::to_string(count) + ' ' + std::string{noun} + (count == 1 ? "" : "s");
}

} // namespace rollcall::program
