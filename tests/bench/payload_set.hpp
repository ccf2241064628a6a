#pragma once

#include "benchmark_cases.hpp"
#include "payload_generator.hpp"

#include <cstddef> // std::size_t
#include <string>  // std::string
#include <vector>  // std::vector

namespace rollcall::bench {

/// What a case works on: so many payloads, of seeds that follow each other.
class payload_set {
public:
    payload_set(const benchmark_case& measured, payload_options options, std::size_t payloads);
    payload_set(payload_set&&) = default;

    /// Works on each once. Gives how many are right.
    std::size_t run() const;

    /// Of all payloads.
    [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }
    [[nodiscard]] std::size_t records() const noexcept { return records_; }
    [[nodiscard]] std::size_t size() const noexcept { return works_.size(); }

private:
    std::vector<std::string> payloads_;
    std::vector<work> works_;
    std::size_t bytes_ = 0;
    std::size_t records_ = 0;
};

} // namespace rollcall::bench
