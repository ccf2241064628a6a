#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace rollcall::detail {

/// Takes the lines of a text one by one; they end with LF or CRLF.
class line_reader {
public:
    explicit line_reader(std::string_view text, std::size_t line = 1) noexcept : rest_{text}, next_line_{line} {}

    /// The next line without its end, or nothing behind the last one.
    [[nodiscard]] std::optional<std::string_view> next() noexcept
    {
        if (rest_.empty())
            return std::nullopt;
        const std::size_t size = rest_.find('\n');
        std::string_view line = rest_.substr(0, size);
        rest_.remove_prefix(size == std::string_view::npos ? rest_.size() : size + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        ++next_line_;
        return line;
    }

    [[nodiscard]] std::string_view rest() const noexcept { return rest_; }
    /// The number of the line that `next` gave, counting from 1.
    [[nodiscard]] std::size_t line() const noexcept { return next_line_ - 1; }

private:
    std::string_view rest_;
    std::size_t next_line_;
};

} // namespace rollcall::detail
