#pragma once

#include <rollcall/finding_counts.hpp>
#include <rollcall/report.hpp>
#include <rollcall/report/attendance.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rollcall {

/// One payload of a file, and the verdict on it.
struct payload_report {
    /// Which of the file's payloads, in words; empty when the file or a line of it is the payload.
    std::string source;
    /// The line of the file that the payload begins; 0 when that is not known.
    std::size_t line = 0;
    rollcall::report report;
    /// Who attended, if that was collected and the file does not tell it of all its payloads together.
    std::optional<rollcall::attendance> attendance{};
};

/// Payloads that a report only counts, so that a file with a payload on each line does not make it large.
struct unlisted_payloads {
    std::size_t count = 0;
    std::size_t records = 0;
    finding_counts findings{};
};

/// What was found in a file.
struct file_report {
    std::string path;
    /// Why the file could not be judged. What is wrong with a payload is a diagnostic instead.
    std::optional<std::string> error;
    /// In the order of the file; none where there is an error.
    std::vector<payload_report> payloads;
    /// The other payloads of the file.
    unlisted_payloads unlisted{};
    /// Who attended, if that was collected, of payloads that are lines of the file; each participant has the line.
    std::optional<rollcall::attendance> attendance{};
};

} // namespace rollcall
