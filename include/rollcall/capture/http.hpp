#pragma once

#include <rollcall/capture/capture_error.hpp>
#include <rollcall/capture/payload.hpp>
#include <rollcall/capture/unwrap_options.hpp>
#include <rollcall/detail/attendance_exchange.hpp>
#include <rollcall/detail/chunk_reader.hpp>
#include <rollcall/detail/http_head.hpp>
#include <rollcall/detail/ndjson_line.hpp> // holds_whole_container
#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/text_encoding.hpp>
#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/detail/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

// HTTP messages as `curl -i`, browsers and proxies save them: a status line, headers, an empty line, the body; then the
// next response. Requests may stand in front of their responses.

namespace rollcall::detail {

[[nodiscard]] inline bool begins_like_http(std::string_view text) noexcept
{
    return begins_like_response(text) || begins_like_request(text);
}

/// How long the JSON text at the begin of a body is, if it is an object or array that ends.
[[nodiscard]] inline std::size_t size_of_container(std::string_view body) noexcept
{
    if (!begins_with_container(body))
        return 0;
    const char* const end = body.data() + body.size();
    return static_cast<std::size_t>(skip_value(body.data(), end) - body.data());
}

[[nodiscard]] inline bool begins_message(std::string_view text) noexcept
{
    constexpr std::string_view version = "HTTP/";
    return (text.starts_with(version) && text.size() > version.size() && text[version.size()] >= '0' &&
            text[version.size()] <= '9') ||
           begins_like_request(text);
}

/// Where the first line begins that is the first of a message; the end of the text where there is none.
[[nodiscard]] inline std::size_t size_up_to_line_of_message(std::string_view text)
{
    std::size_t line = 0;
    std::size_t line_that_is_no_request = 0;
    std::size_t passed = 0;
    for (std::size_t hit = text.find("HTTP/"); hit != std::string_view::npos; hit = text.find("HTTP/", hit + 1)) {
        if (const std::size_t newline = text.substr(passed, hit - passed).rfind('\n');
            newline != std::string_view::npos)
            line = passed + newline + 1;
        passed = hit;
        if (hit == line && begins_message(text.substr(hit)))
            return hit;
        // In a request line the method and the target stand in front of the version, and nothing behind it.
        const std::size_t version_end = std::min(text.find_first_not_of("0123456789.", hit + 5), text.size());
        const bool may_end_line = version_end == text.size() || text[version_end] == '\r' || text[version_end] == '\n';
        if (line == line_that_is_no_request || text[hit - 1] != ' ' || !may_end_line)
            continue;
        if (begins_like_request(text.substr(line)))
            return line;
        line_that_is_no_request = line;
    }
    return text.size();
}

/// How long a body is that nothing tells the length of: up to the next message. A message begins a line, or follows the
/// JSON text at once, since a body need not end with a line's end.
[[nodiscard]] inline std::size_t size_up_to_next_message(std::string_view body)
{
    body = body.substr(0, size_up_to_line_of_message(body));
    if (body.find("HTTP/") == std::string_view::npos)
        return body.size();
    const std::size_t container_size = size_of_container(body);
    const std::size_t behind = std::min(body.find_first_not_of(" \t\r\n", container_size), body.size());
    return container_size != 0 && begins_message(body.substr(behind)) ? behind : body.size();
}

/// The body of a message, and what follows it.
struct http_body {
    std::string_view text;
    std::string_view rest;
    bool is_chunked = false;
};

/// Finds where the body ends that begins at `text`, on the line `line`. The headers alone do not tell: a program that
/// saves a response may have decoded the body and left the headers as they came, and people edit bodies.
[[nodiscard]] inline http_body find_body(std::string_view text, const http_headers& headers, std::size_t line)
{
    if (!headers.transfer_encoding.empty() && begins_with_chunk(text)) {
        chunk_reader chunks{text, line};
        while (chunks.next()) {
        }
        return {text.substr(0, text.size() - chunks.rest().size()), chunks.rest(), true};
    }
    const auto up_to = [&](std::size_t size) { return http_body{text.substr(0, size), text.substr(size)}; };
    if (headers.content_length && (headers.content_encoding.empty() || !begins_with_text(text))) {
        const std::size_t length = *headers.content_length;
        if (length <= text.size()) {
            const std::string_view behind = without_spaces_before(text.substr(length));
            if (behind.empty() || begins_like_http(behind))
                return up_to(length);
        }
        const http_body found = up_to(size_up_to_next_message(text));
        const bool is_whole = begins_with_container(found.text) && holds_whole_container(found.text);
        if (found.text.size() < length && !is_whole)
            throw capture::capture_error{line, "the body is cut short: it has " + std::to_string(found.text.size()) +
                                                   " of the " + std::to_string(length) +
                                                   " bytes that Content-Length says; save the response again"};
        return found;
    }
    return up_to(begins_with_text(text) ? size_up_to_next_message(text) : text.size());
}

} // namespace rollcall::detail

namespace rollcall::capture {

/// Takes the payloads of HTTP messages one by one: the body of each response that has one. Answers in front of another
/// one, such as `100 Continue`, are passed over, and so are responses of which it is known that neither their request
/// nor their body is about attendance. Of several messages, one that is not as it should be is a payload with a defect.
class http_reader {
public:
    /// The messages are all of a file, and both lasts and `options` last as long as the reader.
    explicit http_reader(std::string_view file, const unwrap_options& options) noexcept
        : file_{file}, rest_{file}, decompress_{options.decompress}
    {
        if (constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF"; rest_.starts_with(byte_order_mark))
            rest_.remove_prefix(byte_order_mark.size());
    }

    /// The next payload, or nothing behind the last one. Throws capture_error where the only message is not as it
    /// should be, or there is no payload in the messages at all.
    [[nodiscard]] std::optional<payload> next()
    {
        while (skip_to_message())
            if (auto found = next_or_defect()) {
                ++given_;
                return found;
            }
        if (given_ == 0)
            throw capture_error{reason_for_none()};
        return std::nullopt;
    }

    /// How many responses so far were not taken for payloads.
    [[nodiscard]] std::size_t passed_over() const noexcept { return passed_over_; }

private:
    /// Goes on to where the next message begins; false when there is none.
    bool skip_to_message()
    {
        move_to(detail::without_spaces_before(rest_));
        return !rest_.empty();
    }

    void move_to(std::string_view rest)
    {
        // Behind the last body nobody asks for the line.
        if (!rest.empty())
            line_ += static_cast<std::size_t>(std::count(rest_.data(), rest.data(), '\n'));
        rest_ = rest;
    }

    /// What is wrong with a message ends where the next one begins.
    std::optional<payload> next_or_defect()
    {
        const std::string_view text = rest_;
        const std::size_t line = line_;
        const std::size_t responses_before = responses_;
        const std::string url = request_url_;
        try {
            return next_of_message();
        } catch (const capture_error& error) {
            const std::size_t first_line_size = std::min(text.find('\n'), text.size());
            const std::string_view rest = text.substr(first_line_size);
            const std::size_t size = first_line_size + detail::size_up_to_next_message(rest);
            if (responses_before == 0 && size == text.size())
                throw;
            responses_ = responses_before + 1;
            rest_ = text;
            line_ = line;
            move_to(text.substr(size));
            request_url_.clear();
            if (!url.empty() && !detail::is_attendance_url(url)) {
                ++passed_over_;
                return std::nullopt;
            }
            return defect(error, url, text, line);
        }
    }

    /// The payload that a message does not give, which begins with `text` in line `line`.
    [[nodiscard]] payload defect(const capture_error& error, const std::string& url, std::string_view text,
                                 std::size_t line) const
    {
        detail::line_reader lines{text, line};
        while (lines.line() + 1 < error.line() && lines.next()) {
        }
        const std::string_view place = lines.rest();
        const auto offset = static_cast<std::size_t>(place.data() - file_.data());
        const std::size_t place_line = lines.line() + 1;
        return {.bytes = {},
                .file = file_,
                .line = place_line,
                .source = "HTTP response " + std::to_string(responses_),
                .request_url = url,
                .entry = responses_,
                .encoded = encoded_body{body_encoding::opaque,
                                        place.substr(0, 1),
                                        {.offset = offset, .line = place_line, .column = 1, .byte_column = 1}},
                .defect = error.reason()};
    }

    std::optional<payload> next_of_message()
    {
        detail::line_reader lines{rest_, line_};
        const std::string_view first_line = lines.next().value_or(std::string_view{});
        const auto request = detail::request_line_of(first_line);
        detail::http_status status;
        if (!request)
            status = detail::read_http_status(first_line, line_);
        const detail::http_headers headers = detail::read_http_headers(lines);
        move_to(lines.rest());
        if (request) {
            request_url_ = url_of(*request, headers);
            if (headers.content_length || !headers.transfer_encoding.empty())
                move_to(detail::find_body(rest_, headers, line_).rest);
            return std::nullopt;
        }
        constexpr int first_final_status = 200;
        if (status.code < first_final_status || detail::begins_like_response(rest_))
            return std::nullopt;
        return next_of_response(status, headers);
    }

    std::optional<payload> next_of_response(const detail::http_status& status, const detail::http_headers& headers)
    {
        const std::size_t number = ++responses_;
        detail::http_body body = detail::find_body(rest_, headers, line_);
        payload result{.bytes = body.text,
                       .file = file_,
                       .line = line_,
                       .request_url = std::exchange(request_url_, {}),
                       .status = status.code};
        const bool has_body = !detail::without_spaces_before(body.text).empty();
        if (has_body)
            decode(result, body, headers);
        const bool is_only = number == 1 && detail::without_spaces_before(body.rest).empty();
        result.entry = is_only ? 0 : number;
        result.source = "HTTP response " + (is_only ? std::string{} : std::to_string(number) + ": ") + status.text;
        move_to(body.rest);
        const bool is_elsewhere = !result.request_url.empty() && !detail::is_attendance_url(result.request_url);
        if (has_body && (!is_elsewhere || detail::is_attendance_body(result.bytes)))
            return result;
        ++passed_over_;
        if (!has_body && bodiless_.empty())
            bodiless_ = result.source + " has no body, so there is no payload to judge; " +
                        (status.code >= 400 ? "the request failed" : "save the response with its body");
        return std::nullopt;
    }

    /// Puts together and decompresses a body. Where only its compressed data tells how long it is, that is told.
    void decode(payload& result, detail::http_body& body, const detail::http_headers& headers) const
    {
        if (body.is_chunked) {
            std::string text;
            for (detail::chunk_reader chunks{body.text, result.line}; const auto chunk = chunks.next();)
                text += *chunk;
            set_decoded(result, std::move(text), body_encoding::chunks, body.text);
        }
        const bool is_gzip = begins_like_gzip(result.bytes);
        if (!is_gzip && (headers.content_encoding.empty() || detail::begins_with_text(result.bytes)))
            return;
        const bool is_deflate = !is_gzip && detail::equal_without_case(headers.content_encoding, "deflate");
        const std::string name = is_gzip ? "gzip" : detail::excerpt(headers.content_encoding);
        if (!is_gzip && detail::equal_without_case(name, "gzip"))
            throw capture_error{result.line, "the body is neither text nor gzip, which Content-Encoding says it is; "
                                             "save the response again"};
        if (!decompress_ || (!is_gzip && !is_deflate))
            throw capture_error{result.line, "the body is compressed (" + name +
                                                 "); save it decompressed, for instance with curl --compressed"};
        try {
            decompressed text = decompress_(result.bytes, is_gzip ? compression::gzip : compression::deflate);
            const std::string_view behind = result.bytes.substr(text.compressed_size);
            const bool ends_with_message = detail::begins_like_http(detail::without_spaces_before(behind));
            if (ends_with_message && !body.is_chunked)
                body = {body.text.substr(0, text.compressed_size), behind};
            else if (!detail::without_spaces_before(behind).empty())
                throw capture_error{"something follows the compressed data, after " +
                                    std::to_string(text.compressed_size) + " bytes; save the response again"};
            set_decoded(result, std::move(text.text), body_encoding::opaque, body.text);
        } catch (const capture_error& error) {
            throw capture_error{result.line, "the body is compressed (" + name + "): " + error.what()};
        }
    }

    void set_decoded(payload& result, std::string text, body_encoding encoding, std::string_view encoded) const
    {
        result.decoded = std::make_shared<const std::string>(std::move(text));
        result.bytes = *result.decoded;
        const auto offset = static_cast<std::size_t>(encoded.data() - file_.data());
        result.encoded = {encoding, encoded, {.offset = offset, .line = result.line, .column = 1, .byte_column = 1}};
    }

    [[nodiscard]] static std::string url_of(const detail::http_request_line& request,
                                            const detail::http_headers& headers)
    {
        const bool is_path = request.target.starts_with('/');
        return (is_path && !headers.host.empty() ? "https://" + std::string{headers.host} : std::string{}) +
               std::string{request.target};
    }

    [[nodiscard]] std::string reason_for_none() const
    {
        if (responses_ == 0)
            return "there is no final HTTP response, so there is no payload to judge; save the response with its body";
        if (responses_ == 1 && !bodiless_.empty())
            return bodiless_;
        const bool is_one = responses_ == 1;
        return (is_one ? "the HTTP response is no attendance payload"
                       : "none of the " + std::to_string(responses_) + " HTTP responses is an attendance payload") +
               std::string{", so there is nothing to judge"};
    }

    std::string_view file_;
    std::string_view rest_;
    std::size_t line_ = 1;
    const decompressor& decompress_;
    std::string request_url_;
    std::string bodiless_;
    std::size_t responses_ = 0;
    std::size_t given_ = 0;
    std::size_t passed_over_ = 0;
};

} // namespace rollcall::capture
