#pragma once

#include "measure_case.hpp"
#include "median.hpp"

#include <optional> // std::optional
#include <span>     // std::span
#include <vector>   // std::vector

namespace rollcall::bench {

/// What a case took, in processor time.
struct measurement {
    /// Turn by turn.
    std::vector<double> seconds;
    /// Of each round's first turn, when the memory it needs was not yet mapped; it is not among the others.
    std::vector<double> first_run_seconds;
    double bytes = 0;
    double records = 0;

    [[nodiscard]] double speed() const { return bytes / median(seconds) * 1e-6; }
    [[nodiscard]] double first_run_speed() const { return bytes / median(first_run_seconds) * 1e-6; }
    [[nodiscard]] double nanoseconds_per_record() const { return median(seconds) / records * 1e9; }
};

/// How many times as long a record takes the one as the other, turn by turn.
[[nodiscard]] inline double time_ratio(const measurement& one, const measurement& other)
{
    return median_ratio(one.seconds, other.seconds) / one.records * other.records;
}

struct measured_work {
    const benchmark_case* measured;
    case_settings settings;
};

/// How often works are measured. Each has the same number of turns.
struct repetition {
    /// How often a work's process is started anew.
    int rounds;
    /// Of each process, behind its first.
    int turns;
};

/// Measures each in a process of its own, since one that has grown the heap makes the next one look faster. These take
/// turns, so that what else the machine does meets all alike. None for a peer that is not installed. Throws
/// std::runtime_error when a measurement fails. Says on standard error what it is at.
[[nodiscard]] std::vector<std::optional<measurement>> measure(std::span<const measured_work> works,
                                                              const repetition& times);

} // namespace rollcall::bench
