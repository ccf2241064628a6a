#pragma once

#include <rollcall/detail/maximum_depth.hpp>
#include <rollcall/diagnostics.hpp>

#include <cstddef>

namespace rollcall {

struct validation_options {
    /// Severities that differ from the rules' own, by rule id.
    severity_changes severities{};
    /// Whether a comma before a closing bracket is a warning, and the rest is judged.
    bool lenient = false;
    /// How deep objects and arrays may nest.
    std::size_t maximum_depth = default_maximum_depth;
};

} // namespace rollcall
