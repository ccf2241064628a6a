#pragma once

#include <rollcall/detail/marked_line.hpp>
#include <rollcall/detail/summary_text.hpp>
#include <rollcall/detail/terminal_text.hpp>
#include <rollcall/report/report_writer.hpp>

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace rollcall {

struct text_report_style {
    /// Whether severities and places are coloured by ANSI escape sequences.
    bool is_coloured = false;
    /// How many columns of a source line are shown.
    std::size_t line_width = 100;
    /// Whether the errors of files are shown, or only counted since the program tells them elsewhere.
    bool shows_file_errors = true;
    /// Whether lines at the end say how much was judged and found.
    bool shows_summary = true;
};

/// Shows verdicts to people, as a compiler does:
///
///     records.json:4:29: error: totalAttendanceInSeconds of … [total-is-sum]
///       at /value/0/totalAttendanceInSeconds: expected 842, found 843
///        4 | "totalAttendanceInSeconds": 843,
///          |                             ^~~
///
/// The source line stands only where the file's text was given; of a payload that the file holds in another form, it is
/// the payload's line. A file that could not be judged is shown by its error.
/// What comes from a file does nothing to a terminal: control characters are shown as escapes.
class text_report final : public report_writer {
public:
    explicit text_report(std::ostream& out, text_report_style style = {}) : report_writer{out}, style_{style} {}

private:
    static constexpr std::string_view bold = "\033[1m";
    static constexpr std::string_view green = "\033[1;32m";

    void write_file(const file_report& file, std::string_view text) override
    {
        if (file.error && style_.shows_file_errors)
            out() << painted(bold, file.path + ':') << ' ' << painted(colour_of(severity::error), "error:") << ' '
                  << detail::for_terminal(*file.error) << '\n';
        for (const payload_report& payload : file.payloads)
            for (const diagnostic& finding : payload.report.diagnostics)
                write(file, payload, finding, text);
    }

    void write_end() override
    {
        if (!style_.shows_summary)
            return;
        out() << detail::text_of(summary()) << '\n';
        if (summary().passed_over() != 0)
            out() << "passed over: "
                  << (summary().passed_over() == 1 ? "1 entry" : std::to_string(summary().passed_over()) + " entries")
                  << " without an attendance payload\n";
        if (summary().unlisted_findings().total() != 0)
            out() << "not shown, beyond the limit: " << detail::text_of(summary().unlisted_findings()) << '\n';
    }

    void write(const file_report& file, const payload_report& payload, const diagnostic& finding, std::string_view text)
    {
        const text_position& position = finding.position;
        const bool has_position = position.line != 0;
        std::string place = file.path + ':';
        if (has_position)
            place += std::to_string(position.line) + ':' + std::to_string(position.column) + ':';
        out() << painted(bold, place) << ' '
              << painted(colour_of(finding.severity), std::string{name_of(finding.severity)} + ':') << ' '
              << painted(bold, finding.message) << " [" << detail::for_terminal(finding.rule) << "]\n";
        const bool tells_source = file.payloads.size() > 1 || payload.entry != 0;
        write_details(tells_source ? std::string_view{payload.source} : std::string_view{}, payload.request_url,
                      finding);
        if (finding.body && !finding.body->text.empty())
            write_source_line(finding.body->position.line, finding.body->text, finding.body->offset_in_text);
        else if (!finding.body && has_position && position.offset <= text.size() && !text.empty())
            write_source_line(position.line, text, position.offset);
    }

    void write_details(std::string_view source, std::string_view url, const diagnostic& finding)
    {
        const auto joined = [](std::string_view one, std::string_view one_text, std::string_view other,
                               std::string_view other_text) {
            std::string both = one_text.empty() ? std::string{} : std::string{one} + detail::for_terminal(one_text);
            if (!other_text.empty())
                both += (both.empty() ? "" : ", ") + std::string{other} + detail::for_terminal(other_text);
            return both;
        };
        const std::string body = !finding.body ? std::string{}
                                               : "line " + std::to_string(finding.body->position.line) + ", column " +
                                                     std::to_string(finding.body->position.column) + " of its body";
        const std::string origin = joined("in ", source, "", body);
        // A URL is long: where there is one, the value has a line of its own.
        if (!url.empty())
            out() << "  " << joined("", origin, "from ", url) << '\n';
        const std::string where = joined("", url.empty() ? origin : std::string{}, "at ", finding.pointer);
        const std::string what = joined("expected ", finding.expected, "found ", finding.found);
        if (!where.empty() || !what.empty())
            out() << "  " << where << (where.empty() || what.empty() ? "" : ": ") << what << '\n';
        if (!finding.fix.empty())
            out() << "  right would be " << detail::for_terminal(finding.fix) << '\n';
    }

    void write_source_line(std::size_t line_number, std::string_view text, std::size_t offset)
    {
        constexpr std::size_t gutter_width = 5;
        const detail::marked_line line = detail::mark_in_line(text, offset, style_.line_width);
        std::string number = std::to_string(line_number);
        number.insert(0, gutter_width - std::min(gutter_width, number.size()), ' ');
        out() << number << " | " << line.text << '\n'
              << std::string(number.size(), ' ') << " | " << std::string(line.mark, ' ')
              << painted(green, '^' + std::string(line.mark_size - 1, '~')) << '\n';
    }

    [[nodiscard]] std::string painted(std::string_view colour, std::string_view text) const
    {
        std::string shown = detail::for_terminal(text);
        return style_.is_coloured ? std::string{colour} + shown + "\033[0m" : shown;
    }

    [[nodiscard]] static constexpr std::string_view colour_of(severity level) noexcept
    {
        switch (level) {
        case severity::error:
            return "\033[1;31m";
        case severity::warning:
            return "\033[1;35m";
        default:
            return "\033[1;36m";
        }
    }

    text_report_style style_;
};

} // namespace rollcall
