#pragma once

#include "measure_case.hpp"

#include <optional> // std::optional
#include <span>     // std::span
#include <vector>   // std::vector

namespace rollcall::bench {

/// What a case took, in processor time: the median of all repetitions.
struct measurement {
    double seconds = 0;
    double first_run_seconds = 0;
    double bytes = 0;
    double records = 0;

    [[nodiscard]] double speed() const noexcept { return bytes / seconds * 1e-6; }
    [[nodiscard]] double first_run_speed() const noexcept { return bytes / first_run_seconds * 1e-6; }
    [[nodiscard]] double nanoseconds_per_record() const noexcept { return seconds / records * 1e9; }
};

struct measured_work {
    const benchmark_case* measured;
    case_settings settings;
};

/// Measures each in a process of its own, since one that has grown the heap makes the next one look faster. All are
/// measured once in every round, so that what else the machine does meets all alike. None for a peer that is not
/// installed. Throws std::runtime_error when a measurement fails. Says on standard error what it is at.
[[nodiscard]] std::vector<std::optional<measurement>> measure(std::span<const measured_work> works, int rounds);

} // namespace rollcall::bench
