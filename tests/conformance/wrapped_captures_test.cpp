#include "sandbox.hpp"

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

std::set<fs::path> capture_files(const std::string& folder)
{
    std::set<fs::path> files;
    for (const auto& entry : fs::directory_iterator{fs::path{ROLLCALL_SOURCE_DIR "/tests/conformance"} / folder})
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

/// Judges captures in one run.
void check_captures(const std::set<fs::path>& files, const std::string& options)
{
    std::string words = "--format json " + options;
    for (const fs::path& capture : files)
        words += " '" + capture.string() + "'";
    const json::value report = json::parse(sandbox{}.run(words).out);
    REQUIRE(report.at("files").as_array().size() == files.size());
    std::size_t number = 0;
    for (const fs::path& capture : files)
        CHECK_MESSAGE(lines_of(report.at("files").at(number++)) ==
                          lines_of(read_json(capture.string() + ".expected.json")),
                      capture.filename());
}

/// Each of the sessions in a run of its own, since they are of the same collection; the three files with a page in one.
void check_pages(const std::string& options)
{
    std::set<fs::path> pages;
    for (const fs::path& capture : capture_files("captures-pages")) {
        if (capture.extension() == ".json")
            pages.insert(capture);
        else
            check_captures({capture}, options);
    }
    CHECK(pages.size() == 3);
    check_captures(pages, options);
}

} // namespace

TEST_CASE("payloads wrapped in sessions, chunks and compression get the verdict that is written down beside them")
{
    const std::set<fs::path> files = capture_files("captures-wrapped");
    CHECK(files.size() == 14);
    check_captures(files, "");
    check_captures(files, "--engine valijson");
}

TEST_CASE("joined pages get the verdict that is written down beside them")
{
    check_pages("--join-pages");
    check_pages("--join-pages --engine valijson");
}
