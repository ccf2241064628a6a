#include "run_program.hpp"

#include <spawn.h>    // posix_spawnp
#include <sys/wait.h> // waitpid
#include <unistd.h>   // environ, STDOUT_FILENO

#include <array>        // std::array
#include <cerrno>       // errno
#include <cstdio>       // std::tmpfile
#include <memory>       // std::unique_ptr
#include <system_error> // std::system_error

namespace rollcall::codegen {

namespace {

struct close_file {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

// Files, not pipes: a program that writes much to both never waits for the one that is not read.
using output_file = std::unique_ptr<std::FILE, close_file>;

output_file new_output_file()
{
    output_file file{std::tmpfile()};
    if (!file)
        throw std::system_error{errno, std::generic_category(), "no temporary file can be made"};
    return file;
}

std::string text_of(const output_file& file)
{
    std::rewind(file.get());
    std::string text;
    std::array<char, 65536> buffer;
    while (const auto size = std::fread(buffer.data(), 1, buffer.size(), file.get()))
        text.append(buffer.data(), size);
    return text;
}

struct spawn_actions {
    spawn_actions() { posix_spawn_file_actions_init(&actions); }
    spawn_actions(const spawn_actions&) = delete;
    spawn_actions& operator=(const spawn_actions&) = delete;
    ~spawn_actions() { posix_spawn_file_actions_destroy(&actions); }

    posix_spawn_file_actions_t actions{};
};

} // namespace

program_result run_program(const std::vector<std::string>& arguments)
{
    const auto out = new_output_file();
    const auto err = new_output_file();
    spawn_actions redirections;
    posix_spawn_file_actions_adddup2(&redirections.actions, fileno(out.get()), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&redirections.actions, fileno(err.get()), STDERR_FILENO);

    auto words = arguments;
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (auto& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    pid_t child = 0;
    if (const int error =
            posix_spawnp(&child, pointers.front(), &redirections.actions, nullptr, pointers.data(), environ))
        throw std::system_error{error, std::generic_category(), arguments.front() + " cannot be run"};

    int state = 0;
    while (waitpid(child, &state, 0) == -1) {
        if (errno != EINTR)
            throw std::system_error{errno, std::generic_category(), arguments.front() + " cannot be waited for"};
    }
    return {.status = WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state),
            .out = text_of(out),
            .err = text_of(err)};
}

} // namespace rollcall::codegen
