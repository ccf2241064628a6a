#pragma once

#include <rollcall/capture/decompressor.hpp>

namespace rollcall::capture {

struct unwrap_options {
    /// Decompresses bodies. Where it is empty, a compressed body is an error.
    decompressor decompress{};
    /// Whether a comma before a closing bracket of a HAR file is passed over.
    bool lenient = false;
};

} // namespace rollcall::capture
