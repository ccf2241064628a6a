#pragma once

#include <rollcall/detail/report_json_text.hpp>
#include <rollcall/finding_counts.hpp>
#include <rollcall/report/attendance_figures.hpp>
#include <rollcall/report/file_report.hpp>
#include <rollcall/report/summary.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rollcall::detail {

/// The parts of a report as JSON, in lines for people who compare two reports, or each in a single line.
class report_json {
public:
    explicit report_json(bool has_lines) : has_lines_{has_lines} {}

    /// Goes to a new line, if there are any.
    void begin_line(std::string& text, std::size_t indentation) const
    {
        if (has_lines_)
            text.append(1, '\n').append(indentation, ' ');
        else if (text.ends_with(','))
            text += ' ';
    }

    void append(std::string& text, const file_report& file, std::size_t indentation) const
    {
        const auto begin_member = [&](std::string_view separator) {
            begin_line(text += separator, indentation + step);
        };
        begin_member("{");
        append_json_member(text, "path", file.path);
        begin_member(",");
        append_json_name(text, "error");
        if (file.error)
            append_json(text, *file.error);
        else
            text += "null";
        begin_member(",");
        append_list(text, "payloads", file.payloads, indentation + step);
        begin_member(",");
        append_json_name(text, "unlisted");
        append_json_member(text += '{', "payloads", file.unlisted.count);
        append_json_member(text += ", ", "records", file.unlisted.records);
        append_counts(text += ", ", file.unlisted.findings.by_severity());
        append_rules(text += ", ", file.unlisted.findings);
        text += '}';
        if (file.passed_over != 0) {
            begin_member(",");
            append_json_member(text, "passedOver", file.passed_over);
        }
        begin_line(text, indentation);
        text += '}';
    }

    void append(std::string& text, const report_summary& summary, std::size_t indentation) const
    {
        append_json_member(text += '{', "files", summary.files());
        append_json_member(text += ", ", "payloads", summary.payloads());
        append_json_member(text += ", ", "records", summary.records());
        if (summary.passed_over() != 0)
            append_json_member(text += ", ", "passedOver", summary.passed_over());
        append_counts(text += ", ", summary.findings().by_severity());
        append_unlisted(text += ", ", summary.unlisted_findings());
        begin_line(text += ',', indentation + step);
        append_rules(text, summary.findings());
        begin_line(text += ',', indentation + step);
        append_attendance(text, summary.attendance());
        text += '}';
    }

    static void append_tool(std::string& text, std::string_view name, std::string_view version)
    {
        append_json_name(text, "tool");
        append_json_member(text += '{', "name", name);
        append_json_member(text += ", ", "version", version);
        text += '}';
    }

private:
    static constexpr std::size_t step = 2;

    template <class List>
    void append_list(std::string& text, std::string_view name, const List& list, std::size_t indentation) const
    {
        append_json_name(text, name);
        text += '[';
        for (const auto& item : list) {
            if (&item != list.data())
                text += ',';
            begin_line(text, indentation + step);
            append(text, item, indentation + step);
        }
        if (!list.empty())
            begin_line(text, indentation);
        text += ']';
    }

    void append(std::string& text, const payload_report& payload, std::size_t indentation) const
    {
        const auto begin_member = [&](std::string_view separator) {
            begin_line(text += separator, indentation + step);
        };
        begin_member("{");
        append_json_member(text, "source", payload.source);
        begin_member(",");
        append_json_member(text, "line", payload.line);
        begin_member(",");
        if (payload.entry != 0) {
            append_json_member(text, "entry", payload.entry);
            begin_member(",");
        }
        if (!payload.request_url.empty()) {
            append_json_member(text, "url", payload.request_url);
            begin_member(",");
        }
        append_json_member(text, "kind", name_of(payload.report.kind));
        begin_member(",");
        append_json_member(text, "records", payload.report.records);
        begin_member(",");
        append_list(text, "diagnostics", payload.report.diagnostics, indentation + step);
        begin_member(",");
        append_unlisted(text, payload.report.unlisted);
        begin_line(text, indentation);
        text += '}';
    }

    static void append(std::string& text, const diagnostic& finding, std::size_t)
    {
        append_json_member(text += '{', "rule", finding.rule);
        append_json_member(text += ", ", "severity", name_of(finding.severity));
        append_json_member(text += ", ", "pointer", finding.pointer);
        append_json_member(text += ", ", "line", finding.position.line);
        append_json_member(text += ", ", "column", finding.position.column);
        if (finding.body) {
            append_json_name(text += ", ", "body");
            append_json_member(text += '{', "line", finding.body->position.line);
            append_json_member(text += ", ", "column", finding.body->position.column);
            text += '}';
        }
        append_json_member(text += ", ", "message", finding.message);
        append_json_member(text += ", ", "expected", finding.expected);
        append_json_member(text += ", ", "found", finding.found);
        if (!finding.fix.empty())
            append_json_member(text += ", ", "fix", finding.fix);
        append_json_member(text += ", ", "fingerprint", finding.fingerprint);
        text += '}';
    }

    static void append_unlisted(std::string& text, const finding_counts& counts)
    {
        append_json_name(text, "unlisted");
        append_counts(text += '{', counts.by_severity());
        append_rules(text += ", ", counts);
        text += '}';
    }

    static void append_counts(std::string& text, const severity_counts& counts)
    {
        append_json_member(text, "errors", counts[severity::error]);
        append_json_member(text += ", ", "warnings", counts[severity::warning]);
        append_json_member(text += ", ", "infos", counts[severity::info]);
    }

    static void append_rules(std::string& text, const finding_counts& counts)
    {
        append_json_name(text, "rules");
        text += '{';
        for (const auto& [rule, of_rule] : counts.by_rule()) {
            append_json_name(text += text.ends_with('{') ? "" : ", ", rule);
            append_counts(text += '{', of_rule);
            text += '}';
        }
        text += '}';
    }

    static void append_attendance(std::string& text, const std::optional<attendance_figures>& figures)
    {
        append_json_name(text, "attendance");
        if (!figures) {
            text += "null";
            return;
        }
        append_json_member(text += '{', "meetings", figures->meetings);
        append_json_member(text += ", ", "participants", figures->participants);
        append_json_member(text += ", ", "sessions", figures->sessions);
        append_json_member(text += ", ", "attendedSeconds", figures->attended_seconds);
        append_shares(text += ", ", "recordsBySessions", session_count_names, figures->records_by_sessions);
        append_shares(text += ", ", "recordsByRole", role_kind_names, figures->records_by_role);
        append_shares(text += ", ", "recordsByIdentity", identity_kind_names, figures->records_by_identity);
        text += '}';
    }

    static void append_shares(std::string& text, std::string_view name, std::span<const std::string_view> names,
                              std::span<const std::size_t> counts)
    {
        append_json_name(text, name);
        for (std::size_t index = 0; index < names.size(); ++index)
            append_json_member(text += index == 0 ? "{" : ", ", names[index], counts[index]);
        text += '}';
    }

    bool has_lines_;
};

} // namespace rollcall::detail
