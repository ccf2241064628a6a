#pragma once

#include <rollcall/detail/message.hpp>
#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/rule_context.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/participant.hpp>

#include <string>
#include <string_view>

namespace rollcall::rules {

struct townhall_has_no_registration {
    static constexpr rule_information information{
        .id = "townhall-has-no-registration",
        .default_severity = severity::error,
        .summary = "Records of a town hall carry no registration data.",
        .reason = "Town halls have no registration, as the service documents; the records are then those of a webinar, "
                  "or made up. Whether it is a town hall is told by @odata.context or the request.",
        .good_example =
            R"({"@odata.context": "https://graph.microsoft.com/beta/$metadata#solutions/virtualEvents/townhalls('t')/sessions('s')/attendanceReports('r')/attendanceRecords", "value": [{"registrationId": null}]})",
        .bad_example =
            R"({"@odata.context": "https://graph.microsoft.com/beta/$metadata#solutions/virtualEvents/townhalls('t')/sessions('s')/attendanceReports('r')/attendanceRecords", "value": [{"registrationId": "1"}]})",
    };

    void operator()(const judged_record auto& record, rule_context& context, const rule_findings& findings) const
    {
        const bool has_information = record.externalRegistrationInformation.has_value();
        if ((!has_information && !record.registrationId) || !context.is_town_hall())
            return;
        const std::string_view name = has_information ? "externalRegistrationInformation" : "registrationId";
        findings.add({name},
                     detail::message("the record", of_participant(record),
                                     " has registration data although it is of a town hall"),
                     "null or absent", has_information ? "an object" : detail::quoted_name(*record.registrationId));
    }
};

} // namespace rollcall::rules
