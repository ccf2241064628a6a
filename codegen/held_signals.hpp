#pragma once

#include <csignal>          // sigset_t, SIGINT
#include <initializer_list> // std::initializer_list

namespace rollcall::codegen {

/// While it lives, a request to end the program waits; it is obeyed afterwards. So nothing is left half done.
class held_signals {
public:
    held_signals() noexcept
    {
        sigset_t ending;
        sigemptyset(&ending);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP})
            sigaddset(&ending, signal);
        pthread_sigmask(SIG_BLOCK, &ending, &before_);
    }
    held_signals(const held_signals&) = delete;
    held_signals& operator=(const held_signals&) = delete;
    ~held_signals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

    /// Whether such a request waits.
    [[nodiscard]] static bool is_ending_requested() noexcept
    {
        sigset_t pending;
        sigpending(&pending);
        return sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1 ||
               sigismember(&pending, SIGHUP) == 1;
    }

private:
    sigset_t before_{};
};

} // namespace rollcall::codegen
