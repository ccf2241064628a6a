#include "sample_reports.hpp"

#include <rollcall/report/sarif.hpp>

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <array>
#include <span>
#include <string>
#include <vector>

namespace {

namespace json = boost::json;

constexpr std::array rules{
    rollcall::rule_information{.id = "type",
                               .default_severity = rollcall::severity::error,
                               .summary = "A value is of its type.",
                               .reason = "Programs trust the schema.",
                               .good_example = R"({"id": "1"})",
                               .bad_example = R"({"id": 1})"},
    rollcall::rule_information{
        .id = "unknown-role", .default_severity = rollcall::severity::warning, .summary = "A role is documented."},
    rollcall::rule_information{
        .id = "never", .default_severity = rollcall::severity::off, .summary = "A rule that is off."},
};

std::string shown(const std::vector<sample::sample_file>& files, const std::string& working_folder = {})
{
    return sample::shown_by<rollcall::sarif_report>(files, "judge", "1.2.3",
                                                    std::span<const rollcall::rule_information>{rules}, working_folder);
}

/// The messages as one who reads SARIF sees them.
std::string message_of(const json::value& result)
{
    std::string text{result.at_pointer("/message/text").as_string()};
    for (std::size_t place = 0; (place = text.find_first_of("{}", place)) != std::string::npos; ++place) {
        REQUIRE(text.at(place + 1) == text.at(place));
        text.erase(place, 1);
    }
    return text;
}

} // namespace

TEST_CASE("a SARIF report tells the rules and has a result for each finding")
{
    sample::check_snapshot("response.sarif", shown({sample::response(), sample::missing_file(), sample::good_payload(),
                                                    sample::cut_short()}));
    sample::check_snapshot("nothing.sarif", shown({}));
}

TEST_CASE("a SARIF report is JSON, and its messages make no links and no placeholders, whatever the files hold")
{
    const sample::sample_file attack = sample::attacking_payload();
    const std::string text = shown({attack, sample::attacking_error()});
    sample::check_snapshot("attack.sarif", text);
    CHECK(sample::is_harmless(text));
    const json::value run = json::parse(text).at("runs").at(0);
    const json::value& result = run.at("results").at(0);
    const auto& finding = attack.report.payloads.front().report.diagnostics.front();
    CHECK(result.at("ruleId") == json::value(rollcall::detail::to_valid_utf8(finding.rule)));
    const std::string message = message_of(result);
    CHECK(message.find("](") == std::string::npos);
    CHECK(message.find("{0} {x} [link] (https://example.com)") != std::string::npos);
    CHECK(run.at("invocations").at(0).at("executionSuccessful") == false);
}

TEST_CASE("paths in a SARIF report are URIs that give back every byte")
{
    const auto uri_of = [](const std::string& path) {
        sample::sample_file file = sample::cut_short();
        file.report.path = path;
        return json::parse(shown({file}, "/home/me"))
            .at_pointer("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
            .as_string();
    };
    CHECK(uri_of("/home/me/a b/ä.json") == "a%20b/%C3%A4.json");
    CHECK(uri_of("./a//b.json") == "a/b.json");
    CHECK(uri_of("../b.json") == "../b.json");
    CHECK(uri_of("/tmp/b.json") == "file:///tmp/b.json");
    CHECK(uri_of("c:d.json") == "c%3Ad.json");
    CHECK(uri_of("100%?#\xFF\n.json") == "100%25%3F%23%FF%0A.json");
}

TEST_CASE("a finding on a value made in code has no region in a SARIF report")
{
    sample::sample_file file = sample::response();
    file.report.payloads.front().report.diagnostics.front().position = {};
    const json::value place = json::parse(shown({file})).at_pointer("/runs/0/results/0/locations/0/physicalLocation");
    CHECK_FALSE(place.as_object().contains("region"));
}

TEST_CASE("a fix takes the place of a value in one line, and a value of several lines is left to people")
{
    const auto result_for = [](const std::string& text) {
        rollcall::diagnostic wrong =
            sample::finding(text, "{\"a", rollcall::severity::error, "my-rule", "/0", "it must be empty");
        wrong.fix = "{}";
        return json::parse(
                   shown(
                       {{{.path = "a.json",
                          .error = {},
                          .payloads = {{"", 1, sample::verdict_on(rollcall::payload_kind::unrecognised, 0, {wrong})}}},
                         text}}))
            .at_pointer("/runs/0/results/0")
            .as_object();
    };
    const json::value replacement =
        result_for("[{\"a\": 1}]").at("fixes").at_pointer("/0/artifactChanges/0/replacements/0");
    CHECK(replacement.at_pointer("/insertedContent/text") == "{}");
    CHECK(replacement.at_pointer("/deletedRegion/startColumn") == 2);
    CHECK(replacement.at_pointer("/deletedRegion/endColumn") == 10);
    CHECK_FALSE(result_for("[{\"a\":\n1}]").contains("fixes"));
}

TEST_CASE("a SARIF report names so many files that could not be judged, and counts the others")
{
    std::vector<sample::sample_file> files(10'002, sample::missing_file());
    const json::value invocation = json::parse(shown(files)).at_pointer("/runs/0/invocations/0");
    const json::array& notifications = invocation.at("toolExecutionNotifications").as_array();
    REQUIRE(notifications.size() == 10'001);
    CHECK(notifications.back().at_pointer("/message/text") == "2 more files could not be judged");
}
