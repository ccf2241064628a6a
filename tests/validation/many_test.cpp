#include "judged.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

// Time grows with the payload, not with its square: what looks at all of the payload for each of its items does not end
// here.

namespace {

using namespace rollcall;

constexpr std::size_t many = 100'000;

std::string repeated(std::string_view item)
{
    std::string result{item};
    for (std::size_t index = 1; index < many; ++index)
        (result += ',') += item;
    return result;
}

void check_count(const std::string& payload, std::size_t expected_findings)
{
    const report found = tests::judge(payload, {.maximum_diagnostics = std::size_t(-1)});
    CHECK(found.diagnostics.size() == expected_findings);
}

} // namespace

TEST_CASE("many records that hold no text are judged")
{
    check_count(R"({"value": [{"role": null},)" + repeated("{}") + "]}", 0);
    check_count(R"({"value": [{"role": null},)" + repeated("[]") + "]}", many);
    check_count(R"({"value": [{"role": null},)" + repeated("null") + "]}", many);
}

TEST_CASE("many records whose names are written with escapes are judged")
{
    check_count(R"({"value": [{"role": null},)" + repeated(R"({"\u0072ole":null})") + "]}", 0);
}

TEST_CASE("many defects of one record are found")
{
    check_count(R"({"role": null, "attendanceIntervals": [)" + repeated("null") + "]}", many);
    check_count(R"({"role": null, "attendanceIntervals": [)" + repeated("true") + "]}", many);
    check_count(R"({"role": null, "attendanceIntervals": [)" + repeated(R"({"durationInSeconds":-1})") + "]}", many);
    check_count(R"({"role": null, )" + repeated(R"("note":1)") + "}", many);
    check_count(R"({"role": null, )" + repeated(R"("role":null)") + "}", many);
}

TEST_CASE("many intervals of one record are compared")
{
    const std::string interval =
        R"({"joinDateTime":"2022-06-29T22:00:00Z","leaveDateTime":"2022-06-29T22:00:01Z","durationInSeconds":)";
    const std::string front = R"({"totalAttendanceInSeconds": 2147483647, "attendanceIntervals": [)";
    // All but the first overlap. So many defects explain any total.
    check_count(front + repeated(interval + "7}") + "]}", 2 * many - 1);
    check_count(front + repeated(interval + "1}") + "]}", many - 1);
}

TEST_CASE("many defects of many records are found")
{
    check_count(R"({"value": [{"role": null},)" + repeated(R"({"role":"emperor"})") + "]}", many);
    check_count(R"({"value": [{"role": null},)" + repeated(R"({"id":"1"})") + "]}", many - 1);
}

TEST_CASE("many identities whose type comes last are judged")
{
    check_count(
        R"({"value": [{"role": null},)" +
            repeated(R"({"identity":{"a":{"b":[]},"@odata.type":"#microsoft.graph.communicationsUserIdentity"}})") +
            "]}",
        0);
}

TEST_CASE("long strings and deep values are judged")
{
    check_count(R"({"role": ")" + std::string(4 * many, '\\') + R"("})", 1);
    check_count(R"({"role": null, "identity": {"@odata.type": "x", "a": [)" + repeated(R"({"a":[[[[]]]]})") + "]}}", 1);
}
