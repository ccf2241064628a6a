#include "run_guard.hpp"

#include "error_output.hpp" // print_error

#include <rollcall/detail/counted.hpp> // detail::counted

#include <fmt/format.h> // fmt::format

#include <unistd.h> // _exit

#include <array>        // std::array
#include <cerrno>       // errno
#include <chrono>       // std::chrono::milliseconds
#include <cstdio>       // std::fflush, stderr
#include <ctime>        // timespec
#include <system_error> // std::system_error

namespace rollcall::program {

namespace {

constexpr std::array ending_signals{SIGINT, SIGTERM, SIGHUP};
/// What tells the thread that it is not needed any more.
constexpr int leave_signal = SIGUSR1;

bool is_ignored(int signal)
{
    struct sigaction action {};
    return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

} // namespace

run_guard::run_guard(const run_state& state, progress_line& progress) : state_{state}, progress_{progress}
{
    sigemptyset(&signals_);
    sigaddset(&signals_, leave_signal);
    // What somebody has the program ignore, such as nohup, it ignores.
    for (const int signal : ending_signals)
        if (!is_ignored(signal))
            sigaddset(&signals_, signal);
    pthread_sigmask(SIG_BLOCK, &signals_, &mask_before_);
    try {
        thread_ = std::thread{[this] { watch(); }};
    } catch (const std::system_error&) {
        // The system has no more threads to give. Then signals end the program without a word.
        pthread_sigmask(SIG_SETMASK, &mask_before_, nullptr);
    }
}

run_guard::~run_guard()
{
    if (!thread_.joinable())
        return;
    has_ended_ = true;
    pthread_kill(thread_.native_handle(), leave_signal);
    thread_.join();
    pthread_sigmask(SIG_SETMASK, &mask_before_, nullptr);
}

void run_guard::watch()
{
    constexpr timespec pause{.tv_sec = 0, .tv_nsec = 200'000'000};
    while (true) {
        const int signal =
            progress_.is_wanted() ? ::sigtimedwait(&signals_, nullptr, &pause) : ::sigwaitinfo(&signals_, nullptr);
        if (signal > 0 && has_ended_)
            return;
        if (signal > 0)
            end_program(signal);
        if (errno == EAGAIN)
            progress_.draw(state_);
    }
}

void run_guard::end_program(int signal)
{
    // Who prints now may do so to a reader that does not read.
    [[maybe_unused]] const auto lock = progress_.hold_within(std::chrono::milliseconds{200});
    print_error(fmt::format("rollcall-validate: interrupted; judged so far: {} of {}, {}, {}, {}\n",
                            state_.files.load(), detail::counted(state_.all_files, "file"),
                            detail::counted(state_.payloads, "payload"), detail::counted(state_.records, "record"),
                            detail::counted(state_.findings, "finding")));
    std::fflush(stderr);
    // As if there were no guard: who started the program sees which signal ended it, and files that are not whole go.
    sigset_t only_this;
    sigemptyset(&only_this);
    sigaddset(&only_this, signal);
    pthread_sigmask(SIG_UNBLOCK, &only_this, nullptr);
    std::raise(signal);
    // The first process of a container is not ended by a signal.
    constexpr int status_of_signals = 128;
    _exit(status_of_signals + signal);
}

} // namespace rollcall::program
