#pragma once

#include <rollcall/detail/maximum_depth.hpp>
#include <rollcall/diagnostics.hpp>

#include <cstddef>

namespace rollcall {

/// How many diagnostics a report lists unless an option says otherwise.
inline constexpr std::size_t default_maximum_diagnostics = 10'000;

struct validation_options {
    /// Severities that differ from the rules' own, by rule id.
    severity_changes severities{};
    /// Whether a comma before a closing bracket is a warning, and the rest is judged.
    bool lenient = false;
    /// How deep objects and arrays may nest; what is deeper is a finding of `json-syntax`. Each level costs a little
    /// memory, and judging by `schema_engine` some of the stack as well.
    std::size_t maximum_depth = default_maximum_depth;
    /// How many diagnostics a report lists. Those found behind them are only counted, so that a report is bounded
    /// however broken a payload is.
    std::size_t maximum_diagnostics = default_maximum_diagnostics;
    /// How many of those found first are only counted, too: who looks at all of them a part at a time needs no more
    /// memory than that of a part, and judges the payload once for each.
    std::size_t skipped_diagnostics = 0;
};

} // namespace rollcall
