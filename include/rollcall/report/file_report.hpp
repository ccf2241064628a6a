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
    /// The number of the file's entry or response that it is, from 1; 0 when the file has no such parts.
    std::size_t entry = 0;
    /// The URL it was requested from; empty when that is not known.
    std::string request_url{};
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
    /// How many entries or responses of the file have no attendance payload, and were not judged.
    std::size_t passed_over = 0;
};

} // namespace rollcall
