#pragma once

#include <functional> // std::function
#include <span>       // std::span
#include <vector>     // std::vector

namespace rollcall::bench {

/// What a work took, in processor time.
struct work_in_turn {
    /// The median over the turns.
    double seconds = 0;
    /// How many times as long as the first work of the same turn; the median, too.
    double of_first = 0;
};

/// Measures works that are done one after the other, turn after turn, in this process: what else the machine does
/// meets neighbours alike, so that differences of a few percent show.
[[nodiscard]] std::vector<work_in_turn> measure_in_turn(std::span<const std::function<void()>> works, int turns);

} // namespace rollcall::bench
