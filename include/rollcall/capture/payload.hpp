#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rollcall::capture {

/// A payload as it was found in a file.
struct payload {
    /// The payload itself.
    std::string_view bytes;
    /// The text that lines and columns are counted in; `bytes` is part of it.
    std::string_view file = bytes;
    /// The number of the line of `file` that begins with `bytes`; 0 when that is to be counted, or they begin no line.
    std::size_t line = 0;
    /// Which of the file's payloads, in words; empty when the file is the payload.
    std::string source{};
    /// The URL it was requested from; empty when that is not known.
    std::string request_url{};
    /// The HTTP status; 0 when that is not known.
    int status = 0;
};

} // namespace rollcall::capture
