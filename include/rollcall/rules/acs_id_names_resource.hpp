#pragma once

#include <rollcall/detail/message.hpp>
#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/participant.hpp>

#include <string>
#include <string_view>

namespace rollcall::rules {

struct acs_id_names_resource {
    static constexpr rule_information information{
        .id = "acs-id-names-resource",
        .default_severity = severity::warning,
        .summary = "The id of an Azure Communication Services identity is 8:acs: and its resource id, and more.",
        .reason = "The documented ids are 8:acs:, the resource's id, an underscore and a GUID; another resource's id "
                  "hints at identities mixed up.",
        .good_example =
            R"({"value": [{"identity": {"@odata.type": "#microsoft.graph.azureCommunicationServicesUserIdentity", "id": "8:acs:0c6204c3-70b6-4981-9f2c-5194ced1cdd1_1", "azureCommunicationServicesResourceId": "0c6204c3-70b6-4981-9f2c-5194ced1cdd1"}}]})",
        .bad_example =
            R"({"value": [{"identity": {"@odata.type": "#microsoft.graph.azureCommunicationServicesUserIdentity", "id": "8:acs:5194ced1_1", "azureCommunicationServicesResourceId": "0c6204c3-70b6-4981-9f2c-5194ced1cdd1"}}]})",
    };

    void operator()(const judged_record auto& record, const rule_findings& findings) const
    {
        using acs_identity = model::borrowed::azureCommunicationServicesUserIdentity;
        const auto* identity = record.identity ? record.identity->template get_if<acs_identity>() : nullptr;
        if (!identity || !identity->id || !identity->azureCommunicationServicesResourceId)
            return;
        constexpr std::string_view prefix = "8:acs:";
        const std::string_view id = *identity->id;
        const std::string_view resource = *identity->azureCommunicationServicesResourceId;
        if (!id.starts_with(prefix) || !id.substr(prefix.size()).starts_with(resource))
            findings.add(
                {"identity", "id"}, detail::message("the id", of_participant(record), " does not name its resource"),
                detail::quoted_name(std::string{prefix}.append(resource)) + " and more", detail::quoted_name(id));
    }
};

} // namespace rollcall::rules
