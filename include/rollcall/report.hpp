#pragma once

#include <rollcall/diagnostic.hpp>
#include <rollcall/finding_counts.hpp>
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
    /// The defects in the order of the payload: every one, or as many as `validation_options::maximum_diagnostics`
    /// says.
    std::vector<diagnostic> diagnostics;
    /// The defects beyond these, which are only counted.
    finding_counts unlisted{};

    /// How many defects there are, listed or not.
    [[nodiscard]] severity_counts counts() const noexcept
    {
        severity_counts result = unlisted.by_severity();
        for (const diagnostic& found : diagnostics)
            ++result[found.severity];
        return result;
    }

    /// How many defects have this severity, listed or not.
    [[nodiscard]] std::size_t count(severity level) const noexcept { return counts()[level]; }

    /// Whether the payload has no defect of severity error.
    [[nodiscard]] bool conforms() const noexcept { return count(severity::error) == 0; }

    /// Lists the first `maximum` diagnostics behind those that are `skipped`, and only counts the others.
    void limit(std::size_t maximum, std::size_t skipped = 0)
    {
        const auto listed = diagnostics.begin() + static_cast<std::ptrdiff_t>(std::min(skipped, diagnostics.size()));
        for (auto finding = diagnostics.begin(); finding != listed; ++finding)
            unlisted.add(finding->rule, finding->severity);
        diagnostics.erase(diagnostics.begin(), listed);
        for (; diagnostics.size() > maximum; diagnostics.pop_back())
            unlisted.add(diagnostics.back().rule, diagnostics.back().severity);
    }
};

} // namespace rollcall
