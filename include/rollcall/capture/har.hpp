#pragma once

#include <rollcall/capture/capture_error.hpp>
#include <rollcall/capture/payload.hpp>
#include <rollcall/capture/unwrap_options.hpp>
#include <rollcall/detail/attendance_exchange.hpp>
#include <rollcall/detail/base64.hpp>
#include <rollcall/detail/first_member.hpp>
#include <rollcall/detail/har_entry.hpp>
#include <rollcall/detail/json_check.hpp>
#include <rollcall/detail/ndjson_line.hpp> // holds_whole_container
#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/syntax_error.hpp>   // follows_leading_surrogate
#include <rollcall/detail/text_encoding.hpp>  // begins_with_text, wide_encoding_of
#include <rollcall/detail/text_excerpt.hpp>   // excerpt
#include <rollcall/detail/text_positions.hpp> // text_walker

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

// HAR 1.2, what the developer tools of browsers and proxies save: the requests and responses of a session as one JSON
// object, {"log": {"entries": [{"request": {"url"}, "response": {"status", "content": {"text", "encoding"}}}]}}.

namespace rollcall::detail {

/// Whether a text begins as HAR files do.
[[nodiscard]] inline bool begins_like_har(std::string_view text) noexcept
{
    return begins_with_member(text, "log", '{');
}

} // namespace rollcall::detail

namespace rollcall::capture {

/// Takes the payloads of a HAR file one by one: the bodies of entries whose request goes to attendance reports or
/// records, or whose body is about them. All others are passed over. Memory is that of one body.
///
/// Where the file is no JSON it is given as a payload itself, for whoever judges to say where and why.
class har_reader {
public:
    /// The file, and what `options` refer to, must last as long.
    explicit har_reader(std::string_view file, const unwrap_options& options)
        : file_{file}, end_{file.data() + file.size()}, options_{options}, walker_{file}
    {
    }

    /// The next payload, or nothing behind the last one. Throws capture_error where the file is no HAR, or there is no
    /// payload in it at all.
    [[nodiscard]] std::optional<payload> next()
    {
        if (!place_) {
            const std::string_view text = without_byte_order_mark();
            if (!is_json(text)) {
                place_ = end_;
                ++given_;
                return payload{.bytes = text, .file = file_, .line = text.size() == file_.size() ? 1U : 0U};
            }
            place_ = detail::skip_separators(begin_of_entries(text) + 1, end_);
        }
        while (place_ != end_ && *place_ != ']') {
            if (auto found = next_of_entry()) {
                ++given_;
                return found;
            }
            ++passed_over_;
        }
        if (given_ == 0)
            throw capture_error{reason_for_none() + ", so there is nothing to judge"};
        return std::nullopt;
    }

    /// How many entries so far were not taken for payloads.
    [[nodiscard]] std::size_t passed_over() const noexcept { return passed_over_; }

private:
    /// HAR may begin with a byte order mark.
    [[nodiscard]] std::string_view without_byte_order_mark() const noexcept
    {
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        return file_.substr(file_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
    }

    /// A surrogate without the other one is JSON, which Boost.JSON does not take. Browsers write it where a body is.
    [[nodiscard]] bool is_json(std::string_view text) const
    {
        using boost::json::error;
        const detail::json_flaw found = detail::find_json_flaw(text, options_.lenient);
        if (!found.error)
            return true;
        const bool is_surrogate = found.error == error::illegal_leading_surrogate ||
                                  found.error == error::illegal_trailing_surrogate ||
                                  detail::follows_leading_surrogate(text, found.offset);
        return is_surrogate && detail::holds_whole_container(text);
    }

    [[nodiscard]] const char* begin_of_entries(std::string_view text) const
    {
        const char* const log = detail::find_member(detail::skip_separators(text.data(), end_), end_, "log");
        const char* const entries = log ? detail::find_member(log, end_, "entries") : nullptr;
        if (!entries || *entries != '[')
            throw capture_error{R"(this is no HAR file: it has no {"log": {"entries": […]}})"};
        return entries;
    }

    [[nodiscard]] std::string reason_for_none() const
    {
        if (entries_ == 0)
            return "this HAR file has no entries";
        return entries_ == 1
                   ? "the only entry of this HAR file is no attendance payload"
                   : "none of the " + std::to_string(entries_) + " entries of this HAR file is an attendance payload";
    }

    std::optional<payload> next_of_entry()
    {
        const char* const begin = place_;
        detail::har_entry entry;
        if (*place_ == '{')
            entry = detail::take_har_entry(place_, end_);
        else
            place_ = detail::skip_value(place_, end_);
        place_ = detail::skip_separators(place_, end_);
        const std::size_t number = ++entries_;
        const bool goes_to_attendance = detail::is_attendance_url(entry.url);
        if (entry.method == "OPTIONS" || entry.method == "HEAD" ||
            !(goes_to_attendance ? entry.text || has_body(entry.status) : is_about_attendance(entry)))
            return std::nullopt;
        payload result{.bytes = {},
                       .file = file_,
                       .source = "entry " + std::to_string(number),
                       .request_url = entry.url,
                       .status = entry.status,
                       .entry = number};
        if (entry.text) {
            set_body(result, entry);
        } else {
            result.defect = "the HAR file does not have the body of this response; save it with content";
            set_encoded(result, body_encoding::opaque, {begin, 1});
        }
        result.line = result.encoded->position.line;
        return result;
    }

    /// Whether a response of this status has a body that a file could lack. A status of 0 tells of a request without a
    /// response.
    [[nodiscard]] static bool has_body(int status) noexcept
    {
        constexpr int no_content = 204;
        constexpr int reset_content = 205;
        return (status >= 200 && status < 300 && status != no_content && status != reset_content) || status >= 400;
    }

    [[nodiscard]] static bool is_about_attendance(const detail::har_entry& entry)
    {
        // What a payload is shows at its begin.
        constexpr std::size_t sufficient_size = 64UL * 1024;
        if (!entry.text)
            return false;
        std::string begin = detail::decode_string_text(*entry.text, sufficient_size);
        if (entry.encoding == "base64") {
            // Four characters of it are three bytes.
            begin.resize(begin.size() / 4 * 4);
            begin = detail::decode_base64(begin).value_or(std::string{});
        }
        return detail::is_attendance_body(begin);
    }

    void set_body(payload& result, const detail::har_entry& entry)
    {
        if (entry.encoding == "base64") {
            set_encoded(result, body_encoding::opaque, *entry.text);
            set_decoded_base64(result, *entry.text, entry.content_encoding);
            return;
        }
        set_encoded(result, body_encoding::json_string, *entry.text);
        if (entry.text->find('\\') == std::string_view::npos)
            result.bytes = *entry.text;
        else
            set_decoded(result, detail::decode_string_text(*entry.text));
        if (!entry.encoding.empty())
            refuse(result, "the body is encoded in a way that HAR does not know (" + detail::excerpt(entry.encoding) +
                               "); save it as text or in base64");
    }

    void set_decoded_base64(payload& result, std::string_view text, const std::string& content_encoding) const
    {
        // A solidus may be escaped in JSON.
        auto decoded = text.find('\\') == std::string_view::npos
                           ? detail::decode_base64(text)
                           : detail::decode_base64(detail::decode_string_text(text));
        if (!decoded)
            return refuse(result, "the body is not base64, which the HAR file says it is; save it again");
        set_decoded(result, *std::move(decoded));
        if (!begins_like_gzip(result.bytes)) {
            const bool is_text = detail::begins_with_text(result.bytes) || detail::wide_encoding_of(result.bytes);
            if (!is_text && !content_encoding.empty())
                refuse(result, "the body is no text, as if it were still compressed (" +
                                   detail::excerpt(content_encoding) + "); save it decompressed");
            return;
        }
        if (!options_.decompress)
            return refuse(result, "the body is compressed (gzip); save it decompressed");
        try {
            set_decoded(result, options_.decompress(result.bytes, compression::gzip).text);
        } catch (const capture_error& error) {
            refuse(result, std::string{"the body is compressed (gzip): "} + error.what());
        }
    }

    static void set_decoded(payload& result, std::string text)
    {
        result.decoded = std::make_shared<const std::string>(std::move(text));
        result.bytes = *result.decoded;
    }

    static void refuse(payload& result, std::string reason)
    {
        result.bytes = {};
        result.decoded.reset();
        result.defect = std::move(reason);
    }

    void set_encoded(payload& result, body_encoding encoding, std::string_view text)
    {
        const auto offset = static_cast<std::size_t>(text.data() - file_.data());
        result.encoded = {encoding, text, walker_.position_of(offset)};
    }

    std::string_view file_;
    const char* end_;
    const unwrap_options& options_;
    detail::text_walker walker_;
    /// Where the next entry begins; null in front of the first one.
    const char* place_ = nullptr;
    std::size_t entries_ = 0;
    std::size_t given_ = 0;
    std::size_t passed_over_ = 0;
};

} // namespace rollcall::capture
