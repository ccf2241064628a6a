#pragma once

#include <rollcall/finding_counts.hpp>
#include <rollcall/report/file_report.hpp>
#include <rollcall/severity.hpp>

#include <cstddef>
#include <optional>

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
                findings_.add(finding.rule, finding.severity);
            findings_ += payload.report.unlisted;
            unlisted_findings_ += payload.report.unlisted;
            add(payload.attendance);
        }
        passed_over_ += file.passed_over;
        payloads_ += file.unlisted.count;
        records_ += file.unlisted.records;
        findings_ += file.unlisted.findings;
        unlisted_findings_ += file.unlisted.findings;
        add(file.attendance);
    }

    /// All files, those with an error included.
    [[nodiscard]] std::size_t files() const noexcept { return files_; }
    [[nodiscard]] std::size_t unjudged_files() const noexcept { return unjudged_files_; }
    [[nodiscard]] std::size_t payloads() const noexcept { return payloads_; }
    [[nodiscard]] std::size_t records() const noexcept { return records_; }
    /// How many entries or responses have no attendance payload, and were not judged.
    [[nodiscard]] std::size_t passed_over() const noexcept { return passed_over_; }

    /// How many findings there are, listed or not.
    [[nodiscard]] const finding_counts& findings() const noexcept { return findings_; }
    /// How many of them are only counted.
    [[nodiscard]] const finding_counts& unlisted_findings() const noexcept { return unlisted_findings_; }

    /// What was collected of who attended; nothing where it was not.
    [[nodiscard]] const std::optional<attendance_figures>& attendance() const noexcept { return attendance_; }

    /// Whether there is a finding of this severity or a higher one.
    [[nodiscard]] bool has_finding_from(severity level) const noexcept
    {
        for (const severity found : {severity::info, severity::warning, severity::error})
            if (found >= level && findings_[found] != 0)
                return true;
        return false;
    }

private:
    void add(const std::optional<rollcall::attendance>& collected)
    {
        if (!collected)
            return;
        if (!attendance_)
            attendance_.emplace();
        *attendance_ += collected->figures;
    }

    std::size_t files_ = 0;
    std::size_t unjudged_files_ = 0;
    std::size_t payloads_ = 0;
    std::size_t records_ = 0;
    std::size_t passed_over_ = 0;
    finding_counts findings_;
    finding_counts unlisted_findings_;
    std::optional<attendance_figures> attendance_;
};

} // namespace rollcall
