#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rollcall::detail {

/// One code point of a text, or one byte that is no UTF-8.
struct decoded_character {
    char32_t code_point = replacement;
    std::size_t size = 1;
    bool is_valid = false;

    static constexpr char32_t replacement = U'\uFFFD';
    static constexpr std::string_view replacement_text = "\uFFFD";
};

/// The first character of a text, which must not be empty. Neither overlong forms nor surrogates are UTF-8 (RFC 3629).
[[nodiscard]] constexpr decoded_character decode_utf8(std::string_view text) noexcept
{
    const auto byte_at = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned lead = byte_at(0);
    if (lead < 0x80)
        return {lead, 1, true};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < size)
        return {};
    char32_t code_point = lead & (0x7FU >> size);
    for (std::size_t index = 1; index < size; ++index) {
        if ((byte_at(index) & 0xC0U) != 0x80U)
            return {};
        code_point = (code_point << 6U) | (byte_at(index) & 0x3FU);
    }
    const bool is_overlong = code_point < (size == 2 ? 0x80U : size == 3 ? 0x800U : 0x10000U);
    const bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (is_overlong || is_surrogate || code_point > 0x10FFFF)
        return {};
    return {code_point, size, true};
}

/// How many bytes of a text are in front of the first that is no UTF-8.
[[nodiscard]] constexpr std::size_t valid_utf8_size(std::string_view text) noexcept
{
    const std::size_t size = text.size();
    while (!text.empty()) {
        const decoded_character next = decode_utf8(text);
        if (!next.is_valid)
            break;
        text.remove_prefix(next.size);
    }
    return size - text.size();
}

/// The text with U+FFFD for every byte that is no UTF-8.
[[nodiscard]] inline std::string to_valid_utf8(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const decoded_character next = decode_utf8(text);
        result += next.is_valid ? text.substr(0, next.size) : decoded_character::replacement_text;
        text.remove_prefix(next.size);
    }
    return result;
}

} // namespace rollcall::detail
