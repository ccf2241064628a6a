#include "sandbox.hpp"

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

const fs::path captures{ROLLCALL_SOURCE_DIR "/tests/conformance/captures-wrapped"};

std::set<fs::path> capture_files()
{
    std::set<fs::path> files;
    for (const auto& entry : fs::directory_iterator{captures})
        if (!entry.path().filename().string().ends_with(".expected.json"))
            files.insert(entry.path());
    return files;
}

json::value read_json(const fs::path& path)
{
    std::ifstream file{path, std::ios::binary};
    REQUIRE_MESSAGE(file, path);
    return json::parse(std::string{std::istreambuf_iterator<char>{file}, {}});
}

/// What is said of a file in lines that are easy to compare, from a report or from an expectation.
std::string lines_of(const json::value& file)
{
    std::ostringstream lines;
    const auto member = [](const json::value& value, const char* name) {
        const json::value* const found = value.as_object().if_contains(name);
        return found ? json::serialize(*found) : std::string{"none"};
    };
    lines << "error " << member(file, "error") << ", passed over " << member(file, "passedOver") << '\n';
    for (const json::value& payload : file.at("payloads").as_array()) {
        for (const char* const name : {"source", "line", "entry", "url", "kind", "records"})
            lines << name << ' ' << member(payload, name) << '\n';
        for (const json::value& finding : payload.at("diagnostics").as_array())
            lines << "  " << member(finding, "line") << ':' << member(finding, "column") << ' '
                  << member(finding, "body") << ' ' << member(finding, "severity") << ' ' << member(finding, "rule")
                  << ' ' << member(finding, "pointer") << '\n';
    }
    return lines.str();
}

void check_captures(const std::string& options)
{
    for (const fs::path& capture : capture_files()) {
        sandbox box;
        const json::value report = json::parse(box.run("--format json " + options + " '" + capture.string() + "'").out);
        CHECK_MESSAGE(lines_of(report.at_pointer("/files/0")) ==
                          lines_of(read_json(capture.string() + ".expected.json")),
                      capture.filename());
    }
}

} // namespace

TEST_CASE("payloads wrapped in sessions, chunks and compression get the verdict that is written down beside them")
{
    CHECK(capture_files().size() == 14);
    check_captures("");
}

TEST_CASE("valijson gives wrapped payloads the same verdict")
{
    check_captures("--engine valijson");
}
