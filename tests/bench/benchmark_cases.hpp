#pragma once

#include <functional>  // std::function
#include <span>        // std::span
#include <string>      // std::string
#include <string_view> // std::string_view

// What is measured: our own work and, beside it, what others would do it with. Each peer has a source file of its own
// here, which is compiled where the peer is installed.

namespace rollcall::bench {

/// Does a case's work once, from the payload's bytes to the last free(). Gives the verdict: whether the payload is
/// right.
using work = std::function<bool()>;

struct benchmark_case {
    std::string_view name;
    std::string_view title;
    /// Makes ready what is not measured. The payload outlives the work, and has `payload_padding` bytes of capacity
    /// behind it. Null where a peer was not installed when this program was built.
    work (*prepare)(const std::string& payload);
    /// What Debian calls the peer's package.
    std::string_view package;
    /// Whether a payload that the schema forbids must not be right.
    bool judges_by_schema = false;
};

/// What simdjson reads behind a payload.
inline constexpr std::size_t payload_padding = 64;

[[nodiscard]] std::span<const benchmark_case> benchmark_cases() noexcept;

/// The case of this name; null: there is none.
[[nodiscard]] const benchmark_case* find_case(std::string_view name) noexcept;

// rollcall_cases.cpp
[[nodiscard]] work prepare_judging(const std::string& payload);
[[nodiscard]] work prepare_reading(const std::string& payload);
[[nodiscard]] work prepare_borrowed_reading(const std::string& payload);
[[nodiscard]] work prepare_writing(const std::string& payload);

// boost_json_cases.cpp
[[nodiscard]] work prepare_tokenizing(const std::string& payload);
[[nodiscard]] work prepare_tree(const std::string& payload);
[[nodiscard]] work prepare_monotonic_tree(const std::string& payload);
[[nodiscard]] work prepare_serializing(const std::string& payload);

// valijson_case.cpp
[[nodiscard]] work prepare_valijson(const std::string& payload);

// rapidjson_case.cpp
[[nodiscard]] work prepare_rapidjson(const std::string& payload);

// simdjson_cases.cpp
[[nodiscard]] work prepare_simdjson_judging(const std::string& payload);
[[nodiscard]] work prepare_simdjson_reading(const std::string& payload);

} // namespace rollcall::bench
