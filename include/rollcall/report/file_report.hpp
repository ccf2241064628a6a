#pragma once

#include <rollcall/report.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rollcall {

/// One payload of a file, and the verdict on it.
struct payload_report {
    /// Which of the file's payloads, in words; empty when the file is the payload.
    std::string source;
    rollcall::report report;
};

/// What was found in a file.
struct file_report {
    std::string path;
    /// Why the file could not be judged. What is wrong with a payload is a diagnostic instead.
    std::optional<std::string> error;
    /// In the order of the file; none where there is an error.
    std::vector<payload_report> payloads;
};

} // namespace rollcall
