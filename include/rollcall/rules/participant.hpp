#pragma once

#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/rules/judged_values.hpp>

#include <string>
#include <string_view>

namespace rollcall::rules {

/// " of Lisa Adkins (id 57caaef9-5ed0-48d5-8862-e5abfa71b3e9)", for messages. Where there is no display name it is the
/// email address, where the identity has no id the record's; nothing where the record does not say who it is.
[[nodiscard]] std::string of_participant(const judged_record auto& record)
{
    const auto text_of = [](const property<std::string_view>& text) { return text ? *text : std::string_view{}; };
    std::string_view name;
    std::string_view id;
    if (record.identity) {
        name = text_of(record.identity->base().displayName);
        id = text_of(record.identity->base().id);
    }
    if (name.empty())
        name = text_of(record.emailAddress);
    if (id.empty())
        id = text_of(record.id);
    if (name.empty())
        return id.empty() ? std::string{} : " of the participant with id " + detail::excerpt(id);
    return " of " + detail::excerpt(name) + (id.empty() ? std::string{} : " (id " + detail::excerpt(id) + ')');
}

} // namespace rollcall::rules
