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

/// A text as a JSON string that has no escapes. Empty where the text is, or needs some.
template <const std::string_view& Text>
inline constexpr auto literal_of = [] {
    constexpr bool is_plain = !Text.empty() && std::none_of(Text.begin(), Text.end(), must_be_escaped);
    std::array<char, is_plain ? Text.size() + 2 : 0> literal{};
    if constexpr (is_plain) {
        literal.front() = literal.back() = '"';
        std::copy(Text.begin(), Text.end(), literal.begin() + 1);
    }
    return literal;
}();

template <class T, std::size_t Slot>
inline constexpr std::string_view slot_name = name_of_slot<T, Slot>();

/// The name of the property in a slot as such a string.
template <class T, std::size_t Slot>
inline constexpr const auto& literal_of_slot = literal_of<slot_name<T, Slot>>;

} // namespace rollcall::detail
