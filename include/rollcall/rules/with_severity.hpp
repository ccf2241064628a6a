#pragma once

#include <rollcall/rule_information.hpp>

namespace rollcall::rules {

/// A rule with another severity: `mp_replace<default_rules, rules::unknown_role,
/// rules::with_severity<rules::unknown_role, severity::error>>`.
template <class Rule, severity Level>
struct with_severity : Rule {
    static constexpr rule_information information = [] {
        rule_information changed = Rule::information;
        changed.default_severity = Level;
        return changed;
    }();
};

} // namespace rollcall::rules
