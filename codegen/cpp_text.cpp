#include "cpp_text.hpp"

#include <fmt/format.h> // fmt::format

#include <array>    // std::array
#include <charconv> // std::to_chars

namespace rollcall::codegen {

namespace {

constexpr bool is_space(char character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

constexpr bool is_control(char character)
{
    return static_cast<unsigned char>(character) < 0x20 || character == 0x7f;
}

/// The length of a character at that place that reorders the text around it on a screen, which compilers warn of:
/// U+200E, U+200F, U+202A … U+202E, U+2066 … U+2069; otherwise 0.
std::size_t bidirectional_control_at(std::string_view text, std::size_t at)
{
    if (at + 2 >= text.size() || text[at] != '\xe2')
        return 0;
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const auto third = static_cast<unsigned char>(text[at + 2]);
    const bool found = (second == 0x80 && (third == 0x8e || third == 0x8f || (third >= 0xaa && third <= 0xae))) ||
                       (second == 0x81 && third >= 0xa6 && third <= 0xa9);
    return found ? 3 : 0;
}

bool is_plain(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if ((is_control(text[at]) && text[at] != '\n' && text[at] != '\t') || bidirectional_control_at(text, at) != 0)
            return false;
    }
    return true;
}

/// Characters that a reader of a comment would not see, or would see wrongly, are left out.
std::string printable(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (const auto length = bidirectional_control_at(text, at))
            at += length - 1;
        else if (is_space(text[at]) || !is_control(text[at]))
            result += text[at];
    }
    return result;
}

/// The number of code points, which is close to the number of columns.
std::size_t width(std::string_view text)
{
    std::size_t result = 0;
    for (const char character : text)
        result += (static_cast<unsigned char>(character) & 0xc0) != 0x80;
    return result;
}

} // namespace

std::string string_literal(std::string_view text)
{
    std::string result = "\"";
    const auto add_octal = [&](char character) {
        result += fmt::format("\\{:03o}", static_cast<unsigned char>(character));
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char character = text[at];
        if (const auto length = bidirectional_control_at(text, at)) {
            for (const char byte : text.substr(at, length))
                add_octal(byte);
            at += length - 1;
        } else if (character == '"' || character == '\\') {
            result += '\\';
            result += character;
        } else if (character == '\n') {
            result += "\\n";
        } else if (is_control(character)) {
            add_octal(character);
        } else {
            result += character;
        }
    }
    return result + '"';
}

std::string text_literal(std::string_view text)
{
    if (is_plain(text)) {
        std::string delimiter = "json";
        while (text.find(')' + delimiter + '"') != std::string_view::npos)
            delimiter += '_';
        return fmt::format("R\"{0}({1}){0}\"", delimiter, text);
    }
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto newline = text.find('\n', at);
        const auto end = newline == std::string_view::npos ? text.size() : newline + 1;
        result += (at == 0 ? "" : "\n") + string_literal(text.substr(at, end - at));
        at = end;
    }
    return result;
}

std::string double_literal(double number)
{
    std::array<char, 32> buffer;
    const auto* end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    std::string result{static_cast<const char*>(buffer.data()), end};
    if (result.find_first_of(".e") == std::string::npos)
        result += ".0";
    return result;
}

std::string comment(std::string_view text, std::string_view start)
{
    const auto readable = printable(text);
    std::string result;
    std::string line;
    const auto end_line = [&] {
        // A backslash at its end would make the next line part of the comment; so would the trigraph for it.
        if (line.ends_with('\\') || line.ends_with("?\?/"))
            line += '.';
        const std::string whole = std::string{start} + line;
        result.append(whole, 0, whole.find_last_not_of(' ') + 1);
        result += '\n';
        line.clear();
    };
    for (std::size_t at = 0; at < readable.size();) {
        if (is_space(readable[at])) {
            std::size_t newlines = 0;
            for (; at < readable.size() && is_space(readable[at]); ++at)
                newlines += readable[at] == '\n';
            if (newlines >= 2 && at < readable.size() && !line.empty()) {
                end_line();
                end_line();
            }
            continue;
        }
        std::size_t end = at;
        while (end < readable.size() && !is_space(readable[end]))
            ++end;
        const auto word = std::string_view{readable}.substr(at, end - at);
        if (!line.empty() && start.size() + width(line) + 1 + width(word) > columns)
            end_line();
        line += (line.empty() ? "" : " ") + std::string{word};
        at = end;
    }
    if (!line.empty())
        end_line();
    return result;
}

std::string wrapped_list(const std::vector<std::string>& items, std::size_t indent, std::size_t reserve)
{
    std::string result;
    std::size_t used = columns;
    for (const auto& item : items) {
        const bool is_last = &item == &items.back();
        const auto needed = item.size() + (is_last ? reserve : 1);
        if (used + 1 + needed > columns) {
            result += (result.empty() ? "" : "\n") + std::string(indent, ' ');
            used = indent;
        } else {
            result += ' ';
            ++used;
        }
        result += item;
        used += item.size();
        if (!is_last) {
            result += ',';
            ++used;
        }
    }
    return result;
}

} // namespace rollcall::codegen
