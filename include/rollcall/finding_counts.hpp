#pragma once

#include <rollcall/severity_counts.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace rollcall {

/// How many findings there are of each severity, and of each rule.
class finding_counts {
public:
    using rule_counts = std::map<std::string, severity_counts, std::less<>>;

    void add(std::string_view rule, severity level, std::size_t count = 1)
    {
        by_severity_[level] += count;
        counts_of(rule)[level] += count;
    }

    [[nodiscard]] std::size_t operator[](severity level) const noexcept { return by_severity_[level]; }
    /// Of all severities together.
    [[nodiscard]] std::size_t total() const noexcept { return by_severity_.total(); }

    [[nodiscard]] const severity_counts& by_severity() const noexcept { return by_severity_; }
    /// By rule id; rules without findings are not there.
    [[nodiscard]] const rule_counts& by_rule() const noexcept { return by_rule_; }

    finding_counts& operator+=(const finding_counts& other)
    {
        by_severity_ += other.by_severity_;
        for (const auto& [rule, counts] : other.by_rule_)
            counts_of(rule) += counts;
        return *this;
    }

    friend bool operator==(const finding_counts&, const finding_counts&) = default;

private:
    [[nodiscard]] severity_counts& counts_of(std::string_view rule)
    {
        const auto place = by_rule_.lower_bound(rule);
        const bool is_known = place != by_rule_.end() && place->first == rule;
        return (is_known ? place : by_rule_.emplace_hint(place, rule, severity_counts{}))->second;
    }

    severity_counts by_severity_;
    rule_counts by_rule_;
};

} // namespace rollcall
