#pragma once

#include <rollcall/capture/capture_error.hpp>
#include <rollcall/detail/http_head.hpp> // without_spaces_around
#include <rollcall/detail/line_reader.hpp>
#include <rollcall/detail/text_excerpt.hpp>

#include <boost/throw_exception.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace rollcall::detail {

/// The size of a chunk as the line in front of it says: hexadecimal digits, perhaps with an extension behind them.
[[nodiscard]] inline std::optional<std::size_t> chunk_size_of(std::string_view line) noexcept
{
    const std::string_view digits = without_spaces_around(line.substr(0, line.find(';')));
    std::size_t size = 0;
    constexpr int hexadecimal = 16;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size, hexadecimal);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size())
        return std::nullopt;
    return size;
}

/// Whether a body begins with the size of a chunk.
[[nodiscard]] inline bool begins_with_chunk(std::string_view body) noexcept
{
    return chunk_size_of(line_reader{body}.next().value_or(std::string_view{})).has_value();
}

/// Takes the chunks of an HTTP body one by one (RFC 9112, section 7.1). Lines may end with LF alone.
class chunk_reader {
public:
    /// `line` is the number of the line that the body begins.
    explicit chunk_reader(std::string_view body, std::size_t line = 1) noexcept : rest_{body}, line_{line} {}

    /// The data of the next chunk, or nothing behind the last one. Throws capture_error.
    [[nodiscard]] std::optional<std::string_view> next()
    {
        if (rest_.empty())
            fail("the body is cut short: it has no last chunk, which has the size 0; save the response again");
        const std::string_view size_line = take_line();
        const auto size = chunk_size_of(size_line);
        if (!size)
            fail("expected the size of a chunk, hexadecimal digits on a line of their own, found " +
                 excerpt(size_line) + "; save the response put together, as curl does without --raw");
        if (*size == 0) {
            skip_trailers();
            return std::nullopt;
        }
        if (*size > rest_.size())
            fail("the body is cut short: this chunk has " + std::to_string(*size) + " bytes, of which " +
                 std::to_string(rest_.size()) + " are there; save the response again");
        const std::string_view data = rest_.substr(0, *size);
        rest_.remove_prefix(*size);
        line_ += 1 + static_cast<std::size_t>(std::count(data.begin(), data.end(), '\n'));
        if (rest_.empty())
            return data;
        if (!take_line().empty())
            fail("no line ends where this chunk does by its size, " + std::to_string(*size) +
                 " bytes; save the response again, and do not edit it");
        ++line_;
        return data;
    }

    /// What stands behind the chunks that were taken.
    [[nodiscard]] std::string_view rest() const noexcept { return rest_; }

private:
    [[nodiscard]] std::string_view take_line() noexcept
    {
        line_reader lines{rest_};
        const std::string_view line = lines.next().value_or(std::string_view{});
        rest_ = lines.rest();
        return line;
    }

    /// Passes over what may stand behind the last chunk: headers, and an empty line.
    void skip_trailers() noexcept
    {
        while (!rest_.empty() && !begins_like_response(rest_) && !begins_like_request(rest_))
            if (take_line().empty())
                return;
    }

    [[noreturn]] void fail(const std::string& message) const
    {
        boost::throw_exception(capture::capture_error{line_, message});
    }

    std::string_view rest_;
    std::size_t line_;
};

} // namespace rollcall::detail
