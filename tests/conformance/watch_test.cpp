#include "running_program.hpp"
#include "sandbox.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <string>

namespace {

namespace fs = std::filesystem;

constexpr const char* waiting = "watching for changes; Ctrl-C ends\n";
constexpr const char* good = R"({"role": "Attendee"})";
constexpr const char* bad = R"({"role": 7})";

struct watched_box : sandbox {
    watched_box()
    {
        write("in/a.json", good);
        write("in/deep/b.json", good);
    }

    [[nodiscard]] fs::path path(const std::string& name) const { return fs::path{folder()} / "here" / name; }
};

} // namespace

TEST_CASE("--watch judges what changes, and only that")
{
    const watched_box box;
    running_program program{box, {"--watch", "in"}};
    program.wait_for("2 files, 2 payloads, 2 records: nothing to report\n");
    program.wait_for(waiting);
    box.write("in/a.json", bad);
    program.wait_for("judging again: in/a.json\nin/a.json:1:10: error");
    program.wait_for("1 file, 1 payload, 1 record: 1 error");
    program.wait_for(waiting);
    box.write("in/deep/b.json", bad);
    program.wait_for("judging again: in/deep/b.json\nin/deep/b.json:1:10: error");
    program.wait_for(waiting);
    program.send(SIGINT);
    CHECK(program.wait_for_end() == 128 + SIGINT);
    // Nothing is cleared.
    CHECK(program.text().find('\033') == std::string::npos);
}

TEST_CASE("--watch sees new files, new folders and renamed files")
{
    const watched_box box;
    box.write("out.json", bad);
    box.write("other/deeper/d.json", bad);
    running_program program{box, {"--watch", "in"}};
    program.wait_for(waiting);
    box.write("in/new.json", bad);
    program.wait_for("judging again: in/new.json\n");
    program.wait_for(waiting);
    box.write("in/folder/c.json", bad);
    program.wait_for("judging again: in/folder/c.json\n");
    program.wait_for(waiting);
    fs::rename(box.path("out.json"), box.path("in/renamed.json"));
    program.wait_for("judging again: in/renamed.json\n");
    program.wait_for(waiting);
    fs::rename(box.path("other"), box.path("in/other"));
    program.wait_for("judging again: in/other/deeper/d.json\n");
    program.wait_for(waiting);
    box.write("in/other/deeper/d.json", good);
    program.wait_for("judging again: in/other/deeper/d.json\n1 file, 1 payload, 1 record: nothing to report\n");
}

TEST_CASE("--watch watches a file that is replaced")
{
    const watched_box box;
    running_program program{box, {"--watch", "in/a.json"}};
    program.wait_for(waiting);
    // Another file of the folder is none of its business.
    box.write("in/z.json", bad);
    box.write("in/a.json.new", bad);
    fs::rename(box.path("in/a.json.new"), box.path("in/a.json"));
    program.wait_for("judging again: in/a.json\n");
    program.wait_for(waiting);
    CHECK(program.text().find("z.json") == std::string::npos);
}

TEST_CASE("--watch judges files only, and shows them as text")
{
    const watched_box box;
    CHECK(box.run("--watch -").err == including("--watch: standard input cannot be watched"));
    CHECK(box.run("--watch --format json in").err == including("--watch: only text is shown, on standard output"));
    CHECK(box.run("--watch --write-baseline x in").status == 2);
}
