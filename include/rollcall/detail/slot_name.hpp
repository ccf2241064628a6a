#pragma once

#include <rollcall/detail/operations.hpp>
#include <rollcall/detail/write_string.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace rollcall::detail {

/// The name of the property in a slot of `additional_properties`; empty where there is none.
template <class T, std::size_t Slot>
[[nodiscard]] constexpr std::string_view name_of_slot() noexcept
{
    if constexpr (Slot != 0)
        return schema_for<T>::properties[Slot - 1].name;
    else if constexpr (is_unknown_subtype<T>::value || schema_for<T>::discriminator.empty())
        return {};
    else
        return schema_for<T>::discriminator_property;
}

/// The same as a JSON string that has no escapes. Empty also where it needs some.
template <class T, std::size_t Slot>
inline constexpr auto literal_of_slot = [] {
    constexpr std::string_view name = name_of_slot<T, Slot>();
    constexpr bool is_plain = !name.empty() && std::none_of(name.begin(), name.end(), must_be_escaped);
    std::array<char, is_plain ? name.size() + 2 : 0> literal{};
    if constexpr (is_plain) {
        literal.front() = literal.back() = '"';
        std::copy(name.begin(), name.end(), literal.begin() + 1);
    }
    return literal;
}();

} // namespace rollcall::detail
