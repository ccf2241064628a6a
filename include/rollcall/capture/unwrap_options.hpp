#pragma once

#include <rollcall/capture/decompressor.hpp>

namespace rollcall::capture {

struct unwrap_options {
    /// Decompresses bodies. Where it is empty, a compressed body is an error.
    decompressor decompress{};
};

} // namespace rollcall::capture
