#include "../validation/judged.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using namespace rollcall;
using tests::findings_in;

/// The findings in a record whose identity is this text.
std::string judged(std::string_view identity)
{
    return tests::findings(tests::judge(R"({"role": null, "identity": )" + std::string{identity} + "}"));
}

std::string judged_as(std::string_view type, std::string_view members = {})
{
    return judged(R"({"@odata.type": "#microsoft.graph.)" + std::string{type} + '"' + (members.empty() ? "" : ", ") +
                  std::string{members} + "}");
}

constexpr const char* unknown_type = "unknown-identity-type /identity/@odata.type";

} // namespace

TEST_CASE("the documented roles are known, and a role may be null or absent")
{
    for (const char* const role : {"None", "Attendee", "Presenter", "Organizer"}) {
        model::attendanceRecord record;
        record.role = role;
        CHECK(findings_in(record).empty());
    }
    model::attendanceRecord record;
    record.role = null;
    CHECK(findings_in(record).empty());
}

TEST_CASE("a role is known by every letter")
{
    for (const char* const role :
         {"", "none", "ORGANIZER", "Organiser", " Attendee", "Attendee ", "Coorganizer", "Attend\u0435e"}) {
        model::attendanceRecord record;
        record.role = role;
        CHECK_MESSAGE(findings_in(record) == "unknown-role /role", role);
    }
}

TEST_CASE("a role that is no string is the schema's to report")
{
    CHECK(tests::findings(tests::judge(R"({"role": 5})")) == "type /role");
    CHECK(tests::findings(tests::judge(R"({"role": "x", "role": "x"})")) == "duplicate-property /role");
}

TEST_CASE("the documented identities are known, and an identity may be null, empty or without type")
{
    CHECK(judged("null").empty());
    CHECK(judged("{}").empty());
    CHECK(judged_as("identity").empty());
    CHECK(judged_as("communicationsUserIdentity").empty());
    CHECK(judged_as("azureCommunicationServicesUserIdentity").empty());
}

TEST_CASE("every other type of identity is a doubt")
{
    for (const char* const type :
         {"communicationsGuestIdentity", "communicationsPhoneIdentity", "communicationsApplicationIdentity",
          "communicationsEncryptedIdentity", "teamworkUserIdentity", "userIdentity", "communicationsuseridentity",
          "identity2", "", "event"})
        CHECK_MESSAGE(judged_as(type) == unknown_type, type);
    CHECK(judged(R"({"@odata.type": ""})") == unknown_type);
    CHECK(judged(R"({"@odata.type": "communicationsUserIdentity"})") == unknown_type);
}

TEST_CASE("an identity of an unknown type may have any property, and those of every identity are judged")
{
    CHECK(judged_as("communicationsGuestIdentity",
                    R"("email": 5, "tenantId": [1.0], "azureCommunicationServicesResourceId": {})") == unknown_type);
    CHECK(judged_as("communicationsGuestIdentity", R"("displayName": 5)") ==
          std::string{unknown_type} + "; type /identity/displayName");
}

TEST_CASE("the properties of a known type are judged by that type alone")
{
    CHECK(judged_as("communicationsUserIdentity", R"("tenantId": 5)") == "type /identity/tenantId");
    CHECK(judged_as("azureCommunicationServicesUserIdentity", R"("tenantId": 5)").empty());
    CHECK(judged_as("azureCommunicationServicesUserIdentity", R"("azureCommunicationServicesResourceId": 5)") ==
          "type /identity/azureCommunicationServicesResourceId");
    CHECK(judged(R"({"tenantId": 5, "azureCommunicationServicesResourceId": 5})").empty());
}

TEST_CASE("the type counts wherever it stands in the identity")
{
    CHECK(
        judged(
            R"({"tenantId": 5, "a": {"@odata.type": "x"}, "@odata.type": "#microsoft.graph.communicationsUserIdentity"})") ==
        "type /identity/tenantId");
    CHECK(judged(R"({"a": [{"@odata.type": "#microsoft.graph.communicationsUserIdentity"}], "tenantId": 5})").empty());
}

TEST_CASE("a type that is no string is one finding")
{
    CHECK(judged(R"({"tenantId": 5, "@odata.type": null})") == "null-not-allowed /identity/@odata.type");
    for (const char* const type : {"5", "true", "[]", R"({"@odata.type": "x"})"})
        CHECK_MESSAGE(judged(R"({"tenantId": 5, "@odata.type": )" + std::string{type} + "}") ==
                          "type /identity/@odata.type",
                      type);
}

TEST_CASE("the id of an Azure Communication Services user begins with 8:acs: and its resource")
{
    const auto judged_acs = [](std::string_view id, std::string_view resource) {
        return judged_as("azureCommunicationServicesUserIdentity", R"("id": )" + std::string{id} +
                                                                       R"(, "azureCommunicationServicesResourceId": )" +
                                                                       std::string{resource});
    };
    const std::string wrong = "acs-id-names-resource /identity/id";
    CHECK(judged_acs(R"("8:acs:r_1")", R"("r")").empty());
    CHECK(judged_acs(R"("8:acs:r")", R"("r")").empty());
    CHECK(judged_acs(R"("8:acs:\u0072_1")", R"("r")").empty());
    CHECK(judged_acs(R"("8:acs:q_1")", R"("r")") == wrong);
    CHECK(judged_acs(R"("8:ACS:r_1")", R"("r")") == wrong);
    CHECK(judged_acs(R"("r_1")", R"("r")") == wrong);
    CHECK(judged_acs(R"("")", R"("r")") == wrong);
    CHECK(judged_acs(R"(" 8:acs:r_1")", R"("r")") == wrong);
    CHECK(judged_acs("null", R"("r")").empty());
    CHECK(judged_acs(R"("q")", "null").empty());
    CHECK(judged_acs(R"("q")", "5") == "type /identity/azureCommunicationServicesResourceId");
    CHECK(judged_acs("5", R"("r")") == "type /identity/id");
}

TEST_CASE("the id of another identity is not compared with a resource")
{
    CHECK(judged(R"({"id": "q", "azureCommunicationServicesResourceId": "r"})").empty());
    CHECK(judged_as("communicationsUserIdentity", R"("id": "8:acs:q", "azureCommunicationServicesResourceId": "r")")
              .empty());
}

TEST_CASE("an identity in an identitySet is one finding, whatever stands beside it")
{
    CHECK(judged(R"({"user": {}})") == "identity-set-shape /identity/user");
    CHECK(judged(R"({"guest": {"id": "1"}, "user": null})") == "identity-set-shape /identity/guest");
    CHECK(judged(R"({"application": {}, "user": {}})") == "identity-set-shape /identity/application");
    CHECK(judged(R"({"id": "1", "phone": {"id": "+1 425 555 0100"}})") == "identity-set-shape /identity/phone");
    CHECK(judged_as("communicationsUserIdentity", R"("user": {})") == "identity-set-shape /identity/user");
    CHECK(judged_as("identitySet", R"("user": {})") == "identity-set-shape /identity/user");
}

TEST_CASE("an open identity may have what is called like a member of an identitySet and is none")
{
    CHECK(judged(R"({"user": "lisa", "guest": true, "device": [{}], "phone": null, "application": 5})").empty());
    CHECK(judged(R"({"User": {}, "users": {}, "user@odata.type": {}})").empty());
}
