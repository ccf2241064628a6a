#include "running_program.hpp"
#include "sandbox.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h> // mkfifo

#include <csignal>
#include <filesystem>
#include <string>

namespace {

/// A folder with a file that can be judged, and a pipe that nothing comes from: judging does not end.
struct endless_box : sandbox {
    endless_box()
    {
        write("rollcall.json", "{}");
        write("a.json", R"({"role": 7})");
        REQUIRE(mkfifo((folder() + "/here/pipe").c_str(), 0600) == 0);
    }
};

void check_interruption(int signal, const std::string& jobs)
{
    const endless_box box;
    running_program program{box, {"--verbose", "--jobs", jobs, "a.json", "pipe"}};
    program.wait_for("configuration rollcall.json");
    program.send(signal);
    CHECK(program.wait_for_end() == 128 + signal);
    CHECK(program.text() == including("rollcall-validate: interrupted; judged so far: "));
    CHECK(program.text() == including(" payloads, "));
}

} // namespace

TEST_CASE("Ctrl-C and SIGTERM end the program at once, and say how far it got")
{
    for (const int signal : {SIGINT, SIGTERM})
        for (const char* const jobs : {"1", "4"})
            check_interruption(signal, jobs);
}

TEST_CASE("an interrupted program leaves no file that is not whole")
{
    const endless_box box;
    {
        running_program program{box,
                                {"--verbose", "--write-baseline", "known.json", "--format", "text", "--format",
                                 "json=report.json", "a.json", "pipe"}};
        program.wait_for("configuration rollcall.json");
        program.send(SIGINT);
        CHECK(program.wait_for_end() == 128 + SIGINT);
    }
    std::string files;
    for (const auto& entry : std::filesystem::directory_iterator{box.folder() + "/here"})
        files += entry.path().filename().string() + " ";
    CHECK(files.find("known") == std::string::npos);
    CHECK(files.find("report") == std::string::npos);
    CHECK(files.find("validate") == std::string::npos);
}
