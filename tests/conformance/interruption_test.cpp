#include "running_program.hpp"
#include "sandbox.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h> // mkfifo

#include <csignal>
#include <filesystem>
#include <set>
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

std::string files_in(const sandbox& box)
{
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{box.folder() + "/here"})
        names.insert(entry.path().filename().string());
    std::string files;
    for (const std::string& name : names)
        files += name + " ";
    return files;
}

} // namespace

TEST_CASE("Ctrl-C and SIGTERM end the program at once, and say how far it got")
{
    for (const int signal : {SIGINT, SIGTERM})
        for (const char* const jobs : {"1", "4"})
            check_interruption(signal, jobs);
}

TEST_CASE("a program that is interrupted at any moment leaves no file that is not whole")
{
    const endless_box box;
    constexpr int moments = 50;
    for (int moment = 0; moment < moments; ++moment) {
        running_program program{box,
                                {"--verbose", "--write-baseline", "known.json", "--format", "text", "--format",
                                 "json=report.json", "a.json", "pipe"}};
        program.wait_for("configuration rollcall.json");
        program.send(SIGINT);
        CHECK(program.wait_for_end() == 128 + SIGINT);
        REQUIRE(files_in(box) == "a.json pipe rollcall.json ");
    }
}
