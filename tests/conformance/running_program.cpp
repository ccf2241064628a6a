#include "running_program.hpp"

#include <doctest/doctest.h>

#include <poll.h>     // poll
#include <pty.h>      // forkpty
#include <sys/wait.h> // waitpid
#include <unistd.h>   // execv, fork, pipe

#include <csignal> // kill
#include <utility> // std::move

running_program::running_program(const sandbox& box, std::vector<std::string> words, output to)
{
    words.insert(words.begin(), ROLLCALL_VALIDATE);
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::string folder = box.folder() + "/here";
    int ends[2] = {-1, -1};
    if (to == output::terminal) {
        process_ = forkpty(&stream_, nullptr, nullptr, nullptr);
    } else {
        REQUIRE(pipe(ends) == 0);
        process_ = fork();
    }
    REQUIRE(process_ >= 0);
    if (process_ == 0) {
        if (to == output::pipe) {
            dup2(ends[1], STDOUT_FILENO);
            dup2(ends[1], STDERR_FILENO);
            close(ends[0]);
            close(ends[1]);
        } else {
            setenv("TERM", "xterm", 1);
        }
        // A test that runs in the background of a shell has them ignored.
        std::signal(SIGINT, SIG_DFL);
        std::signal(SIGTERM, SIG_DFL);
        if (chdir(folder.c_str()) == 0)
            execv(arguments[0], arguments.data());
        _exit(127);
    }
    if (to == output::pipe) {
        stream_ = ends[0];
        close(ends[1]);
    }
}

running_program::~running_program()
{
    if (process_ > 0) {
        kill(process_, SIGKILL);
        waitpid(process_, nullptr, 0);
    }
    close(stream_);
}

bool running_program::read_more()
{
    constexpr int patience_in_milliseconds = 60'000;
    pollfd waiting{.fd = stream_, .events = POLLIN, .revents = 0};
    if (poll(&waiting, 1, patience_in_milliseconds) <= 0)
        return false;
    char buffer[4096];
    const ssize_t size = read(stream_, buffer, sizeof buffer);
    if (size <= 0)
        return false;
    text_.append(buffer, static_cast<std::size_t>(size));
    return true;
}

void running_program::wait_for(const std::string& text)
{
    std::size_t found = std::string::npos;
    while ((found = text_.find(text, waited_for_)) == std::string::npos)
        REQUIRE_MESSAGE(read_more(), "waiting for '", text, "' in: ", text_);
    waited_for_ = found + text.size();
}

void running_program::send(int signal) const
{
    REQUIRE(kill(process_, signal) == 0);
}

int running_program::wait_for_end()
{
    while (read_more()) {
    }
    int status = 0;
    REQUIRE(waitpid(process_, &status, 0) == process_);
    process_ = -1;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
