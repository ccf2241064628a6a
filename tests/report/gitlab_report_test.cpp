#include "sample_reports.hpp"

#include <rollcall/report/gitlab.hpp>

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

namespace {

namespace json = boost::json;

std::string shown(const std::vector<sample::sample_file>& files, const std::string& working_folder = {})
{
    return sample::shown_by<rollcall::gitlab_report>(files, working_folder);
}

/// What GitLab documents of a code quality report.
void check_shape(const json::value& report)
{
    static const std::set<std::string> severities{"info", "minor", "major", "critical", "blocker"};
    std::set<std::string> fingerprints;
    for (const json::value& finding : report.as_array()) {
        CHECK_FALSE(finding.at("description").as_string().empty());
        CHECK_FALSE(finding.at("check_name").as_string().empty());
        CHECK(severities.contains(std::string{finding.at("severity").as_string()}));
        CHECK_FALSE(finding.at_pointer("/location/path").as_string().empty());
        CHECK(finding.at_pointer("/location/lines/begin").as_int64() >= 1);
        CHECK(fingerprints.insert(std::string{finding.at("fingerprint").as_string()}).second);
    }
}

} // namespace

TEST_CASE("a report for GitLab has an object for each finding, and for each file that could not be judged")
{
    const std::string text = shown({sample::response(), sample::missing_file(), sample::cut_short()});
    sample::check_snapshot("response.gitlab.json", text);
    check_shape(json::parse(text));
    CHECK(shown({}) == "[]\n");
}

TEST_CASE("a report for GitLab gives equal defects of several payloads fingerprints of their own")
{
    const json::value report = json::parse(shown(
        {sample::cut_short(), sample::response(), sample::cut_short(), sample::missing_file(), sample::response()}));
    check_shape(report);
    CHECK(report.as_array().size() == 11);
    // The first one keeps its own, so that it is known again in a report without the others.
    CHECK(report.at(0).at("fingerprint") == json::parse(shown({sample::cut_short()})).at(0).at("fingerprint"));
}

TEST_CASE("a finding without a line is in the first one for GitLab")
{
    sample::sample_file file = sample::response();
    file.report.payloads.front().report.diagnostics.front().position = {};
    CHECK(json::parse(shown({file})).at(0).at_pointer("/location/lines/begin") == 1);
}

TEST_CASE("a report for GitLab is JSON of its shape, whatever the files hold")
{
    const std::string text = shown({sample::attacking_payload(), sample::attacking_error()});
    sample::check_snapshot("attack.gitlab.json", text);
    CHECK(sample::is_harmless(text));
    check_shape(json::parse(text));
}
