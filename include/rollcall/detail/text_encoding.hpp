#pragma once

#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// Which encoding a text is in that is not UTF-8, to say so.

namespace rollcall::detail {

struct text_encoding {
    std::string_view name;
    /// What iconv is to be told: with a byte order mark, which it takes away, not the byte order.
    std::string_view iconv_name;

    /// What is to be done.
    [[nodiscard]] std::string conversion() const
    {
        return "convert it, for instance with iconv -f " + std::string{iconv_name} + " -t UTF-8";
    }
};

/// Which of UTF-16 and UTF-32 a JSON text is in, by its byte order mark or, since it begins with ASCII, by its zeros.
[[nodiscard]] inline std::optional<text_encoding> wide_encoding_of(std::string_view text)
{
    using namespace std::string_view_literals;
    if (text.starts_with("\xFF\xFE\0\0"sv))
        return text_encoding{"UTF-32LE", "UTF-32"};
    if (text.starts_with("\0\0\xFE\xFF"sv))
        return text_encoding{"UTF-32BE", "UTF-32"};
    if (text.starts_with("\xFF\xFE"sv))
        return text_encoding{"UTF-16LE", "UTF-16"};
    if (text.starts_with("\xFE\xFF"sv))
        return text_encoding{"UTF-16BE", "UTF-16"};
    const auto is_zero = [&](std::size_t index) { return index < text.size() && text[index] == '\0'; };
    if (is_zero(0))
        return is_zero(1) ? text_encoding{"UTF-32BE", "UTF-32BE"} : text_encoding{"UTF-16BE", "UTF-16BE"};
    if (is_zero(1))
        return is_zero(2) && is_zero(3) ? text_encoding{"UTF-32LE", "UTF-32LE"} : text_encoding{"UTF-16LE", "UTF-16LE"};
    return std::nullopt;
}

/// Which encoding with a byte for each character a text with bytes beyond ASCII looks to be in: one where none of them
/// is UTF-8, and a letter stands beside each.
[[nodiscard]] inline std::optional<text_encoding> single_byte_encoding_of(std::string_view text)
{
    const auto is_high = [](char character) { return static_cast<unsigned char>(character) >= 0x80; };
    const auto is_letter = [&](std::size_t index) {
        const char lower = index < text.size() ? static_cast<char>(text[index] | 0x20) : '\0';
        return (lower >= 'a' && lower <= 'z') || (index < text.size() && is_high(text[index]));
    };
    bool is_windows = false;
    for (auto place = std::find_if(text.begin(), text.end(), is_high); place != text.end();
         place = std::find_if(place + 1, text.end(), is_high)) {
        const auto index = static_cast<std::size_t>(place - text.begin());
        const bool has_letter = (index != 0 && is_letter(index - 1)) || is_letter(index + 1);
        if (!has_letter || decode_utf8(text.substr(index)).is_valid)
            return std::nullopt;
        // Where ISO 8859-1 has control characters, Windows has letters and quotation marks.
        is_windows = is_windows || static_cast<unsigned char>(*place) < 0xA0;
    }
    return is_windows ? text_encoding{"Windows-1252", "WINDOWS-1252"}
                      : text_encoding{"ISO 8859-1 (Latin-1)", "ISO-8859-1"};
}

/// Whether a body begins with text. What a compressor writes does not.
[[nodiscard]] inline bool begins_with_text(std::string_view body) noexcept
{
    constexpr std::size_t size_to_look_at = 64;
    for (std::size_t place = 0; place < std::min(body.size(), size_to_look_at);) {
        const decoded_character next = decode_utf8(body.substr(place));
        if (!next.is_valid || (next.code_point < 0x20 && !is_space(body[place])))
            return false;
        place += next.size;
    }
    return true;
}

} // namespace rollcall::detail
