#include "sample_reports.hpp"

#include <rollcall/report/json.hpp>

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <initializer_list>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace json = boost::json;

std::string shown(const std::vector<sample::sample_file>& files)
{
    std::ostringstream out;
    rollcall::json_report report{out, "judge", "1.2.3"};
    for (const auto& [file, text] : files)
        report.add(file, text);
    report.finish();
    return out.str();
}

void check_names(const json::value& object, std::initializer_list<std::string_view> names)
{
    std::vector<std::string> found;
    for (const auto& member : object.as_object())
        found.emplace_back(member.key());
    CHECK(found == std::vector<std::string>(names.begin(), names.end()));
}

} // namespace

TEST_CASE("a JSON report has the value that would be right where that is known")
{
    sample::sample_file file = sample::response();
    file.report.payloads[0].report.diagnostics[1].fix = "\"12\"";
    const json::value report = json::parse(shown({file}));
    const json::array& diagnostics = report.at_pointer("/files/0/payloads/0/diagnostics").as_array();
    CHECK(diagnostics[1].at("fix") == "\"12\"");
    CHECK_FALSE(diagnostics[0].as_object().contains("fix"));
}

TEST_CASE("a JSON report has a line for each finding")
{
    sample::check_snapshot("response.json",
                           shown({sample::response(), sample::missing_file(), sample::good_payload()}));
}

TEST_CASE("a JSON report has its members, and no others, in their order")
{
    const json::value report = json::parse(shown({sample::response(), sample::missing_file()}));
    check_names(report, {"tool", "files", "summary"});
    check_names(report.at("tool"), {"name", "version"});
    check_names(report.at("summary"),
                {"files", "payloads", "records", "errors", "warnings", "infos", "unlisted", "rules", "attendance"});
    check_names(report.at_pointer("/summary/unlisted"), {"errors", "warnings", "infos", "rules"});
    for (const json::value& file : report.at("files").as_array()) {
        check_names(file, {"path", "error", "payloads", "unlisted"});
        check_names(file.at("unlisted"), {"payloads", "records", "errors", "warnings", "infos", "rules"});
    }
    const json::value& payload = report.at_pointer("/files/0/payloads/0");
    check_names(payload, {"source", "line", "kind", "records", "diagnostics", "unlisted"});
    check_names(payload.at("unlisted"), {"errors", "warnings", "infos", "rules"});
    for (const json::value& finding : payload.at("diagnostics").as_array())
        check_names(finding,
                    {"rule", "severity", "pointer", "line", "column", "message", "expected", "found", "fingerprint"});
}

TEST_CASE("a JSON report counts")
{
    const json::value none{{"errors", 0}, {"warnings", 0}, {"infos", 0}, {"rules", json::object{}}};
    const json::value summary =
        json::parse(shown({sample::response(), sample::missing_file(), sample::good_payload()})).at("summary");
    CHECK(summary == json::value{{"files", 3},
                                 {"payloads", 2},
                                 {"records", 2},
                                 {"errors", 1},
                                 {"warnings", 1},
                                 {"infos", 1},
                                 {"unlisted", none},
                                 {"rules",
                                  {{"my-rule", {{"errors", 0}, {"warnings", 0}, {"infos", 1}}},
                                   {"type", {{"errors", 1}, {"warnings", 0}, {"infos", 0}}},
                                   {"unknown-role", {{"errors", 0}, {"warnings", 1}, {"infos", 0}}}}},
                                 {"attendance", nullptr}});
}

TEST_CASE("a JSON report counts what it does not list")
{
    sample::check_snapshot("cut-short.json", shown({sample::cut_short()}));
}

TEST_CASE("a JSON report tells which entry of a file a payload is, and places in bodies")
{
    sample::check_snapshot("entries.json", shown({sample::entries()}));
}

TEST_CASE("the error of a file is null or text")
{
    const json::value files = json::parse(shown({sample::good_payload(), sample::missing_file()})).at("files");
    CHECK(files.at(0).at("error").is_null());
    CHECK(files.at(1).at("error") == "cannot be opened: No such file or directory");
    CHECK(files.at(1).at("payloads").as_array().empty());
}

TEST_CASE("a JSON report is UTF-8 and JSON whatever the file holds")
{
    // Boost.JSON refuses what is not UTF-8.
    const json::value file = json::parse(shown({sample::hostile_payloads()})).at("files").at(0);
    CHECK(file.at("path") == "a\tb\uFFFD.json");
    const json::value& finding = file.at_pointer("/payloads/0/diagnostics/0");
    CHECK(finding.at("pointer") == "/a\x1B[2J");
    CHECK(finding.at("message") == "a \"quoted\" word\nin two lines");
    CHECK(finding.at("expected") == "back\\slash");
    CHECK(finding.at("found") == "\uFFFD\u202E");
}

TEST_CASE("a JSON report has the figures of who attended, where that was collected")
{
    sample::sample_file file = sample::good_payload();
    file.report.payloads.front().attendance.emplace().figures = sample::figures();
    const json::value attendance =
        json::parse(shown({file, file, sample::response()})).at_pointer("/summary/attendance");
    CHECK(
        attendance ==
        json::value{{"meetings", 2},
                    {"participants", 10},
                    {"sessions", 14},
                    {"attendedSeconds", 14'000},
                    {"recordsBySessions", {{"0", 0}, {"1", 8}, {"2", 0}, {"3", 2}, {"4", 0}, {"5 or more", 2}}},
                    {"recordsByRole",
                     {{"None", 0}, {"Attendee", 8}, {"Presenter", 0}, {"Organizer", 2}, {"other", 2}, {"not said", 0}}},
                    {"recordsByIdentity",
                     {{"communicationsUserIdentity", 6},
                      {"azureCommunicationServicesUserIdentity", 0},
                      {"identity", 4},
                      {"other", 0},
                      {"none", 2}}}});
}

TEST_CASE("a JSON report does nothing to a terminal, whatever the files hold, and has it all the same")
{
    const sample::sample_file attack = sample::attacking_payload();
    const std::string text = shown({attack, sample::attacking_error()});
    sample::check_snapshot("attack.json", text);
    CHECK(sample::is_harmless(text));
    const json::value found = json::parse(text).at_pointer("/files/0/payloads/0/diagnostics/0/found");
    CHECK(found == json::value(rollcall::detail::to_valid_utf8(
                       attack.report.payloads.front().report.diagnostics.front().found)));
}

TEST_CASE("a JSON report on no files is whole")
{
    const json::value report = json::parse(shown({}));
    CHECK(report.at_pointer("/summary/rules").as_object().empty());
    CHECK(report.at("files").as_array().empty());
    CHECK(report.at("summary").at("files") == 0);
}
