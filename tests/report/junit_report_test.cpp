#include "sample_reports.hpp"

#include <rollcall/report/junit.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

std::string shown(const std::vector<sample::sample_file>& files,
                  rollcall::severity fails_from = rollcall::severity::error)
{
    return sample::shown_by<rollcall::junit_report>(files, "judge & jury", fails_from);
}

} // namespace

TEST_CASE("a JUnit report has a suite for each file and a case for each rule with findings")
{
    sample::check_snapshot("response.junit.xml", shown({sample::response(), sample::missing_file(),
                                                        sample::good_payload(), sample::cut_short()}));
}

TEST_CASE("which findings are failures in a JUnit report can be chosen")
{
    const std::string text = shown({sample::response()}, rollcall::severity::warning);
    CHECK(text.find("tests=\"3\" failures=\"2\" errors=\"0\"") != std::string::npos);
    CHECK(text.find("<failure type=\"unknown-role\"") != std::string::npos);
    CHECK(text.find("<failure type=\"my-rule\"") == std::string::npos);
}

TEST_CASE("several findings by one rule are one failure of a JUnit report")
{
    sample::sample_file file = sample::response();
    auto& findings = file.report.payloads.front().report.diagnostics;
    findings.insert(findings.end(), 2, findings.at(1));
    const std::string text = shown({file});
    CHECK(text.find("tests=\"3\" failures=\"1\" errors=\"0\"") != std::string::npos);
    CHECK(text.find("message=\"id must be a string (expected a string or null, found 12), and 2 more\"") !=
          std::string::npos);
}

TEST_CASE("a finding on a value made in code has no line in a JUnit report")
{
    sample::sample_file file = sample::response();
    CHECK(shown({file}).find("response.http:5:10: /value/0/role: ") != std::string::npos);
    file.report.payloads.front().report.diagnostics.front().position = {};
    CHECK(shown({file}).find("response.http: /value/0/role: ") != std::string::npos);
}

TEST_CASE("a JUnit report is XML 1.0 and has its own elements only, whatever the files hold")
{
    const std::string text = shown({sample::attacking_payload(), sample::attacking_error()});
    sample::check_snapshot("attack.junit.xml", text);
    CHECK(sample::is_harmless(text));
    CHECK(text.find("<script") == std::string::npos);
    CHECK(text.find("]]>") == std::string::npos);
    CHECK(text.find("\uFFFE") == std::string::npos);
}
