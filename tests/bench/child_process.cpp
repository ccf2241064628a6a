#include "child_process.hpp"

#include <spawn.h>        // posix_spawnp
#include <sys/resource.h> // rusage
#include <sys/wait.h>     // wait4
#include <unistd.h>       // environ, STDIN_FILENO

#include <algorithm>    // std::max
#include <cerrno>       // errno
#include <chrono>       // std::chrono
#include <cstdio>       // std::tmpfile
#include <fcntl.h>      // O_RDONLY
#include <fstream>      // std::ifstream
#include <memory>       // std::unique_ptr
#include <system_error> // std::system_error
#include <thread>       // std::this_thread

namespace rollcall::bench {

namespace {

[[noreturn]] void fail(int error, const std::string& what)
{
    throw std::system_error{error, std::generic_category(), what};
}

/// A file without a name, which is gone with this object.
class scratch_file {
public:
    scratch_file() : file_{std::tmpfile()}
    {
        if (!file_)
            fail(errno, "a temporary file cannot be made");
    }

    [[nodiscard]] int descriptor() const { return fileno(file_.get()); }

    [[nodiscard]] std::string text() const
    {
        std::string result;
        char buffer[4096];
        std::rewind(file_.get());
        while (const std::size_t size = std::fread(buffer, 1, sizeof buffer, file_.get()))
            result.append(buffer, size);
        return result;
    }

private:
    struct close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, close> file_;
};

class file_actions {
public:
    file_actions() { posix_spawn_file_actions_init(&actions_); }
    file_actions(const file_actions&) = delete;
    file_actions& operator=(const file_actions&) = delete;
    ~file_actions() { posix_spawn_file_actions_destroy(&actions_); }

    void read_nothing() { posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0); }
    void write_to(const scratch_file& file, int descriptor)
    {
        posix_spawn_file_actions_adddup2(&actions_, file.descriptor(), descriptor);
    }
    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

std::vector<char*> pointers_to(const std::vector<std::string>& texts)
{
    std::vector<char*> result;
    result.reserve(texts.size() + 1);
    for (const std::string& text : texts)
        result.push_back(const_cast<char*>(text.c_str())); // posix_spawn does not write to them
    result.push_back(nullptr);
    return result;
}

std::size_t anonymous_memory_of(pid_t process)
{
    std::ifstream status{"/proc/" + std::to_string(process) + "/status"};
    for (std::string word; status >> word;)
        if (std::size_t kibibytes = 0; word == "RssAnon:" && status >> kibibytes)
            return kibibytes * 1024;
    return 0;
}

} // namespace

child_result run_child(const std::vector<std::string>& words, const child_settings& settings)
{
    const scratch_file output;
    const scratch_file error;
    file_actions actions;
    actions.read_nothing();
    actions.write_to(output, STDOUT_FILENO);
    actions.write_to(error, STDERR_FILENO);

    pid_t process = 0;
    const std::vector<char*> arguments = pointers_to(words);
    const std::vector<char*> variables = pointers_to(settings.environment.value_or(std::vector<std::string>{}));
    const auto begin = std::chrono::steady_clock::now();
    if (const int problem = posix_spawnp(&process, words.front().c_str(), actions.get(), nullptr, arguments.data(),
                                         settings.environment ? variables.data() : environ))
        fail(problem, words.front() + " cannot be run");

    child_result result;
    int status = 0;
    rusage used{};
    while (settings.watches_memory && wait4(process, &status, WNOHANG, &used) == 0) {
        result.most_anonymous_memory = std::max(result.most_anonymous_memory, anonymous_memory_of(process));
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    if (!settings.watches_memory && wait4(process, &status, 0, &used) < 0)
        fail(errno, words.front() + " cannot be waited for");
    result.real_time = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    result.standard_output = output.text();
    result.standard_error = error.text();
    result.user_time = static_cast<double>(used.ru_utime.tv_sec) + static_cast<double>(used.ru_utime.tv_usec) * 1e-6;
    return result;
}

} // namespace rollcall::bench
