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
    /// How often, behind the first.
    int turns = 5;
    /// Whether standard input is a socket (baton.hpp) whose other process says when to take each turn.
    bool awaits_baton = false;
};

/// Measures a case with Google Benchmark, in this process, and writes Google Benchmark's JSON. Each turn is a
/// repetition of one iteration; in the first, the memory that the case needs is not yet mapped. Counters say more:
/// `bytes` and `records` of all payloads. Throws std::runtime_error when the case's verdict is not the right one, or
/// the process is gone that passes the baton.
void measure_case(const benchmark_case& measured, const case_settings& settings, std::ostream& out);

} // namespace rollcall::bench
