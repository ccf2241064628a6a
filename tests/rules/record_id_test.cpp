#include "../validation/judged.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

std::string judged(std::string_view payload)
{
    return tests::findings(tests::judge(payload));
}

} // namespace

TEST_CASE("ids differ within a collection")
{
    CHECK(judged(R"({"value": [{"id": "1", "role": null}, {"id": "2"}, {"id": "3"}]})").empty());
    CHECK(judged(R"({"value": [{"id": "1", "role": null}, {"id": "2"}, {"id": "1"}]})") ==
          "record-id-unique /value/2/id");
}

TEST_CASE("each repetition is a finding that names the first record with the id")
{
    const rollcall::report found =
        tests::judge(R"({"value": [{"role": null}, {"id": "1"}, {"id": "1"}, {"id": "1"}]})");
    REQUIRE(tests::findings(found) == "record-id-unique /value/2/id; record-id-unique /value/3/id");
    for (const rollcall::diagnostic& one : found.diagnostics)
        CHECK(one.message.find("record 2") != std::string::npos);
}

TEST_CASE("ids that are absent, null or no string are not compared")
{
    CHECK(judged(R"({"value": [{"role": null}, {}, {}]})").empty());
    CHECK(judged(R"({"value": [{"role": null, "id": null}, {"id": null}]})") ==
          "null-not-allowed /value/0/id; null-not-allowed /value/1/id");
    CHECK(judged(R"({"value": [{"role": null, "id": 1}, {"id": 1}]})") == "type /value/0/id; type /value/1/id");
    CHECK(judged(R"({"value": [{"role": null, "id": "1", "id": "2"}, {"id": "1"}, {"id": "2"}]})") ==
          "duplicate-property /value/0/id");
}

TEST_CASE("ids are compared by their text, not by how it is written")
{
    CHECK(judged(R"({"value": [{"role": null, "id": "a/b"}, {"id": "\u0061\/b"}]})") == "record-id-unique /value/1/id");
    CHECK(judged(R"({"value": [{"role": null, "id": "a"}, {"id": "A"}, {"id": "a "}, {"id": ""}]})").empty());
}

TEST_CASE("an id is compared wherever it stands in a record, and whatever else is wrong there")
{
    for (const std::string_view again : {
             R"({"role": null, "id": "1"})",
             R"({"role": null, "id": "\u0031"})",
             R"({"id": "1", "role": 5})",
             R"({"id": "1", "unknown": 5})",
             R"({"unknown": 5, "id": "1"})",
             R"({"@odata.type": "microsoft.graph.attendanceRecord", "id": "1"})",
             R"({"role": null, "role": null, "id": "1"})",
         }) {
        CAPTURE(again);
        const std::string repeated =
            judged(R"({"value": [{"role": null, "id": "1"}, {"id": "2"}, )" + std::string{again} + "]}");
        CHECK(repeated.find("record-id-unique /value/2/id") != std::string::npos);
        const std::string first =
            judged(R"({"value": [{"role": null, "id": "2"}, )" + std::string{again} + R"(, {"id": "1"}]})");
        CHECK(first.find("record-id-unique /value/2/id") != std::string::npos);
    }
}

TEST_CASE("ids differ within the records of a report, and may return in the next report")
{
    CHECK(judged(R"({"attendanceRecords": [{"id": "1"}, {"id": "1"}]})") == "record-id-unique /attendanceRecords/1/id");
    CHECK(
        judged(
            R"({"value": [{"attendanceRecords": [{"id": "1"}, {"id": "2"}]}, {"attendanceRecords": [{"id": "1"}, {"id": "2"}]}]})")
            .empty());
    CHECK(
        judged(
            R"({"value": [{"attendanceRecords": [{"id": "1"}]}, {"attendanceRecords": [{"id": "2"}, {"id": "1"}, {"id": "2"}]}]})") ==
        "record-id-unique /value/1/attendanceRecords/2/id");
    CHECK(
        judged(
            R"({"value": [{"attendanceRecords": [{"id": "1"}]}, {"attendanceRecords": []}, {"attendanceRecords": [{"id": "1"}]}]})")
            .empty());
}

TEST_CASE("ids of one report are forgotten in the next, whatever its first record is")
{
    for (const char* const first : {"null", "5", "[]", "[{}]"}) {
        const std::string payload = R"({"value": [{"attendanceRecords": [{"id": "1"}]}, {"attendanceRecords": [)" +
                                    std::string{first} + R"(, {"id": "1"}]}]})";
        CHECK_MESSAGE(judged(payload).find("record-id-unique") == std::string::npos, first);
    }
}

TEST_CASE("the ids of reports differ, and are not those of records")
{
    CHECK(judged(R"({"value": [{"id": "1", "totalParticipantCount": null}, {"id": "2"}, {"id": "1"}]})") ==
          "record-id-unique /value/2/id");
    CHECK(
        judged(
            R"({"value": [{"id": "1", "attendanceRecords": [{"id": "1"}, {"id": "2"}]}, {"id": "2", "attendanceRecords": []}]})")
            .empty());
}

TEST_CASE("nothing is remembered from one payload to the next")
{
    const std::string_view payload = R"({"value": [{"id": "1", "role": null}]})";
    CHECK(judged(payload).empty());
    CHECK(judged(payload).empty());
}
