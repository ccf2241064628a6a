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
        auto found = by_rule_.find(rule);
        if (found == by_rule_.end())
            found = by_rule_.emplace(rule, severity_counts{}).first;
        found->second[level] += count;
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
            by_rule_[rule] += counts;
        return *this;
    }

    friend bool operator==(const finding_counts&, const finding_counts&) = default;

private:
    severity_counts by_severity_;
    rule_counts by_rule_;
};

} // namespace rollcall
