#pragma once

#include <rollcall/detail/utf8.hpp>
#include <rollcall/report/report_writer.hpp>
#include <rollcall/write.hpp> // detail::write_string

#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace rollcall {

/// Shows verdicts as one JSON object, with a line for each diagnostic, so that two reports can be compared line by
/// line:
///
///     {"tool": {"name", "version"},
///      "files": [{"path", "error",
///                 "payloads": [{"source", "line", "kind", "records",
///                               "diagnostics": [{"rule", "severity", "pointer", "line", "column",
///                                                "message", "expected", "found", "fix"}],
///                               "unlisted": {"errors", "warnings", "infos"}}],
///                 "unlisted": {"payloads", "records", "errors", "warnings", "infos"}}],
///      "summary": {"files", "payloads", "records", "errors", "warnings", "infos",
///                  "unlisted": {"errors", "warnings", "infos"},
///                  "rules": {RULE: {"errors", "warnings", "infos"}},
///                  "attendance": {"meetings", "participants", "sessions", "attendedSeconds",
///                                 "recordsBySessions": {"0", "1", "2", "3", "4", "5 or more"},
///                                 "recordsByRole": {"None", "Attendee", "Presenter", "Organizer",
///                                                   "other", "not said"},
///                                 "recordsByIdentity": {"communicationsUserIdentity",
///                                                       "azureCommunicationServicesUserIdentity",
///                                                       "identity", "other", "none"}}}}
///
/// `error` is null, or why the file could not be judged; such a file counts in `files`. What is counted and not listed
/// is in `unlisted`: the diagnostics of a payload beyond the limit, the payloads of a file, and of all files together
/// the diagnostics; the summary's other counts include them. `attendance` is null unless
/// it was collected; it is what `attendance_figures` says. All numbers of the summary can be added to those of another
/// report: meetings and participants are those of each payload, so none is known to be another's. Lines and columns (in
/// code points) count from 1 and are 0 where there is no text. It is UTF-8 whatever the file was: a byte that is not
/// becomes U+FFFD.
///
/// Some members stand only where there is something to say: of a payload `entry`, its number in the file, and `url`,
/// which it was requested from; of a diagnostic `fix`, the value that would be right, and `body`, with the `line` and
/// `column` in the payload where the file has that in another form; of a file and of the summary `passedOver`, how many entries or responses have no attendance
/// payload and were not judged.
class json_report final : public report_writer {
public:
    /// Which program judges.
    json_report(std::ostream& out, std::string_view tool_name, std::string_view tool_version) : report_writer{out}
    {
        std::string text = "{\n  \"tool\": {";
        append_member(text, "name", tool_name);
        append_member(text += ", ", "version", tool_version);
        out << (text += "},\n  \"files\": [");
    }

private:
    void write_file(const file_report& file, std::string_view) override
    {
        std::string text = summary().files() == 0 ? "\n    {\n      " : ",\n    {\n      ";
        append_member(text, "path", file.path);
        text += ",\n      \"error\": ";
        if (file.error)
            append_string(text, *file.error);
        else
            text += "null";
        text += ",\n      \"payloads\": [";
        for (const payload_report& payload : file.payloads) {
            text += &payload == file.payloads.data() ? "\n" : ",\n";
            append(text, payload);
        }
        text += file.payloads.empty() ? "],\n      " : "\n      ],\n      ";
        append_name(text, "unlisted");
        append_member(text += '{', "payloads", file.unlisted.count);
        append_member(text += ", ", "records", file.unlisted.records);
        append_members(text += ", ", file.unlisted.findings.by_severity());
        text += '}';
        if (file.passed_over != 0)
            append_member(text += ",\n      ", "passedOver", file.passed_over);
        out() << (text += "\n    }");
    }

    void write_end() override
    {
        std::string text = summary().files() == 0 ? "],\n  \"summary\": {" : "\n  ],\n  \"summary\": {";
        append_member(text, "files", summary().files());
        append_member(text += ", ", "payloads", summary().payloads());
        append_member(text += ", ", "records", summary().records());
        if (summary().passed_over() != 0)
            append_member(text += ", ", "passedOver", summary().passed_over());
        append_members(text += ", ", summary().findings().by_severity());
        append_unlisted(text += ", ", summary().unlisted_findings());
        append_rules(text += ",\n    ");
        append_attendance(text += ",\n    ");
        out() << (text += "}\n}\n");
    }

    void append_rules(std::string& text) const
    {
        append_name(text, "rules");
        const char* separator = "{";
        for (const auto& [rule, counts] : summary().findings().by_rule()) {
            append_name(text += separator, rule);
            append_members(text += '{', counts);
            text += '}';
            separator = ", ";
        }
        text += summary().findings().by_rule().empty() ? "{}" : "}";
    }

    void append_attendance(std::string& text) const
    {
        append_name(text, "attendance");
        if (!summary().attendance()) {
            text += "null";
            return;
        }
        const attendance_figures& figures = *summary().attendance();
        append_member(text += '{', "meetings", figures.meetings);
        append_member(text += ", ", "participants", figures.participants);
        append_member(text += ", ", "sessions", figures.sessions);
        append_member(text += ", ", "attendedSeconds", figures.attended_seconds);
        append_counts(text += ", ", "recordsBySessions", session_count_names, figures.records_by_sessions);
        append_counts(text += ", ", "recordsByRole", role_kind_names, figures.records_by_role);
        append_counts(text += ", ", "recordsByIdentity", identity_kind_names, figures.records_by_identity);
        text += '}';
    }

    static void append_counts(std::string& text, std::string_view name, std::span<const std::string_view> names,
                              std::span<const std::size_t> counts)
    {
        append_name(text, name);
        for (std::size_t index = 0; index < names.size(); ++index)
            append_member(text += index == 0 ? "{" : ", ", names[index], counts[index]);
        text += '}';
    }

    static void append(std::string& text, const payload_report& payload)
    {
        text += "        {\n          ";
        append_member(text, "source", payload.source);
        append_member(text += ",\n          ", "line", payload.line);
        if (payload.entry != 0)
            append_member(text += ",\n          ", "entry", payload.entry);
        if (!payload.request_url.empty())
            append_member(text += ",\n          ", "url", payload.request_url);
        append_member(text += ",\n          ", "kind", name_of(payload.report.kind));
        append_member(text += ",\n          ", "records", payload.report.records);
        text += ",\n          \"diagnostics\": [";
        const auto& diagnostics = payload.report.diagnostics;
        for (const diagnostic& finding : diagnostics) {
            text += &finding == diagnostics.data() ? "\n" : ",\n";
            append(text, finding);
        }
        text += diagnostics.empty() ? "],\n          " : "\n          ],\n          ";
        append_unlisted(text, payload.report.unlisted);
        text += "\n        }";
    }

    static void append_unlisted(std::string& text, const finding_counts& counts)
    {
        append_name(text, "unlisted");
        append_members(text += '{', counts.by_severity());
        text += '}';
    }

    static void append_members(std::string& text, const severity_counts& counts)
    {
        append_member(text, "errors", counts[severity::error]);
        append_member(text += ", ", "warnings", counts[severity::warning]);
        append_member(text += ", ", "infos", counts[severity::info]);
    }

    static void append(std::string& text, const diagnostic& finding)
    {
        append_member(text += "            {", "rule", finding.rule);
        append_member(text += ", ", "severity", name_of(finding.severity));
        append_member(text += ", ", "pointer", finding.pointer);
        append_member(text += ", ", "line", finding.position.line);
        append_member(text += ", ", "column", finding.position.column);
        if (finding.body) {
            append_name(text += ", ", "body");
            append_member(text += '{', "line", finding.body->position.line);
            append_member(text += ", ", "column", finding.body->position.column);
            text += '}';
        }
        append_member(text += ", ", "message", finding.message);
        append_member(text += ", ", "expected", finding.expected);
        append_member(text += ", ", "found", finding.found);
        if (!finding.fix.empty())
            append_member(text += ", ", "fix", finding.fix);
        text += '}';
    }

    static void append_member(std::string& text, std::string_view name, std::string_view value)
    {
        append_name(text, name);
        append_string(text, value);
    }

    static void append_member(std::string& text, std::string_view name, std::size_t value)
    {
        append_name(text, name);
        text += std::to_string(value);
    }

    static void append_name(std::string& text, std::string_view name)
    {
        detail::write_string(text, name);
        text += ": ";
    }

    static void append_string(std::string& text, std::string_view value)
    {
        detail::write_string(text, detail::to_valid_utf8(value));
    }
};

} // namespace rollcall
