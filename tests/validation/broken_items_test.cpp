#include "judged.hpp"

#include <rollcall/detail/text_excerpt.hpp> // count_lead_bytes

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Of an item of an array that is not as the schema says the value of one property is read again, or all of it: what is
// said must be the same.

using rollcall::diagnostic;
using rollcall::report;

namespace {

/// A value that cannot be read where only a property is read again: then the whole record is.
constexpr std::string_view undeclared = R"(, "zzz": null)";

struct member {
    std::string_view name;
    std::string_view value;
};

constexpr std::array<member, 6> members{{
    {"id", R"("57caaef9-5ed0-48d5-8862-e5abfa71b3e9")"},
    {"totalAttendanceInSeconds", "314"},
    {"role", R"("Presenter")"},
    {"identity",
     R"({"@odata.type": "#microsoft.graph.communicationsUserIdentity", "id": "u1", "displayName": "Lisa"})"},
    {"attendanceIntervals",
     R"([{"joinDateTime": "2021-10-04T23:13:43Z", "leaveDateTime": "2021-10-04T23:18:57Z", "durationInSeconds": 314}])"},
    {"externalRegistrationInformation", R"({"referrer": "x", "registrationId": "y"})"},
}};

constexpr std::array<std::string_view, 15> values{
    "null",
    "-7",
    "2147483648",
    "0.5",
    R"("a\nb")",
    R"("é")",
    R"("2021-10-04T23:13:43Z")",
    "true",
    "[]",
    "{}",
    R"({"id": 3, "id": 4, "user": {"id": "u"}})",
    R"([null, 5, {"joinDateTime": "today", "durationInSeconds": "5"}])",
    R"([{"joinDateTime": "2021-10-04T23:13:43Z", "zzz": [1, {"a": 2}]}])",
    R"({"@odata.type": "#microsoft.graph.communicationsUserIdentity", "id": 7, "tenantId": {}})",
    "[\n{\n\"durationInSeconds\":\n\"é\"}]",
};

/// The record with one value instead of its own, and what else is to be in it.
std::string record_with(const member& replaced, std::string_view value, std::string_view more)
{
    std::string result;
    for (const member& each : members)
        ((result += result.empty() ? "{\"" : ",\n\"").append(each.name) += "\": ")
            .append(&each == &replaced ? value : each.value);
    return result.append(more) + '}';
}

/// What is said of all values but the undeclared one.
std::vector<diagnostic> said_of_declared(const report& judged)
{
    std::vector<diagnostic> result;
    for (const diagnostic& finding : judged.diagnostics)
        if (!finding.pointer.ends_with("/zzz") || finding.rule != "unknown-property" ||
            finding.pointer.find("attendanceIntervals") != std::string::npos)
            result.push_back(finding);
    return result;
}

} // namespace

TEST_CASE("a wrong value of a record is told the same whether it or the whole record is read again")
{
    for (const std::string_view container :
         {R"({"value": [{"id": "1"}, %]})", R"({"value": [{"id": "2", "attendanceRecords": [%]}]})"})
        for (const member& replaced : members)
            for (const std::string_view value : values) {
                const auto payload_with = [&](std::string_view more) {
                    return std::string{container}.replace(container.find('%'), 1, record_with(replaced, value, more));
                };
                const std::string payload = payload_with({});
                CAPTURE(payload);
                const report alone = tests::judge(payload);
                const report whole = tests::judge(payload_with(undeclared));
                CHECK(whole.diagnostics.size() == alone.diagnostics.size() + 1);
                CHECK(said_of_declared(whole) == alone.diagnostics);
            }
}

TEST_CASE("lines and columns are right behind a value that was read again")
{
    for (const member& replaced : members)
        for (const std::string_view value : values) {
            const std::string payload = "{\"value\": [" + record_with(replaced, value, {}) + ",\n " +
                                        record_with(replaced, "\"é\"", {}) + ", {\"role\": 5}]}";
            CAPTURE(payload);
            for (const diagnostic& finding : tests::judge(payload).diagnostics) {
                const std::string_view before = std::string_view{payload}.substr(0, finding.position.offset);
                const std::size_t line_begin = before.rfind('\n') + 1;
                CHECK(finding.position.line == 1 + std::count(before.begin(), before.end(), '\n'));
                CHECK(finding.position.byte_column == before.size() - line_begin + 1);
                CHECK(finding.position.column == rollcall::detail::count_lead_bytes(before.substr(line_begin)) + 1);
            }
        }
}

TEST_CASE("nothing is listed or counted twice when a record is read again after one of its properties")
{
    const std::string payload =
        R"({"value": [{"id": 1, "role": 2}, {"id": 3, "attendanceIntervals": [4, null], "zzz": 5}]})";
    const std::size_t all = tests::judge(payload).diagnostics.size();
    CHECK(all == 6);
    for (std::size_t most = 0; most <= all; ++most) {
        const report judged = tests::judge(payload, {.maximum_diagnostics = most});
        CHECK(judged.diagnostics.size() == most);
        CHECK(judged.unlisted.total() == all - most);
    }
}

TEST_CASE("what is wrong in a report stays said when a record of it is read again")
{
    CHECK(tests::findings(tests::judge(
              R"({"value": [{"meetingEndDateTime": 5, "attendanceRecords": [{"id": 1, "zzz": 2}, null]}]})")) ==
          "type /value/0/meetingEndDateTime; type /value/0/attendanceRecords/0/id; "
          "unknown-property /value/0/attendanceRecords/0/zzz; null-not-allowed /value/0/attendanceRecords/1");
    CHECK(tests::findings(
              tests::judge(R"({"value": [{"attendanceRecords": [{"id": 1}], "meetingEndDateTime": 5, "zzz": 2}]})")) ==
          "type /value/0/attendanceRecords/0/id; type /value/0/meetingEndDateTime; unknown-property /value/0/zzz");
}

TEST_CASE("a wrong value of a record may be as deep as any other")
{
    const auto judge_to_depth_of_five = [](std::string_view payload) {
        return tests::findings(tests::judge(payload, {.maximum_depth = 5}));
    };
    CHECK(judge_to_depth_of_five(R"({"value": [{"role": [[1]]}]})") == "type /value/0/role");
    CHECK(judge_to_depth_of_five(R"({"value": [{"role": [[[1]]]}]})") == "type /value/0/role; json-syntax");
}

TEST_CASE("a value of a record that is no JSON is told as that, once, behind what is wrong in front of it")
{
    for (const std::string_view value : {"tru", "\"\\x\"", "-", "\"a\nb\""})
        CHECK(tests::findings(tests::judge(R"({"value": [{"id": 5, "role": )" + std::string{value} + "}]}")) ==
              "type /value/0/id; json-syntax");
    for (const std::string_view value : {"[1", "{\"a\" 1}"})
        CHECK(tests::findings(tests::judge(R"({"value": [{"id": 5, "role": )" + std::string{value} + "}]}")) ==
              "type /value/0/id; type /value/0/role; json-syntax");
}
