#include "sandbox.hpp"

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

constexpr std::string_view wrong_sum =
    R"({"value": [{"totalAttendanceInSeconds": 5, "attendanceIntervals": [{"durationInSeconds": 7}]}]})";

} // namespace

TEST_CASE("--fix-hints says which value would be right, in text and in JSON")
{
    sandbox box;
    box.write("a.json", wrong_sum);
    CHECK(box.run("--fix-hints a.json").out == including("\n  right would be 7\n"));
    const auto report = boost::json::parse(box.run("--fix-hints --format json a.json").out);
    CHECK(report.at_pointer("/files/0/payloads/0/diagnostics/0/fix") == "7");
}

TEST_CASE("without --fix-hints no finding says which value would be right")
{
    sandbox box;
    box.write("a.json", wrong_sum);
    for (const char* const options : {"", "--engine valijson ", "--format json "}) {
        const std::string out = box.run(options + std::string{"a.json"}).out;
        CHECK(out == including("total-is-sum"));
        CHECK(out.find("right would be") == std::string::npos);
        CHECK(out.find("\"fix\"") == std::string::npos);
    }
}

TEST_CASE("valijson knows what is right of what the schema says, too")
{
    sandbox box;
    box.write("a.json", R"({"value": [{"role": null, "emailAdress": "x", "totalAttendanceInSeconds": "5",
        "attendanceIntervals": [{"joinDateTime": "2022-06-29 22:00:00Z"}]}, {"attendanceIntervals": null}]})");
    const std::string fast = box.run("--fix-hints a.json").out;
    const std::string by_schema = box.run("--engine valijson --fix-hints a.json").out;
    for (const char* const fix : {"\"emailAddress\"", "5", "\"2022-06-29T22:00:00Z\"", "[]"}) {
        const std::string line = "\n  right would be " + std::string{fix} + "\n";
        CHECK(fast == including(line));
        CHECK(by_schema == including(line));
    }
}
