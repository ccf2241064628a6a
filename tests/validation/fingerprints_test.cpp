#include "judged.hpp"

#include <rollcall/fingerprints.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace rollcall;

std::vector<std::string> fingerprints_in(std::string_view payload, const validation_options& options = {})
{
    report verdict = tests::judge(payload, options);
    add_fingerprints(verdict);
    std::vector<std::string> result;
    for (const diagnostic& found : verdict.diagnostics)
        result.push_back(found.fingerprint);
    return result;
}

std::string entity_in(std::string_view payload)
{
    const report found = tests::judge(payload);
    REQUIRE_MESSAGE(found.diagnostics.size() == 1, tests::findings(found));
    return found.diagnostics.front().entity;
}

/// The defects of one payload are found again in another.
void check_found_again(std::string_view payload, std::string_view other)
{
    const std::vector<std::string> before = fingerprints_in(payload);
    const std::vector<std::string> after = fingerprints_in(other);
    REQUIRE(!before.empty());
    for (const std::string& fingerprint : before)
        CHECK_MESSAGE(std::count(after.begin(), after.end(), fingerprint) == 1, payload, " and ", other);
}

constexpr std::string_view chef = R"({"value": [{"id": "1", "role": "Chef"}]})";

} // namespace

TEST_CASE("a fingerprint is what it was in every earlier version")
{
    // Python says so, too: uuid5(UUID("6e330ed8-bad4-4361-97b4-32fe9f748850"),
    //                            '12:unknown-role,13:/value/*/role,2:/1,6:"Chef",0')
    REQUIRE(fingerprints_in(chef).size() == 1);
    CHECK(fingerprints_in(chef).front() == "f30b4330-a945-5390-bc32-539c49f45986");
}

TEST_CASE("a defect keeps its fingerprint when lines shift and properties move")
{
    check_found_again(chef, "\n\n{\n \"value\" : [ {\n\t\"role\": \"Chef\",\r\n \"id\": \"1\"} ] }\n");
}

TEST_CASE("a defect keeps its fingerprint when records are added or removed")
{
    check_found_again(
        chef,
        R"({"value": [{"id": "0", "role": "Chef"}, {"id": "2"}, {"id": "1", "role": "Chef"}, {"role": "Chef"}]})");
    // What is expected here depends on the other records.
    check_found_again(R"({"@odata.count": 1, "value": [{"id": "1"}, {"id": "2"}]})",
                      R"({"@odata.count": 1, "value": [{"id": "1"}, {"id": "3"}, {"id": "2"}]})");
    check_found_again(R"({"value": [{"id": "1"}, {"id": "1"}]})",
                      R"({"value": [{"id": "2"}, {"id": "1"}, {"id": "1"}]})");
}

TEST_CASE("a defect keeps its fingerprint when other defects come and go")
{
    constexpr std::string_view both =
        R"({"value": [{"id": "1", "role": 7, "emailAddress": 7, "registrantId": 8, "email": 9}]})";
    check_found_again(R"({"value": [{"id": "1", "role": 7}]})", both);
    check_found_again(R"({"value": [{"id": "1", "emailAddress": 7}]})", both);
    check_found_again(R"({"value": [{"id": "1", "email": 9, "role": null}]})", both);
    check_found_again(R"({"value": [{"id": "1", "role": 7}]})",
                      R"({"value": [{"role": 7, "id": "1"}, {"id": "2"},],})");
}

TEST_CASE("a defect keeps its fingerprint whatever its rule's severity")
{
    CHECK(fingerprints_in(chef, {.severities = {{"unknown-role", severity::error}}}) == fingerprints_in(chef));
}

TEST_CASE("different defects of a payload have different fingerprints")
{
    for (const std::string_view payload : {
             R"({"value": [{"id": "1", "role": 7}, {"id": "2", "role": 7}, {"id": "2", "role": 7}]})",
             R"({"value": [{"role": 7}, {"role": 7}, {"role": 7}, 7, 7, null]})",
             R"({"id": "1", "role": 7, "emailAddress": 7, "registrantId": "7", "registrationId": 7})",
             R"({"id": "1", "attendanceIntervals": [{"durationInSeconds": -1}, {"durationInSeconds": -1}, 3, 3]})",
             R"({"value": [{"attendanceRecords": [{"id": "1", "role": 7}, {"id": "2", "role": 7}]},
                           {"attendanceRecords": [{"id": "1", "role": 7}, {"id": "2", "role": 7}]}]})",
             R"({"a/b": 1, "a": {"b": 1}, "id": "1", "role": "x", "totalAttendanceInSeconds": 1})",
         }) {
        const std::vector<std::string> fingerprints = fingerprints_in(payload);
        CHECK(fingerprints.size() > 2);
        CHECK_MESSAGE(std::set<std::string>(fingerprints.begin(), fingerprints.end()).size() == fingerprints.size(),
                      payload);
    }
}

TEST_CASE("a finding says which record of which report it is in")
{
    CHECK(entity_in(R"({"id": "a/b", "role": 7})") == "/a~1b");
    CHECK(entity_in(R"({"value": [{"id": "1"}, {"role": 7, "id": "2"}]})") == "/2");
    CHECK(entity_in(R"({"id": "r", "attendanceRecords": [{"id": "1", "role": "x"}]})") == "/r/1");
    CHECK(entity_in(R"({"value": [{"attendanceRecords": [{"role": 7, "id": "1"}], "id": "r"}]})") == "/r/1");
    CHECK(entity_in(R"({"value": [{"id": "r", "totalParticipantCount": "x"}]})") == "/r");
    CHECK(entity_in(R"({"@odata.count": -1, "value": [{"id": "1"}]})").empty());
}

TEST_CASE("a record without an id is told by whose it is")
{
    CHECK(entity_in(R"({"role": 7, "emailAddress": "a@b", "identity": {"displayName": "Zoë", "id": "i"}})") == "/i");
    CHECK(entity_in(R"({"role": 7, "emailAddress": "a@b", "identity": {"displayName": "Zoë", "id": null}})") == "/a@b");
    CHECK(entity_in(R"({"role": 7, "emailAddress": "", "identity": {"displayName": "Zo\u00eb"}})") == "/Zoë");
    CHECK(entity_in(R"({"role": 7, "emailAddress": "", "identity": null})").empty());
}

TEST_CASE("an absurdly long id does not make a report long")
{
    CHECK(entity_in(R"({"role": 7, "id": ")" + std::string(100'000, 'x') + "\"}").size() < 1000);
}

TEST_CASE("what was read before a payload broke off has the fingerprint it has in the whole one")
{
    CHECK(fingerprints_in(R"({"id": "1", "role": 7})").front() ==
          fingerprints_in(R"({"id": "1", "role": 7, "emailAddr)").front());
}
