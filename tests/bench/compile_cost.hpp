#pragma once

#include <string_view> // std::string_view

namespace rollcall::bench {

enum class compilation { check, optimise };

/// Seconds of user time that compiling a source text takes, once, with the compiler that this program was built with:
/// as far as its syntax goes, or to optimised code. Throws std::runtime_error when it does not compile.
[[nodiscard]] double compile_cost(std::string_view source, compilation kind);

} // namespace rollcall::bench
