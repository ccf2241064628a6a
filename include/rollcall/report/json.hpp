#pragma once

#include <rollcall/detail/report_json.hpp>
#include <rollcall/report/report_writer.hpp>

#include <ostream>
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
///                                                "message", "expected", "found", "fingerprint"}],
///                               "unlisted": {"errors", "warnings", "infos",
///                                            "rules": {RULE: {"errors", "warnings", "infos"}}}}],
///                 "unlisted": {"payloads", "records", "errors", "warnings", "infos", "rules"}}],
///      "summary": {"files", "payloads", "records", "errors", "warnings", "infos",
///                  "unlisted": {"errors", "warnings", "infos", "rules"},
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
/// the diagnostics; the summary's other counts include them. `attendance` is null unless it was collected; it is what
/// `attendance_figures` says. All numbers of the summary can be added to those of another report: meetings and
/// participants are those of each payload, so none is known to be another's. Lines and columns (in code points) count
/// from 1 and are 0 where there is no text. `diagnostic::fingerprint` says what a fingerprint is. The report is UTF-8
/// whatever the file was: a byte that is not becomes U+FFFD.
///
/// Some members stand only where there is something to say: of a payload `entry`, its number in the file, and `url`,
/// which it was requested from; of a diagnostic `fix`, the value that would be right, and `body`, with the `line` and
/// `column` in the payload where the file has that in another form; of a file and of the summary `passedOver`, how many
/// entries or responses have no attendance payload and were not judged.
class json_report final : public report_writer {
public:
    /// Which program judges.
    json_report(std::ostream& out, std::string_view tool_name, std::string_view tool_version) : report_writer{out}
    {
        std::string text = "{\n  ";
        detail::report_json::append_tool(text, tool_name, tool_version);
        out << (text += ",\n  \"files\": [");
    }

private:
    void write_file(const file_report& file, std::string_view) override
    {
        std::string text = summary().files() == 0 ? "" : ",";
        json_.begin_line(text, 4);
        json_.append(text, file, 4);
        out() << text;
    }

    void write_end() override
    {
        std::string text = summary().files() == 0 ? "],\n  \"summary\": " : "\n  ],\n  \"summary\": ";
        json_.append(text, summary(), 2);
        out() << (text += "\n}\n");
    }

    detail::report_json json_{true};
};

} // namespace rollcall
