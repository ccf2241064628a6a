#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rollcall::detail {

/// Appends a text as a JSON string. Escapes what JSON says must be, and no more.
inline void write_string(std::string& to, std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    to += '"';
    std::size_t written = 0;
    for (std::size_t index = 0; index < text.size(); ++index) {
        const auto byte = static_cast<unsigned char>(text[index]);
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        to += text.substr(written, index - written);
        written = index + 1;
        switch (byte) {
        case '"':
            to += "\\\"";
            break;
        case '\\':
            to += "\\\\";
            break;
        case '\n':
            to += "\\n";
            break;
        case '\r':
            to += "\\r";
            break;
        case '\t':
            to += "\\t";
            break;
        default:
            to += "\\u00";
            to += digits[byte >> 4];
            to += digits[byte & 0xF];
        }
    }
    to += text.substr(written);
    to += '"';
}

} // namespace rollcall::detail
