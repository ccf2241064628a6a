#pragma once

#include <string>      // std::string
#include <string_view> // std::string_view

namespace rollcall::codegen {

/// A regular expression of draft-07 (ECMA 262) as Boost.Regex has it.
struct translated_pattern {
    std::string text{};
    /// Why it cannot be translated; empty when it was. What follows "the pattern ".
    std::string problem{};
};

/// What the two take differently is spelt out; what has no equivalent, and what ECMA 262 itself does not allow, is not
/// translated.
[[nodiscard]] translated_pattern translate_pattern(std::string_view pattern);

} // namespace rollcall::codegen
