#pragma once

#include <cstddef>  // std::size_t
#include <optional> // std::optional
#include <string>   // std::string
#include <vector>   // std::vector

namespace rollcall::bench {

struct child_settings {
    /// Variables instead of ours, each as NAME=value.
    std::optional<std::vector<std::string>> environment{};
    /// Whether to look at its memory again and again while it runs.
    bool watches_memory = false;
};

/// How a program ended, and what it wrote.
struct child_result {
    /// The exit status, or 128 and the number of the signal that ended it.
    int status = 0;
    std::string standard_output;
    std::string standard_error;
    /// Seconds on the clock, and seconds of processor time without what the system did for it.
    double real_time = 0;
    double user_time = 0;
    /// The most bytes of memory that it was seen to have with no file behind them; 0 unless asked for.
    std::size_t most_anonymous_memory = 0;
};

/// Runs a program, which is looked for in PATH, with nothing to read, until it ends. Throws std::system_error when it
/// cannot be started.
[[nodiscard]] child_result run_child(const std::vector<std::string>& words, const child_settings& settings = {});

} // namespace rollcall::bench
