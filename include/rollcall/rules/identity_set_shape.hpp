#pragma once

#include <rollcall/detail/message.hpp>
#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/identity_set.hpp>
#include <rollcall/rules/participant.hpp>

namespace rollcall::rules {

struct identity_set_shape {
    static constexpr rule_information information{
        .id = "identity-set-shape",
        .default_severity = severity::warning,
        .summary = "identity is an identity, not an identitySet.",
        .reason =
            "An identitySet wraps the identity in user, guest and so on. Some programs write that by mistake; the "
            "open type allows it, the service never sends it here.",
        .good_example = R"({"value": [{"identity": {"id": "57caaef9-5ed0-48d5-8862-e5abfa71b3e9", "user": "lisa"}}]})",
        .bad_example = R"({"value": [{"identity": {"user": {"id": "57caaef9-5ed0-48d5-8862-e5abfa71b3e9"}}}]})",
    };

    void operator()(const judged_record auto& record, const rule_findings& findings) const
    {
        if (const auto* member = identity_set_member(record))
            findings.add({"identity", member->name},
                         detail::message("the identity", of_participant(record),
                                         " is written as an identitySet; the identity itself belongs here"),
                         "an identity", "an identity in " + detail::quoted_name(member->name));
    }
};

} // namespace rollcall::rules
