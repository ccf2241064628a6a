#pragma once

#include "pattern.hpp" // path_pattern

#include <rollcall/diagnostic.hpp> // diagnostic

#include <chrono>   // std::chrono::sys_days
#include <optional> // std::optional
#include <string>   // std::string

namespace rollcall::program {

/// Findings that do not count: those that all that is said here is true of. What is empty says nothing.
struct ignore {
    std::string rule{};
    std::optional<path_pattern> path{};
    std::string pointer{};
    std::string fingerprint{};
    std::string reason{};
    /// The last day on which it counts.
    std::optional<std::chrono::sys_days> expires{};
    /// Where it stands: `rollcall.json:7`.
    std::string place{};

    [[nodiscard]] bool takes(const std::string& file, const diagnostic& finding) const
    {
        return (rule.empty() || rule == finding.rule) && (fingerprint.empty() || fingerprint == finding.fingerprint) &&
               (pointer.empty() || matches_pattern(pointer, finding.pointer)) && (!path || path->matches(file));
    }

    [[nodiscard]] bool has_expired(std::chrono::sys_days today) const noexcept { return expires && *expires < today; }
};

} // namespace rollcall::program
