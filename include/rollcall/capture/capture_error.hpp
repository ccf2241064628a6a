#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace rollcall::capture {

/// Why the payloads of a file cannot be got at: in words, with the line where one is known, and with what to do.
class capture_error : public std::runtime_error {
public:
    using runtime_error::runtime_error;
    capture_error(std::size_t line, const std::string& message)
        : runtime_error{"line " + std::to_string(line) + ": " + message}
    {
    }
};

} // namespace rollcall::capture
