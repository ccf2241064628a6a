#include "file_progress.hpp"
#include "progress_line.hpp"
#include "running_program.hpp"
#include "sandbox.hpp"

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <sys/stat.h> // mkfifo

#include <atomic>
#include <chrono>
#include <cstddef>
#include <regex>
#include <string>

// What is told beside the report.

namespace {

constexpr const char* good = R"({"role": "Attendee"})";
constexpr const char* bad = R"({"role": 7})";

struct sample_box : sandbox {
    sample_box()
    {
        write("in/a.json", bad);
        write("in/b.ndjson", std::string{good} + "\n" + good + "\n");
        write("in/notes.txt", "left out");
    }
};

} // namespace

TEST_CASE("--quiet shows findings and nothing else")
{
    sample_box box;
    box.write("rollcall.json", R"({"ignores": [{"rule": "unknown-role", "reason": "x", "expires": "2000-01-01"}]})");
    const program_run run = box.run("--quiet in");
    CHECK(run.status == 1);
    CHECK(run.out == including("in/a.json:1:10: error: role must be a string [type]\n"));
    CHECK(run.out.find("payload") == std::string::npos);
    CHECK(run.err.empty());
    CHECK(box.run("--quiet in/b.ndjson").out.empty());
    // What could not be judged is no summary.
    CHECK(box.run("--quiet nowhere.json").err == including("nowhere.json: error: "));
}

TEST_CASE("--verbose tells what is judged and what it was taken for")
{
    sample_box box;
    box.write("in/c.http",
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"value\": [" + std::string{good} + "]}");
    const program_run run = box.run("--verbose in");
    CHECK(run.err == including("rollcall-validate: judged in/a.json: attendanceRecord, 1 record\n"));
    CHECK(run.err == including("rollcall-validate: judged in/b.ndjson: 2 lines without findings, 2 records\n"));
    CHECK(run.err ==
          including("rollcall-validate: judged in/c.http: attendanceRecordCollection, 1 record, HTTP response"));
    CHECK(run.err ==
          including("rollcall-validate: left out in/notes.txt\nrollcall-validate: 1 file in folders left out"));
    CHECK(box.run("in").err.find("notes.txt") == std::string::npos);
    CHECK(run.out == box.run("in").out);
}

TEST_CASE("--verbose names the configuration")
{
    sample_box box;
    CHECK(box.run("--verbose in").err.find("configuration") == std::string::npos);
    box.write("rollcall.json", "{}");
    CHECK(box.run("--verbose in").err == including("rollcall-validate: configuration rollcall.json\n"));
}

TEST_CASE("--quiet and --verbose contradict each other")
{
    CHECK(sandbox{}.run("--quiet --verbose x").status == 2);
}

TEST_CASE("--statistics tells time, speed and memory on standard error")
{
    sample_box box;
    const program_run run = box.run("--statistics --format json in");
    CHECK(std::regex_search(run.err,
                            std::regex{"rollcall-validate: [0-9.]+ s, 2 files, 0\\.0 MB, [0-9.]+ MB/s, 3 records, "
                                       "[0-9]+ records/s, [1-9][0-9]* MB of memory\n"}));
    CHECK_NOTHROW(boost::json::parse(run.out));
}

TEST_CASE("how far judging has got is told in files, bytes, speed and time left")
{
    using namespace std::chrono_literals;
    rollcall::program::run_state state;
    state.all_files = 10;
    state.all_bytes = 400'000'000;
    CHECK(progress_text(state, 2s) == "judged 0 of 10 files, 0.0 of 400 MB");
    state.files = 3;
    state.bytes = 100'000'000;
    CHECK(progress_text(state, 2s) == "judged 3 of 10 files, 100 of 400 MB, 50 MB/s, 6 s left");
    state.bytes = 1'000'000;
    CHECK(progress_text(state, 2s) == "judged 3 of 10 files, 1.0 of 400 MB, 0.5 MB/s, 13 min left");
    state.bytes = 500'000'000;
    CHECK(progress_text(state, 2s) == "judged 3 of 10 files, 250 MB/s");
}

TEST_CASE("a terminal is shown how far judging has got, and the report is not mixed with it")
{
    sample_box box;
    REQUIRE(mkfifo((box.folder() + "/here/pipe").c_str(), 0600) == 0);
    running_program program{box, {"in/a.json", "pipe"}, running_program::output::terminal};
    program.wait_for("\rjudged 0 of 2 files");
    CHECK(box.run_shell("echo '{\"role\": 8}' > pipe").status == 0);
    CHECK(program.wait_for_end() == 1);
    const std::string& text = program.text();
    // The line goes before the report comes, and does not come again.
    const std::size_t report = text.find("in/a.json:1:10:");
    REQUIRE(report != std::string::npos);
    CHECK(text.rfind("\r\033[K", report) > text.rfind("judged", report));
    CHECK(text.find("judged", report) == std::string::npos);
}

TEST_CASE("what is no terminal is not shown how far judging has got, nor is a terminal with --quiet")
{
    sample_box box;
    for (const char* const pipe : {"pipe", "quiet", "witness"})
        REQUIRE(mkfifo((box.folder() + "/here/" + pipe).c_str(), 0600) == 0);
    running_program on_pipe{box, {"in/a.json", "pipe"}, running_program::output::pipe};
    running_program quiet{box, {"--quiet", "in/a.json", "quiet"}, running_program::output::terminal};
    // It began last: when it shows how far it has got, the others would have shown it.
    running_program witness{box, {"in/a.json", "witness"}, running_program::output::terminal};
    witness.wait_for("\rjudged 0 of 2 files");
    CHECK(box.run_shell("for pipe in pipe quiet witness; do echo '{\"role\": 8}' >$pipe; done").status == 0);
    for (running_program* const program : {&on_pipe, &quiet}) {
        CHECK(program->wait_for_end() == 1);
        CHECK(program->text() == including("in/a.json:1:10:"));
        CHECK(program->text().find("judged") == std::string::npos);
    }
    CHECK(witness.wait_for_end() == 1);
}

TEST_CASE("of a large file, how far it has been judged is told now and then, in bytes of the file")
{
    using rollcall::program::file_progress;
    constexpr std::size_t mebibyte = 1024UL * 1024;
    std::atomic<std::size_t> judged = 100;
    // Compressed to a fourth.
    file_progress progress{judged, 2 * mebibyte, 8 * mebibyte};
    CHECK(progress.is_wanted());
    progress.reach(mebibyte - 1);
    CHECK(judged == 100);
    progress.reach(mebibyte);
    progress.reach(mebibyte + 1);
    CHECK(judged == 100 + mebibyte / 4);
    progress.reach(7 * mebibyte);
    CHECK(judged == 100 + 7 * mebibyte / 4);
    CHECK(progress.told() == 7 * mebibyte / 4);
    CHECK_FALSE(file_progress{judged, 100, 100}.is_wanted());
    CHECK_FALSE(file_progress{}.is_wanted());
}
