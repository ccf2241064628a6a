#include "sandbox.hpp"

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr const char* payload = R"({"value": []})";

/// The paths in a report, in its order.
std::vector<std::string> judged(const sandbox& box, const std::string& words)
{
    const boost::json::value report = boost::json::parse(box.run("--format json " + words).out);
    std::vector<std::string> paths;
    for (const auto& file : report.at("files").as_array())
        paths.push_back(boost::json::value_to<std::string>(file.at("path")));
    return paths;
}

using paths = std::vector<std::string>;

} // namespace

TEST_CASE("a folder is judged with its subfolders, sorted by path")
{
    const sandbox box;
    for (const std::string path : {"b.json", "a/z.http", "a/b/c/deep.json", "a-b.json", "a/a.json", "B.json"})
        box.write("captures/" + path, payload);
    const paths sorted{"captures/B.json",   "captures/a/a.json", "captures/a/b/c/deep.json",
                       "captures/a/z.http", "captures/a-b.json", "captures/b.json"};
    CHECK(judged(box, "captures") == sorted);
    CHECK(judged(box, "captures/") == sorted);
    CHECK(judged(box, "captures/a") == paths{"captures/a/a.json", "captures/a/b/c/deep.json", "captures/a/z.http"});
    CHECK(box.run("captures").out == "6 files, 6 payloads, no records: nothing to report\n");
}

TEST_CASE("files are judged in the order in which they are named")
{
    const sandbox box;
    box.write("b.json", payload);
    box.write("a.json", payload);
    box.write("folder/c.json", payload);
    CHECK(judged(box, "folder b.json a.json") == paths{"folder/c.json", "b.json", "a.json"});
}

TEST_CASE("of a folder what begins like a payload is judged, whatever it is called")
{
    const sandbox box;
    box.write("in/capture-1", payload);
    box.write("in/capture-2.txt", "\xEF\xBB\xBF\n [1]");
    box.write("in/capture-3.log", "HTTP/2 200\n\n{}");
    box.write("in/capture-4", "GET /attendanceRecords HTTP/1.1\nHost: h\n\nHTTP/1.1 200 OK\n\n{}");
    box.write("in/README.md", "# Captures\n");
    box.write("in/empty", "");
    box.write("in/empty.json", "");
    CHECK(judged(box, "in") ==
          paths{"in/capture-1", "in/capture-2.txt", "in/capture-3.log", "in/capture-4", "in/empty.json"});
    CHECK(box.run("in").err ==
          "rollcall-validate: 2 files in folders left out: not called *.json, *.http, *.har, *.ndjson, "
          "*.jsonl or *.gz, and not beginning like a payload\n");
    // What is named itself is judged.
    CHECK(judged(box, "in/README.md in/empty") == paths{"in/README.md", "in/empty"});
}

TEST_CASE("of a folder hidden files and expectations are left out")
{
    const sandbox box;
    box.write("in/a.json", payload);
    box.write("in/a.expected.json", "{}");
    box.write("in/.hidden.json", "{}");
    box.write("in/.git/config.json", "{}");
    CHECK(judged(box, "in") == paths{"in/a.json"});
    CHECK(box.run("in").err == "");
    CHECK(judged(box, "in/a.expected.json in/.hidden.json in/.git").size() == 3);
}

TEST_CASE("a folder without a payload is an error, not a success")
{
    const sandbox box;
    box.write("in/README.md", "# Nothing here yet\n");
    const program_run run = box.run("in");
    CHECK(run.status == 2);
    CHECK(run.err.find("in: error: there is no payload in this folder") == 0);
}

TEST_CASE("links to files are judged, links to folders are not followed, and no loop is endless")
{
    const sandbox box;
    box.write("in/a.json", payload);
    box.write("outside/b.json", payload);
    const fs::path in = box.folder() + "/here/in";
    fs::create_directory_symlink(".", in / "loop");
    fs::create_directory_symlink("../outside", in / "outside");
    fs::create_symlink("../outside/b.json", in / "link.json");
    CHECK(judged(box, "in") == paths{"in/a.json", "in/link.json"});
    // A folder that is named is judged, even by a link.
    CHECK(judged(box, "in/outside") == paths{"in/outside/b.json"});
}

TEST_CASE("a link to nothing is told of")
{
    const sandbox box;
    box.write("in/a.json", payload);
    fs::create_symlink("nowhere.json", box.folder() + "/here/in/lost.json");
    const program_run run = box.run("in");
    CHECK(run.status == 2);
    CHECK(run.err == "in/lost.json: error: cannot be opened: No such file or directory\n");
    CHECK(run.out == "2 files (1 could not be judged), 1 payload, no records: nothing to report\n");
}

TEST_CASE("names with spaces and quotes are names like others")
{
    const sandbox box;
    box.write("in/it's one \"name\".json", payload);
    CHECK(judged(box, "in") == paths{"in/it's one \"name\".json"});
}

TEST_CASE("of a folder sessions, lines and compressed files are judged by their names")
{
    const sandbox box;
    for (const std::string name : {"a.har", "a.http", "a.json", "a.json.gz", "a.jsonl", "a.ndjson"})
        box.write("in/" + name, "?");
    CHECK(judged(box, "in").size() == 6);
}

TEST_CASE("--include and --exclude choose files of a folder by their path below it")
{
    const sandbox box;
    for (const std::string path :
         {"a.json", "b.har", "c.txt", "old/a.json", "old/b.har", "old/deep/c.har", "new/old/a.json"})
        box.write("in/" + path, payload);
    CHECK(judged(box, "--include '*.har' in") == paths{"in/b.har", "in/old/b.har", "in/old/deep/c.har"});
    CHECK(judged(box, "--include '*.har' in/") == paths{"in/b.har", "in/old/b.har", "in/old/deep/c.har"});
    CHECK(judged(box, "--include 'old/*' in") == paths{"in/old/a.json", "in/old/b.har"});
    CHECK(judged(box, "--include 'old/**' --exclude 'deep' in") == paths{"in/old/a.json", "in/old/b.har"});
    CHECK(judged(box, "--exclude old in") == paths{"in/a.json", "in/b.har", "in/c.txt"});
    CHECK(judged(box, "--exclude 'old/**' --exclude '[ab].*' in") == paths{"in/c.txt"});
    CHECK(judged(box, "--include 'a.*' --include c.txt in") ==
          paths{"in/a.json", "in/c.txt", "in/new/old/a.json", "in/old/a.json"});
    // What is named itself is judged, and an option takes one word.
    CHECK(judged(box, "--exclude '*' in/a.json") == paths{"in/a.json"});
    CHECK(judged(box, "--include '*.har' in/old/deep in/a.json") == paths{"in/old/deep/c.har", "in/a.json"});
}

TEST_CASE("--include judges files that do not look like payloads, and nobody is told of those not asked for")
{
    const sandbox box;
    box.write("in/a.log", "no payload");
    box.write("in/b.log", "no payload");
    CHECK(judged(box, "--include a.log in") == paths{"in/a.log"});
    CHECK(box.run("--include a.log in").err == "");
    const program_run run = box.run("--include '*.har' in");
    CHECK(run.status == 2);
    CHECK(run.err == "in: error: there is no file in this folder that --include and --exclude leave to judge\n");
}

TEST_CASE("a pattern that is none is wrong usage")
{
    const sandbox box;
    for (const std::string option : {"--include", "--exclude"}) {
        const program_run run = box.run(option + " 'a[b' .");
        CHECK(run.status == 2);
        CHECK(run.err == including("rollcall-validate: " + option +
                                   ": 'a[b' is no pattern; write *.har, 2026-*/** or "
                                   "[!a-z]*.json\n"));
    }
}
