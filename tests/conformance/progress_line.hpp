#pragma once

#include "run_state.hpp" // run_state

#include <mutex>  // std::timed_mutex
#include <string> // std::string

namespace rollcall::program {

/// How far judging has got, in words: files, bytes, and once it can be told, speed and time left.
[[nodiscard]] std::string progress_text(const run_state& state, std::chrono::duration<double> elapsed);

/// A line of the terminal on standard error that shows how far judging has got. There is none before a second has
/// passed, and it is away while anything else is printed: it may be the same terminal.
class progress_line {
public:
    /// Where it is not wanted there is never a line.
    explicit progress_line(bool is_wanted) noexcept : is_wanted_{is_wanted} {}
    progress_line(const progress_line&) = delete;
    progress_line& operator=(const progress_line&) = delete;
    ~progress_line() { (void)hold(); }

    [[nodiscard]] bool is_wanted() const noexcept { return is_wanted_; }

    /// Shows the line, unless something is being printed.
    void draw(const run_state& state);

    /// Takes the line away, and lets none come while the result lives: to be called before anything is printed.
    [[nodiscard]] std::unique_lock<std::timed_mutex> hold();

    /// The same, if nobody prints for so long. The result may hold nothing.
    [[nodiscard]] std::unique_lock<std::timed_mutex> hold_within(std::chrono::milliseconds patience);

private:
    void clear();

    bool is_wanted_;
    bool is_drawn_ = false;
    std::timed_mutex mutex_;
};

} // namespace rollcall::program
