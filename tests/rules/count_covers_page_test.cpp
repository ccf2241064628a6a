#include "../validation/judged.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using namespace rollcall;

constexpr const char* wrong_count = "count-covers-page /@odata.count";

/// The findings in a page of two records with more members in front of them.
std::string judged(std::string_view members, std::string_view url = {})
{
    const std::string payload = "{" + std::string{members} + R"(, "value": [{"role": null}, {}]})";
    return tests::findings(
        tests::judge(capture::payload{.bytes = payload, .file = payload, .request_url = std::string{url}}));
}

} // namespace

TEST_CASE("the count of an only page is the number of its records")
{
    CHECK(judged(R"("@odata.count": 2)").empty());
    CHECK(judged(R"("@odata.count": 1)") == wrong_count);
    CHECK(judged(R"("@odata.count": 3)") == wrong_count);
    CHECK(judged(R"("@odata.count": 9223372036854775807)") == wrong_count);
    CHECK(judged(R"("@odata.context": "")").empty());
}

TEST_CASE("the count of a page that another follows is not less than the number of its records")
{
    CHECK(judged(R"("@odata.count": 2, "@odata.nextLink": "x")").empty());
    CHECK(judged(R"("@odata.count": 9223372036854775807, "@odata.nextLink": "x")").empty());
    CHECK(judged(R"("@odata.count": 1, "@odata.nextLink": "x")") == wrong_count);
    CHECK(judged(R"("@odata.count": 0, "@odata.nextLink": "")") == wrong_count);
}

TEST_CASE("a page that was asked for by $skip, $skiptoken or $top is not taken for the only one")
{
    const std::string url =
        "https://graph.microsoft.com/beta/me/onlineMeetings/m/attendanceReports/r/attendanceRecords";
    for (const char* const query : {"?$skip=100", "?$count=true&$skiptoken=abc", "?$count=true&$top=2",
                                    "?%24skiptoken=abc", "?%24top=2&%24count=true"}) {
        CHECK_MESSAGE(judged(R"("@odata.count": 102)", url + query).empty(), query);
        CHECK_MESSAGE(judged(R"("@odata.count": 1)", url + query) == wrong_count, query);
    }
    for (const char* const query : {"", "?$count=true", "?$filter=role eq 'top'", "?$expand=identity"})
        CHECK_MESSAGE(judged(R"("@odata.count": 102)", url + query) == wrong_count, query);
}

TEST_CASE("a count or next link that the schema reports is not judged again")
{
    CHECK(judged(R"("@odata.count": -1)") == "schema-constraint /@odata.count");
    CHECK(judged(R"("@odata.count": 1.0)") == "type /@odata.count");
    CHECK(judged(R"("@odata.count": "1")") == "type /@odata.count");
    CHECK(judged(R"("@odata.count": null)") == "null-not-allowed /@odata.count");
    CHECK(judged(R"("@odata.count": 9223372036854775808)") == "schema-constraint /@odata.count");
    CHECK(judged(R"("@odata.count": -9223372036854775809)") == "schema-constraint /@odata.count");
    CHECK(judged(R"("@odata.count": 1, "@odata.count": 2)") == "duplicate-property /@odata.count");
    CHECK(judged(R"("@odata.count": 9, "@odata.nextLink": null)") == "null-not-allowed /@odata.nextLink");
    CHECK(judged(R"("@odata.count": 9, "@odata.nextLink": 5)") == "type /@odata.nextLink");
    CHECK(judged(R"("@odata.count": 9, "@odata.nextLink": "x", "@odata.nextLink": "x")") ==
          "duplicate-property /@odata.nextLink");
}

TEST_CASE("items that are no records count as well")
{
    CHECK(tests::findings(tests::judge(R"({"@odata.count": 3, "value": [{"role": null}, null, 5]})")) ==
          "null-not-allowed /value/1; type /value/2");
}

TEST_CASE("a count without a value is not judged")
{
    CHECK(tests::findings(tests::judge(R"({"@odata.context": "#attendanceRecords", "@odata.count": 3})")) ==
          "missing-property");
    CHECK(tests::findings(
              tests::judge(R"({"@odata.context": "#attendanceRecords", "@odata.count": 3, "value": null})")) ==
          "null-not-allowed /value");
    CHECK(tests::findings(tests::judge(
              R"({"@odata.context": "#attendanceRecords", "@odata.count": 3, "value": {}})")) == "type /value");
}

TEST_CASE("the reports of a page are counted, not their records")
{
    CHECK(tests::findings(tests::judge(R"({"@odata.count": 1, "value": [{"attendanceRecords": [{}, {}]}]})")).empty());
    CHECK(tests::findings(tests::judge(R"({"@odata.count": 2, "value": [{"attendanceRecords": [{}, {}]}]})")) ==
          wrong_count);
}

TEST_CASE("a record that is there twice may be counted once")
{
    const std::string payload =
        R"({"@odata.count": 1, "value": [{"id": "1", "role": null}, {"id": "1", "role": null}]})";
    CHECK(tests::findings(tests::judge(payload)) == "record-id-unique /value/1/id");
}
