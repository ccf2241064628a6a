#include "judged.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using namespace rollcall;

constexpr std::string_view metadata = "https://graph.microsoft.com/beta/$metadata#";

std::string_view kind_of(std::string_view payload)
{
    return name_of(tests::judge(payload).kind);
}

/// The kind of an object that says nothing but its context and, when it is wanted, an empty value.
std::string_view kind_by(std::string_view context, bool with_value = true)
{
    return kind_of(R"({"@odata.context": ")" + std::string{context} + '"' + (with_value ? R"(, "value": []})" : "}"));
}

std::string_view kind_below_metadata(std::string_view path, bool with_value = true)
{
    return kind_by(std::string{metadata} + std::string{path}, with_value);
}

} // namespace

TEST_CASE("a context tells a collection of records, whatever it is a collection of")
{
    for (const char* const path :
         {"attendanceRecords", "users('1')/onlineMeetings('2')/attendanceReports('3')/attendanceRecords",
          "me/onlineMeetings('2')/attendanceReports('3')/attendanceRecords",
          "communications/onlineMeetings('2')/attendanceReports('3')/attendanceRecords",
          "solutions/virtualEvents/webinars('1')/sessions('2')/attendanceReports('3')/attendanceRecords",
          "solutions/virtualEvents/townhalls('1')/sessions('2')/attendanceReports('3')/attendancerecords",
          "users('1')/onlineMeetings('2')/attendanceReports('3')/ATTENDANCERECORDS", "attendanceRecords(id,role)",
          "users('it''s')/onlineMeetings('a/b')/attendanceReports('x(y)')/attendanceRecords",
          "attendanceRecords(id,identity,attendanceIntervals)", "Collection(microsoft.graph.attendanceRecord)",
          "collection(Microsoft.Graph.AttendanceRecord)"})
        CHECK_MESSAGE(kind_below_metadata(path) == "attendanceRecordCollection", path);
}

TEST_CASE("a context tells a single record")
{
    for (const char* const path :
         {"attendanceRecords/$entity", "attendanceRecords(id,role)/$entity", "attendanceRecords('1')",
          "users('1')/onlineMeetings('2')/attendanceReports('3')/attendanceRecords('4')",
          "users('1')/onlineMeetings('2')/attendanceReports('3')/attendancerecords/$entity",
          "microsoft.graph.attendanceRecord", "microsoft.graph.attendanceRecord/$entity"})
        CHECK_MESSAGE(kind_below_metadata(path, false) == "attendanceRecord", path);
}

TEST_CASE("a context tells a report, expanded or not")
{
    for (const char* const path :
         {"attendanceReports/$entity", "attendanceReports(attendanceRecords())/$entity", "attendanceReports('3')",
          "users('1')/onlineMeetings('2')/attendanceReports(id,attendanceRecords(id,role))/$entity",
          "users('1')/onlineMeetings('2')/ATTENDANCEREPORTS/$entity", "microsoft.graph.meetingAttendanceReport"})
        CHECK_MESSAGE(kind_below_metadata(path, false) == "meetingAttendanceReport", path);
}

TEST_CASE("a context tells a collection of reports, expanded or not")
{
    for (const char* const path :
         {"attendanceReports", "users('1')/onlineMeetings('2')/attendanceReports",
          "attendanceReports(attendanceRecords())", "attendanceReports(id,attendanceRecords(id,role))",
          "Collection(microsoft.graph.meetingAttendanceReport)"})
        CHECK_MESSAGE(kind_below_metadata(path) == "meetingAttendanceReportCollection", path);
}

TEST_CASE("a context may be relative, or of another cloud or version")
{
    CHECK(kind_by("$metadata#attendanceReports") == "meetingAttendanceReportCollection");
    CHECK(kind_by("#attendanceReports") == "meetingAttendanceReportCollection");
    CHECK(kind_by("https://microsoftgraph.chinacloudapi.cn/v1.0/$metadata#attendanceReports") ==
          "meetingAttendanceReportCollection");
}

TEST_CASE("a context may be written with escapes")
{
    CHECK(kind_by(R"(https:\/\/graph.microsoft.com\/beta\/$metadata\u0023attendanceReports)") ==
          "meetingAttendanceReportCollection");
    CHECK(kind_of(R"({"@odata\u002econtext": "#attendanceReports", "value": []})") ==
          "meetingAttendanceReportCollection");
}

TEST_CASE("a context that tells nothing leaves it to the shape")
{
    for (const char* const context : {R"("")", R"("attendanceReports")", R"("#")", "null", "5", "[]"}) {
        const std::string head = R"({"@odata.context": )" + std::string{context};
        CHECK_MESSAGE(kind_of(head + R"(, "value": [{"role": "None"}]})") == "attendanceRecordCollection", context);
        CHECK_MESSAGE(kind_of(head + R"(, "totalParticipantCount": 1})") == "meetingAttendanceReport", context);
    }
}

TEST_CASE("a context that names something else is not overruled by an empty value")
{
    CHECK(kind_below_metadata("users") == "unrecognised");
    CHECK(kind_below_metadata("users('1')/onlineMeetings") == "unrecognised");
    CHECK(kind_below_metadata("attendanceRecordings") == "unrecognised");
    CHECK(kind_below_metadata("users('1')/onlineMeetings('attendanceRecords')/recordings") == "unrecognised");
    CHECK(kind_below_metadata("Collection(microsoft.graph.callRecord)") == "unrecognised");
}

TEST_CASE("a context counts wherever it stands, as long as the entities in front of it do not tell")
{
    CHECK(kind_of(R"({"value": [], "@odata.context": "#attendanceReports"})") == "meetingAttendanceReportCollection");
    CHECK(kind_of(R"({"value": [{"id": "1"}, {}], "@odata.context": "#attendanceReports"})") ==
          "meetingAttendanceReportCollection");
    CHECK(kind_of(R"({"id": "1", "@odata.context": "#attendanceReports/$entity"})") == "meetingAttendanceReport");
    CHECK(kind_of(R"({"value": [{"role": "None"}], "@odata.context": "#attendanceRecords"})") ==
          "attendanceRecordCollection");
}

TEST_CASE("the shape tells what a payload without context is")
{
    CHECK(kind_of(R"({"value": []})") == "attendanceRecordCollection");
    CHECK(kind_of(R"({"value": [{"identity": null}]})") == "attendanceRecordCollection");
    CHECK(kind_of(R"({"@odata.count": 1, "@odata.nextLink": "x", "value": [{"engagements": []}]})") ==
          "attendanceRecordCollection");
    CHECK(kind_of(R"({"value": [{"meetingStartDateTime": null}]})") == "meetingAttendanceReportCollection");
    CHECK(kind_of(R"({"value": [{"attendanceRecords": []}]})") == "meetingAttendanceReportCollection");
    CHECK(kind_of(R"({"registrationId": null})") == "attendanceRecord");
    CHECK(kind_of(R"({"id": "1", "externalEventInformation": []})") == "meetingAttendanceReport");
    CHECK(kind_of(R"({"attendanceRecords": [{"role": "None"}]})") == "meetingAttendanceReport");
}

TEST_CASE("items that tell nothing are passed over")
{
    CHECK(kind_of(R"({"value": [{}, {"id": "1"}, {"@odata.etag": "x"}, {"totalParticipantCount": 1}]})") ==
          "meetingAttendanceReportCollection");
    CHECK(kind_of(R"({"value": [null, "x", [], {"totalParticipantCount": 1}]})") ==
          "meetingAttendanceReportCollection");
}

TEST_CASE("an undeclared property beside the declared ones does not hide what a payload is")
{
    CHECK(kind_of(R"({"note": 1, "role": "None", "totalAttendanceInSeconds": 1})") == "attendanceRecord");
    CHECK(kind_of(R"({"value": [{"note": 1, "role": "None", "emailAddress": ""}]})") == "attendanceRecordCollection");
}

TEST_CASE("what is no attendance payload is one finding, and nothing in it is judged")
{
    for (const char* const payload : {"null", "true", "5", "\"role\"", "[]", "{}", R"([{"role": 5}])", R"({"id": "1"})",
                                      R"({"value": null})", R"({"value": {"role": 5}})", R"({"value": ["role"]})",
                                      R"({"value": [{"mail": 5}]})", R"({"Value": [{"role": 5}]})", R"({"error": 5})",
                                      R"({"displayName": "role", "identities": [{"role": 5}]})"}) {
        const report found = tests::judge(payload);
        CHECK_MESSAGE(tests::placed_findings(found) == "1:1 error unrecognised-payload", payload);
        CHECK(found.kind == payload_kind::unrecognised);
        CHECK(found.records == 0);
    }
}

TEST_CASE("the finding on an unrecognised payload begins where the payload does")
{
    CHECK(tests::placed_findings(tests::judge("\r\n\n  {\"mail\": 5}")) == "3:3 error unrecognised-payload");
}

TEST_CASE("the service's error body is one finding with the code and the message")
{
    const report found = tests::judge(
        R"({"error": {"code": "Forbidden", "message": "Not you.", "role": 5, "innerError": {"value": [{}]}}})");
    CHECK(found.kind == payload_kind::error);
    REQUIRE(tests::placed_findings(found) == "1:11 error error-response /error");
    CHECK(found.diagnostics.front().found == "Forbidden");
    CHECK(found.diagnostics.front().message.find("Not you.") != std::string::npos);
}

TEST_CASE("an answer with an error status is an error response, whatever its body")
{
    const auto judged = [](std::string_view body, int status) {
        return tests::findings(tests::judge(capture::payload{.bytes = body, .file = body, .status = status}));
    };
    CHECK(judged(R"({"message": "Service Unavailable"})", 503) == "error-response");
    CHECK(judged(R"({"message": "Fine"})", 200) == "unrecognised-payload");
    CHECK(judged(R"({"error": {"code": "x"}})", 403) == "error-response /error");
    CHECK(judged(R"({"error": {"code": "x"}})", 200) == "error-response /error");
    CHECK(judged("<html>", 502) == "json-syntax");
}

TEST_CASE("how many records were judged is counted in every kind of payload")
{
    const auto records = [](std::string_view payload) { return tests::judge(payload).records; };
    CHECK(records(R"({"value": []})") == 0);
    CHECK(records(R"({"value": [{"role": "None"}, {}, {}]})") == 3);
    CHECK(records(R"({"role": "None"})") == 1);
    CHECK(records(R"({"totalParticipantCount": 3})") == 0);
    CHECK(records(R"({"totalParticipantCount": 2, "attendanceRecords": [{}, {}]})") == 2);
    CHECK(records(R"({"value": [{"attendanceRecords": [{}, {}]}, {"attendanceRecords": [{}]}, {}]})") == 3);
}
