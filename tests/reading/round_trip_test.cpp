#include <rollcall/model/all.hpp>
#include <rollcall/read.hpp>
#include <rollcall/write.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace json = boost::json;
namespace model = rollcall::model;

namespace {

constexpr std::string_view rich_collection = R"({
 "@odata.context": "https://graph.microsoft.com/beta/$metadata#x/attendanceRecords", "@odata.count": 7, "@odata.nextLink": "https://n",
 "value": [
  {"id": "1", "emailAddress": "a@b.c", "totalAttendanceInSeconds": 60, "role": "Organizer", "registrantId": null, "registrationId": "r",
   "identity": {"@odata.type": "#microsoft.graph.communicationsUserIdentity", "id": "2", "displayName": "é \"quoted\" \n", "tenantId": null, "extra": 1.50},
   "attendanceIntervals": [{"joinDateTime": "2022-06-29T22:54:43.6562850Z", "leaveDateTime": null, "durationInSeconds": 0, "@odata.x": [1, 2]}],
   "externalRegistrationInformation": {"referrer": "Fabrikam", "registrationId": null},
   "engagements": [{"dateTime": "2022-06-29T22:54:43+02:00", "engagementType": "hand", "engagementSubType": null}, {"engagementType": "new"}]},
  {"identity": {"@odata.type": "#microsoft.graph.azureCommunicationServicesUserIdentity", "id": "8:acs:x", "azureCommunicationServicesResourceId": "x"},
   "attendanceIntervals": [], "attendanceIntervals@odata.count": 0},
  {"identity": {"@odata.type": "#microsoft.graph.notYetKnown", "id": null, "more": {"b": {"c": []}, "a": null}}, "newProperty": [{}]},
  {"identity": null, "externalRegistrationInformation": null}, {}
 ]})";

/// The same value with the members of every object in another order.
json::value shuffled(const json::value& value, std::mt19937& random)
{
    if (const auto* array = value.if_array()) {
        json::array result;
        for (const json::value& item : *array)
            result.push_back(shuffled(item, random));
        return result;
    }
    if (const auto* object = value.if_object()) {
        std::vector<std::pair<std::string, json::value>> members;
        for (const auto& [name, member] : *object)
            members.emplace_back(name, shuffled(member, random));
        std::shuffle(members.begin(), members.end(), random);
        json::object result;
        for (auto& [name, member] : members)
            result.emplace(name, std::move(member));
        return result;
    }
    return value;
}

} // namespace

TEST_CASE("writing what was read gives the same text, in whatever order the properties stand")
{
    const json::value original = json::parse({rich_collection.data(), rich_collection.size()});
    std::mt19937 random{2026};
    for (int round = 0; round < 300; ++round) {
        const std::string payload = json::serialize(shuffled(original, random));
        const auto result = rollcall::read<model::attendanceRecordCollection>(payload);
        REQUIRE(result);
        const std::string written = rollcall::write(result.value);
        REQUIRE(written == payload);
        REQUIRE(rollcall::read<model::attendanceRecordCollection>(written).value == result.value);
        REQUIRE(rollcall::write(rollcall::read_borrowed<model::borrowed::attendanceRecordCollection>(payload).value) ==
                payload);
    }
}

TEST_CASE("values are equal in whatever order the properties stood")
{
    const auto one = rollcall::read<model::attendanceRecord>(R"({"id":"1","role":"None","@x":1,"@y":2})");
    const auto other = rollcall::read<model::attendanceRecord>(R"({"@y":2,"role":"None","@x":1,"id":"1"})");
    CHECK(one.value == other.value);
}
