#pragma once

#include <rollcall/capture/payload.hpp> // capture::payload

#include <cstddef>     // std::size_t
#include <string_view> // std::string_view

namespace rollcall::program {

/// The payload as its file holds it.
[[nodiscard]] inline std::string_view text_in_file(const capture::payload& payload)
{
    return payload.encoded ? payload.encoded->text : payload.bytes;
}

/// Where the payload begins in the text of its file.
[[nodiscard]] inline std::size_t place_in_file(const capture::payload& payload)
{
    return static_cast<std::size_t>(text_in_file(payload).data() - payload.file.data());
}

} // namespace rollcall::program
