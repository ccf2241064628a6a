#pragma once

#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/text_encoding.hpp>
#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/detail/utf8.hpp>

#include <boost/json/error.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace rollcall::detail {

/// Where a text stops being JSON, in words.
struct syntax_error {
    std::size_t offset;
    std::string message;
    std::string expected;
    std::string found;
    bool is_trailing_comma = false;
};

/// The place of the comma before the closing bracket at `offset`, if that is what stands there.
[[nodiscard]] inline std::size_t find_trailing_comma(std::string_view text, std::size_t offset) noexcept
{
    if (offset >= text.size() || (text[offset] != '}' && text[offset] != ']'))
        return std::string_view::npos;
    while (offset != 0 && is_space(text[offset - 1]))
        --offset;
    return offset != 0 && text[offset - 1] == ',' ? offset - 1 : std::string_view::npos;
}

/// Whether the text before `offset` ends with the escape of a leading surrogate, D800 to DBFF.
[[nodiscard]] inline bool follows_leading_surrogate(std::string_view text, std::size_t offset) noexcept
{
    constexpr std::size_t escape_size = 6;
    if (offset < escape_size)
        return false;
    const std::string_view escape = text.substr(offset - escape_size, escape_size);
    return escape.starts_with("\\u") && (escape[2] | 0x20) == 'd' &&
           std::string_view{"89abAB"}.find(escape[3]) != std::string_view::npos;
}

/// Whether `offset` is inside of a string, or where one should go on.
[[nodiscard]] inline bool is_in_string(std::string_view text, std::size_t offset) noexcept
{
    const char* const end = text.data() + text.size();
    const char* place = text.data();
    while (place < text.data() + offset)
        place = *place == '"' ? skip_string(place, end) : place + 1;
    return place > text.data() + offset;
}

/// Whether a text ends with a number that needs one more digit.
[[nodiscard]] inline bool lacks_digit(std::string_view text) noexcept
{
    if (text.ends_with('-') || text.ends_with("e+") || text.ends_with("E+"))
        return true;
    const bool is_begun = text.ends_with('.') || text.ends_with('e') || text.ends_with('E');
    return is_begun && text.size() > 1 && text[text.size() - 2] >= '0' && text[text.size() - 2] <= '9';
}

/// Whether a text begins with a quotation mark that is not JSON's, such as word processors make of those.
[[nodiscard]] inline bool begins_with_other_quote(std::string_view text) noexcept
{
    constexpr std::array<std::string_view, 5> others{"'", "\u2018", "\u2019", "\u201C", "\u201D"};
    return std::any_of(others.begin(), others.end(), [&](std::string_view quote) { return text.starts_with(quote); });
}

[[nodiscard]] inline std::string byte_text(char character)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(character);
    return std::string{"the byte "} + digits[byte >> 4] + digits[byte & 0xF];
}

/// Says what is wrong where Boost.JSON's parser stopped with `error`.
[[nodiscard]] inline syntax_error describe_syntax_error(std::string_view text, std::size_t offset,
                                                        boost::json::error_code code, std::size_t maximum_depth)
{
    using boost::json::error;
    offset = offset < text.size() ? offset : text.size();
    if (text.starts_with("\xEF\xBB\xBF"))
        return {0, "the text begins with a byte order mark, which JSON does not have; remove it", "{",
                "a byte order mark"};
    if (const auto encoding = wide_encoding_of(text))
        return {0,
                "the text is in " + std::string{encoding->name} + ", and JSON is in UTF-8; " + encoding->conversion(),
                "UTF-8", std::string{encoding->name}};
    if (const std::size_t comma = find_trailing_comma(text, offset); comma != std::string_view::npos)
        return {comma, "trailing comma: nothing follows this comma; remove it",
                "no comma before " + std::string{text[offset]}, ",", true};
    const std::string_view rest = text.substr(offset);
    const std::string found = rest.empty() ? "the end of the text"
                              : rest.front() == ',' || rest.front() == ':'
                                  ? std::string{rest.front()}
                                  : excerpt(rest.data(), rest.data() + rest.size());
    if (code == error::too_deep)
        return {offset, "the payload nests objects and arrays too deep",
                std::to_string(maximum_depth) + " levels at most", found};
    if (offset == text.size())
        return {offset, text.empty() ? "the text is empty" : "the text ends before the JSON value does",
                "the rest of the value", found};
    if (code == error::extra_data)
        return {offset, "something follows the JSON value", "the end of the text", found};
    if (code == error::exponent_overflow)
        return {offset, "the exponent of a number is too large to be read", "a smaller exponent", found};
    const bool follows_backslash = offset != 0 && text[offset - 1] == '\\';
    if (code == error::expected_hex_digit || code == error::illegal_leading_surrogate ||
        code == error::illegal_trailing_surrogate || code == error::expected_utf16_escape ||
        follows_leading_surrogate(text, offset - follows_backslash))
        return {offset, "a \\u escape is not a Unicode character", "four hexadecimal digits, surrogates in pairs",
                found};
    if (follows_backslash)
        return {offset, "JSON has no such escape", R"(\", \\, \/, \b, \f, \n, \r, \t, or \u with four digits)", found};
    const auto byte = static_cast<unsigned char>(rest.front());
    if (byte >= 0x80 && !decode_utf8(rest).is_valid) {
        const auto encoding = single_byte_encoding_of(text);
        return {offset,
                "this is not UTF-8" + (encoding ? "; the text looks to be in " + std::string{encoding->name} + ", " +
                                                      encoding->conversion()
                                                : std::string{}),
                "a character in UTF-8", byte_text(rest.front())};
    }
    const bool in_string = is_in_string(text, offset);
    if (in_string && is_space(rest.front()))
        return {offset,
                "a line break or tab stands inside of a string; JSON writes it as an escape",
                "\\n, \\r or \\t",
                {}};
    if (!in_string && lacks_digit(text.substr(0, offset)))
        return {offset, "a number lacks a digit here", "a digit", found};
    if (byte < 0x20)
        return {offset,
                in_string ? "a control character stands in the text; JSON writes it as an escape"
                          : "a control character stands between values, where JSON has none",
                {},
                found};
    if (begins_with_other_quote(rest))
        return {offset, "strings are in double quotation marks", "\"", found};
    if (byte == '/')
        return {offset, "JSON has no comments", {}, found};
    return {offset, "this is not JSON", {}, found};
}

} // namespace rollcall::detail
