#pragma once

#include <fmt/format.h> // fmt::format

#include <string>      // std::string
#include <string_view> // std::string_view

namespace rollcall::codegen {

/// The text with control characters as JSON escapes: names and values that are quoted come from files, and must neither
/// break a line nor steer a terminal.
[[nodiscard]] inline std::string in_one_line(std::string_view text)
{
    std::string result;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x20 || byte == 0x7f)
            result += fmt::format("\\u{:04x}", byte);
        else
            result += character;
    }
    return result;
}

} // namespace rollcall::codegen
