#include "judged.hpp"
#include "payload_files.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using namespace rollcall;

const validation_options lenient{.lenient = true};

std::string judged_leniently(std::string_view text)
{
    return tests::placed_findings(tests::judge(text, lenient));
}

} // namespace

TEST_CASE("a trailing comma is named as such")
{
    const report found = tests::judge("{\n\"value\": [\n{\"role\": \"None\",}\n]\n}");
    REQUIRE(tests::placed_findings(found) == "3:16 error json-syntax");
    CHECK(found.diagnostics.front().message.find("trailing comma") != std::string::npos);
    CHECK(found.diagnostics.front().found == ",");
}

TEST_CASE("lenient judging warns of a trailing comma and judges the rest")
{
    const report found =
        tests::judge("{\n\"value\": [\n{\"role\": \"None\",},\n{\"role\": \"emperor\"}\n]\n}", lenient);
    CHECK(tests::placed_findings(found) == "3:16 warning json-syntax; 4:10 warning unknown-role /value/1/role");
    CHECK(found.records == 2);
    CHECK(found.conforms());
}

TEST_CASE("lenient judging reports every trailing comma, and each other defect once")
{
    const report found =
        tests::judge("{\"value\": [{\"role\": 5, \"engagements\": [{\"engagementType\": \"foot\",},],},],}", lenient);
    CHECK(tests::findings(found) ==
          "type /value/0/role; unknown-enum-value /value/0/engagements/0/engagementType; json-syntax; "
          "json-syntax; json-syntax; json-syntax; json-syntax");
    CHECK(found.count(severity::warning) == 6);
    CHECK(found.records == 1);
}

TEST_CASE("commas and brackets in strings are no trailing commas")
{
    CHECK(judged_leniently(R"({"value": [{"emailAddress": ",}", "role": "None", "identity": {",]": "\",}"}},]})") ==
          "1:78 warning json-syntax");
}

TEST_CASE("space and line breaks may stand between a trailing comma and its bracket")
{
    CHECK(judged_leniently("{\"value\": [] \t,\r\n\r\n}") == "1:15 warning json-syntax");
}

TEST_CASE("leniency changes nothing for a payload that is JSON")
{
    for (const auto& payload : tests::payloads_below(tests::payload_folder() / "well-formed"))
        CHECK_MESSAGE(judged_leniently(tests::read_file(payload)).empty(), payload.filename().string());
    CHECK(judged_leniently(R"({"value": [{"role": 5}]})") == "1:21 error type /value/0/role");
}

TEST_CASE("other syntax errors stay errors, and the commas in front of them stay warnings")
{
    CHECK(judged_leniently("{\"value\": [{\"role\": \"None\",}, {\"role\": None}]}") ==
          "1:27 warning json-syntax; 1:40 error json-syntax");
    CHECK(judged_leniently("{\"value\": [,]}") == "1:12 error json-syntax");
    CHECK(judged_leniently("{\"value\": [{},,]}") == "1:15 error json-syntax");
    CHECK(judged_leniently("{,\"value\": []}") == "1:2 error json-syntax");
    CHECK(judged_leniently("{\"value\": []},") == "1:14 error json-syntax");
}

TEST_CASE("the webinar samples are judged to their end")
{
    const std::string text = R"({
  "@odata.context": "https://graph.microsoft.com/beta/$metadata#solutions/virtualEvents/webinars('336f94f4')/sessions('a0f934c3')/attendanceReports('2c2454')/attendanceRecords",
  "value": [
    {
      "emailAddress": "frederick.cormier@contoso.com",
      "totalAttendanceInSeconds": 322,
      "attendanceIntervals": [],
      "externalRegistrationInformation": {
        "referrer": "Fabrikam"
      },
    },
    {
      "emailAddress": "lisa.adkins@contoso.com",
      "externalRegistrationInformation": {
        "referrer": "Fabrikam"
      },
    }
  ]
}
)";
    CHECK(tests::placed_findings(tests::judge(text)) == "10:8 error json-syntax");
    const report found = tests::judge(text, lenient);
    CHECK(tests::placed_findings(found) == "6:35 error total-is-sum /value/0/totalAttendanceInSeconds; 10:8 warning "
                                           "json-syntax; 16:8 warning json-syntax");
    CHECK(found.records == 2);
}

TEST_CASE("a rule remembers nothing of the reading that leniency began anew")
{
    CHECK(judged_leniently(R"({"value": [{"id": "1"}, {"id": "2"}, {"role": "None",}, {"id": "2"}]})") ==
          "1:53 warning json-syntax; 1:64 error record-id-unique /value/3/id");
}

TEST_CASE("the severity of json-syntax may be lower than a warning under leniency, but not higher")
{
    const std::string text = R"({"value": [],})";
    CHECK(tests::placed_findings(tests::judge(
              text, {.severities = {{"json-syntax", severity::info}}, .lenient = true})) == "1:13 info json-syntax");
    CHECK(
        tests::findings(tests::judge(text, {.severities = {{"json-syntax", severity::off}}, .lenient = true})).empty());
    CHECK(tests::placed_findings(tests::judge(text, {.severities = {{"json-syntax", severity::error}},
                                                     .lenient = true})) == "1:13 warning json-syntax");
}
