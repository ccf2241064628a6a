#pragma once

#include <rollcall/diagnostics.hpp>      // severity_changes
#include <rollcall/rule_information.hpp> // rule_information

#include <ostream> // std::ostream

namespace rollcall::program {

/// Shows the rules in a table, with the severities that are in force.
void list_rules(std::ostream& out, const severity_changes& changes);

/// Shows all that a rule tells of itself.
void explain_rule(std::ostream& out, const rule_information& rule);

} // namespace rollcall::program
