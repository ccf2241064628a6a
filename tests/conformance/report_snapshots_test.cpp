#include "sandbox.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

namespace {

const std::string source = ROLLCALL_SOURCE_DIR;

/// What another version, or another list of rules, would change in a report is left out, and of a page what is the same
/// on all pages.
std::string without_what_changes(std::string report)
{
    const auto replace = [&](const std::string& begin, const std::string& end, const std::string& by) {
        const std::size_t from = report.find(begin);
        if (from == std::string::npos)
            return;
        const std::size_t first = from + begin.size();
        report.replace(first, report.find(end, first) - first, by);
    };
    replace("\"name\": \"rollcall-validate\", \"version\": \"", "\"", "…");
    replace("\"name\": \"rollcall-validate\", \"semanticVersion\": \"", "\"", "…");
    replace("\"rules\": [", "]}}", " … ");
    replace("\"tool\":\"rollcall-validate ", "\"", "…");
    replace("script-src '", "'", "…");
    replace("style-src '", "'", "…");
    replace("<style>", "</style>", " … ");
    replace("<body>", "<script type=", " … ");
    replace("<script>", "</script>", " … ");
    return report;
}

} // namespace

TEST_CASE("reports of the program look as they should in every format")
{
    const sandbox box;
    const program_run copied = box.run_shell("cd '" + source +
                                             "/tests/conformance'; cp payloads/total-is-sum/broken-interval-lost.json "
                                             "captures/en-3-webinar-session.http '" +
                                             box.folder() + "/here'");
    REQUIRE(copied.status == 0);
    box.write("lines.ndjson", "{\"role\": \"Chef\"}\n{\"role\": \"Attendee\"}\n{\"role\": 7}\nnothing\n");
    for (const auto& [name, ending] : {std::pair{"text", "txt"},
                                       {"summary", "summary.txt"},
                                       {"json", "json"},
                                       {"ndjson", "ndjson"},
                                       {"sarif", "sarif"},
                                       {"junit", "junit.xml"},
                                       {"github", "github.txt"},
                                       {"gitlab", "gitlab.json"},
                                       {"html", "html"}}) {
        const std::string format{name};
        CAPTURE(format);
        const program_run run = box.run(
            "--format " + format + " broken-interval-lost.json en-3-webinar-session.http lines.ndjson missing.json");
        CHECK(run.status == 2);
        CHECK(run.err == "missing.json: error: cannot be opened: No such file or directory\n");
        const std::string report = without_what_changes(run.out);
        const std::string path = source + "/tests/conformance/snapshots/report." + ending;
        // Then it is written anew instead, to be looked at and committed.
        if (std::getenv("ROLLCALL_WRITE_SNAPSHOTS") != nullptr)
            std::ofstream{path, std::ios::binary} << report;
        std::ifstream snapshot{path, std::ios::binary};
        REQUIRE_MESSAGE(snapshot, path);
        CHECK(report == std::string{std::istreambuf_iterator<char>{snapshot}, {}});
    }
}
