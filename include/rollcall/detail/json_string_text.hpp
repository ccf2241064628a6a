#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>

// What stands between the quotation marks of a JSON string, which has been found to be right.

namespace rollcall::detail {

/// What a piece of such a text stands for.
struct string_piece {
    /// How much of the text it is.
    std::size_t size = 0;
    /// How many bytes of UTF-8 it stands for.
    std::size_t decoded_size = 0;
    /// 0 for text without escapes, which stands for itself.
    char32_t code_point = 0;
};

/// The four hexadecimal digits of a `\u` escape at the begin of `text`; what there is of them.
[[nodiscard]] inline char32_t code_unit_of(std::string_view text) noexcept
{
    constexpr std::string_view prefix = "\\u";
    constexpr std::size_t digit_count = 4;
    constexpr int hexadecimal = 16;
    unsigned code_unit = 0;
    if (text.starts_with(prefix)) {
        const std::string_view digits = text.substr(prefix.size(), digit_count);
        std::from_chars(digits.data(), digits.data() + digits.size(), code_unit, hexadecimal);
    }
    return code_unit;
}

/// The piece at the begin of a text that is not empty: an escape, or all that stands in front of the next one. A
/// surrogate without the other one stands for U+FFFD.
[[nodiscard]] inline string_piece string_piece_at(std::string_view text) noexcept
{
    constexpr std::size_t unit_size = 6;
    if (text.front() != '\\') {
        const std::size_t size = std::min(text.find('\\'), text.size());
        return {size, size, 0};
    }
    if (text.size() < 2)
        return {text.size(), 1, U'\\'};
    const auto simple = [&]() -> char32_t {
        switch (text[1]) {
        case 'b':
            return U'\b';
        case 'f':
            return U'\f';
        case 'n':
            return U'\n';
        case 'r':
            return U'\r';
        case 't':
            return U'\t';
        default:
            return static_cast<unsigned char>(text[1]);
        }
    };
    if (text[1] != 'u')
        return {2, 1, simple()};
    const auto is_leading = [](char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; };
    const auto is_trailing = [](char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; };
    const char32_t first = code_unit_of(text);
    string_piece piece{std::min(unit_size, text.size()), 0, first};
    if (is_leading(first) || is_trailing(first)) {
        const char32_t second = is_leading(first) ? code_unit_of(text.substr(piece.size)) : 0;
        piece.code_point = U'\uFFFD';
        if (is_trailing(second)) {
            piece.size += unit_size;
            piece.code_point = 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00);
        }
    }
    piece.decoded_size = piece.code_point < 0x80      ? 1
                         : piece.code_point < 0x800   ? 2
                         : piece.code_point < 0x10000 ? 3
                                                      : 4;
    return piece;
}

inline void append_utf8(std::string& to, char32_t code_point)
{
    const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU)); };
    if (code_point < 0x80) {
        to += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        to += {static_cast<char>(0xC0U | (code_point >> 6U)), tail(0)};
    } else if (code_point < 0x10000) {
        to += {static_cast<char>(0xE0U | (code_point >> 12U)), tail(6), tail(0)};
    } else {
        to += {static_cast<char>(0xF0U | (code_point >> 18U)), tail(12), tail(6), tail(0)};
    }
}

/// The text without escapes, or its begin: at least `sufficient_size` bytes of it, if there are so many.
[[nodiscard]] inline std::string decode_string_text(std::string_view text,
                                                    std::size_t sufficient_size = std::string_view::npos)
{
    std::string result;
    result.reserve(std::min(text.size(), sufficient_size));
    while (!text.empty() && result.size() < sufficient_size) {
        const string_piece piece = string_piece_at(text);
        if (text.front() == '\\')
            append_utf8(result, piece.code_point);
        else
            result += text.substr(0, piece.size);
        text.remove_prefix(piece.size);
    }
    return result;
}

} // namespace rollcall::detail
