#pragma once

#include <rollcall/report/report_writer.hpp> // report_writer
#include <rollcall/severity.hpp>             // severity

#include <cstdint>     // std::uint8_t
#include <filesystem>  // std::filesystem::path
#include <memory>      // std::unique_ptr
#include <ostream>     // std::ostream
#include <span>        // std::span
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall {
enum class attendance_detail : std::uint8_t;
}

namespace rollcall::program {

/// What a report's format may want to know.
struct report_setting {
    /// Then colours may be wanted, and the errors of files are shown beside the report.
    bool is_on_standard_output = false;
    /// Whether text is only of findings.
    bool is_quiet = false;
    /// From which severity on a finding counts as a failure.
    severity fail_on = severity::error;
    /// What paths are relative to.
    std::filesystem::path working_folder{};
};

/// What a report can be shown as.
struct report_format {
    std::string_view name;
    /// What it shows of who attended.
    attendance_detail attendance;
    std::unique_ptr<report_writer> (*make_writer)(std::ostream& out, const report_setting& setting);
};

/// The first one is shown where none is asked for.
[[nodiscard]] std::span<const report_format> report_formats() noexcept;

/// A report that is asked for.
struct report_output {
    const report_format* format = nullptr;
    /// Empty for standard output.
    std::string file{};
};

/// What at least one of the reports shows of who attended.
[[nodiscard]] attendance_detail shown_attendance(const std::vector<report_output>& outputs) noexcept;

} // namespace rollcall::program
