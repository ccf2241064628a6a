#pragma once

#include <rollcall/detail/finding_text.hpp>
#include <rollcall/detail/report_json_text.hpp>
#include <rollcall/detail/report_path.hpp>
#include <rollcall/detail/terminal_text.hpp>
#include <rollcall/fingerprints.hpp>
#include <rollcall/report/report_writer.hpp>
#include <rollcall/severity.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace rollcall {

/// Shows verdicts as a code quality report of GitLab: a JSON array with an object for each finding and each file that
/// could not be judged:
///
///     {"description", "check_name", "fingerprint", "severity", "location": {"path", "lines": {"begin"}}}
///
/// An error is `major`, a warning `minor`, and a file that could not be judged `critical`. GitLab shows of findings
/// with one fingerprint only one, so those of equal defects in several payloads are told apart here; for this every
/// fingerprint is remembered. What is only counted is not in the report.
class gitlab_report final : public report_writer {
public:
    /// `working_folder` is what paths are relative to: the clone of the repository.
    explicit gitlab_report(std::ostream& out, std::filesystem::path working_folder = {})
        : report_writer{out}, working_folder_{std::move(working_folder)}
    {
        out << '[';
    }

private:
    void write_file(const file_report& file, std::string_view) override
    {
        const std::string path = detail::report_path(file.path, working_folder_);
        if (file.error)
            write(detail::for_terminal(*file.error), "not-judged", detail::fingerprint_of("not-judged:" + path),
                  "critical", path, 0);
        for (const payload_report& payload : file.payloads)
            for (const diagnostic& finding : payload.report.diagnostics)
                write(detail::text_of(finding), finding.rule, finding.fingerprint, name_of(finding.severity), path,
                      finding.position.line);
    }

    void write_end() override { out() << (is_empty_ ? "]\n" : "\n]\n"); }

    void write(std::string_view description, std::string_view check_name, const std::string& fingerprint,
               std::string_view severity, std::string_view path, std::size_t line)
    {
        std::string text = is_empty_ ? "\n  {" : ",\n  {";
        is_empty_ = false;
        detail::append_json_member(text, "description", description);
        detail::append_json_member(text += ", ", "check_name", check_name);
        detail::append_json_member(text += ", ", "fingerprint", only(fingerprint));
        detail::append_json_member(text += ", ", "severity", severity);
        detail::append_json_name(text += ", ", "location");
        detail::append_json_member(text += '{', "path", path);
        detail::append_json_name(text += ", ", "lines");
        detail::append_json_member(text += '{', "begin", std::max<std::size_t>(line, 1));
        out() << (text += "}}}");
    }

    /// A fingerprint that no other finding of the report has: of equal ones the first keeps theirs.
    [[nodiscard]] std::string only(const std::string& fingerprint)
    {
        const std::size_t before = known_[fingerprint]++;
        return before == 0 ? fingerprint : detail::fingerprint_of(fingerprint + ',' + std::to_string(before));
    }

    [[nodiscard]] static constexpr std::string_view name_of(rollcall::severity level) noexcept
    {
        return level == severity::error ? "major" : level == severity::warning ? "minor" : "info";
    }

    std::filesystem::path working_folder_;
    std::unordered_map<std::string, std::size_t> known_;
    bool is_empty_ = true;
};

} // namespace rollcall
