#pragma once

#include <rollcall/capture/capture_error.hpp>
#include <rollcall/capture/payload.hpp>
#include <rollcall/capture/unwrap_options.hpp>
#include <rollcall/detail/attendance_exchange.hpp>
#include <rollcall/detail/first_member.hpp>
#include <rollcall/detail/har_entry.hpp> // take_members
#include <rollcall/detail/json_check.hpp>
#include <rollcall/detail/recognise.hpp>
#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/text_excerpt.hpp>

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// What the service answers to requests that are sent together (JSON batching), {"responses": [{"id", "status",
// "headers", "body"}]}: each body stands there as the JSON that it is.

namespace rollcall::detail {

/// Whether a text begins as the answer to a batch does.
[[nodiscard]] inline bool begins_like_batch(std::string_view text) noexcept
{
    return begins_with_member(text, "responses", '[');
}

} // namespace rollcall::detail

namespace rollcall::capture {

/// Takes the payloads of the answer to a batch one by one: the bodies about attendance, and errors of the service,
/// since a response does not say what was asked for. All others are passed over.
///
/// Where the file is no JSON it is given as a payload itself, for whoever judges to say where and why.
class batch_reader {
public:
    /// The file must last as long.
    explicit batch_reader(std::string_view file, const unwrap_options& options)
        : file_{file}, end_{file.data() + file.size()}, is_lenient_{options.lenient}
    {
    }

    /// The next payload, or nothing behind the last one. Throws capture_error where the file is no answer to a batch,
    /// or there is no payload in it at all.
    [[nodiscard]] std::optional<payload> next()
    {
        if (!place_) {
            if (detail::find_json_flaw(file_, is_lenient_).error) {
                place_ = end_;
                ++given_;
                return payload{.bytes = file_, .file = file_, .line = 1};
            }
            place_ = detail::skip_separators(begin_of_responses() + 1, end_);
        }
        while (place_ != end_ && *place_ != ']') {
            if (auto found = next_of_response()) {
                ++given_;
                return found;
            }
            ++passed_over_;
        }
        if (given_ == 0)
            throw capture_error{"none of the " + std::to_string(responses_) +
                                " responses of this batch is an attendance payload, so there is nothing to judge"};
        return std::nullopt;
    }

    /// How many responses so far were not taken for payloads.
    [[nodiscard]] std::size_t passed_over() const noexcept { return passed_over_; }

private:
    [[nodiscard]] const char* begin_of_responses() const
    {
        const char* const responses =
            detail::find_member(detail::skip_separators(file_.data(), end_), end_, "responses");
        if (!responses || *responses != '[')
            throw capture_error{R"(this is no answer to a batch: it has no {"responses": […]})"};
        return responses;
    }

    std::optional<payload> next_of_response()
    {
        const std::size_t number = ++responses_;
        payload result{.bytes = {}, .file = file_, .entry = number};
        std::string id = std::to_string(number);
        const auto take = [&](std::string_view name, const char* value) {
            const char* const value_end = detail::skip_value(value, end_);
            const std::string_view text{value, static_cast<std::size_t>(value_end - value)};
            if (name == "id")
                id = detail::string_at(value, end_).value_or(std::string{text});
            else if (name == "status")
                std::from_chars(value, value_end, result.status);
            else if (name == "body")
                result.bytes = text;
            return value_end;
        };
        place_ = *place_ == '{' ? detail::take_members(place_, end_, take) : detail::skip_value(place_, end_);
        place_ = detail::skip_separators(place_, end_);
        result.source = "response to request " + detail::excerpt(id);
        if (detail::is_attendance_body(result.bytes) || detail::recognise(result.bytes) == payload_kind::error)
            return result;
        return std::nullopt;
    }

    std::string_view file_;
    const char* end_;
    bool is_lenient_;
    /// Where the next response begins; null in front of the first one.
    const char* place_ = nullptr;
    std::size_t responses_ = 0;
    std::size_t given_ = 0;
    std::size_t passed_over_ = 0;
};

} // namespace rollcall::capture
