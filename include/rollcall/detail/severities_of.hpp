#pragma once

#include <rollcall/diagnostics.hpp>
#include <rollcall/rules/schema_rules.hpp>

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <string>
#include <string_view>

namespace rollcall::detail {

/// The severity of a rule by a list of rules: the one it has there, off when it is not in the list.
template <class... Rule>
[[nodiscard]] constexpr severity severity_in_list(std::string_view id, boost::mp11::mp_list<Rule...>)
{
    severity result = severity::off;
    ((Rule::information.id == id ? void(result = Rule::information.default_severity) : void()), ...);
    return result;
}

/// The changes that are asked for, and those of the reader's rules that a list of rules makes.
template <class Rules>
[[nodiscard]] severity_changes severities_of(severity_changes changes)
{
    boost::mp11::mp_for_each<reader_rules>([&]<class ReaderRule>(ReaderRule) {
        constexpr rule_information rule = ReaderRule::information;
        constexpr severity listed = severity_in_list(rule.id, boost::mp11::mp_rename<Rules, boost::mp11::mp_list>{});
        if constexpr (listed != rule.default_severity)
            changes.try_emplace(std::string{rule.id}, listed);
    });
    return changes;
}

} // namespace rollcall::detail
