#include "judged.hpp"
#include "payload_files.hpp"

#include <rollcall/read.hpp>

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace rollcall;

model::attendanceInterval interval(const char* join, const char* leave, std::int32_t duration)
{
    model::attendanceInterval result;
    result.joinDateTime = date_time::parse(join).value();
    result.leaveDateTime = date_time::parse(leave).value();
    result.durationInSeconds = duration;
    return result;
}

model::attendanceRecord lisa()
{
    model::attendanceRecord result;
    result.id = "57caaef9-5ed0-48d5-8862-e5abfa71b3e9";
    result.emailAddress = "lisa.adkins@contoso.com";
    result.totalAttendanceInSeconds = 314;
    result.role = "Presenter";
    model::communicationsUserIdentity identity;
    identity.displayName = "Lisa Adkins";
    identity.tenantId = null;
    result.identity = identity;
    result.attendanceIntervals = {interval("2021-10-04T23:13:43.3776519Z", "2021-10-04T23:18:57.5639338Z", 314)};
    return result;
}

} // namespace

TEST_CASE("a record made in code is judged as a record")
{
    const report found = tests::judge(lisa());
    CHECK(found.kind == payload_kind::attendanceRecord);
    CHECK(found.records == 1);
    CHECK(tests::findings(found).empty());
}

TEST_CASE("an empty value of every kind has no finding but what it lacks")
{
    CHECK(tests::findings_in(model::attendanceRecord{}).empty());
    CHECK(tests::findings_in(model::meetingAttendanceReport{}).empty());
    CHECK(tests::findings_in(model::attendanceRecordCollection{}) == "missing-property");
    CHECK(tests::findings_in(model::meetingAttendanceReportCollection{}) == "missing-property");
    CHECK(tests::judge(model::attendanceRecord{}).kind == payload_kind::attendanceRecord);
    CHECK(tests::judge(model::meetingAttendanceReport{}).kind == payload_kind::meetingAttendanceReport);
    CHECK(tests::judge(model::attendanceRecordCollection{}).kind == payload_kind::attendanceRecordCollection);
    CHECK(tests::judge(model::meetingAttendanceReportCollection{}).kind ==
          payload_kind::meetingAttendanceReportCollection);
}

TEST_CASE("findings on a value have pointers and no places")
{
    model::attendanceRecordCollection page;
    page.odataCount = 3;
    page.value = {lisa(), lisa()};
    (*page.value)[0].role = "emperor";
    (*page.value)[1].totalAttendanceInSeconds = 315;
    const report found = tests::judge(page);
    CHECK(tests::findings(found) ==
          "count-covers-page /@odata.count; unknown-role /value/0/role; record-id-unique /value/1/id; "
          "total-is-sum /value/1/totalAttendanceInSeconds");
    CHECK(found.records == 2);
    for (const diagnostic& one : found.diagnostics) {
        CHECK(one.position == text_position{});
        CHECK_FALSE(one.message.empty());
    }
}

TEST_CASE("what a value cannot say right is found by the schema")
{
    model::attendanceRecord record = lisa();
    record.id = null;
    record.attendanceIntervals = null;
    record.additionalProperties.add("note", "1");
    record.additionalProperties.add("@contoso.note", "[1.0]");
    CHECK(tests::findings_in(record) ==
          "null-not-allowed /id; null-not-allowed /attendanceIntervals; unknown-property /note");
}

TEST_CASE("a value that was read is judged as the payload it was read from")
{
    for (const char* const group :
         {"well-formed", "total-is-sum", "duration-is-difference", "unknown-identity-type", "unknown-enum-value"})
        for (const auto& path : tests::payloads_below(tests::payload_folder() / group)) {
            const std::string payload = tests::read_file(path);
            const report expected = tests::judge(payload);
            if (expected.kind != payload_kind::attendanceRecordCollection)
                continue;
            const auto page = read<model::attendanceRecordCollection>(payload);
            REQUIRE_MESSAGE(page, path.filename().string());
            CHECK_MESSAGE(tests::findings_in(page.value) == tests::findings(expected), path.filename().string());
        }
}

TEST_CASE("an identity of an unknown type is kept, and is a doubt")
{
    model::attendanceRecord record = lisa();
    unknown_subtype<model::identity> phone;
    phone.additionalProperties.add("@odata.type", R"("#microsoft.graph.communicationsPhoneIdentity")");
    phone.additionalProperties.add("number", R"("+1 425 555 0100")");
    record.identity = phone;
    CHECK(tests::findings_in(record) == "unknown-identity-type /identity/@odata.type");
}

TEST_CASE("a report made in code is judged with its records")
{
    model::meetingAttendanceReport report;
    report.meetingStartDateTime = date_time::parse("2021-10-04T23:15:00Z").value();
    report.meetingEndDateTime = date_time::parse("2021-10-04T23:30:00Z").value();
    report.totalParticipantCount = 2;
    report.attendanceRecords = {lisa()};
    CHECK(tests::findings_in(report) ==
          "participant-count /totalParticipantCount; "
          "interval-within-meeting /attendanceRecords/0/attendanceIntervals/0/joinDateTime");
    model::meetingAttendanceReportCollection page;
    page.value = {report, report};
    const rollcall::report found = tests::judge(page);
    CHECK(found.diagnostics.size() == 4);
    CHECK(found.records == 2);
}
