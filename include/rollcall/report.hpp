#pragma once

#include <rollcall/diagnostic.hpp>
#include <rollcall/payload_kind.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace rollcall {

/// The verdict on one payload.
struct report {
    payload_kind kind = payload_kind::unrecognised;
    /// How many attendance records were judged.
    std::size_t records = 0;
    /// Every defect, in the order of the payload.
    std::vector<diagnostic> diagnostics;

    /// How many defects have this severity.
    [[nodiscard]] std::size_t count(severity level) const noexcept
    {
        return static_cast<std::size_t>(std::count_if(
            diagnostics.begin(), diagnostics.end(), [&](const diagnostic& found) { return found.severity == level; }));
    }

    /// Whether the payload has no defect of severity error.
    [[nodiscard]] bool conforms() const noexcept { return count(severity::error) == 0; }
};

} // namespace rollcall
