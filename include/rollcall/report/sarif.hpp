#pragma once

#include <rollcall/detail/finding_text.hpp>
#include <rollcall/detail/report_json_text.hpp>
#include <rollcall/detail/report_path.hpp>
#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/summary_text.hpp>
#include <rollcall/detail/utf8.hpp>
#include <rollcall/report/report_writer.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/severity.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace rollcall {

/// Shows verdicts as SARIF 2.1.0, for the views of code scanning: one run, whose tool says all that the rules say of
/// themselves, with a result for each finding. A file that could not be judged is a notification of the invocation, and
/// so is how much is only counted.
///
/// Columns are those of code points; the logical location is the JSON Pointer. Paths are URIs, relative ones where the
/// files are in the working folder. Where a finding has the value that would be right, and the file has the wrong one
/// as it is, the result has a fix.
class sarif_report final : public report_writer {
public:
    /// Which program judges, and by which rules; these must live as long. Paths are relative to `working_folder`.
    sarif_report(std::ostream& out, std::string_view tool_name, std::string_view tool_version,
                 std::span<const rule_information> rules, std::filesystem::path working_folder = {})
        : report_writer{out}, rules_{rules}, working_folder_{std::move(working_folder)}
    {
        std::string text = "{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
                           "  \"version\": \"2.1.0\",\n  \"runs\": [{\n    \"tool\": {\"driver\": {";
        detail::append_json_member(text, "name", tool_name);
        detail::append_json_member(text += ", ", "semanticVersion", tool_version);
        text += ", \"rules\": [";
        for (const rule_information& rule : rules)
            append(text += &rule == rules.data() ? "\n      " : ",\n      ", rule);
        out << (text += "]}},\n    \"columnKind\": \"unicodeCodePoints\",\n    \"results\": [");
    }

private:
    /// How many files that could not be judged are named; memory is not to grow with their number.
    static constexpr std::size_t maximum_named_files = 10'000;

    void write_file(const file_report& file, std::string_view file_text) override
    {
        const std::string uri = detail::uri_of_path(detail::report_path(file.path, working_folder_));
        if (file.error && summary().unjudged_files() < maximum_named_files) {
            append_notification("error", detail::for_terminal(*file.error));
            detail::append_json_name(notifications_ += ", ", "locations");
            append_location(notifications_ += "[{", uri, {});
            notifications_ += "}]}";
        }
        for (const payload_report& payload : file.payloads)
            for (const diagnostic& finding : payload.report.diagnostics) {
                std::string text = is_empty_ ? "\n      " : ",\n      ";
                is_empty_ = false;
                append(text, finding, uri, file_text);
                out() << text;
            }
    }

    void write_end() override
    {
        if (summary().unjudged_files() > maximum_named_files) {
            append_notification("error",
                                detail::counted_or_no(summary().unjudged_files() - maximum_named_files, "more file") +
                                    " could not be judged");
            notifications_ += '}';
        }
        if (summary().unlisted_findings().total() != 0) {
            append_notification("warning",
                                "not shown, beyond the limit: " + detail::text_of(summary().unlisted_findings()));
            notifications_ += '}';
        }
        out() << (is_empty_ ? "" : "\n    ") << "],\n    \"invocations\": [{\"executionSuccessful\": "
              << (summary().unjudged_files() == 0 ? "true" : "false") << ", \"toolExecutionNotifications\": ["
              << notifications_ << (notifications_.empty() ? "]}]\n  }]\n}\n" : "\n    ]}]\n  }]\n}\n");
    }

    static void append(std::string& text, const rule_information& rule)
    {
        const std::string reason{rule.reason};
        const std::string good{rule.good_example};
        const std::string bad{rule.bad_example};
        detail::append_json_member(text += '{', "id", rule.id);
        append_text(text += ", ", "shortDescription", rule.summary);
        text += '}';
        append_text(text += ", ", "fullDescription", rule.reason.empty() ? rule.summary : rule.reason);
        text += '}';
        if (!reason.empty() || !good.empty() || !bad.empty()) {
            append_text(text += ", ", "help", reason + "\n\nGood: " + good + "\n\nBad: " + bad);
            detail::append_json_member(text += ", ", "markdown",
                                       reason + "\n\nGood:\n\n```json\n" + good + "\n```\n\nBad:\n\n```json\n" + bad +
                                           "\n```\n");
            text += '}';
        }
        detail::append_json_name(text += ", ", "defaultConfiguration");
        detail::append_json_member(text += '{', "level", level_of(rule.default_severity));
        text += "}}";
    }

    void append(std::string& text, const diagnostic& finding, std::string_view uri, std::string_view file_text) const
    {
        detail::append_json_member(text += '{', "ruleId", finding.rule);
        const auto rule = std::find_if(rules_.begin(), rules_.end(),
                                       [&](const rule_information& known) { return known.id == finding.rule; });
        if (rule != rules_.end())
            detail::append_json_member(text += ", ", "ruleIndex", static_cast<std::size_t>(rule - rules_.begin()));
        detail::append_json_member(text += ", ", "level", level_of(finding.severity));
        append_text(text += ", ", "message", message_text(detail::text_of(finding)));
        detail::append_json_name(text += "}, ", "locations");
        append_location(text += "[{", uri, finding.position);
        if (!finding.pointer.empty()) {
            detail::append_json_name(text += ", ", "logicalLocations");
            detail::append_json_member(text += "[{", "fullyQualifiedName", finding.pointer);
            detail::append_json_member(text += ", ", "kind", std::string_view{"value"});
            text += "}]";
        }
        text += "}]";
        if (!finding.fingerprint.empty()) {
            detail::append_json_name(text += ", ", "partialFingerprints");
            detail::append_json_member(text += '{', "rollcall/v1", finding.fingerprint);
            text += '}';
        }
        append_fix(text, finding, uri, file_text);
        text += '}';
    }

    /// What stands in several lines is left to people.
    static void append_fix(std::string& text, const diagnostic& finding, std::string_view uri,
                           std::string_view file_text)
    {
        if (finding.fix.empty() || finding.body || finding.position.line == 0 ||
            finding.position.offset >= file_text.size())
            return;
        const char* const wrong = file_text.data() + finding.position.offset;
        const char* const wrong_end = detail::skip_value(wrong, file_text.data() + file_text.size());
        std::string_view rest{wrong, static_cast<std::size_t>(wrong_end - wrong)};
        if (rest.find('\n') != std::string_view::npos)
            return;
        std::size_t end_column = finding.position.column;
        for (; !rest.empty(); ++end_column)
            rest.remove_prefix(detail::decode_utf8(rest).size);
        detail::append_json_name(text += ", ", "fixes");
        append_text(text += "[{", "description", message_text("write " + finding.fix));
        detail::append_json_name(text += "}, ", "artifactChanges");
        detail::append_json_name(text += "[{", "artifactLocation");
        detail::append_json_member(text += '{', "uri", uri);
        detail::append_json_name(text += "}, ", "replacements");
        detail::append_json_name(text += "[{", "deletedRegion");
        detail::append_json_member(text += '{', "startLine", finding.position.line);
        detail::append_json_member(text += ", ", "startColumn", finding.position.column);
        detail::append_json_member(text += ", ", "endColumn", end_column);
        append_text(text += "}, ", "insertedContent", finding.fix);
        text += "}}]}]}]";
    }

    static void append_location(std::string& text, std::string_view uri, const text_position& position)
    {
        detail::append_json_name(text, "physicalLocation");
        detail::append_json_name(text += '{', "artifactLocation");
        detail::append_json_member(text += '{', "uri", uri);
        text += '}';
        if (position.line != 0) {
            detail::append_json_name(text += ", ", "region");
            detail::append_json_member(text += '{', "startLine", position.line);
            detail::append_json_member(text += ", ", "startColumn", position.column);
            text += '}';
        }
        text += '}';
    }

    /// Adds a notification that is not closed yet.
    void append_notification(std::string_view level, std::string_view text)
    {
        detail::append_json_member(notifications_ += notifications_.empty() ? "\n      {" : ",\n      {", "level",
                                   level);
        append_text(notifications_ += ", ", "message", message_text(text));
        notifications_ += '}';
    }

    /// Adds an object with a text that is not closed yet.
    static void append_text(std::string& to, std::string_view name, std::string_view text)
    {
        detail::append_json_name(to, name);
        detail::append_json_member(to += '{', "text", text);
    }

    /// In a message, braces are those of placeholders unless they stand twice, and [text](target) is a link, which no
    /// payload is to make.
    [[nodiscard]] static std::string message_text(std::string_view text)
    {
        std::string result;
        for (const char character : text) {
            if (character == '{' || character == '}')
                result += character;
            if (character == '(' && result.ends_with(']'))
                result += ' ';
            result += character;
        }
        return result;
    }

    [[nodiscard]] static constexpr std::string_view level_of(severity level) noexcept
    {
        switch (level) {
        case severity::error:
            return "error";
        case severity::warning:
            return "warning";
        case severity::info:
            return "note";
        case severity::off:
            break;
        }
        return "none";
    }

    std::span<const rule_information> rules_;
    std::filesystem::path working_folder_;
    /// Of the invocation, which stands behind the results.
    std::string notifications_;
    bool is_empty_ = true;
};

} // namespace rollcall
