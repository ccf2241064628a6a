#pragma once

#include <rollcall/detail/message.hpp>
#include <rollcall/detail/nearest_name.hpp>
#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/identity_set.hpp>
#include <rollcall/rules/participant.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace rollcall::rules {

struct unknown_identity_type {
    static constexpr rule_information information{
        .id = "unknown-identity-type",
        .default_severity = severity::warning,
        .summary = "identity is of a type that is documented for attendance records.",
        .reason = "The service derives many types from identity, of which communicationsUserIdentity and "
                  "azureCommunicationServicesUserIdentity are documented here. Others are kept, and are a doubt.",
        .good_example = R"({"value": [{"identity": {"@odata.type": "#microsoft.graph.communicationsUserIdentity"}}]})",
        .bad_example = R"({"value": [{"identity": {"@odata.type": "#microsoft.graph.communicationsPhoneIdentity"}}]})",
    };

    void operator()(const judged_record auto& record, const rule_findings& findings) const
    {
        if (!record.identity || !record.identity->is_unknown_subtype() || identity_set_member(record))
            return;
        const auto* type = record.identity->base().additionalProperties.find("@odata.type");
        findings.add({"identity", "@odata.type"},
                     detail::message("the identity", of_participant(record),
                                     " is of a type that is not documented for attendance records"),
                     {}, type ? detail::excerpt(type->text) : std::string{},
                     type ? documented_type(type->text) : std::string{});
    }

private:
    /// The documented type that was meant by a misspelt one, as JSON.
    [[nodiscard]] static std::string documented_type(std::string_view misspelt)
    {
        constexpr std::array<std::string_view, 3> types{
            R"("#microsoft.graph.identity")",
            R"("#microsoft.graph.communicationsUserIdentity")",
            R"("#microsoft.graph.azureCommunicationServicesUserIdentity")",
        };
        // Graph has many types with names that are alike, so only a slip is one.
        constexpr std::size_t most_off = 2;
        return std::string{detail::nearest_name(types, misspelt, most_off)};
    }
};

} // namespace rollcall::rules
