#include "temporary_file.hpp"

#include <fmt/format.h> // fmt::format

#include <fcntl.h>  // open
#include <unistd.h> // close, getpid, unlink

#include <algorithm>    // std::find_if
#include <array>        // std::array
#include <atomic>       // std::atomic
#include <cerrno>       // errno
#include <csignal>      // sigaction, std::raise
#include <cstdio>       // std::rename
#include <system_error> // std::system_error

namespace rollcall::program {

namespace {

/// What ends the program from outside.
constexpr std::array ending_signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT};

/// The files that go when one of these comes.
std::array<std::atomic<const char*>, temporary_file::maximum_count> files_to_remove;
static_assert(std::atomic<const char*>::is_always_lock_free, "a signal handler reads it");

/// Set while files are made, named or removed, and for good once they are removed at the program's end: whichever
/// thread the signal comes to, no other one makes a file that nobody would remove.
std::atomic_flag are_files_changing;

void wait_for_files() noexcept
{
    while (are_files_changing.test_and_set()) {
    }
}

extern "C" void remove_files_and_end(int signal)
{
    wait_for_files();
    for (const std::atomic<const char*>& file : files_to_remove)
        if (const char* const path = file)
            ::unlink(path);
    // The handler is reset by now: this ends the program as if there were none.
    std::raise(signal);
}

void handle_ending_signals()
{
    static const bool are_handled = [] {
        struct sigaction removing {};
        removing.sa_handler = remove_files_and_end;
        removing.sa_flags = static_cast<int>(SA_RESETHAND);
        sigfillset(&removing.sa_mask);
        for (const int signal : ending_signals) {
            struct sigaction before {};
            // What somebody has the program ignore, such as nohup, it ignores.
            if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_DFL)
                ::sigaction(signal, &removing, nullptr);
        }
        return true;
    }();
    (void)are_handled;
}

/// While it lives, a request to end the program waits, in this thread and in every other one.
class held_end {
public:
    held_end() noexcept
    {
        sigset_t ending;
        sigemptyset(&ending);
        for (const int signal : ending_signals)
            sigaddset(&ending, signal);
        pthread_sigmask(SIG_BLOCK, &ending, &before_);
        wait_for_files();
    }
    held_end(const held_end&) = delete;
    held_end& operator=(const held_end&) = delete;
    ~held_end()
    {
        are_files_changing.clear();
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

private:
    sigset_t before_{};
};

void note(const char* path, const char* instead_of)
{
    const auto place = std::find(files_to_remove.begin(), files_to_remove.end(), instead_of);
    if (place == files_to_remove.end())
        throw std::system_error{EMFILE, std::generic_category()};
    *place = path;
}

} // namespace

temporary_file::temporary_file(const std::string& folder)
{
    handle_ending_signals();
    const held_end held;
    constexpr int attempts = 1000;
    for (int attempt = 0; descriptor_ < 0; ++attempt) {
        path_ = fmt::format("{}/.rollcall-validate-{}-{}", folder, getpid(), attempt);
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor_ < 0 && (errno != EEXIST || attempt == attempts))
            throw std::system_error{errno, std::generic_category()};
    }
    note(path_.c_str(), nullptr);
}

temporary_file::~temporary_file()
{
    const held_end held;
    if (!path_.empty()) {
        ::unlink(path_.c_str());
        note(nullptr, path_.c_str());
    }
    ::close(descriptor_);
}

void temporary_file::rename_to(const std::string& path)
{
    const held_end held;
    if (std::rename(path_.c_str(), path.c_str()) != 0)
        throw std::system_error{errno, std::generic_category()};
    note(nullptr, path_.c_str());
    path_.clear();
}

} // namespace rollcall::program
