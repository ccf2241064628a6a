#include "child_process.hpp"

#include <spawn.h>        // posix_spawnp
#include <sys/resource.h> // rusage
#include <sys/socket.h>   // socketpair
#include <sys/wait.h>     // wait4
#include <unistd.h>       // environ, STDIN_FILENO

#include <algorithm>    // std::max
#include <cerrno>       // errno
#include <fcntl.h>      // O_RDONLY
#include <fstream>      // std::ifstream
#include <system_error> // std::system_error
#include <thread>       // std::this_thread
#include <utility>      // std::exchange

namespace rollcall::bench {

namespace {

[[noreturn]] void fail(int error, const std::string& what)
{
    throw std::system_error{error, std::generic_category(), what};
}

class file_actions {
public:
    file_actions() { posix_spawn_file_actions_init(&actions_); }
    file_actions(const file_actions&) = delete;
    file_actions& operator=(const file_actions&) = delete;
    ~file_actions() { posix_spawn_file_actions_destroy(&actions_); }

    void read_nothing() { posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0); }
    void have(int descriptor, int as) { posix_spawn_file_actions_adddup2(&actions_, descriptor, as); }
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

child_process::child_process(const std::vector<std::string>& words, const child_settings& settings)
    : name_{words.front()}, watches_memory_{settings.watches_memory}
{
    file_actions actions;
    actions.have(output_.descriptor(), STDOUT_FILENO);
    actions.have(error_.descriptor(), STDERR_FILENO);
    file_descriptor its_end;
    if (settings.has_socket) {
        int ends[2];
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            fail(errno, "a pair of sockets cannot be made");
        socket_ = file_descriptor{ends[0]};
        its_end = file_descriptor{ends[1]};
        actions.have(its_end.get(), STDIN_FILENO);
    } else {
        actions.read_nothing();
    }

    const std::vector<char*> arguments = pointers_to(words);
    const std::vector<char*> variables = pointers_to(settings.environment.value_or(std::vector<std::string>{}));
    begin_ = std::chrono::steady_clock::now();
    if (const int problem = posix_spawnp(&process_, name_.c_str(), actions.get(), nullptr, arguments.data(),
                                         settings.environment ? variables.data() : environ))
        fail(problem, name_ + " cannot be run");
}

child_process::~child_process()
{
    if (process_ == none)
        return;
    socket_ = {};
    wait4(process_, nullptr, 0, nullptr);
}

child_result child_process::wait()
{
    socket_ = {};
    const pid_t process = std::exchange(process_, none);
    child_result result;
    int status = 0;
    rusage used{};
    while (watches_memory_ && wait4(process, &status, WNOHANG, &used) == 0) {
        result.most_anonymous_memory = std::max(result.most_anonymous_memory, anonymous_memory_of(process));
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    if (!watches_memory_ && wait4(process, &status, 0, &used) < 0)
        fail(errno, name_ + " cannot be waited for");
    result.real_time = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    result.standard_output = output_.text();
    result.standard_error = error_.text();
    result.user_time = static_cast<double>(used.ru_utime.tv_sec) + static_cast<double>(used.ru_utime.tv_usec) * 1e-6;
    return result;
}

child_result run_child(const std::vector<std::string>& words, const child_settings& settings)
{
    return child_process{words, settings}.wait();
}

} // namespace rollcall::bench
