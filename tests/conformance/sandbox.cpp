#include "sandbox.hpp"

#include <doctest/doctest.h>

#include <pty.h>      // forkpty
#include <sys/wait.h> // waitpid
#include <unistd.h>   // execl, read

#include <cstdlib>    // std::system, mkdtemp
#include <filesystem> // std::filesystem
#include <fstream>    // std::ifstream, std::ofstream
#include <iterator>   // std::istreambuf_iterator

namespace fs = std::filesystem;

namespace {

std::string read_text(const fs::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

} // namespace

sandbox::sandbox() : folder_{(fs::temp_directory_path() / "rollcall-XXXXXX").string()}
{
    REQUIRE(mkdtemp(folder_.data()) != nullptr);
    fs::create_directory(folder_ + "/here");
}

sandbox::~sandbox()
{
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

void sandbox::write(const std::string& path, std::string_view text) const
{
    const fs::path file = fs::path{folder_} / "here" / path;
    fs::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << text;
}

std::string sandbox::shell_line(const std::string& line) const
{
    return "cd '" + folder_ + "/here' && rollcall-validate() { '" ROLLCALL_VALIDATE "' \"$@\"; } && " + line;
}

program_run sandbox::run_shell(const std::string& line) const
{
    // Bash, since a function of POSIX shells cannot have a hyphen in its name.
    write("../line", shell_line(line));
    const std::string command = "bash '" + folder_ + "/line' </dev/null >'" + folder_ + "/out' 2>'" + folder_ + "/err'";
    const int status = std::system(command.c_str());
    REQUIRE(WIFEXITED(status));
    return {WEXITSTATUS(status), read_text(folder_ + "/out"), read_text(folder_ + "/err")};
}

std::string sandbox::run_on_terminal(const std::string& words) const
{
    const std::string line = shell_line(words);
    int terminal = -1;
    const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
    REQUIRE(child >= 0);
    if (child == 0) {
        execl("/bin/bash", "bash", "-c", line.c_str(), nullptr);
        _exit(127);
    }
    std::string output;
    char buffer[4096];
    // A terminal that nobody writes to any more is an error instead of an end.
    for (ssize_t size = 0; (size = ::read(terminal, buffer, sizeof buffer)) > 0;)
        output.append(buffer, static_cast<std::size_t>(size));
    int status = 0;
    waitpid(child, &status, 0);
    close(terminal);
    CHECK(WIFEXITED(status));
    return output;
}
