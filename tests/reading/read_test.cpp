#include <rollcall/model/all.hpp>
#include <rollcall/read.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace model = rollcall::model;
using namespace std::string_literals;

namespace {

/// "rule pointer line:column" of every finding, a line each.
template <class T>
std::string findings(std::string_view payload)
{
    std::string result;
    for (const auto& found : rollcall::read<T>(payload).diagnostics)
        result += found.rule + ' ' + found.pointer + ' ' + std::to_string(found.position.line) + ':' +
                  std::to_string(found.position.column) + '\n';
    return result;
}

} // namespace

TEST_CASE("a record is read with all it has")
{
    const auto result = rollcall::read<model::attendanceRecord>(R"({
        "id": "1", "emailAddress": "", "totalAttendanceInSeconds": 274, "role": "Presenter", "registrantId": null,
        "identity": {
            "@odata.type": "#microsoft.graph.azureCommunicationServicesUserIdentity", "id": "8:acs:r_u",
            "displayName": "Misty Croft", "azureCommunicationServicesResourceId": "r"},
        "attendanceIntervals": [{
            "joinDateTime": "2022-06-29T22:54:43.656285Z", "leaveDateTime": "2022-06-29T22:59:18.5180137Z",
            "durationInSeconds": 274}],
        "engagements": [{"dateTime": null, "engagementType": "hand", "engagementSubType": null}]})");
    REQUIRE(result);
    CHECK(result.diagnostics.empty());
    const model::attendanceRecord& record = result.value;
    CHECK(*record.id == "1");
    CHECK(record.emailAddress->empty());
    CHECK(*record.totalAttendanceInSeconds == 274);
    CHECK(record.registrantId.is_null());
    CHECK(record.registrationId.is_absent());
    CHECK(record.externalRegistrationInformation.is_absent());
    const auto* identity = record.identity->get_if<model::azureCommunicationServicesUserIdentity>();
    REQUIRE(identity != nullptr);
    CHECK(*identity->displayName == "Misty Croft");
    CHECK(*identity->azureCommunicationServicesResourceId == "r");
    CHECK(identity->additionalProperties.empty());
    REQUIRE(record.attendanceIntervals->size() == 1);
    CHECK(record.attendanceIntervals->front().joinDateTime->text() == "2022-06-29T22:54:43.656285Z");
    CHECK(*record.attendanceIntervals->front().durationInSeconds == 274);
    CHECK(*record.engagements->front().engagementType == model::meetingEngagementType::hand);
}

TEST_CASE("the subtype is known by @odata.type wherever it stands")
{
    for (
        const std::string_view payload : {
            R"({"identity": {"@odata.type": "#microsoft.graph.communicationsUserIdentity", "tenantId": "t"}})",
            R"({"identity": {"tenantId": "t", "@odata.type": "#microsoft.graph.communicationsUserIdentity"}})",
            R"({"identity": {"x": {"@odata.type": "#a.b"}, "tenantId": "t", "@odata.type": "#microsoft.graph.communicationsUserIdentity"}})",
            R"({"identity": {"tenantId": "t", "\u0040odata.type": "\u0023microsoft.graph.communicationsUserIdentity"}})",
        }) {
        const auto result = rollcall::read<model::attendanceRecord>(payload);
        CHECK_MESSAGE(result.diagnostics.empty(), payload);
        const auto* identity = result.value.identity->get_if<model::communicationsUserIdentity>();
        REQUIRE_MESSAGE(identity != nullptr, payload);
        CHECK(*identity->tenantId == "t");
    }
}

TEST_CASE("a subtype that the schema does not know is kept with all it has")
{
    const auto result = rollcall::read<model::attendanceRecord>(
        R"({"identity": {"@odata.type": "#microsoft.graph.communicationsGuestIdentity", "id": "1", "email": "a@b.c"}})");
    REQUIRE(result);
    REQUIRE(result.value.identity->is_unknown_subtype());
    CHECK(*(*result.value.identity)->id == "1");
    CHECK((*result.value.identity)->additionalProperties.find("email")->text == R"("a@b.c")");
    CHECK((*result.value.identity)->additionalProperties.find("@odata.type")->text ==
          R"("#microsoft.graph.communicationsGuestIdentity")");
}

TEST_CASE("an identity without a type, or named as what it is declared to be, is a plain identity")
{
    for (const std::string_view payload : {R"({"identity": {"id": "1", "tenantId": null}})",
                                           R"({"identity": {"@odata.type": "#microsoft.graph.identity"}})"}) {
        const auto result = rollcall::read<model::attendanceRecord>(payload);
        REQUIRE(result);
        CHECK(result.value.identity->get_if<model::identity>() != nullptr);
        CHECK(result.value.identity->base().additionalProperties.size() == 1);
    }
}

TEST_CASE("undeclared properties and annotations keep their exact text")
{
    const auto result = rollcall::read<model::identity>(
        R"({"a": 1.0, "b" : 123456789012345678901234567890 , "c":{ "x" : [ 1 ,2 ] }, "d":"\u00e9\/", "e":-0, "f":1E400, "id@x.y":true, "g\u0022\n": null})");
    REQUIRE(result);
    const auto text_of = [&](std::string_view name) {
        const auto* property = result.value.additionalProperties.find(name);
        return property ? property->text : "missing"s;
    };
    CHECK(text_of("a") == "1.0");
    CHECK(text_of("b") == "123456789012345678901234567890");
    CHECK(text_of("c") == "{ \"x\" : [ 1 ,2 ] }");
    CHECK(text_of("d") == R"("\u00e9\/")");
    CHECK(text_of("e") == "-0");
    CHECK(text_of("f") == "1E400");
    CHECK(text_of("id@x.y") == "true");
    CHECK(text_of("g\"\n") == "null");
}

TEST_CASE("a value of another type than the schema's is an error at its place, and absent")
{
    CHECK(findings<model::attendanceRecord>(R"({"id": 1})") == "type /id 1:8\n");
    CHECK(findings<model::attendanceRecord>(R"({"id": {"a": [1]}})") == "type /id 1:8\n");
    CHECK(findings<model::attendanceRecord>(R"({"identity": "x"})") == "type /identity 1:14\n");
    CHECK(findings<model::attendanceRecord>(R"({"identity": [{}]})") == "type /identity 1:14\n");
    CHECK(findings<model::attendanceRecord>(R"({"attendanceIntervals": {}})") == "type /attendanceIntervals 1:25\n");
    CHECK(findings<model::attendanceRecord>(R"({"attendanceIntervals": [null, 5, {}, []]})") ==
          "null-not-allowed /attendanceIntervals/0 1:26\n"
          "type /attendanceIntervals/1 1:32\n"
          "type /attendanceIntervals/3 1:39\n");
    CHECK(findings<model::attendanceRecord>("[]") == "type  1:1\n");
    CHECK(findings<model::attendanceRecord>("null") == "null-not-allowed  1:1\n");
    CHECK(findings<model::attendanceRecord>(R"({"identity": {"@odata.type": 5}})") ==
          "type /identity/@odata.type 1:30\n");
    const auto result = rollcall::read<model::attendanceRecord>(R"({"id": 1, "role": "None"})");
    CHECK(!result);
    CHECK(result.value.id.is_absent());
    CHECK(*result.value.role == "None");
}

TEST_CASE("a whole number has neither fraction nor exponent, and 32 bits")
{
    const auto of = [](std::string_view number) {
        return findings<model::attendanceInterval>("{\"durationInSeconds\":" + std::string{number} + '}');
    };
    for (const std::string_view number : {"0", "-0", "2147483647", "-2147483648", "null"})
        CHECK_MESSAGE(of(number).empty(), number);
    for (const std::string_view number :
         {"1.0", "1e3", "1E3", "0.5", "-1.0", "99999999999999999999.0", "1e400", "\"1\"", "true"})
        CHECK_MESSAGE(of(number) == "type /durationInSeconds 1:22\n", number);
    for (const std::string_view number :
         {"2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "18446744073709551616",
          "123456789012345678901234567890", "-123456789012345678901234567890"})
        CHECK_MESSAGE(of(number) == "int32-range /durationInSeconds 1:22\n", number);
}

TEST_CASE("null where the schema does not allow it is an error of its own")
{
    CHECK(findings<model::attendanceRecord>(R"({"id": null, "attendanceIntervals": null, "engagements": null})") ==
          "null-not-allowed /id 1:8\nnull-not-allowed /attendanceIntervals 1:37\nnull-not-allowed /engagements 1:58\n");
}

TEST_CASE("date-times are what Edm.DateTimeOffset allows")
{
    CHECK(findings<model::attendanceInterval>(R"({"joinDateTime": "2023-02-29T00:00:00Z", "leaveDateTime": ""})") ==
          "date-time-format /joinDateTime 1:18\ndate-time-format /leaveDateTime 1:59\n");
}

TEST_CASE("a closed type has only its declared properties, annotations aside")
{
    CHECK(findings<model::attendanceInterval>(R"({"joindatetime": null, "@odata.x": 1, "joinDateTime@a.b": 2})") ==
          "unknown-property /joindatetime 1:2\n");
    const auto result = rollcall::read<model::attendanceInterval>(R"({"joindatetime": null})");
    CHECK(result);
    CHECK(result.diagnostics.front().severity == rollcall::severity::warning);
    CHECK(result.diagnostics.front().message.find(R"(did you mean "joinDateTime"?)") != std::string::npos);
    CHECK(result.value.additionalProperties.find("joindatetime")->text == "null");
}

TEST_CASE("a member that an enumeration does not list is a doubt, and kept")
{
    const auto result = rollcall::read<model::meetingEngagement>(R"({"engagementType": "foot"})");
    CHECK(result);
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics.front().rule == "unknown-enum-value");
    CHECK(result.value.engagementType->unlisted_text() == "foot");
}

TEST_CASE("a property that is there twice is an error at the second, at any depth, and absent")
{
    CHECK(findings<model::attendanceRecord>(R"({"id": "1", "id": "2"})") == "duplicate-property /id 1:13\n");
    CHECK(findings<model::attendanceRecord>(R"({"id": "1", "\u0069d": "2"})") == "duplicate-property /id 1:13\n");
    CHECK(findings<model::identity>(R"({"x": 1, "y": 2, "x": 3, "z": {"a": [{"b": 1, "b": 2}]}})") ==
          "duplicate-property /x 1:18\nduplicate-property /z/a/0/b 1:47\n");
    CHECK(findings<model::attendanceRecord>(
              R"({"identity": {"@odata.type": "#microsoft.graph.identity", "@odata.type": "x"}})") ==
          "duplicate-property /identity/@odata.type 1:59\n");
    CHECK(rollcall::read<model::attendanceRecord>(R"({"id": "1", "id": "2"})").value.id.is_absent());
}

TEST_CASE("a property that the schema requires must be there")
{
    CHECK(findings<model::attendanceRecordCollection>(R"({"@odata.count": 0})").starts_with("missing-property "));
    CHECK(findings<model::communicationsUserIdentity>(R"({})").starts_with("missing-property "));
    CHECK(findings<model::communicationsUserIdentity>(R"({"@odata.type": "#microsoft.graph.identity"})") ==
          "schema-constraint /@odata.type 1:17\n");
}

TEST_CASE("bounds of the schema are kept")
{
    CHECK(findings<model::attendanceRecordCollection>(R"({"@odata.count": -1, "value": []})") ==
          "schema-constraint /@odata.count 1:18\n");
    CHECK(findings<model::attendanceRecordCollection>(R"({"@odata.count": 9223372036854775808, "value": []})") ==
          "schema-constraint /@odata.count 1:18\n");
}

TEST_CASE("places are right behind escapes, brackets and words that the parser tells no place of")
{
    CHECK(findings<model::attendanceRecord>("{\"role\": \"\\\"\\u00e9\",\n \"emailAddress\": null, "
                                            "\"attendanceIntervals\": [ ],\n  \"id\"\t:\n true}") == "type /id 4:2\n");
    CHECK(findings<model::attendanceRecord>("{\"displayName\\u0041\": [true, false, {\"\\n\": null}], \"id\": null}") ==
          "unknown-property /displayNameA 1:2\nnull-not-allowed /id 1:58\n");
}

TEST_CASE("columns count code points, byte columns bytes, and a CR before LF belongs to the line's end")
{
    const auto result = rollcall::read<model::attendanceRecord>("{\r\n\t\"role\": \"é€😀\", \"id\": 5}");
    REQUIRE(result.diagnostics.size() == 1);
    const auto& position = result.diagnostics.front().position;
    CHECK(position.line == 2);
    CHECK(position.column == 23);
    CHECK(position.byte_column == 29);
    CHECK(position.offset == 31);
}

TEST_CASE("of a long text that is wrong the begin is shown, which ends with a whole character")
{
    const auto found_of = [](const std::string& moment) {
        return rollcall::read<model::attendanceInterval>("{\"joinDateTime\": \"" + moment + "\"}")
            .diagnostics.at(0)
            .found;
    };
    const std::string start(70, 'x');
    CHECK(found_of(start + "12345678é") == '"' + start + "12345678…");
    CHECK(found_of(start + "123456é😀") == '"' + start + "123456é…");
    CHECK(found_of(start + "1234567é, and more") == '"' + start + "1234567é…");
}

TEST_CASE("value_or_throw gives the value or throws the first error with its place")
{
    auto good = rollcall::read<model::attendanceRecord>(R"({"id": "1"})");
    CHECK(*good.value_or_throw().id == "1");
    auto bad = rollcall::read<model::attendanceRecord>("{\n\"id\": 1}");
    CHECK_THROWS_WITH_AS((void)bad.value_or_throw(), "/id (line 2, column 7): id must be a string",
                         rollcall::read_error);
}

TEST_CASE("everything that is wrong is found in one run")
{
    CHECK(findings<model::attendanceRecordCollection>(R"({"value": [
{"id": null, "role": 5},
{"attendanceIntervals": [{"durationInSeconds": 1.5, "joinDateTime": "x"}], "Role": "x"}
]})") == "null-not-allowed /value/0/id 2:8\n"
         "type /value/0/role 2:22\n"
         "type /value/1/attendanceIntervals/0/durationInSeconds 3:48\n"
         "date-time-format /value/1/attendanceIntervals/0/joinDateTime 3:69\n"
         "unknown-property /value/1/Role 3:76\n");
}
