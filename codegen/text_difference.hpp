#pragma once

#include <string>      // std::string
#include <string_view> // std::string_view

namespace rollcall::codegen {

/// What must change in `before` to make it `after`, as a unified diff with three lines of context; empty when they are
/// equal. Quadratic in the lines that differ; where these are too many for that, all of them are shown as replaced.
[[nodiscard]] std::string text_difference(std::string_view before_name, std::string_view before,
                                          std::string_view after_name, std::string_view after);

} // namespace rollcall::codegen
