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

TEST_CASE("a SARIF report with fix hints has fixes, which make the file right")
{
    const sandbox box;
    const std::string payload = R"({"value": [{"role": "\u00e4", "Role": "ä", "id": "ä", "emailaddress": null,
        "attendanceIntervals": {
        }}, {"role": "organizer"}]})";
    box.write("a.json", payload);
    CHECK(box.run("--format sarif a.json").out.find("fixes") == std::string::npos);
    const auto report = boost::json::parse(box.run("--fix-hints --format sarif a.json").out);
    std::string fixed = payload;
    int fixes = 0;
    const auto& results = report.at_pointer("/runs/0/results").as_array();
    for (auto result = results.rbegin(); result != results.rend(); ++result) {
        const auto* const fix = result->as_object().if_contains("fixes");
        if (!fix)
            continue;
        const auto& change = fix->at_pointer("/0/artifactChanges/0");
        CHECK(change.at_pointer("/artifactLocation/uri") == "a.json");
        const auto& region = change.at_pointer("/replacements/0/deletedRegion");
        const auto text_of = change.at_pointer("/replacements/0/insertedContent/text");
        const auto number = [&](const char* name) { return region.at(name).to_number<std::size_t>(); };
        std::size_t line = 0;
        for (std::size_t count = 1; count < number("startLine"); ++count)
            line = fixed.find('\n', line) + 1;
        const auto place_of = [&](std::size_t column) {
            std::size_t place = line;
            while (--column != 0)
                while ((static_cast<unsigned char>(fixed[++place]) & 0xC0U) == 0x80U) {
                }
            return place;
        };
        const std::size_t begin = place_of(number("startColumn"));
        fixed.replace(begin, place_of(number("endColumn")) - begin, boost::json::value_to<std::string>(text_of));
        ++fixes;
    }
    CHECK(fixes == 2);
    CHECK(fixed.find("emailaddress") == std::string::npos);
    CHECK(fixed == including("\"emailAddress\": null"));
    CHECK(fixed == including("{\"role\": \"Organizer\"}"));
}
