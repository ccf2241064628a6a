#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace rollcall::capture {

/// What data can be compressed with.
enum class compression : std::uint8_t {
    /// RFC 1952, one member or several.
    gzip,
    /// What HTTP calls deflate: RFC 1950, or RFC 1951 alone as some servers send it.
    deflate,
};

struct decompressed {
    std::string text;
    /// How much of the compressed data it was.
    std::size_t compressed_size = 0;
};

/// Decompresses data that something else may follow. Throws capture_error. `rollcall/capture/decompression.hpp` has
/// one.
using decompressor = std::function<decompressed(std::string_view data, compression)>;

/// Whether data begins as gzip does.
[[nodiscard]] constexpr bool begins_like_gzip(std::string_view data) noexcept
{
    return data.starts_with("\x1F\x8B");
}

} // namespace rollcall::capture
