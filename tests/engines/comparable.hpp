#pragma once

#include "made_payloads.hpp"

#include <rollcall/diagnostic.hpp>

#include <span>   // std::span
#include <string> // std::string
#include <vector> // std::vector

// Findings as they can be compared, and what an engine's own way of working makes incomparable.

namespace rollcall::engines {

/// "rule pointer" of each, sorted.
using comparable_findings = std::vector<std::string>;

[[nodiscard]] comparable_findings comparable(std::span<const diagnostic> findings);
[[nodiscard]] comparable_findings comparable(std::span<const expected_finding> findings);

/// The two engines' findings without the differences that are forced:
/// * A tree has one member of each name. Of those that stand twice valijson sees the last alone, so what the reader
///   finds in the members of that name is not compared, and in the whole object where the name may be the one that
///   says its type.
/// * A tree does not keep how a number was written, and rounds those beyond 64 bits or those of a double: which rule
///   such a number breaks is not compared, only that it breaks one.
/// * Of items that must differ the reader tells the second one, and valijson the array. The reader tells nothing of
///   that while something else is wrong in the array.
struct compared_engines {
    comparable_findings by_reader;
    comparable_findings by_valijson;
};
[[nodiscard]] compared_engines compared(std::vector<diagnostic> by_reader, std::vector<diagnostic> by_valijson,
                                        const schema_outline& schema);

} // namespace rollcall::engines
