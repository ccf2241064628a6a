#pragma once

#include <rollcall/capture/payload.hpp>
#include <rollcall/detail/line_reader.hpp>
#include <rollcall/detail/ndjson_line.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

// NDJSON, also called JSON Lines: a JSON value on each line, here a payload or a record. Lines end with LF or CRLF;
// blank ones are passed over.

namespace rollcall::capture {

/// Takes the payloads of NDJSON one by one: each line that is not blank is one. Memory does not grow with their number.
class ndjson_reader {
public:
    /// `lines` are lines of `file` and part of it; the first of them has the number `first_line`.
    explicit ndjson_reader(std::string_view lines, std::string_view file, std::size_t first_line = 1) noexcept
        : file_{file}, lines_{lines, first_line}
    {
    }

    /// The next payload, or nothing behind the last one.
    [[nodiscard]] std::optional<payload> next()
    {
        const auto line = detail::next_filled_line(lines_);
        if (!line)
            return std::nullopt;
        return payload{.bytes = *line, .file = file_, .line = lines_.line()};
    }

    /// The number of the last line that was looked at.
    [[nodiscard]] std::size_t line() const noexcept { return lines_.line(); }

private:
    std::string_view file_;
    detail::line_reader lines_;
};

/// Takes lines off the front of NDJSON: whole ones, `size` bytes of them and what the last one has more. Pieces of a
/// file can be read side by side.
[[nodiscard]] inline std::string_view take_lines(std::string_view& ndjson, std::size_t size) noexcept
{
    const std::size_t newline = size < ndjson.size() ? ndjson.find('\n', size) : std::string_view::npos;
    const std::string_view taken = ndjson.substr(0, newline == std::string_view::npos ? newline : newline + 1);
    ndjson.remove_prefix(taken.size());
    return taken;
}

} // namespace rollcall::capture
