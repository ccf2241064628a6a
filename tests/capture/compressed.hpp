#pragma once

#include <zlib.h>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace tests {

/// Window bits as zlib takes them, which name the form.
enum class compressed_form : int { zlib = 15, gzip = 15 + 16, raw = -15 };

inline std::string compress(std::string_view text, compressed_form form = compressed_form::gzip)
{
    z_stream stream{};
    constexpr int memory_level = 8;
    REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, static_cast<int>(form), memory_level,
                         Z_DEFAULT_STRATEGY) == Z_OK);
    std::string result(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
}

} // namespace tests
