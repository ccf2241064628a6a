#pragma once

#include <rollcall/diagnostic.hpp>
#include <rollcall/report.hpp>
#include <rollcall/validation_options.hpp>

#include <map>         // std::map
#include <optional>    // std::optional
#include <string_view> // std::string_view
#include <vector>      // std::vector

// The fast engine: the generated readers, which the tests of this room call by the names of their types.

namespace rollcall::engines {

/// Everything that the reader of a type finds in a text.
using type_reader = std::vector<diagnostic> (*)(std::string_view text);

/// By the names of the types.
[[nodiscard]] const std::map<std::string_view, type_reader>& attendance_readers();
[[nodiscard]] const std::map<std::string_view, type_reader>& shop_readers();

/// Judging as the program does it: finds out what the text is and judges by all rules.
[[nodiscard]] report judge(std::string_view text, const validation_options& options = {});

/// What of a judged text its reader finds, too: all but that of the rules. Nothing where the text is not taken for a
/// payload of this type.
[[nodiscard]] std::optional<std::vector<diagnostic>> judged(std::string_view type, std::string_view text);

} // namespace rollcall::engines
