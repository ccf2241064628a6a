#include "judged.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>

// Time grows with the payload, not with its square. The limit is far above what a slow machine needs, and far below what
// looking at all of the payload for each of its items takes.

namespace {

using namespace rollcall;

constexpr std::size_t many = 200'000;
constexpr std::chrono::seconds limit{20};

std::string repeated(std::string_view item)
{
    std::string result{item};
    for (std::size_t index = 1; index < many; ++index)
        (result += ',') += item;
    return result;
}

void check_time(const std::string& payload, std::size_t expected_findings)
{
    const auto begin = std::chrono::steady_clock::now();
    const report found = tests::judge(payload);
    CHECK(std::chrono::steady_clock::now() - begin < limit);
    CHECK(found.diagnostics.size() == expected_findings);
}

} // namespace

TEST_CASE("many records that hold no text are judged in time")
{
    check_time(R"({"value": [{"role": null},)" + repeated("{}") + "]}", 0);
    check_time(R"({"value": [{"role": null},)" + repeated("[]") + "]}", many);
    check_time(R"({"value": [{"role": null},)" + repeated("null") + "]}", many);
}

TEST_CASE("many records whose names are written with escapes are judged in time")
{
    check_time(R"({"value": [{"role": null},)" + repeated(R"({"\u0072ole":null})") + "]}", 0);
}

TEST_CASE("many defects of one record are found in time")
{
    check_time(R"({"role": null, "attendanceIntervals": [)" + repeated("null") + "]}", many);
    check_time(R"({"role": null, "attendanceIntervals": [)" + repeated("true") + "]}", many);
    check_time(R"({"role": null, "attendanceIntervals": [)" + repeated(R"({"durationInSeconds":-1})") + "]}", many);
    check_time(R"({"role": null, )" + repeated(R"("note":1)") + "}", many);
    check_time(R"({"role": null, )" + repeated(R"("role":null)") + "}", many);
}

TEST_CASE("many defects of many records are found in time")
{
    check_time(R"({"value": [{"role": null},)" + repeated(R"({"role":"emperor"})") + "]}", many);
    check_time(R"({"value": [{"role": null},)" + repeated(R"({"id":"1"})") + "]}", many - 1);
}

TEST_CASE("many identities whose type comes last are judged in time")
{
    check_time(R"({"value": [{"role": null},)" +
                   repeated(R"({"identity":{"a":{"b":[]},"@odata.type":"#microsoft.graph.communicationsUserIdentity"}})") + "]}",
               0);
}

TEST_CASE("long strings and deep values are judged in time")
{
    check_time(R"({"role": ")" + std::string(4 * many, '\\') + R"("})", 1);
    check_time(R"({"role": null, "identity": {"@odata.type": "x", "a": [)" + repeated(R"({"a":[[[[]]]]})") + "]}}", 1);
}
