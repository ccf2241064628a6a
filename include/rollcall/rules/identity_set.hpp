#pragma once

#include <rollcall/additional_properties.hpp>
#include <rollcall/rules/participant.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace rollcall::rules {

/// The member of an identity that makes it an identitySet: an object called as the members of these are. Null: there is
/// none.
[[nodiscard]] const additional_property<borrowed>* identity_set_member(const judged_record auto& record)
{
    constexpr std::array<std::string_view, 10> members{"user",
                                                       "guest",
                                                       "application",
                                                       "device",
                                                       "phone",
                                                       "acsUser",
                                                       "encrypted",
                                                       "onPremises",
                                                       "applicationInstance",
                                                       "acsApplicationInstance"};
    if (!record.identity)
        return nullptr;
    for (const auto& property : record.identity->base().additionalProperties)
        if (property.text.starts_with('{') && std::find(members.begin(), members.end(), property.name) != members.end())
            return &property;
    return nullptr;
}

} // namespace rollcall::rules
