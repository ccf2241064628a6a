#pragma once

#include <cstddef>     // std::size_t
#include <optional>    // std::optional
#include <string_view> // std::string_view

namespace rollcall::program {

/// What `parse_size` reads.
inline constexpr std::string_view size_words = "a number of bytes from 1 to 1024G, such as 1000000, 64K, 100M or 2G";

/// Reads `1000`, `64K`, `100M` or `2G`; nothing for any other text and for sizes that are too large.
[[nodiscard]] std::optional<std::size_t> parse_size(std::string_view word) noexcept;

} // namespace rollcall::program
