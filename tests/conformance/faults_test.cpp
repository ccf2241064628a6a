#include "input_file.hpp"
#include "sandbox.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace {

constexpr const char* good = "{\"value\": [{\"role\": \"Attendee\"}]}";
constexpr const char* with_error = "{\"value\": [{\"role\": 7}]}";
const std::string good_line = "1 file, 1 payload, 1 record: nothing to report\n";

/// A payload of more than a megabyte, so that it is opened before it is its turn.
std::string large_payload()
{
    std::string text = R"({"value": [)";
    while (text.size() < 1'200'000)
        text += "{\"role\": \"Attendee\"},\n";
    return text + "{}]}";
}

/// For where the shell's function cannot stand.
const std::string program = "'" ROLLCALL_VALIDATE "'";

} // namespace

TEST_CASE("what is missing of a mapped file that was cut short is zeros, and the file says so")
{
    const sandbox box;
    const std::string path = box.folder() + "/here/large";
    box.write("large", std::string(1'000'000, 'x'));
    const rollcall::program::input_file other{path};
    const rollcall::program::input_file file{path};
    CHECK_FALSE(file.is_cut_short());
    CHECK(file.text().back() == 'x');
    std::filesystem::resize_file(path, 300'000);
    CHECK(file.text()[299'999] == 'x');
    CHECK(file.text()[300'000] == '\0');
    CHECK(file.text()[500'000] == '\0');
    CHECK(file.text().back() == '\0');
    CHECK(file.is_cut_short());
    // It stays so, whatever the file becomes.
    std::filesystem::resize_file(path, 1'000'000);
    CHECK(file.is_cut_short());
    // Nobody touched the missing bytes of this one, and they are there again.
    CHECK_FALSE(other.is_cut_short());
}

TEST_CASE("a mapped file is not cut short when it grows, goes, or is replaced by a smaller one")
{
    const sandbox box;
    const std::string path = box.folder() + "/here/large";
    box.write("large", std::string(300'000, 'x'));
    const rollcall::program::input_file file{path};
    std::filesystem::resize_file(path, 400'000);
    CHECK_FALSE(file.is_cut_short());
    std::filesystem::remove(path);
    CHECK_FALSE(file.is_cut_short());
    box.write("large", "small");
    CHECK_FALSE(file.is_cut_short());
    CHECK(file.text() == std::string(300'000, 'x'));
}

TEST_CASE("a file that is cut short while it is judged is an error of this file, and the others are judged")
{
    const sandbox box;
    box.write("error.json", with_error);
    std::string lines;
    while (lines.size() < 2'500'000)
        lines += "{\"role\": \"Attendee\"}\n";
    for (const std::string size : {"10", "1000000"})
        for (const std::string name : {"large.json", "large.ndjson"}) {
            box.write("large.json", large_payload());
            box.write("large.ndjson", lines);
            // The pipe is opened behind the large file and before that is judged.
            const program_run run = box.run_shell("rm -f pipe; mkfifo pipe; { truncate --size " + size + ' ' + name +
                                                  "; cat error.json; } >pipe & rollcall-validate --jobs 1 " + name +
                                                  " pipe; status=$?; wait; exit $status");
            CHECK(run.status == 2);
            CHECK(run.err == name + ": error: another program cut it short while it was judged; judge it again\n");
            CHECK(run.out.starts_with("pipe:1:21: error: role must be a string"));
            CHECK(run.out == including("2 files (1 could not be judged), 1 payload, 1 record: 1 error, no warnings\n"));
        }
}

TEST_CASE("a standard stream that is closed does not become a file, and no report is lost")
{
    const sandbox box;
    box.write("good.json", good);
    box.write("error.json", with_error);
    // The report stands in a file that would be standard output.
    const program_run without_output = box.run("--format json=report.json --format text error.json >&-");
    CHECK(without_output.status == 2);
    CHECK(without_output.err == "rollcall-validate: standard output cannot be written: Bad file descriptor\n");
    CHECK_FALSE(std::filesystem::exists(box.folder() + "/here/report.json"));
    // Nothing is printed where all reports are in files.
    CHECK(box.run("--format json=report.json error.json <&- >&- 2>&-").status == 1);
    CHECK(box.run_shell("cat report.json").out == box.run("--format json error.json").out);
    CHECK(box.run("- <&-").err == "-: error: cannot be read: Bad file descriptor\n");
    for (const std::string nowhere : {"2>&-", "2>/dev/full"}) {
        const program_run run = box.run("missing.json error.json " + nowhere);
        CHECK(run.status == 2);
        CHECK(run.out == box.run("missing.json error.json").out);
        CHECK(box.run("--no-such-option " + nowhere).status == 2);
    }
}

TEST_CASE("a file that may not be read and a folder that may not be looked into are told of, and the others are judged")
{
    const sandbox box;
    box.write("secret.json", good);
    box.write("folder/good.json", good);
    box.write("error.json", with_error);
    // Root may read everything, so it becomes somebody else, who may not even be allowed to start the program.
    const program_run run =
        box.run_shell("chmod 0 secret.json folder && chmod 755 .. . && become=; "
                      "[ $(id -u) = 0 ] && become='setpriv --reuid=65534 --regid=65534 --clear-groups'; $become " +
                      program + " --version >/dev/null 2>&1 || exit 77; $become " + program +
                      " secret.json folder error.json; status=$?; chmod 755 folder; exit $status");
    if (run.status == 77) {
        MESSAGE("skipped: this test cannot become somebody who may not read everything");
        return;
    }
    CHECK(run.status == 2);
    CHECK(run.err == including("secret.json: error: cannot be opened: Permission denied\n"));
    CHECK(run.err == including("folder: error: the folder cannot be read: Permission denied\n"));
    CHECK(run.out == including("error.json:1:21: error: "));
}

TEST_CASE("what is no file is an error that says so, or is read to its end")
{
    const sandbox box;
    box.write("good.json", good);
    box.write("a/b/good.json", good);
    CHECK(box.run("/dev/null").out.starts_with("/dev/null:1:1: error: the text is empty [json-syntax]\n"));
    const program_run endless = box.run("--max-piped-size 1M /dev/zero good.json");
    CHECK(endless.status == 2);
    CHECK(endless.err == "/dev/zero: error: is larger than 1048576 bytes, and would have to be kept in memory; save it "
                         "as a file, or allow more (option --max-piped-size)\n");
    CHECK(endless.out == including("2 files (1 could not be judged), 1 payload"));
    const std::string long_name(300, 'x');
    const program_run named = box.run(long_name + " good.json");
    CHECK(named.status == 2);
    CHECK(named.err == long_name + ": error: cannot be opened: File name too long\n");
    // A socket cannot be opened as a file.
    const program_run socket =
        box.run_shell("command -v python3 >/dev/null || exit 77; "
                      "python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"socket\")'; rollcall-validate "
                      "socket good.json");
    if (socket.status == 77) {
        MESSAGE("skipped: there is no Python here to make a socket");
        return;
    }
    CHECK(socket.status == 2);
    CHECK(socket.err == "socket: error: cannot be opened: No such device or address\n");
}

TEST_CASE("names of any bytes are judged, and told without harm")
{
    const sandbox box;
    box.write("folder/a\nb.json", with_error);
    box.write("folder/c\xFF.json", with_error);
    const program_run run = box.run("folder");
    CHECK(run.status == 1);
    CHECK(run.out == including("folder/a\\u000ab.json:1:21: error: "));
    CHECK(run.out == including("folder/c\xEF\xBF\xBD.json:1:21: error: "));
}

TEST_CASE("what comes through a pipe may be as large as --max-piped-size says, and no larger")
{
    const sandbox box;
    box.write("good.json", good);
    const std::string piped = "cat good.json | rollcall-validate - --max-piped-size ";
    CHECK(box.run_shell(piped + "33").out == good_line);
    CHECK(box.run_shell(piped + "34").out == good_line);
    const program_run run = box.run_shell(piped + "32");
    CHECK(run.status == 2);
    CHECK(run.err == "-: error: is larger than 32 bytes, and would have to be kept in memory; save it as a file, or "
                     "allow more (option --max-piped-size)\n");
    // What is mapped takes no memory.
    box.write("large.json", large_payload());
    CHECK(box.run("--max-piped-size 1K large.json").status == 0);
    CHECK(box.run("--max-piped-size 1K - <large.json").status == 2);
}

TEST_CASE("with few open files, few threads or little memory all is judged, or it is told what was not")
{
    const sandbox box;
    for (int number = 10; number < 60; ++number)
        box.write("many/" + std::to_string(number) + ".json", good);
    box.write("large.json", large_payload());
    const std::string all = "50 files, 50 payloads, 50 records: nothing to report\n";
    // Whoever runs the tests may have left some open.
    CHECK(box.run_shell("exec 3<&- 4<&- 5<&- 6<&- 7<&- 8<&- 9<&-; ulimit -n 6; rollcall-validate --jobs 2 many").out ==
          all);
    if (!limits_memory)
        return;
    // No thread has a stack then.
    const program_run threads = box.run_shell("ulimit -s 4000000; ulimit -d 200000; rollcall-validate --jobs 8 many");
    CHECK(threads.out == all);
    const program_run memory = box.run_shell("ulimit -d 10000; rollcall-validate --jobs 1 - many <large.json");
    CHECK(memory.status == 0);
    const program_run less = box.run_shell("for copy in 1 2 3 4 5 6 7 8 9; do cat large.json; done >larger; "
                                           "ulimit -d 8000; rollcall-validate --jobs 1 - many <larger");
    CHECK(less.status == 2);
    CHECK(less.err == "-: error: does not fit into memory\n");
    CHECK(less.out == including("51 files (1 could not be judged), 50 payloads, 50 records: nothing to report\n"));
}

TEST_CASE("--max-depth says how deep a payload may nest, and both engines keep to it on the usual stack")
{
    const sandbox box;
    const auto nested = [](std::size_t depth) {
        return R"({"role": null, "x": )" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + '}';
    };
    for (const std::string engine : {"", "--engine valijson "})
        for (const std::size_t depth : {std::size_t{3}, std::size_t{64}, std::size_t{1000}}) {
            CAPTURE(depth);
            const std::string words = engine + "--rule unknown-property=off --max-depth " + std::to_string(depth);
            box.write("a.json", nested(depth - 1));
            CHECK(box.run(words + " a.json").out == good_line);
            box.write("a.json", nested(depth));
            CHECK(box.run(words + " a.json").out == good_line);
            box.write("a.json", nested(depth + 1));
            const program_run run = box.run(words + " a.json");
            CHECK(run.status == 1);
            CHECK(run.out == including("nests objects and arrays too deep"));
        }
    CHECK(box.run("a.json --max-depth 1001").err ==
          including("--max-depth: '1001' is not a whole number from 1 to 1000\n"));
    box.write("a.json", nested(65));
    CHECK(box.run("a.json").status == 1);
    // Threads have the stack that the system's limit says.
    box.write("a.json", nested(64));
    CHECK(box.run_shell("ulimit -s 256; rollcall-validate --rule unknown-property=off a.json").out == good_line);
}
