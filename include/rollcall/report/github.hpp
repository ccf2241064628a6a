#pragma once

#include <rollcall/detail/finding_text.hpp>
#include <rollcall/detail/report_path.hpp>
#include <rollcall/detail/summary_text.hpp>
#include <rollcall/detail/terminal_text.hpp>
#include <rollcall/report/report_writer.hpp>
#include <rollcall/severity.hpp>

#include <cstddef>
#include <filesystem>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace rollcall {

/// Shows verdicts as workflow commands of GitHub Actions, which become annotations of the files where this is the log
/// of a step, and the summary as a line of text:
///
///     ::error title=total-is-sum,file=captures/records.json,line=4,col=29::totalAttendanceInSeconds of … (expected …)
///
/// Columns are those of code points. Findings beyond the limit are told of in one warning.
class github_report final : public report_writer {
public:
    /// `working_folder` is what paths are relative to: the clone of the repository.
    explicit github_report(std::ostream& out, std::filesystem::path working_folder = {})
        : report_writer{out}, working_folder_{std::move(working_folder)}
    {
    }

private:
    void write_file(const file_report& file, std::string_view) override
    {
        const std::string path = detail::for_terminal(detail::report_path(file.path, working_folder_));
        if (file.error)
            out() << "::error title=not judged,file=" << escaped_property(path)
                  << "::" << escaped_data(detail::for_terminal(*file.error)) << '\n';
        for (const payload_report& payload : file.payloads)
            for (const diagnostic& finding : payload.report.diagnostics) {
                out() << "::" << command_of(finding.severity)
                      << " title=" << escaped_property(detail::for_terminal(finding.rule))
                      << ",file=" << escaped_property(path);
                if (finding.position.line != 0)
                    out() << ",line=" << std::to_string(finding.position.line)
                          << ",col=" << std::to_string(finding.position.column);
                out() << "::" << escaped_data(detail::text_of(finding)) << '\n';
            }
    }

    void write_end() override
    {
        if (summary().unlisted_findings().total() != 0)
            out() << "::warning title=not shown::not shown, beyond the limit: "
                  << detail::text_of(summary().unlisted_findings()) << '\n';
        out() << detail::text_of(summary()) << '\n';
    }

    [[nodiscard]] static constexpr std::string_view command_of(severity level) noexcept
    {
        return level == severity::error ? "error" : level == severity::warning ? "warning" : "notice";
    }

    /// As the toolkit of GitHub Actions escapes what follows the last `::`.
    [[nodiscard]] static std::string escaped_data(std::string_view text) { return escaped(text, "%\r\n"); }
    /// And a value in front of it.
    [[nodiscard]] static std::string escaped_property(std::string_view text) { return escaped(text, "%\r\n:,"); }

    [[nodiscard]] static std::string escaped(std::string_view text, std::string_view to_escape)
    {
        constexpr std::string_view digits = "0123456789ABCDEF";
        std::string result;
        for (const char character : text) {
            if (to_escape.find(character) == std::string_view::npos) {
                result += character;
                continue;
            }
            result += '%';
            result += digits[static_cast<unsigned char>(character) >> 4];
            result += digits[static_cast<unsigned char>(character) & 0xF];
        }
        return result;
    }

    std::filesystem::path working_folder_;
};

} // namespace rollcall
