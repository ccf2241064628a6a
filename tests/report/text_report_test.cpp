#include "sample_reports.hpp"

#include <rollcall/report/text.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

namespace {

std::string shown(const std::vector<sample::sample_file>& files, const rollcall::text_report_style& style = {})
{
    std::ostringstream out;
    rollcall::text_report report{out, style};
    for (const auto& [file, text] : files)
        report.add(file, text);
    report.finish();
    return out.str();
}

} // namespace

TEST_CASE("a text report reads like a compiler's")
{
    sample::check_snapshot("response.txt", shown({sample::response(), sample::missing_file(), sample::good_payload()}));
}

TEST_CASE("a text report says which value would be right where that is known")
{
    sample::sample_file file = sample::response();
    file.report.payloads[0].report.diagnostics[1].fix = "\"12\"";
    const std::string text = shown({file});
    CHECK(text.find("found 12\n  right would be \"12\"\n") != std::string::npos);
    CHECK(text.find("right would be") == text.rfind("right would be"));
}

TEST_CASE("a text report shows findings alone when that is all that is wanted")
{
    const std::string all = shown({sample::response()});
    const std::string findings = shown({sample::response()}, {.shows_summary = false});
    CHECK(all.starts_with(findings));
    CHECK(all.substr(findings.size()) == "1 file, 1 payload, 1 record: 1 error, 1 warning, 1 info\n");
    CHECK(shown({sample::good_payload()}, {.shows_summary = false}).empty());
}

TEST_CASE("a text report is coloured when it should be")
{
    sample::check_snapshot("response-coloured.txt",
                           shown({sample::response(), sample::missing_file()}, {.is_coloured = true}));
}

TEST_CASE("a text report without colours does nothing to a terminal, whatever the file holds")
{
    const std::string text = shown({sample::hostile_payloads()});
    sample::check_snapshot("hostile.txt", text);
    for (const char character : text)
        CHECK((character == '\n' || static_cast<unsigned char>(character) >= 0x20));
}

TEST_CASE("a text report has its own lines only, whatever the files hold")
{
    const std::string text = shown({sample::attacking_payload(), sample::attacking_error()});
    sample::check_snapshot("attack.txt", text);
    CHECK(sample::is_harmless(text));
}

TEST_CASE("a text report without findings says so in a line")
{
    CHECK(shown({sample::good_payload()}) == "1 file, 1 payload, 1 record: nothing to report\n");
    CHECK(shown({sample::good_payload(), sample::good_payload()}) ==
          "2 files, 2 payloads, 2 records: nothing to report\n");
}

TEST_CASE("a text report does not call a run good in which nothing was judged")
{
    CHECK(shown({}) == "no files, no payloads, no records: nothing was judged\n");
    CHECK(shown({sample::missing_file()}, {.shows_file_errors = false}) ==
          "1 file (1 could not be judged), no payloads, no records: nothing was judged\n");
}

TEST_CASE("a text report leaves out the source line when it has no text")
{
    sample::sample_file file = sample::response();
    file.text.clear();
    const std::string text = shown({file});
    CHECK(text.find("captures/response.http:5:10: warning: the role") == 0);
    CHECK(text.find(" | ") == std::string::npos);
}

TEST_CASE("a finding on a value made in code has no line")
{
    sample::sample_file file = sample::response();
    auto& findings = file.report.payloads.front().report.diagnostics;
    findings.resize(1);
    findings.front().position = {};
    CHECK(shown({file}) == "captures/response.http: warning: the role is not a documented one [unknown-role]\n"
                           "  at /value/0/role: expected None, Attendee, Presenter or Organizer, found \"Moderator\"\n"
                           "1 file, 1 payload, 1 record: no errors, 1 warning\n");
}

TEST_CASE("a text report tells how much it does not show")
{
    sample::check_snapshot("cut-short.txt", shown({sample::cut_short()}));
}

TEST_CASE("a text report tells which entry of a file a finding is in, and its place and line in the body")
{
    sample::check_snapshot("entries.txt", shown({sample::entries()}));
    sample::sample_file file = sample::entries();
    file.report.passed_over = 1;
    CHECK(shown({file}).ends_with("passed over: 1 entry without an attendance payload\n"));
}

TEST_CASE("line numbers of any length keep the gutter straight")
{
    const std::string text = std::string(1234566, '\n') + "12";
    sample::sample_file file{{.path = "long.json", .error = {}, .payloads = {{}}}, text};
    file.report.payloads.front().report.diagnostics.push_back(
        sample::finding(text, "12", rollcall::severity::error, "type", "", "wrong"));
    CHECK(shown({file}) == "long.json:1234567:1: error: wrong [type]\n"
                           "1234567 | 12\n"
                           "        | ^~\n"
                           "1 file, 1 payload, no records: 1 error, no warnings\n");
}
