#pragma once

#include <rollcall/capture/payload.hpp>
#include <rollcall/detail/line_reader.hpp>
#include <rollcall/detail/recognise.hpp>    // detail::equal_without_case
#include <rollcall/detail/scanner.hpp>      // detail::is_space
#include <rollcall/detail/text_excerpt.hpp> // detail::excerpt
#include <rollcall/detail/utf8.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

// An HTTP response as `curl -i` and browsers save it: status line, headers, an empty line, the body.

namespace rollcall::detail {

[[nodiscard]] inline bool begins_like_http(std::string_view text) noexcept
{
    return text.starts_with("HTTP/");
}

/// Why a file cannot be unwrapped: in words, with the line and with what to do.
class capture_error : public std::runtime_error {
    using runtime_error::runtime_error;
};

[[nodiscard]] inline std::string_view without_spaces_around(std::string_view text) noexcept
{
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

[[nodiscard]] inline capture_error capture_error_at(std::size_t line, const std::string& message)
{
    return capture_error{"line " + std::to_string(line) + ": " + message};
}

/// `HTTP/1.1 200 OK`, or `HTTP/2 200` without a reason.
struct http_status {
    int code = 0;
    /// Code and reason, as the status line has them.
    std::string text;
};

[[nodiscard]] inline http_status read_http_status(std::string_view line, std::size_t line_number)
{
    const std::string_view text = without_spaces_around(line.substr(std::min(line.find(' '), line.size())));
    http_status status{.text = excerpt(text)};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), status.code);
    const bool is_whole = end == text.data() + text.size() || *end == ' ';
    if (error != std::errc{} || end - text.data() != 3 || status.code < 100 || !is_whole)
        throw capture_error_at(line_number,
                               "expected an HTTP status line such as HTTP/1.1 200 OK, found " + excerpt(line));
    return status;
}

/// What the headers say of how the body is written, in lower or upper case as they do.
struct http_encodings {
    std::string_view content;
    std::string_view transfer;
};

[[nodiscard]] inline http_encodings read_http_headers(line_reader& lines)
{
    http_encodings encodings;
    for (auto line = lines.next(); line && !line->empty(); line = lines.next()) {
        const bool continues_header = is_space(line->front());
        const std::size_t colon = line->find(':');
        constexpr std::string_view never_in_names = "{}[]\"<> \t";
        if (continues_header)
            continue;
        if (colon == std::string_view::npos || colon == 0 ||
            line->substr(0, colon).find_first_of(never_in_names) != std::string_view::npos)
            throw capture_error_at(lines.line(),
                                   "expected a header such as Content-Type: application/json, or the empty "
                                   "line between headers and body, found " +
                                       excerpt(*line));
        const std::string_view name = line->substr(0, colon);
        const std::string_view value = without_spaces_around(line->substr(colon + 1));
        if (equal_without_case(name, "Content-Encoding"))
            encodings.content = value;
        else if (equal_without_case(name, "Transfer-Encoding"))
            encodings.transfer = value;
    }
    return encodings;
}

/// Whether a body begins with the size of a chunk: hexadecimal digits on a line of their own, perhaps with an
/// extension.
[[nodiscard]] inline bool begins_with_chunk(std::string_view body) noexcept
{
    const std::string_view line = line_reader{body}.next().value_or(std::string_view{});
    const std::string_view size = without_spaces_around(line.substr(0, line.find(';')));
    return !size.empty() && size.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
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

/// Refuses a body that is not the payload itself. The headers alone do not tell: a program that saves a response may
/// have decoded the body and left the headers as they came.
inline void require_plain_body(std::string_view body, const http_encodings& encodings, std::size_t line)
{
    if (!encodings.transfer.empty() && begins_with_chunk(body))
        throw capture_error_at(line, "the body is still in chunks (Transfer-Encoding: " + excerpt(encodings.transfer) +
                                         "); save it put together, as curl does without --raw");
    const bool is_gzip = body.starts_with("\x1F\x8B");
    if (is_gzip || (!encodings.content.empty() && !begins_with_text(body)))
        throw capture_error_at(line, "the body is compressed (" + (is_gzip ? "gzip" : excerpt(encodings.content)) +
                                         "); save it decompressed, for instance with curl --compressed");
}

/// The payload of an HTTP response that begins at the begin of `text`, which is part of `file`. Answers without a body
/// that stand in front of another one, such as `100 Continue`, are passed over.
[[nodiscard]] inline capture::payload unwrap_http(std::string_view text, std::string_view file)
{
    const auto lines_before = static_cast<std::size_t>(std::count(file.data(), text.data(), '\n'));
    line_reader lines{text, lines_before + 1};
    http_status status;
    http_encodings encodings;
    do {
        const std::string_view line = lines.next().value_or(std::string_view{});
        status = read_http_status(line, lines.line());
        encodings = read_http_headers(lines);
    } while (begins_like_http(lines.rest()));

    const std::string source = "HTTP response " + status.text;
    if (lines.rest().find_first_not_of(" \t\r\n") == std::string_view::npos)
        throw capture_error{source + " has no body, so there is no payload to judge; " +
                            (status.code >= 400 ? "the request failed" : "save the response with its body")};
    require_plain_body(lines.rest(), encodings, lines.line() + 1);
    return {.bytes = lines.rest(), .file = file, .line = lines.line() + 1, .source = source, .status = status.code};
}

} // namespace rollcall::detail
