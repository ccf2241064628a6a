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

const fs::path captures{ROLLCALL_SOURCE_DIR "/tests/conformance/captures"};

/// The captures, without what is expected of them.
std::set<fs::path> capture_files()
{
    std::set<fs::path> files;
    for (const auto& entry : fs::directory_iterator{captures})
        if (entry.path().extension() == ".http")
            files.insert(entry.path());
    return files;
}

/// A verdict in lines that are easy to compare, from a report or from an expectation.
std::string lines_of(const json::value& verdict)
{
    std::ostringstream lines;
    lines << json::value_to<std::string>(verdict.at("kind")) << ", " << verdict.at("records") << " records\n";
    for (const json::value& finding : verdict.at("diagnostics").as_array())
        lines << finding.at("line") << ':' << finding.at("column") << ' ' << finding.at("severity") << ' '
              << finding.at("rule") << ' ' << finding.at("pointer") << '\n';
    return lines.str();
}

json::value read_json(const fs::path& path)
{
    std::ifstream file{path, std::ios::binary};
    REQUIRE_MESSAGE(file, path);
    return json::parse(std::string{std::istreambuf_iterator<char>{file}, {}});
}

void check_captures(const std::string& options, const std::string& first_ending)
{
    for (const fs::path& capture : capture_files()) {
        fs::path expectation = fs::path{capture}.replace_extension(first_ending);
        if (!fs::exists(expectation))
            expectation = fs::path{capture}.replace_extension(".expected.json");
        sandbox box;
        const json::value report = json::parse(box.run("--format json " + options + " '" + capture.string() + "'").out);
        CHECK_MESSAGE(lines_of(report.at_pointer("/files/0/payloads/0")) == lines_of(read_json(expectation)),
                      capture.filename());
    }
}

} // namespace

TEST_CASE("the service's sample responses get the verdict that is written down beside them")
{
    CHECK(capture_files().size() == 7);
    check_captures("", ".expected.json");
}

TEST_CASE("the service's sample responses with trailing commas are judged to the end when that is asked for")
{
    check_captures("--lenient", ".lenient.expected.json");
}

TEST_CASE("valijson gives the sample responses the same verdict")
{
    check_captures("--engine valijson", ".expected.json");
    check_captures("--engine valijson --lenient", ".lenient.expected.json");
    check_captures("--schema '" ROLLCALL_SOURCE_DIR "/schema'", ".expected.json");
}
