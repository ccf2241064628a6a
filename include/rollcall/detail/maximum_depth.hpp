#pragma once

#include <cstddef>

namespace rollcall {

/// How deep objects and arrays may nest unless an option says otherwise. An attendance payload nests 7 deep.
inline constexpr std::size_t default_maximum_depth = 64;

} // namespace rollcall
