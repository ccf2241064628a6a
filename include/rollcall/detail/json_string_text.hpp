#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// What stands between the quotation marks of a JSON string.

namespace rollcall::detail {

/// What a piece of such a text stands for.
struct string_piece {
    /// How much of the text it is.
    std::size_t size = 0;
    /// How many bytes of UTF-8 it stands for.
    std::size_t decoded_size = 0;
    /// 0 for text without escapes, which stands for itself.
    char32_t code_point = 0;
    /// Whether it is text without escapes, or an escape of JSON.
    bool is_valid = true;
};

/// A `\u` escape, or what there is of it.
struct code_unit {
    char32_t value = 0;
    bool is_valid = false;
};

/// The `\u` escape at the begin of `text`; what there is of its four digits.
[[nodiscard]] inline code_unit code_unit_at(std::string_view text) noexcept
{
    constexpr std::string_view prefix = "\\u";
    constexpr std::size_t digit_count = 4;
    constexpr int hexadecimal = 16;
    if (!text.starts_with(prefix))
        return {};
    const std::string_view digits = text.substr(prefix.size(), digit_count);
    unsigned value = 0;
    const char* const end = std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal).ptr;
    return {value, end == digits.data() + digit_count};
}

/// The character that a letter behind a backslash stands for; nothing where JSON has no such escape.
[[nodiscard]] constexpr std::optional<char> escaped_character(char letter) noexcept
{
    switch (letter) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case '"':
    case '\\':
    case '/':
        return letter;
    default:
        return std::nullopt;
    }
}

/// The piece at the begin of a text that is not empty: an escape, or all that stands in front of the next one. Of what
/// is no escape of JSON, a surrogate without the other one stands for U+FFFD, and a character for itself.
[[nodiscard]] inline string_piece string_piece_at(std::string_view text) noexcept
{
    constexpr std::size_t unit_size = 6;
    if (text.front() != '\\') {
        const std::size_t size = std::min(text.find('\\'), text.size());
        return {size, size};
    }
    if (text.size() < 2)
        return {text.size(), 1, U'\\', false};
    if (text[1] != 'u') {
        const std::optional<char> character = escaped_character(text[1]);
        return {2, 1, static_cast<unsigned char>(character.value_or(text[1])), character.has_value()};
    }
    const auto is_leading = [](char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; };
    const auto is_trailing = [](char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; };
    const code_unit first = code_unit_at(text);
    string_piece piece{std::min(unit_size, text.size()), 0, first.value, first.is_valid};
    if (is_leading(first.value) || is_trailing(first.value)) {
        const code_unit second = is_leading(first.value) ? code_unit_at(text.substr(piece.size)) : code_unit{};
        const bool is_pair = is_trailing(second.value);
        piece.code_point = is_pair ? 0x10000 + ((first.value - 0xD800) << 10U) + (second.value - 0xDC00) : U'\uFFFD';
        piece.is_valid = is_pair && second.is_valid;
        piece.size += is_pair ? unit_size : 0;
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

/// Takes the piece at the begin of `text`, which is not empty, and adds what it stands for. Gives whether it is valid.
inline bool decode_piece(std::string_view& text, std::string& to)
{
    const string_piece piece = string_piece_at(text);
    if (text.front() == '\\')
        append_utf8(to, piece.code_point);
    else
        to += text.substr(0, piece.size);
    text.remove_prefix(piece.size);
    return piece.is_valid;
}

/// The text without escapes, or its begin: at least `sufficient_size` bytes of it, if there are so many. For text that
/// has been found to be right.
[[nodiscard]] inline std::string decode_string_text(std::string_view text,
                                                    std::size_t sufficient_size = std::string_view::npos)
{
    std::string result;
    result.reserve(std::min(text.size(), sufficient_size));
    while (!text.empty() && result.size() < sufficient_size)
        decode_piece(text, result);
    return result;
}

/// The text of a string literal with its quotation marks; nothing when it is none, or has what is no escape of JSON.
[[nodiscard]] inline std::optional<std::string> unescape(std::string_view literal)
{
    if (literal.size() < 2 || literal.front() != '"' || literal.back() != '"')
        return std::nullopt;
    std::string_view text = literal.substr(1, literal.size() - 2);
    std::string result;
    result.reserve(text.size());
    while (!text.empty())
        if (!decode_piece(text, result))
            return std::nullopt;
    return result;
}

} // namespace rollcall::detail
