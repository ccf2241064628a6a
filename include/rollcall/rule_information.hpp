#pragma once

#include <rollcall/severity.hpp>

#include <string_view>

namespace rollcall {

/// What a rule tells of itself. A rule is a type with a `static constexpr rule_information information`; rules that
/// look at values have call operators beside it (see `rules/default_rules.hpp`).
struct rule_information {
    /// A fixed name in words and hyphens: reports are compared over time.
    std::string_view id{};
    severity default_severity = severity::error;
    /// What holds when the rule is kept, in one line.
    std::string_view summary{};
    /// Why it should hold: the evidence, and what a breach does to those who use the data.
    std::string_view reason{};
    /// A payload that keeps the rule, and the least change of it that does not.
    std::string_view good_example{};
    std::string_view bad_example{};
};

} // namespace rollcall
