#pragma once

#include <rollcall/detail/script_json.hpp>
#include <rollcall/detail/sha256.hpp>
#include <rollcall/report/html_page/markup.hpp>
#include <rollcall/report/html_page/script.hpp>
#include <rollcall/report/html_page/style.hpp>
#include <rollcall/report/report_writer.hpp>
#include <rollcall/rule_information.hpp>

#include <cstddef>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace rollcall {

/// Shows verdicts as one HTML page that needs nothing but a browser: totals, the findings in a table that filters, and
/// of every meeting who was there when, where that was collected (`attendance_detail::participants`).
///
/// The page loads nothing and sends nothing. What comes from a file is in it as JSON, and its script, which a policy
/// names by its hash and lets nothing else run, shows that as text: it does nothing, whatever it is. Some 200 bytes for
/// each finding and participant.
class html_report final : public report_writer {
public:
    /// Which program judges. The page says why of `rules` that have findings.
    html_report(std::ostream& out, std::string_view tool_name, std::string_view tool_version,
                std::span<const rule_information> rules = {})
        : report_writer{out}, tool_name_{tool_name}, tool_version_{tool_version}, rules_{rules}
    {
        out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '"
            << detail::policy_hash_of(html_page::script) << "'; style-src '" << detail::policy_hash_of(html_page::style)
            << "'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'\">\n"
            << html_page::head << "<style>" << html_page::style << "</style>\n</head>\n<body>\n"
            << html_page::body;
    }

private:
    using json = detail::script_json;

    void write_file(const file_report& file, std::string_view) override
    {
        json text;
        text.begin('{').member("path", file.path).member("error", file.error);
        text.name("payloads").begin('[');
        for (const payload_report& payload : file.payloads)
            append(text, payload);
        text.end(']').name("unlisted").begin('{').member("payloads", file.unlisted.count);
        append(text.member("records", file.unlisted.records), file.unlisted.findings.by_severity());
        append(text.end('}'), file.attendance);
        write_data("file", text.end('}'));
    }

    void write_end() override
    {
        json text;
        text.begin('{').member("tool", tool_name_ + ' ' + tool_version_);
        text.member("files", summary().files()).member("unjudgedFiles", summary().unjudged_files());
        text.member("payloads", summary().payloads()).member("records", summary().records());
        append(text.name("findings").begin('{'), summary().findings().by_severity());
        append(text.end('}').name("unlisted").begin('{'), summary().unlisted_findings().by_severity());
        text.end('}').name("rules").begin('[');
        for (const auto& [rule, counts] : summary().findings().by_rule()) {
            text.begin('{').member("id", rule);
            for (const rule_information& known : rules_)
                if (known.id == rule)
                    text.member("summary", known.summary).member("reason", known.reason);
            append(text, counts);
            text.end('}');
        }
        text.end(']').name("attendance");
        if (const auto& figures = summary().attendance())
            text.begin('{')
                .member("meetings", figures->meetings)
                .member("participants", figures->participants)
                .member("sessions", figures->sessions)
                .member("seconds", figures->attended_seconds)
                .end('}');
        else
            text.value(std::optional<std::string>{});
        write_data("summary", text.end('}'));
        out() << "<script>" << html_page::script << "</script>\n</body>\n</html>\n";
    }

    void write_data(std::string_view kind, const json& data)
    {
        out() << "<script type=\"application/json\" class=\"" << kind << "\">" << data.text() << "</script>\n";
    }

    static void append(json& text, const payload_report& payload)
    {
        text.begin('{').member("source", payload.source).member("line", payload.line);
        text.member("kind", name_of(payload.report.kind)).member("records", payload.report.records);
        text.name("findings").begin('[');
        for (const diagnostic& finding : payload.report.diagnostics) {
            text.begin('{')
                .member("rule", finding.rule)
                .member("severity", name_of(finding.severity))
                .member("pointer", finding.pointer)
                .member("line", finding.position.line)
                .member("column", finding.position.column)
                .member("message", finding.message)
                .member("expected", finding.expected)
                .member("found", finding.found)
                .member("fix", finding.fix);
            if (finding.body)
                text.member("bodyLine", finding.body->position.line)
                    .member("bodyColumn", finding.body->position.column);
            text.end('}');
        }
        text.end(']');
        append(text, payload.attendance);
        text.end('}');
    }

    static void append(json& text, const severity_counts& counts)
    {
        text.member("error", counts[severity::error])
            .member("warning", counts[severity::warning])
            .member("info", counts[severity::info]);
    }

    static void append(json& text, const std::optional<attendance>& collected)
    {
        text.name("meetings").begin('[');
        if (collected)
            for (const meeting_attendance& meeting : collected->meetings)
                append(text, meeting);
        text.end(']');
    }

    static void append(json& text, const meeting_attendance& meeting)
    {
        text.begin('{').member("kind", name_of(meeting.kind)).member("pointer", meeting.pointer);
        text.member("report", meeting.report_id).member("context", meeting.context);
        text.member("start", text_of(meeting.start)).member("end", text_of(meeting.end));
        text.member("unlisted", meeting.unlisted_participants).name("participants").begin('[');
        for (const participant_attendance& participant : meeting.participants)
            append(text, participant);
        text.end(']').end('}');
    }

    static void append(json& text, const participant_attendance& participant)
    {
        text.begin('{').member("pointer", participant.pointer).member("line", participant.line);
        text.member("name", participant.display_name).member("id", participant.id);
        text.member("email", participant.email_address).member("role", participant.role);
        text.member("identity", participant.identity_type).member("total", participant.total_in_seconds);
        text.member("unlisted", participant.unlisted_intervals).name("intervals").begin('[');
        for (const attended_interval& interval : participant.intervals)
            text.begin('[')
                .value(text_of(interval.join))
                .value(text_of(interval.leave))
                .value(interval.duration_in_seconds)
                .end(']');
        text.end(']').end('}');
    }

    [[nodiscard]] static std::optional<std::string> text_of(const std::optional<date_time>& moment)
    {
        return moment ? std::optional{moment->text()} : std::nullopt;
    }

    std::string tool_name_;
    std::string tool_version_;
    std::span<const rule_information> rules_;
};

} // namespace rollcall
