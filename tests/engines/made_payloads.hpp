#pragma once

#include "schema_outline.hpp"

#include <cstdint>     // std::uint64_t
#include <functional>  // std::function
#include <optional>    // std::optional
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::engines {

/// A rule that is broken, and where.
struct expected_finding {
    std::string_view rule;
    std::string pointer;
};

enum class payload_sort : std::uint8_t { valid, one_defect, two_defects, wild };

/// A payload, and what whoever made it knows of it.
struct made_payload {
    payload_sort sort;
    const object_outline& type;
    std::string text;
    /// All that is wrong with it, as far as a schema goes; unknown of a wild one.
    std::optional<std::vector<expected_finding>> expected;
};

/// First, of every type, payloads with every property: each with every defect of every kind at every place. Then any
/// others, until there are `count` or more. Always the same for the same seed.
void make_payloads(const schema_outline& schema, std::uint64_t seed, std::size_t count,
                   const std::function<void(const made_payload&)>& visit);

} // namespace rollcall::engines
