#include "sandbox.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

/// A payload with a warning and one with an error.
struct sample_box : sandbox {
    sample_box()
    {
        write("warning.json", R"({"value": [{"role": "attendee"}]})");
        write("error.json", R"({"value": [{"role": 7}]})");
    }

    [[nodiscard]] std::string text_of(const std::string& path) const { return run_shell("cat " + path).out; }
    /// The files of the folder but for the payloads, hidden ones included.
    [[nodiscard]] std::string files() const { return run_shell("ls -A | grep -v '^warning.json$\\|^error.json$'").out; }
};

void check_usage_error(const sandbox& box, const std::string& words, const std::string& message)
{
    const program_run run = box.run(words);
    CHECK(run.status == 2);
    CHECK(run.out == "");
    CHECK(run.err == "rollcall-validate: " + message + "\nRun rollcall-validate --help for what there is.\n");
}

/// For where the shell's function cannot stand.
const std::string program = "'" ROLLCALL_VALIDATE "'";

/// gcov says on standard error where it cannot write its files.
#ifdef ROLLCALL_COUNTS_COVERAGE
constexpr bool counts_coverage = true;
#else
constexpr bool counts_coverage = false;
#endif

} // namespace

TEST_CASE("--format can be given several times, and each report is what it is alone")
{
    const sample_box box;
    const std::string files = " warning.json missing.json error.json";
    const program_run run = box.run("--format json=report.json --format text" + files + " --format=text=report.txt");
    const program_run text = box.run(files);
    CHECK(run.status == text.status);
    CHECK(run.out == text.out);
    CHECK(run.err == text.err);
    CHECK(box.text_of("report.json") == box.run("--format json" + files).out);
    CHECK(box.files() == "report.json\nreport.txt\n");
    // On a terminal the errors of files stand beside the report; in a file they would be missing.
    CHECK(box.text_of("report.txt") ==
          including("missing.json: error: cannot be opened: No such file or directory\nerror.json:1:21: error: "));
}

TEST_CASE("nothing is on standard output when all reports go to files")
{
    const sample_box box;
    const program_run run = box.run("--format json=report.json error.json");
    CHECK(run.status == 1);
    CHECK(run.out == "");
    CHECK(run.err == "");
    CHECK(box.run("--format json=report.json --format text=- error.json").out == box.run("error.json").out);
}

TEST_CASE("a report in a file has no colours, whatever standard output is")
{
    const sample_box box;
    const std::string shown = box.run_on_terminal("env -u NO_COLOR TERM=xterm " + program +
                                                  " --format text --format text=report.txt error.json");
    CHECK(shown == including("\033["));
    CHECK(box.text_of("report.txt") == box.run("error.json").out);
}

TEST_CASE("reports that share a place, or have none, are wrong usage")
{
    const sample_box box;
    check_usage_error(box, "--format text --format json error.json",
                      "--format: one report can go to standard output; give the others a file, as in json=report.json");
    check_usage_error(box, "--format json=a --format text=./a error.json", "--format: two reports would go to ./a");
    check_usage_error(box, "--format json= error.json",
                      "--format: 'json=' names no file; write json=FILE, or json for standard output");
    CHECK(box.files() == "");
}

TEST_CASE("a report never takes the place of a file that it is on")
{
    const sample_box box;
    check_usage_error(box, "--format json=./error.json error.json",
                      "--format: the report would take the place of error.json; give it another file");
    CHECK(box.text_of("error.json") == R"({"value": [{"role": 7}]})");
}

TEST_CASE("the report of an earlier run is not judged with the folder it is in")
{
    const sample_box box;
    const std::string words = "--format json=report.json --format text .";
    const program_run first = box.run(words);
    CHECK(first.out == including("2 files, 2 payloads"));
    CHECK(box.run(words).out == first.out);
}

TEST_CASE("a report takes the place of the one that was there, and a link to it stays")
{
    const sample_box box;
    box.write("folder/old.json", "old");
    CHECK(box.run_shell("chmod 640 folder/old.json && ln -s folder/old.json link.json").status == 0);
    CHECK(box.run("--format json=link.json warning.json").status == 0);
    CHECK(box.text_of("folder/old.json") == box.run("--format json warning.json").out);
    CHECK(box.run_shell("readlink link.json; stat --format %a folder/old.json; ls -A folder").out ==
          "folder/old.json\n640\nold.json\n");
}

TEST_CASE("a report can go to what is no regular file")
{
    const sample_box box;
    CHECK(box.run("--format json=/dev/null error.json").status == 1);
    const program_run run = box.run_shell("mkfifo pipe; cat pipe & rollcall-validate --format json=pipe error.json; "
                                          "status=$?; wait; [ -p pipe ] && exit $status");
    CHECK(run.status == 1);
    CHECK(run.out == box.run("--format json error.json").out);
}

TEST_CASE("a report that cannot be written to its file is told of with the cause, and the exit status is 2")
{
    const sample_box box;
    box.write("blocked", "");
    const auto check_error = [&](const std::string& file, const std::string& cause) {
        const program_run run = box.run("--format text --format json=" + file + " warning.json");
        CHECK(run.status == 2);
        CHECK(run.err == "rollcall-validate: " + file + ": cannot be written: " + cause + "\n");
    };
    check_error("missing/report.json", "No such file or directory");
    check_error("blocked/report.json", "Not a directory");
    check_error(".", "Is a directory");
    check_error("/dev/full", "No space left on device");
    CHECK(box.files() == "blocked\n");
}

TEST_CASE("a folder that cannot be written to is told of" * doctest::skip(counts_coverage))
{
    const sample_box box;
    // Root may write everywhere, so it becomes somebody else, who may not even be allowed to start the program.
    const program_run run =
        box.run_shell("mkdir closed && chmod 555 closed && chmod 755 .. . && become=; "
                      "[ $(id -u) = 0 ] && become='setpriv --reuid=65534 --regid=65534 --clear-groups'; $become " +
                      program + " --version >/dev/null 2>&1 || exit 77; $become " + program +
                      " --format json=closed/report.json warning.json");
    if (run.status == 77) {
        MESSAGE("skipped: this test cannot become somebody who may not write everywhere");
        return;
    }
    CHECK(run.status == 2);
    CHECK(run.err == "rollcall-validate: closed/report.json: cannot be written: Permission denied\n");
}

TEST_CASE("when a report outgrows the room for it, nothing of it remains, and the last one stays" *
          doctest::skip(counts_coverage))
{
    const sample_box box;
    std::string records;
    for (int count = 0; count < 3000; ++count)
        records += R"({"role": 7},)";
    box.write("error.json", "{\"value\": [" + records + "{}]}");
    box.write("report.json", "the last one");
    const program_run run = box.run_shell("ulimit -f 100; "
                                          "rollcall-validate --format json=report.json --format text=report.txt "
                                          "error.json");
    CHECK(run.status == 2);
    CHECK(run.err == "rollcall-validate: report.json: cannot be written: File too large\n");
    CHECK(box.text_of("report.json") == "the last one");
    CHECK(box.files() == "report.json\n");
}

TEST_CASE("when one report cannot be written, none takes its place")
{
    const sample_box box;
    const program_run run = box.run("--format json=report.json --format text error.json >/dev/full");
    CHECK(run.status == 2);
    CHECK(run.err == "rollcall-validate: standard output cannot be written: No space left on device\n");
    CHECK(box.files() == "");
}

TEST_CASE("when the program is asked to end, nothing of its report remains")
{
    const sample_box box;
    box.write("report.json", "the last one");
    for (const std::string signal : {"INT", "TERM", "HUP", "QUIT"}) {
        CAPTURE(signal);
        // With job control, or else the shell lets its children ignore SIGINT. The program waits for the pipe.
        const program_run run =
            box.run_shell("set -m; mkfifo pipe; sleep 100 >pipe & writer=$!; " + program +
                          " --format json=report.json warning.json pipe & judging=$!; "
                          "until ls .rollcall-validate-* >/dev/null 2>&1 || ! kill -0 $judging; do :; done; kill -" +
                          signal + " $judging; wait $judging; status=$?; kill $writer; rm pipe; exit $status");
        CHECK(run.status > 128);
        CHECK(box.text_of("report.json") == "the last one");
        CHECK(box.files() == "report.json\n");
    }
}

TEST_CASE("of runs that write the same file at once, one leaves its whole report")
{
    const sample_box box;
    const program_run run =
        box.run_shell("for number in 1 2 3 4 5 6 7 8; do rollcall-validate --format json=report.json warning.json & "
                      "rollcall-validate --format json=report.json error.json & done; wait");
    CHECK(run.err == "");
    CHECK(box.files() == "report.json\n");
    const std::string report = box.text_of("report.json");
    const bool is_one_of_both =
        report == box.run("--format json warning.json").out || report == box.run("--format json error.json").out;
    CHECK_MESSAGE(is_one_of_both, report);
}
