#pragma once

#include <rollcall/capture/decompressor.hpp>

namespace rollcall::capture {

struct unwrap_options {
    /// Decompresses bodies, one at a time, each into memory; it says how large one may be. Where it is empty, a
    /// compressed body is an error.
    decompressor decompress{};
    /// Whether a comma before a closing bracket of a HAR file is passed over.
    bool lenient = false;
};

} // namespace rollcall::capture
