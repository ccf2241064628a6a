#pragma once

#include <atomic>  // std::atomic
#include <chrono>  // std::chrono::steady_clock
#include <cstddef> // std::size_t

namespace rollcall::program {

/// How far judging has got. Any thread may look.
struct run_state {
    const std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
    /// What there is to judge; 0 where that is not known.
    std::atomic<std::size_t> all_files = 0;
    std::atomic<std::size_t> all_bytes = 0;
    /// What is judged.
    std::atomic<std::size_t> files = 0;
    std::atomic<std::size_t> bytes = 0;
    std::atomic<std::size_t> payloads = 0;
    std::atomic<std::size_t> records = 0;
    std::atomic<std::size_t> findings = 0;

    [[nodiscard]] std::chrono::duration<double> elapsed() const { return std::chrono::steady_clock::now() - begin; }
};

} // namespace rollcall::program
