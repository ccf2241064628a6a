#pragma once

#include <rollcall/capture/capture_error.hpp>
#include <rollcall/capture/http.hpp> // begins_with_text, size_of_container
#include <rollcall/capture/payload.hpp>
#include <rollcall/detail/attendance_exchange.hpp>
#include <rollcall/detail/http_head.hpp>
#include <rollcall/detail/line_reader.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

// What `curl -v` says, with the bodies between: `> ` in front of the lines of requests, `< ` in front of those of
// responses, `* ` in front of remarks.

namespace rollcall::detail {

/// `{ [1369 bytes data]`, which tells of a part of a body that was received, as `}` does of one that was sent.
[[nodiscard]] inline bool tells_of_data(std::string_view line) noexcept
{
    return (line.starts_with("{ [") || line.starts_with("} [")) && line.ends_with(" bytes data]");
}

/// Whether a text begins as what `curl -v` says does: with remarks, and perhaps its progress, in front of a request or
/// response. Looks at some lines.
[[nodiscard]] inline bool begins_like_curl(std::string_view text) noexcept
{
    constexpr int lines_to_look_at = 200;
    line_reader lines{text};
    for (int count = 0; count < lines_to_look_at; ++count) {
        const std::string_view line = lines.next().value_or(std::string_view{});
        if (line.starts_with("> ") || line.starts_with("< "))
            return begins_like_request(line.substr(2)) || begins_like_response(line.substr(2));
        const bool shows_progress = line.starts_with("% Total") || line.starts_with("  ") || line.starts_with('\r');
        if (!line.starts_with("* ") && !shows_progress && !tells_of_data(line))
            return false;
    }
    return false;
}

} // namespace rollcall::detail

namespace rollcall::capture {

/// Takes the payloads of what `curl -v` says one by one: the bodies of responses.
class curl_reader {
public:
    /// The file must last as long.
    explicit curl_reader(std::string_view file) noexcept : file_{file}, lines_{file} {}

    /// The next payload, or nothing behind the last one. Throws capture_error where there is no payload at all.
    [[nodiscard]] std::optional<payload> next()
    {
        while (skip_to_body())
            if (auto found = next_of_body()) {
                ++given_;
                return found;
            }
        if (given_ == 0)
            throw capture_error{
                responses_ == 0 ? "curl tells of no response here, so there is nothing to judge"
                                : "there is no attendance payload in what curl tells here; save the bodies, too, for "
                                  "instance with curl -i"};
        return std::nullopt;
    }

    /// How many responses so far were not taken for payloads.
    [[nodiscard]] std::size_t passed_over() const noexcept { return passed_over_; }

private:
    /// Reads up to where the head of a final response ends; false when there is none.
    bool skip_to_body()
    {
        constexpr int first_final_status = 200;
        while (const auto line = lines_.next()) {
            const std::string_view text = line->size() > 2 ? line->substr(2) : std::string_view{};
            if (line->starts_with("> ")) {
                if (const auto request = detail::request_line_of(text)) {
                    target_ = request->target;
                    host_ = {};
                } else if (detail::equal_without_case(text.substr(0, text.find(':')), "Host")) {
                    host_ = detail::without_spaces_around(text.substr(text.find(':') + 1));
                }
            } else if (line->starts_with("< ") && detail::begins_like_response(text)) {
                status_ = detail::read_http_status(text, lines_.line());
            } else if (line->starts_with('<') && text.empty() && status_.code >= first_final_status) {
                return true;
            }
        }
        return false;
    }

    std::optional<payload> next_of_body()
    {
        ++responses_;
        std::string_view body = lines_.rest();
        std::size_t line = lines_.line() + 1;
        for (auto remark = lines_.next(); remark && (detail::tells_of_data(*remark) || remark->starts_with("* "));
             remark = lines_.next()) {
            body = lines_.rest();
            line = lines_.line() + 1;
        }
        body = body.substr(0, size_of(body));
        const bool is_path = target_.starts_with('/') && !host_.empty();
        payload result{.bytes = body,
                       .file = file_,
                       .line = line,
                       .source = "HTTP response " + std::to_string(responses_) + ": " + status_.text,
                       .request_url =
                           (is_path ? "https://" + std::string{host_} : std::string{}) + std::string{target_},
                       .status = std::exchange(status_, {}).code,
                       .entry = responses_,
                       .defect = defect_of(body)};
        const char* const body_end = body.data() + body.size();
        lines_ = detail::line_reader{{body_end, static_cast<std::size_t>(file_.data() + file_.size() - body_end)},
                                     line + static_cast<std::size_t>(std::count(body.data(), body_end, '\n'))};
        if (!result.defect.empty()) {
            const auto offset = static_cast<std::size_t>(body.data() - file_.data());
            result.encoded = {body_encoding::opaque,
                              body.substr(0, 1),
                              {.offset = offset, .line = line, .column = 1, .byte_column = 1}};
            result.bytes = {};
        }
        const bool is_elsewhere = !target_.empty() && !detail::is_attendance_url(target_);
        const bool is_empty = detail::without_spaces_before(body).empty();
        if (!is_empty && (!is_elsewhere || detail::is_attendance_body(result.bytes)))
            return result;
        ++passed_over_;
        return std::nullopt;
    }

    /// How much is the body, of a text that begins with it.
    [[nodiscard]] static std::size_t size_of(std::string_view text)
    {
        std::size_t size = detail::size_of_container(text);
        if (size != 0)
            return size;
        for (detail::line_reader lines{text}; const auto line = lines.next();) {
            if (line->starts_with("* ") || line->starts_with("> ") || line->starts_with("< "))
                break;
            size = text.size() - lines.rest().size();
        }
        return size;
    }

    [[nodiscard]] static std::string defect_of(std::string_view body)
    {
        if (!detail::begins_with_text(body))
            return "the body is compressed; save it decompressed, with curl --compressed";
        if (body.find(" bytes data]\n") != std::string_view::npos)
            return "remarks of curl stand in the body; save it without them, for instance with curl -i";
        return {};
    }

    std::string_view file_;
    detail::line_reader lines_;
    std::string_view target_;
    std::string_view host_;
    detail::http_status status_;
    std::size_t responses_ = 0;
    std::size_t given_ = 0;
    std::size_t passed_over_ = 0;
};

} // namespace rollcall::capture
