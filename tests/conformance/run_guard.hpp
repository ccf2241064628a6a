#pragma once

#include "progress_line.hpp" // progress_line
#include "run_state.hpp"     // run_state

#include <atomic>  // std::atomic
#include <csignal> // sigset_t
#include <thread>  // std::thread

namespace rollcall::program {

/// Looks after a run from a thread of its own: shows how far it has got, and ends the program at once when it is asked
/// to (by Ctrl-C or SIGTERM, say), however busy it is, having told what was judged.
///
/// To be made before other threads are, since these must leave the signals to it.
class run_guard {
public:
    run_guard(const run_state& state, progress_line& progress);
    run_guard(const run_guard&) = delete;
    run_guard& operator=(const run_guard&) = delete;
    ~run_guard();

private:
    void watch();
    [[noreturn]] void end_program(int signal);

    const run_state& state_;
    progress_line& progress_;
    sigset_t signals_{};
    sigset_t mask_before_{};
    std::atomic<bool> has_ended_ = false;
    std::thread thread_;
};

} // namespace rollcall::program
