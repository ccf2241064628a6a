#pragma once

#include <rollcall/capture/capture_error.hpp>
#include <rollcall/detail/line_reader.hpp>
#include <rollcall/detail/scanner.hpp>      // is_space
#include <rollcall/detail/text_case.hpp>    // equal_without_case
#include <rollcall/detail/text_excerpt.hpp> // excerpt

#include <boost/throw_exception.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

// What stands in front of the body of an HTTP message: a status or request line and headers.

namespace rollcall::detail {

[[nodiscard]] inline std::string_view without_spaces_around(std::string_view text) noexcept
{
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

[[nodiscard]] inline std::string_view without_spaces_before(std::string_view text) noexcept
{
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    return text;
}

/// Whether a text begins with the line that begins a response, as far as a name for it goes.
[[nodiscard]] inline bool begins_like_response(std::string_view text) noexcept
{
    return text.starts_with("HTTP/");
}

/// `GET /beta/me/onlineMeetings HTTP/1.1`
struct http_request_line {
    std::string_view method;
    std::string_view target;
};

/// The request line that a text begins with, if it is one.
[[nodiscard]] inline std::optional<http_request_line> request_line_of(std::string_view text) noexcept
{
    constexpr std::size_t longest_method = 10;
    constexpr std::size_t longest_line = 16384;
    const std::string_view begin = text.substr(0, longest_line);
    const std::string_view line = begin.substr(0, begin.find('\n'));
    const auto is_capital = [](char character) { return character >= 'A' && character <= 'Z'; };
    const auto method_end = std::find_if_not(line.begin(), line.end(), is_capital);
    const auto method_size = static_cast<std::size_t>(method_end - line.begin());
    if (method_size < 3 || method_size > longest_method || method_end == line.end() || *method_end != ' ')
        return std::nullopt;
    const std::string_view rest = line.substr(method_size + 1);
    const std::string_view target = rest.substr(0, rest.find(' '));
    if (target.empty() || target.size() == rest.size() || !rest.substr(target.size() + 1).starts_with("HTTP/"))
        return std::nullopt;
    return http_request_line{line.substr(0, method_size), target};
}

[[nodiscard]] inline bool begins_like_request(std::string_view text) noexcept
{
    return request_line_of(text).has_value();
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
    if (!begins_like_response(line) || error != std::errc{} || end - text.data() != 3 || status.code < 100 || !is_whole)
        boost::throw_exception(capture::capture_error{
            line_number, "expected an HTTP status line such as HTTP/1.1 200 OK, found " + excerpt(line)});
    return status;
}

/// What the headers say of the body, in lower or upper case as they do.
struct http_headers {
    std::string_view content_encoding;
    std::string_view transfer_encoding;
    std::optional<std::size_t> content_length;
    std::string_view host;
};

/// Reads the headers and the empty line behind them.
[[nodiscard]] inline http_headers read_http_headers(line_reader& lines)
{
    http_headers headers;
    for (auto line = lines.next(); line && !line->empty(); line = lines.next()) {
        const bool continues_header = is_space(line->front());
        const std::size_t colon = line->find(':', line->starts_with(':') ? 1 : 0);
        constexpr std::string_view never_in_names = "{}[]\"<> \t";
        if (continues_header)
            continue;
        if (colon == std::string_view::npos || colon == 0 ||
            line->substr(0, colon).find_first_of(never_in_names) != std::string_view::npos)
            boost::throw_exception(capture::capture_error{
                lines.line(), "expected a header such as Content-Type: application/json, or the empty "
                              "line between headers and body, found " +
                                  excerpt(*line)});
        const std::string_view name = line->substr(0, colon);
        const std::string_view value = without_spaces_around(line->substr(colon + 1));
        if (equal_without_case(name, "Content-Encoding"))
            headers.content_encoding = equal_without_case(value, "identity") ? std::string_view{} : value;
        else if (equal_without_case(name, "Transfer-Encoding"))
            headers.transfer_encoding = value;
        else if (equal_without_case(name, "Host") || equal_without_case(name, ":authority"))
            headers.host = value;
        else if (equal_without_case(name, "Content-Length")) {
            std::size_t length = 0;
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
            if (error != std::errc{} || end != value.data() + value.size())
                boost::throw_exception(capture::capture_error{
                    lines.line(), "expected a number of bytes as Content-Length, found " + excerpt(value)});
            headers.content_length = length;
        }
    }
    return headers;
}

} // namespace rollcall::detail
