#pragma once

#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/participant.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace rollcall::rules {

struct identity_set_shape {
    static constexpr rule_information information{
        .id = "identity-set-shape",
        .default_severity = severity::warning,
        .summary = "identity is an identity, not an identitySet.",
        .reason = "An identitySet wraps the identity in user, guest and so on. Some programs write that by mistake; the "
                  "open type allows it, the service never sends it here.",
        .good_example = R"({"value": [{"identity": {"id": "57caaef9-5ed0-48d5-8862-e5abfa71b3e9", "user": "lisa"}}]})",
        .bad_example = R"({"value": [{"identity": {"user": {"id": "57caaef9-5ed0-48d5-8862-e5abfa71b3e9"}}}]})",
    };

    void operator()(const judged_record& record, const rule_findings& findings) const
    {
        if (!record.identity)
            return;
        constexpr std::array<std::string_view, 10> members_of_identity_sets{
            "user",  "guest",     "application",         "device", "phone", "acsUser",
            "encrypted", "onPremises", "applicationInstance", "acsApplicationInstance"};
        for (const auto& [name, text] : record.identity->base().additionalProperties) {
            const auto found = std::find(members_of_identity_sets.begin(), members_of_identity_sets.end(), name);
            if (found == members_of_identity_sets.end() || !text.starts_with('{'))
                continue;
            findings.add({"identity", name},
                         "identity is written as an identitySet; the identity itself belongs here", "an identity",
                         "an identity in " + detail::quoted(name));
            return;
        }
    }
};

} // namespace rollcall::rules
