#pragma once

#include <rollcall/detail/finding_text.hpp>
#include <rollcall/detail/report_path.hpp>
#include <rollcall/detail/summary_text.hpp>
#include <rollcall/detail/xml_text.hpp>
#include <rollcall/report/report_writer.hpp>
#include <rollcall/severity.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rollcall {

/// Shows verdicts as JUnit XML, for the test views of CI systems. A file is a `testsuite`. Of each payload, every rule
/// that has findings is a `testcase` with one `failure`, or with `system-out` where no finding is severe enough; a
/// payload without findings is one that passes. A file that could not be judged has an `error`. What is only counted is
/// a `testcase`, too.
class junit_report final : public report_writer {
public:
    /// `name` is what all suites are called together; findings of severity `fails_from` and above are failures; paths
    /// are relative to `working_folder`.
    junit_report(std::ostream& out, std::string_view name, severity fails_from = severity::error,
                 std::filesystem::path working_folder = {})
        : report_writer{out}, fails_from_{fails_from}, working_folder_{std::move(working_folder)}
    {
        out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"" << detail::for_xml(name) << "\">\n";
    }

private:
    /// The cases of a file.
    struct test_cases {
        std::string path;
        std::string text{};
        std::size_t count = 0;
        std::size_t failures = 0;
        std::size_t errors = 0;
    };

    void write_file(const file_report& file, std::string_view) override
    {
        test_cases cases{.path = detail::report_path(file.path, working_folder_)};
        if (file.error) {
            ++cases.errors;
            add_case(cases, "can be judged",
                     "      <error type=\"not-judged\" message=\"" + detail::for_xml(*file.error) + "\"/>\n");
        }
        const bool names_lines = file.payloads.size() + file.unlisted.count > 1;
        for (const payload_report& payload : file.payloads)
            add_payload(cases, payload,
                        !payload.source.empty() ? payload.source
                        : names_lines           ? "line " + std::to_string(payload.line)
                                                : std::string{});
        if (file.unlisted.count != 0)
            add_counted(cases, "other payloads", file.unlisted.findings,
                        detail::counted_or_no(file.unlisted.count, "payload") + ": " +
                            detail::text_of(file.unlisted.findings));
        out() << "  <testsuite name=\"" << detail::for_xml(cases.path) << "\" tests=\"" << std::to_string(cases.count)
              << "\" failures=\"" << std::to_string(cases.failures) << "\" errors=\"" << std::to_string(cases.errors)
              << "\">\n"
              << cases.text << "  </testsuite>\n";
    }

    void write_end() override { out() << "</testsuites>\n"; }

    void add_payload(test_cases& cases, const payload_report& payload, const std::string& payload_name) const
    {
        const std::string prefix = payload_name.empty() ? std::string{} : payload_name + ": ";
        std::vector<std::string_view> rules;
        for (const diagnostic& finding : payload.report.diagnostics)
            if (std::find(rules.begin(), rules.end(), finding.rule) == rules.end())
                rules.push_back(finding.rule);
        for (const std::string_view rule : rules)
            add_rule(cases, prefix, rule, payload.report.diagnostics);
        if (payload.report.unlisted.total() != 0)
            add_counted(cases, prefix + "findings beyond the limit", payload.report.unlisted,
                        detail::text_of(payload.report.unlisted));
        else if (rules.empty())
            add_case(cases, prefix + std::string{name_of(payload.report.kind)}, {});
    }

    void add_rule(test_cases& cases, const std::string& prefix, std::string_view rule,
                  const std::vector<diagnostic>& findings) const
    {
        severity highest = severity::off;
        std::string lines;
        std::string first;
        std::size_t others = 0;
        for (const diagnostic& finding : findings) {
            if (finding.rule != rule)
                continue;
            highest = std::max(highest, finding.severity);
            const std::string text = detail::for_xml(detail::text_of(finding));
            others += !first.empty();
            if (first.empty())
                first = text;
            lines += place_of(cases.path, finding) + std::string{name_of(finding.severity)} + ": " + text + '\n';
        }
        if (others != 0)
            first += ", and " + std::to_string(others) + " more";
        add_findings(cases, prefix + std::string{rule}, highest, rule, first, lines);
    }

    /// Something that is only counted.
    void add_counted(test_cases& cases, std::string_view name, const finding_counts& counts,
                     const std::string& text) const
    {
        severity highest = severity::off;
        for (const severity level : {severity::info, severity::warning, severity::error})
            if (counts[level] != 0)
                highest = level;
        add_findings(cases, name, highest, "not-listed", text, text + '\n');
    }

    /// A case with findings, which fails when they are severe enough. `message` and `lines` are XML.
    void add_findings(test_cases& cases, std::string_view name, severity highest, std::string_view type,
                      std::string_view message, std::string_view lines) const
    {
        std::string text = "      ";
        if (highest < fails_from_)
            return add_case(cases, name, text.append("<system-out>").append(lines) + "</system-out>\n");
        ++cases.failures;
        text += "<failure type=\"" + detail::for_xml(type) + "\" message=\"";
        add_case(cases, name, text.append(message).append("\">").append(lines) + "</failure>\n");
    }

    static void add_case(test_cases& cases, std::string_view name, const std::string& result)
    {
        ++cases.count;
        cases.text +=
            "    <testcase name=\"" + detail::for_xml(name) + "\" classname=\"" + detail::for_xml(cases.path) + '"';
        cases.text += result.empty() ? "/>\n" : ">\n" + result + "    </testcase>\n";
    }

    [[nodiscard]] static std::string place_of(std::string_view path, const diagnostic& finding)
    {
        std::string place = detail::for_xml(path) + ':';
        if (finding.position.line != 0)
            place += std::to_string(finding.position.line) + ':' + std::to_string(finding.position.column) + ':';
        if (!finding.pointer.empty())
            place += ' ' + detail::for_xml(finding.pointer) + ':';
        return place + ' ';
    }

    severity fails_from_;
    std::filesystem::path working_folder_;
};

} // namespace rollcall
