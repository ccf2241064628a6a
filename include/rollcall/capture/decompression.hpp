#pragma once

#include <rollcall/capture/capture_error.hpp>
#include <rollcall/capture/decompressor.hpp>

#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <new>
#include <string>
#include <string_view>

// Decompressing with zlib: for those who link rollcall::decompression.

namespace rollcall::detail {

/// What zlib is told of the data's form, by its window bits.
enum class zlib_form : int { zlib = 15, gzip = 15 + 16, raw = -15 };

/// One stream of compressed data on its way to a text.
class inflation {
public:
    explicit inflation(zlib_form form)
    {
        if (::inflateInit2(&stream_, static_cast<int>(form)) != Z_OK)
            throw std::bad_alloc{};
    }
    inflation(const inflation&) = delete;
    inflation& operator=(const inflation&) = delete;
    ~inflation() { ::inflateEnd(&stream_); }

    /// Appends the text of the stream at the begin of `data`, and takes it off there. `text` gets no longer than
    /// `maximum_size`.
    void run(std::string_view& data, std::string& text, std::size_t maximum_size)
    {
        int status = Z_OK;
        while (status != Z_STREAM_END) {
            constexpr std::size_t most_at_once = std::numeric_limits<uInt>::max();
            const std::size_t size = text.size();
            // One byte more than is allowed, so that a text of just that size is seen to end.
            text.resize(size + std::min(maximum_size - size, std::clamp(size, least_step, greatest_step)) + 1);
            stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
            stream_.avail_in = static_cast<uInt>(std::min(data.size(), most_at_once));
            stream_.next_out = reinterpret_cast<Bytef*>(text.data() + size);
            stream_.avail_out = static_cast<uInt>(text.size() - size);
            const std::size_t offered = stream_.avail_in;
            status = ::inflate(&stream_, Z_NO_FLUSH);
            text.erase(text.size() - stream_.avail_out);
            data.remove_prefix(offered - stream_.avail_in);
            if (status == Z_MEM_ERROR)
                throw std::bad_alloc{};
            if (status == Z_DATA_ERROR || status == Z_NEED_DICT)
                throw capture::capture_error{"the compressed data is corrupt after " + std::to_string(text.size()) +
                                             " decompressed bytes; get the file anew, unpacked if need be"};
            if (text.size() > maximum_size)
                throw capture::capture_error{"the data is larger than " + std::to_string(maximum_size) +
                                             " bytes once decompressed; if that is meant, allow more (option "
                                             "--max-decompressed-size of rollcall-validate)"};
            if (status != Z_STREAM_END && data.empty() && stream_.avail_out != 0)
                throw capture::capture_error{"the compressed data is cut short after " + std::to_string(text.size()) +
                                             " decompressed bytes; get the file anew"};
        }
    }

private:
    static constexpr std::size_t least_step = 64UL * 1024;
    static constexpr std::size_t greatest_step = 1024UL * 1024 * 1024;

    z_stream stream_{};
};

/// Whether data begins with a header as RFC 1950 has it.
[[nodiscard]] inline bool begins_like_zlib(std::string_view data) noexcept
{
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(data[index]); };
    return data.size() >= 2 && (byte(0) & 0xFU) == Z_DEFLATED && (byte(0) * 256U + byte(1)) % 31 == 0;
}

} // namespace rollcall::detail

namespace rollcall::capture {

/// How much data may be once it is decompressed, unless an option says otherwise: 256 MiB.
inline constexpr std::size_t default_maximum_decompressed_size = 256UL * 1024 * 1024;

/// Decompresses data. Throws capture_error where it is corrupt, cut short, or larger than `maximum_size`: then it ends
/// early, and little more than that is kept. Memory for a large text is up to three times the text while it grows.
[[nodiscard]] inline decompressed decompress(std::string_view data, compression kind,
                                             std::size_t maximum_size = default_maximum_decompressed_size)
{
    decompressed result;
    std::string_view rest = data;
    if (kind == compression::gzip) {
        do
            detail::inflation{detail::zlib_form::gzip}.run(rest, result.text, maximum_size);
        while (begins_like_gzip(rest));
    } else {
        detail::inflation{detail::begins_like_zlib(data) ? detail::zlib_form::zlib : detail::zlib_form::raw}.run(
            rest, result.text, maximum_size);
    }
    result.compressed_size = data.size() - rest.size();
    return result;
}

/// The same for capture::unwrap_options.
[[nodiscard]] inline decompressor make_decompressor(std::size_t maximum_size = default_maximum_decompressed_size)
{
    return [maximum_size](std::string_view data, compression kind) { return decompress(data, kind, maximum_size); };
}

} // namespace rollcall::capture
