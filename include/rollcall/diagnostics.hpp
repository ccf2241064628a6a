#pragma once

#include <rollcall/diagnostic.hpp>
#include <rollcall/finding_counts.hpp>
#include <rollcall/rule_information.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rollcall {

/// Severities that differ from the rules' own, by rule id.
using severity_changes = std::map<std::string, severity, std::less<>>;

[[nodiscard]] inline severity severity_of(const rule_information& rule, const severity_changes& changes)
{
    const auto change = changes.find(rule.id);
    return change == changes.end() ? rule.default_severity : change->second;
}

/// The diagnostics of a payload as they are found.
class diagnostics {
public:
    diagnostics() = default;
    /// The first `skipped` and those found behind the next `maximum` are only counted.
    explicit diagnostics(severity_changes changes, std::size_t maximum = std::size_t(-1), std::size_t skipped = 0)
        : changes_{std::move(changes)}, maximum_{maximum}, skipped_{skipped}
    {
    }

    /// Adds a finding, unless its rule is off. `offset` is where the value begins in the payload, `most` the severity
    /// where the rule's is higher.
    void add(const rule_information& rule, std::string pointer, std::size_t offset, std::string message,
             std::string expected = {}, std::string found = {}, std::string fix = {}, severity most = severity::error)
    {
        const severity level = std::min(most, severity_of(rule, changes_));
        if (level == severity::off)
            return;
        if (found_.size() >= maximum_ || unlisted_.total() < skipped_) {
            unlisted_.add(rule.id, level);
            return;
        }
        diagnostic& finding = found_.emplace_back();
        finding.rule = rule.id;
        finding.severity = level;
        finding.pointer = std::move(pointer);
        finding.position.offset = offset;
        finding.message = std::move(message);
        finding.expected = std::move(expected);
        finding.found = std::move(found);
        finding.fix = std::move(fix);
    }

    [[nodiscard]] std::vector<diagnostic>& found() noexcept { return found_; }
    [[nodiscard]] const std::vector<diagnostic>& found() const noexcept { return found_; }
    /// What was found and is only counted.
    [[nodiscard]] const finding_counts& unlisted() const noexcept { return unlisted_; }

    /// What was found so far, to come back to.
    struct state {
        std::size_t found_count;
        finding_counts unlisted;
    };
    [[nodiscard]] state current_state() const { return {found_.size(), unlisted_}; }
    /// Forgets what was found since then.
    void go_back_to(const state& earlier)
    {
        found_.resize(earlier.found_count);
        unlisted_ = earlier.unlisted;
    }

    /// Forgets what was found.
    void clear() noexcept
    {
        found_.clear();
        unlisted_ = {};
    }

private:
    severity_changes changes_;
    std::size_t maximum_ = std::size_t(-1);
    std::size_t skipped_ = 0;
    std::vector<diagnostic> found_;
    finding_counts unlisted_;
};

} // namespace rollcall
