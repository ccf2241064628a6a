#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rollcall::detail {

/// `1 file`, `3 files`.
[[nodiscard]] inline std::string counted(std::size_t count, std::string_view noun)
{
    return std::to_string(count) + ' ' + std::string{noun} + (count == 1 ? "" : "s");
}

} // namespace rollcall::detail
