#pragma once

#include <rollcall/detail/message.hpp>
#include <rollcall/detail/nearest_name.hpp>
#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/participant.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace rollcall::rules {

struct unknown_role {
    static constexpr rule_information information{
        .id = "unknown-role",
        .default_severity = severity::warning,
        .summary = "role is None, Attendee, Presenter or Organizer.",
        .reason = "These four are documented. The schema declares a plain string, so the service may come to send "
                  "others; until then they are a doubt.",
        .good_example = R"({"value": [{"role": "Presenter"}]})",
        .bad_example = R"({"value": [{"role": "presenter"}]})",
    };

    void operator()(const judged_record auto& record, const rule_findings& findings) const
    {
        constexpr std::array<std::string_view, 4> roles{"None", "Attendee", "Presenter", "Organizer"};
        if (!record.role || std::find(roles.begin(), roles.end(), *record.role) != roles.end())
            return;
        const std::string_view nearest = detail::nearest_name(roles, *record.role);
        findings.add({"role"}, detail::message("the role", of_participant(record), " is not a documented one"),
                     "None, Attendee, Presenter or Organizer", detail::quoted_name(*record.role),
                     nearest.empty() ? std::string{} : detail::quoted_name(nearest));
    }
};

} // namespace rollcall::rules
