#pragma once

#include <rollcall/report/file_report.hpp>
#include <rollcall/severity.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace rollcall {

/// How many of what there were in several files.
class report_summary {
public:
    void add(const file_report& file)
    {
        ++files_;
        unjudged_files_ += file.error.has_value();
        for (const payload_report& payload : file.payloads) {
            ++payloads_;
            records_ += payload.report.records;
            for (const diagnostic& finding : payload.report.diagnostics)
                ++findings_[static_cast<std::size_t>(finding.severity)];
        }
    }

    /// All files, those with an error included.
    [[nodiscard]] std::size_t files() const noexcept { return files_; }
    [[nodiscard]] std::size_t unjudged_files() const noexcept { return unjudged_files_; }
    [[nodiscard]] std::size_t payloads() const noexcept { return payloads_; }
    [[nodiscard]] std::size_t records() const noexcept { return records_; }

    /// How many diagnostics have this severity.
    [[nodiscard]] std::size_t findings(severity level) const noexcept
    {
        return findings_[static_cast<std::size_t>(level)];
    }

    /// Whether there is a diagnostic of this severity or a higher one.
    [[nodiscard]] bool has_finding_from(severity level) const noexcept
    {
        return std::any_of(findings_.begin() + static_cast<std::ptrdiff_t>(level), findings_.end(),
                           [](std::size_t count) { return count != 0; });
    }

private:
    std::size_t files_ = 0;
    std::size_t unjudged_files_ = 0;
    std::size_t payloads_ = 0;
    std::size_t records_ = 0;
    std::array<std::size_t, severity_names.size()> findings_{};
};

} // namespace rollcall
