#pragma once

#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/rules/judged_values.hpp>

#include <string>
#include <string_view>

namespace rollcall::rules {

/// Whom a record is of, for messages. Both are empty where it does not say.
struct participant {
    /// The display name; where there is none, the email address.
    std::string_view name;
    /// The identity's id; where it has none, the record's.
    std::string_view id;

    [[nodiscard]] bool is_known() const noexcept { return !name.empty() || !id.empty(); }
};

/// The texts are the record's.
[[nodiscard]] participant of_participant(const judged_record auto& record)
{
    const auto text_of = [](const property<std::string_view>& text) { return text ? *text : std::string_view{}; };
    participant result;
    if (record.identity)
        result = {text_of(record.identity->base().displayName), text_of(record.identity->base().id)};
    if (result.name.empty())
        result.name = text_of(record.emailAddress);
    if (result.id.empty())
        result.id = text_of(record.id);
    return result;
}

/// " of Lisa Adkins (id 57caaef9-5ed0-48d5-8862-e5abfa71b3e9)"; nothing where it is not known who it is.
inline void append_to(std::string& message, const participant& who)
{
    if (!who.is_known())
        return;
    message += who.name.empty() ? " of the participant with id " : " of ";
    detail::append_excerpt(message, who.name.empty() ? who.id : who.name);
    if (who.name.empty() || who.id.empty())
        return;
    message += " (id ";
    detail::append_excerpt(message, who.id);
    message += ')';
}

} // namespace rollcall::rules
