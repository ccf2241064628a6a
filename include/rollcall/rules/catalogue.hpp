#pragma once

#include <rollcall/detail/nearest_name.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/default_rules.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace rollcall {

namespace detail {

template <class Rules>
inline constexpr std::array<rule_information, 0> informations_of{};
template <template <class...> class List, class... Rules>
inline constexpr std::array<rule_information, sizeof...(Rules)> informations_of<List<Rules...>>{Rules::information...};

} // namespace detail

/// What the rules of a list tell of themselves, in the list's order.
template <class Rules = default_rules>
[[nodiscard]] constexpr std::span<const rule_information> rule_catalogue() noexcept
{
    return detail::informations_of<Rules>;
}

/// The rule with this id, or null.
[[nodiscard]] constexpr const rule_information* find_rule(std::span<const rule_information> rules,
                                                          std::string_view id) noexcept
{
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const rule_information& rule) { return rule.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

/// The rule whose id is most like `id`, for "did you mean"; null when there are no rules.
[[nodiscard]] inline const rule_information* nearest_rule(std::span<const rule_information> rules, std::string_view id)
{
    const auto nearest =
        std::min_element(rules.begin(), rules.end(), [&](const rule_information& left, const rule_information& right) {
            return detail::edit_distance(left.id, id) < detail::edit_distance(right.id, id);
        });
    return nearest == rules.end() ? nullptr : &*nearest;
}

} // namespace rollcall
