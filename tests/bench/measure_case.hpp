#pragma once

#include "benchmark_cases.hpp"
#include "payload_generator.hpp"

#include <cstddef> // std::size_t
#include <iosfwd>  // std::ostream

namespace rollcall::bench {

/// What a case works on, and how long.
struct case_settings {
    payload_options payload{.records = 100'000};
    /// So many payloads, of seeds that follow each other, one after the other. Small payloads come in numbers that do
    /// not fit a cache, so that they can be compared with large ones.
    std::size_t payloads = 1;
    int repetitions = 3;
    /// In seconds, for each repetition.
    double minimum_time = 0.2;
};

/// Measures a case with Google Benchmark, in this process, and writes Google Benchmark's JSON. Counters say more:
/// `bytes` and `records` of all payloads, and `first_run`, the seconds that the very first run took, when the memory
/// it needs was not yet mapped. Throws std::runtime_error when the case's verdict is not the right one.
void measure_case(const benchmark_case& measured, const case_settings& settings, std::ostream& out);

} // namespace rollcall::bench
