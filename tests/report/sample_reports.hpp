#pragma once

#include <rollcall/detail/terminal_text.hpp>
#include <rollcall/detail/text_positions.hpp>
#include <rollcall/fingerprints.hpp>
#include <rollcall/report/file_report.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Reports made by hand, so that it is the formats that are tested here and not the rules.

namespace sample {

using diagnostic_list = std::vector<rollcall::diagnostic>;

/// A payload's report on its findings.
inline rollcall::report verdict_on(rollcall::payload_kind kind, std::size_t records, diagnostic_list findings)
{
    rollcall::report result{.kind = kind, .records = records, .diagnostics = std::move(findings)};
    add_fingerprints(result);
    return result;
}

/// A finding on the first place where `token` stands in `text`.
inline rollcall::diagnostic finding(std::string_view text, std::string_view token, rollcall::severity level,
                                    std::string rule, std::string pointer, std::string message,
                                    std::string expected = {}, std::string found = {})
{
    const std::size_t offset = text.find(token);
    REQUIRE(offset != std::string_view::npos);
    return {std::move(rule),    level,
            std::move(pointer), rollcall::detail::text_walker{text}.position_of(offset),
            std::move(message), std::move(expected),
            std::move(found)};
}

struct sample_file {
    rollcall::file_report report;
    std::string text;
};

/// A response with a finding of each severity, one of them without expected and found.
inline sample_file response()
{
    const std::string text = "HTTP/1.1 200 OK\r\n"
                             "Content-Type: application/json\r\n"
                             "\r\n"
                             "{\"value\": [{\r\n"
                             "\t\"role\": \"Moderator\",\r\n"
                             "\t\"identity\": {\"displayName\": \"Zoë Łoś\", \"id\": 12},\r\n"
                             "\t\"totalAttendanceInSeconds\": 322\r\n"
                             "}]}\r\n";
    using rollcall::severity;
    rollcall::report verdict = verdict_on(
        rollcall::payload_kind::attendanceRecordCollection, 1,
        {
            finding(text, "\"Moderator\"", severity::warning, "unknown-role", "/value/0/role",
                    "the role is not a documented one", "None, Attendee, Presenter or Organizer", "\"Moderator\""),
            finding(text, "12}", severity::error, "type", "/value/0/identity/id", "id must be a string",
                    "a string or null", "12"),
            finding(text, "322", severity::info, "my-rule", "", "somebody was there"),
        });
    return {
        {.path = "captures/response.http", .error = {}, .payloads = {{"HTTP response 200 OK", 4, std::move(verdict)}}},
        text};
}

/// A payload without findings.
inline sample_file good_payload()
{
    return {
        {.path = "good.json",
         .error = {},
         .payloads = {{"", 1, {.kind = rollcall::payload_kind::attendanceRecord, .records = 1, .diagnostics = {}}}}},
        "{\"role\":null}"};
}

/// Two payloads, whose text, paths and words do what they can to a terminal and to JSON.
inline sample_file hostile_payloads()
{
    const std::string text = "{\"a\x1B[2J\": \"\xFF\xE2\x80\xAE\", \"b\": 1}\n{}\n";
    rollcall::report first =
        verdict_on(rollcall::payload_kind::unrecognised, 0,
                   {finding(text, "\"\xFF", rollcall::severity::error, "type", "/a\x1B[2J",
                            "a \"quoted\" word\nin two lines", "back\\slash", "\xFF\xE2\x80\xAE")});
    rollcall::report second =
        verdict_on(rollcall::payload_kind::error, 0,
                   {finding(text, "{}", rollcall::severity::error, "error-response", "/error", "the service says no")});
    return {{.path = "a\tb\xC3.json",
             .error = {},
             .payloads = {{"line 1", 1, std::move(first)}, {"line 2", 2, std::move(second)}}},
            text};
}

/// A payload that is made to break out of what shows it: markup, terminators and escapes of every format, text that
/// turns its direction, and what is no text.
inline sample_file attacking_payload()
{
    const std::string attack =
        "<script>alert(1)</script> ]]> --> & \"q\" \\ %0A::error::x\n::error file=x::y\r##[error]z "
        "\x1B]0;t\x07\x1B[31m \xC2\x9B"
        "31m \xE2\x80\xAE\xE2\x80\x8F\xE2\x81\xA6 \xED\xA0\x80 \xFF\xC3 "
        "\xEF\xBF\xBE {0} {x} [link](https://example.com) ,:;" +
        std::string(1, '\0') + "end";
    const std::string text = "{\"role\": 7}\n";
    diagnostic_list findings{
        finding(text, "7", rollcall::severity::error, "type", "/" + attack, "role of " + attack, attack, attack)};
    findings.front().rule = "rule-" + attack;
    return {{.path = "folder/" + attack + ".json",
             .error = {},
             .payloads = {{attack, 1, verdict_on(rollcall::payload_kind::attendanceRecord, 1, std::move(findings))}}},
            text};
}

/// A file that could not be judged, with as bad a name and reason.
inline sample_file attacking_error()
{
    sample_file file = attacking_payload();
    file.report.error = file.report.payloads.front().source;
    file.report.payloads.clear();
    return file;
}

/// NDJSON, of which two lines are listed, and not all that was found in the second one.
inline sample_file cut_short()
{
    const std::string text = "{\"role\":null}\n{\"role\":\"Chef\"}\n{\"id\":1}\n";
    using rollcall::severity;
    rollcall::report first = verdict_on(
        rollcall::payload_kind::attendanceRecord, 1,
        {finding(text, "\"Chef\"", severity::warning, "unknown-role", "/role", "the role is not a documented one")});
    rollcall::report second = verdict_on(rollcall::payload_kind::unrecognised, 0,
                                         {finding(text, "{\"id\"", severity::error, "type", "", "wrong")});
    second.unlisted.add("type", severity::error, 2);
    sample_file file{{.path = "records.ndjson",
                      .error = {},
                      .payloads = {{"", 2, std::move(first)}, {"", 3, std::move(second)}},
                      .unlisted = {.count = 10, .records = 10}},
                     text};
    file.report.unlisted.findings.add("json-syntax", severity::error, 5);
    file.report.unlisted.findings.add("my-rule", severity::info);
    return file;
}

/// Figures of a meeting.
inline rollcall::attendance_figures figures()
{
    return {.meetings = 1,
            .participants = 5,
            .sessions = 7,
            .attended_seconds = 7'000,
            .records_by_sessions = {0, 4, 0, 1, 0, 1},
            .records_by_role = {0, 4, 0, 1, 1, 0},
            .records_by_identity = {3, 0, 2, 0, 1}};
}

/// Entries of a file that holds them in another form, one of them requested from a URL, and others that are no
/// payloads.
inline sample_file entries()
{
    const std::string text = "an archive that no place can be followed into";
    const auto in_body = [&](std::string_view body, std::string_view token) {
        rollcall::diagnostic found =
            finding(text, "archive", rollcall::severity::error, "type", "/role", "wrong", "a string", "7");
        found.body = {rollcall::detail::text_walker{body}.position_of(body.find(token)), "  \"role\": 7", 10};
        return found;
    };
    const auto verdict = [&] {
        return verdict_on(rollcall::payload_kind::attendanceRecord, 1, {in_body("{\n  \"role\": 7\n}", "7")});
    };
    return {{.path = "session.har",
             .error = {},
             .payloads = {{.source = "entry 3",
                           .line = 1,
                           .report = verdict(),
                           .entry = 3,
                           .request_url = "https://graph.microsoft.com/beta/a\x1B[2J/attendanceRecords"},
                          {.source = "entry 5", .line = 1, .report = verdict(), .entry = 5}},
             .passed_over = 14},
            text};
}

inline sample_file missing_file()
{
    return {{.path = "missing.json", .error = "cannot be opened: No such file or directory", .payloads = {}}, ""};
}

/// What a writer of reports shows of files.
template <class Writer, class... Arguments>
std::string shown_by(const std::vector<sample_file>& files, const Arguments&... arguments)
{
    std::ostringstream out;
    Writer report{out, arguments...};
    for (const auto& [file, text] : files)
        report.add(file, text);
    report.finish();
    return out.str();
}

/// Whether a text has nothing that acts on a terminal but the ends of its lines, and is UTF-8.
inline bool is_harmless(std::string_view text)
{
    std::string lines{text};
    std::erase(lines, '\n');
    return rollcall::detail::for_terminal(lines) == lines;
}

/// Holds a text to a snapshot of this folder. With ROLLCALL_WRITE_SNAPSHOTS in the environment the snapshot is written
/// anew instead, to be looked at and committed.
inline void check_snapshot(const std::string& name, const std::string& text)
{
    const std::string path = ROLLCALL_SOURCE_DIR "/tests/report/snapshots/" + name;
    if (std::getenv("ROLLCALL_WRITE_SNAPSHOTS") != nullptr)
        std::ofstream{path, std::ios::binary} << text;
    std::ifstream file{path, std::ios::binary};
    REQUIRE_MESSAGE(file, path);
    CHECK(text == std::string{std::istreambuf_iterator<char>{file}, {}});
}

} // namespace sample
