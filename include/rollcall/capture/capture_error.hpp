#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace rollcall::capture {

/// Why the payloads of a file cannot be got at: in words, with the line where one is known, and with what to do.
class capture_error : public std::runtime_error {
public:
    explicit capture_error(const std::string& reason) : runtime_error{reason}, reason_{reason} {}
    capture_error(std::size_t line, const std::string& reason)
        : runtime_error{"line " + std::to_string(line) + ": " + reason}, line_{line}, reason_{reason}
    {
    }

    /// The line of the file, from 1; 0 where none is known.
    [[nodiscard]] std::size_t line() const noexcept { return line_; }
    /// The words without the line.
    [[nodiscard]] const std::string& reason() const noexcept { return reason_; }

private:
    std::size_t line_ = 0;
    std::string reason_;
};

} // namespace rollcall::capture
