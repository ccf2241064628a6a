#pragma once

#include <string_view>

namespace rollcall {

/// The version of these headers, as CMakeLists.txt has it.
inline constexpr std::string_view version = "0.1.0";

} // namespace rollcall
