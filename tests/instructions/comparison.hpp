#pragma once

#include <cstdint>     // std::int64_t
#include <functional>  // std::less
#include <map>         // std::map
#include <optional>    // std::optional
#include <string>      // std::string
#include <string_view> // std::string_view

namespace rollcall::instructions {

/// Instructions per record, by the name of the work.
using counts = std::map<std::string, std::int64_t, std::less<>>;

/// The counts that were recorded, by what they were compiled with.
using recorded_counts = std::map<std::string, counts, std::less<>>;

/// What callgrind says it collected, in what it writes to standard error.
[[nodiscard]] std::optional<std::int64_t> collected_in(std::string_view callgrind_output);

/// Throws std::exception when the text is not what `to_json` writes.
[[nodiscard]] recorded_counts from_json(std::string_view text);
[[nodiscard]] std::string to_json(const recorded_counts& recorded);

struct comparison {
    /// Whether none has grown by more than 5 %.
    bool is_good = true;
    /// A line for each work.
    std::string text;
};

/// Work that nothing was recorded of is not good.
[[nodiscard]] comparison compare(const counts& counted, const counts& recorded);

} // namespace rollcall::instructions
