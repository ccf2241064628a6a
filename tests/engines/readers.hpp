#pragma once

#include <rollcall/diagnostic.hpp>
#include <rollcall/payload_kind.hpp>

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

/// What judging as the program does it finds of what the reader finds, too: all but that of the rules. Nothing where
/// the text is not taken for a payload of this type.
[[nodiscard]] std::optional<std::vector<diagnostic>> judged(std::string_view type, std::string_view text);

} // namespace rollcall::engines
