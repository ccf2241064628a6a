#include <rollcall/box.hpp>
#include <rollcall/model/all.hpp>
#include <rollcall/read.hpp>
#include <rollcall/write.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <optional>
#include <sstream>
#include <string>

namespace model = rollcall::model;

namespace {

template <class T>
std::string again(std::string_view payload)
{
    auto result = rollcall::read<T>(payload);
    return rollcall::write(result.value_or_throw());
}

} // namespace

TEST_CASE("a value made in code is written in the declared order, its type first")
{
    model::communicationsUserIdentity user;
    user.displayName = "Raymond Bonilla";
    user.tenantId = rollcall::null;
    model::attendanceRecord record;
    record.identity = user;
    record.role = "Presenter";
    record.totalAttendanceInSeconds = -5;
    record.attendanceIntervals = {{.joinDateTime = *rollcall::date_time::parse("2022-06-29T22:54:43.656285Z"),
                                   .leaveDateTime = rollcall::null,
                                   .durationInSeconds = 0}};
    record.engagements = std::vector<model::meetingEngagement>{};
    record.additionalProperties.add("@odata.etag", R"("1")");
    CHECK(
        rollcall::write(record) ==
        R"({"totalAttendanceInSeconds":-5,"role":"Presenter","identity":{"@odata.type":"#microsoft.graph.communicationsUserIdentity",)"
        R"("displayName":"Raymond Bonilla","tenantId":null},"attendanceIntervals":[{"joinDateTime":"2022-06-29T22:54:43.656285Z",)"
        R"("leaveDateTime":null,"durationInSeconds":0}],"engagements":[],"@odata.etag":"1"})");
}

TEST_CASE("the order of properties comes back, undeclared ones and the type included")
{
    for (
        const std::string_view payload : {
            R"({"role":"None","id":"1"})",
            R"({"@odata.etag":"1","id":"1","x@y.z":2,"role":null})",
            R"({"identity":{"tenantId":null,"id":"1","@odata.type":"#microsoft.graph.communicationsUserIdentity","displayName":"x"}})",
            R"({"identity":{"y":1,"@odata.type":"#microsoft.graph.communicationsUserIdentity","id":"1","x":{"b":1,"a":2}}})",
            R"({"identity":{"id":"1","@odata.type":"#microsoft.graph.unheardOf","displayName":null}})",
            R"({"attendanceIntervals":[{"durationInSeconds":1,"leaveDateTime":null},{}],"totalAttendanceInSeconds":1,"id":"1"})",
        })
        CHECK(again<model::attendanceRecord>(payload) == payload);
    CHECK(again<model::attendanceRecordCollection>(
              R"({"value":[],"@odata.nextLink":"n","@odata.context":"","@odata.etag":0})") ==
          R"({"value":[],"@odata.nextLink":"n","@odata.context":"","@odata.etag":0})");
}

TEST_CASE("what is changed after reading is written: new properties behind the others, absent ones not at all")
{
    auto result = rollcall::read<model::attendanceRecord>(R"({"role":"None","@x":1,"id":"1"})");
    model::attendanceRecord& record = result.value_or_throw();
    record.role.reset();
    record.emailAddress = "a@b.c";
    record.additionalProperties.add("@y", "2");
    CHECK(rollcall::write(record) == R"({"@x":1,"id":"1","emailAddress":"a@b.c","@y":2})");
}

TEST_CASE("strings are escaped as JSON needs it and no more")
{
    model::identity identity;
    identity.displayName = std::string{"\"\\/\b\f\n\r\t\x01\x7F é€😀 "} + '\0';
    CHECK(rollcall::write(identity) ==
          "{\"displayName\":\"\\\"\\\\/\\u0008\\u000c\\n\\r\\t\\u0001\x7F é€😀 \\u0000\"}");
    auto result = rollcall::read<model::identity>(rollcall::write(identity));
    CHECK(result.value_or_throw() == identity);
}

TEST_CASE("an unlisted member of an enumeration is written as it was read")
{
    CHECK(again<model::meetingEngagement>(R"({"engagementType":"foot\n"})") == R"({"engagementType":"foot\n"})");
    CHECK(again<model::meetingEngagement>(R"({"engagementType":"unknownFutureValue"})") ==
          R"({"engagementType":"unknownFutureValue"})");
}

TEST_CASE("values are printed as JSON")
{
    const auto result = rollcall::read<model::attendanceRecord>(R"({"id":"1","identity":{"id":"2"}})");
    const auto printed = [](const auto& value) {
        std::ostringstream stream;
        stream << value;
        return stream.str();
    };
    CHECK(printed(result.value) == R"({"id":"1","identity":{"id":"2"}})");
    CHECK(printed(result.value.id) == R"("1")");
    CHECK(printed(result.value.role) == "absent");
    CHECK(printed(*result.value.identity) == R"({"id":"2"})");
    CHECK(printed(*rollcall::date_time::parse("2022-06-29T22:54:43Z")) == "2022-06-29T22:54:43Z");
}

TEST_CASE("nothing is written as null")
{
    CHECK(rollcall::write(std::optional<int>{}) == "null");
    CHECK(rollcall::write(rollcall::box<std::string>{}) == "null");
}

TEST_CASE("an undeclared property of any length is written back")
{
    const std::string payload = R"({"role":"Presenter","notes":")" + std::string(100'000, 'x') + R"("})";
    CHECK(rollcall::write(rollcall::read<rollcall::model::attendanceRecord>(payload).value) == payload);
}
