#pragma once

#include "progress_line.hpp" // progress_line
#include "run_guard.hpp"     // run_guard
#include "run_state.hpp"     // run_state

#include <string_view> // std::string_view

namespace rollcall::program {

struct arguments;

/// What goes along with the judging of files: how far it has got, and what is told on standard error beside the
/// report.
class judging_run {
public:
    explicit judging_run(const arguments& given);

    [[nodiscard]] run_state& state() noexcept { return state_; }
    [[nodiscard]] progress_line& progress() noexcept { return progress_; }

    /// Tells something in a line on standard error, whatever is wanted. The text does nothing to a terminal.
    void tell(std::string_view text);
    /// The same where details are wanted.
    void tell_detail(std::string_view text);
    [[nodiscard]] bool tells_details() const noexcept { return is_verbose_; }

    /// Tells time, speed and memory.
    void tell_statistics();

private:
    bool is_verbose_;
    run_state state_;
    progress_line progress_;
    run_guard guard_;
};

} // namespace rollcall::program
