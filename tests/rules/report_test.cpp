#include "../validation/judged.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace rollcall;
using tests::at;
using tests::findings_in;
using tests::interval;
using tests::record_of;

std::string judged(std::string_view payload)
{
    return tests::findings(tests::judge(payload));
}

/// A meeting from 22:00 to 23:00 with one stay.
model::meetingAttendanceReport meeting_with(property<date_time> join, property<date_time> leave)
{
    model::meetingAttendanceReport result;
    result.meetingStartDateTime = at("22:00:00");
    result.meetingEndDateTime = at("23:00:00");
    result.attendanceRecords = {record_of({interval(join, leave, {})})};
    return result;
}

const std::string too_early = "interval-within-meeting /attendanceRecords/0/attendanceIntervals/0/joinDateTime";
const std::string too_late = "interval-within-meeting /attendanceRecords/0/attendanceIntervals/0/leaveDateTime";

} // namespace

TEST_CASE("the participants are as many as the records")
{
    for (const std::int32_t count : {-1, 0, 1, 3, 2147483647}) {
        model::meetingAttendanceReport report;
        report.attendanceRecords = {model::attendanceRecord{}, model::attendanceRecord{}};
        report.totalParticipantCount = count;
        CHECK(findings_in(report) == "participant-count /totalParticipantCount");
        report.totalParticipantCount = 2;
        CHECK(findings_in(report).empty());
    }
}

TEST_CASE("participants are not counted where records are not expanded or more of them follow")
{
    CHECK(judged(R"({"totalParticipantCount": 5})").empty());
    CHECK(judged(R"({"totalParticipantCount": 5, "attendanceRecords": [{}], "attendanceRecords@odata.nextLink": "x"})")
              .empty());
    CHECK(judged(R"({"totalParticipantCount": 5, "attendanceRecords": [{}], "@odata.nextLink": "x"})") ==
          "participant-count /totalParticipantCount");
    CHECK(judged(R"({"totalParticipantCount": null, "attendanceRecords": [{}]})").empty());
    CHECK(judged(R"({"attendanceRecords": [{}]})").empty());
}

TEST_CASE("participants are not counted where the schema reports the count or the records")
{
    CHECK(judged(R"({"totalParticipantCount": 5, "attendanceRecords": null})") ==
          "null-not-allowed /attendanceRecords");
    CHECK(judged(R"({"totalParticipantCount": 5, "attendanceRecords": {}})") == "type /attendanceRecords");
    CHECK(judged(R"({"totalParticipantCount": 5, "attendanceRecords": [], "attendanceRecords": []})") ==
          "duplicate-property /attendanceRecords");
    CHECK(judged(R"({"totalParticipantCount": 5.0, "attendanceRecords": []})") == "type /totalParticipantCount");
    CHECK(judged(R"({"totalParticipantCount": 2, "attendanceRecords": [{}, null]})") ==
          "null-not-allowed /attendanceRecords/1");
}

TEST_CASE("each report of a collection is counted for itself")
{
    CHECK(
        judged(
            R"({"value": [{"totalParticipantCount": 2, "attendanceRecords": [{}, {}]}, {"totalParticipantCount": 0, "attendanceRecords": []},
                     {"totalParticipantCount": 2}, {"totalParticipantCount": 2, "attendanceRecords": [{}]}]})") ==
        "participant-count /value/3/totalParticipantCount");
}

TEST_CASE("a record that is there twice may be counted once")
{
    CHECK(judged(R"({"totalParticipantCount": 1, "attendanceRecords": [{"id": "1"}, {"id": "1"}]})") ==
          "record-id-unique /attendanceRecords/1/id");
    CHECK(judged(R"({"totalParticipantCount": 2, "attendanceRecords": [{"id": "1"}, {"id": "1"}]})") ==
          "record-id-unique /attendanceRecords/1/id");
}

TEST_CASE("a meeting does not end before it starts")
{
    const auto report_of = [](property<date_time> start, property<date_time> end) {
        model::meetingAttendanceReport result;
        result.meetingStartDateTime = start;
        result.meetingEndDateTime = end;
        return result;
    };
    CHECK(findings_in(report_of(at("22:00:00"), at("22:00:00"))).empty());
    CHECK(findings_in(report_of(at("22:00:00"), at("21:59:59.9999999"))) ==
          "meeting-ends-after-start /meetingEndDateTime");
    CHECK(findings_in(report_of(at("22:00:00"), at("2022-06-29T23:59:59+02:00"))) ==
          "meeting-ends-after-start /meetingEndDateTime");
    CHECK(findings_in(report_of(at("22:00:00"), null)).empty());
    CHECK(findings_in(report_of(null, at("22:00:00"))).empty());
    CHECK(findings_in(report_of({}, at("22:00:00"))).empty());
}

TEST_CASE("intervals lie in the meeting, a millisecond allowed at each end")
{
    CHECK(findings_in(meeting_with(at("22:00:00"), at("23:00:00"))).empty());
    CHECK(findings_in(meeting_with(at("21:59:59.999"), at("23:00:00.001"))).empty());
    CHECK(findings_in(meeting_with(at("21:59:59.9989999"), at("23:00:00.001"))) == too_early);
    CHECK(findings_in(meeting_with(at("21:59:59.999"), at("23:00:00.0010001"))) == too_late);
}

TEST_CASE("an interval that begins too early and ends too late is one finding")
{
    CHECK(findings_in(meeting_with(at("21:00:00"), at("23:59:00"))) == too_early);
}

TEST_CASE("an interval before or behind the whole meeting is one finding")
{
    CHECK(tests::judge(meeting_with(at("20:00:00"), at("20:10:00"))).diagnostics.size() == 1);
    CHECK(tests::judge(meeting_with(at("23:10:00"), at("23:20:00"))).diagnostics.size() == 1);
}

TEST_CASE("a time that is known is held against the meeting though the other is not")
{
    for (const property<date_time>& unknown : {property<date_time>{null}, property<date_time>{}}) {
        CHECK(findings_in(meeting_with(at("21:00:00"), unknown)) == too_early);
        CHECK(findings_in(meeting_with(unknown, at("23:10:00"))) == too_late);
        CHECK(findings_in(meeting_with(at("22:10:00"), unknown)).empty());
        CHECK(findings_in(meeting_with(unknown, at("22:10:00"))).empty());
    }
}

TEST_CASE("one time of the meeting is enough to hold intervals against")
{
    for (const property<date_time>& unknown : {property<date_time>{null}, property<date_time>{}}) {
        model::meetingAttendanceReport report = meeting_with(at("21:00:00"), at("23:10:00"));
        report.meetingStartDateTime = unknown;
        CHECK(findings_in(report) == too_late);
        report.meetingEndDateTime = unknown;
        CHECK(findings_in(report).empty());
        report.meetingStartDateTime = at("22:00:00");
        CHECK(findings_in(report) == too_early);
    }
}

TEST_CASE("intervals are not held against a meeting whose own times are reported")
{
    const std::string record =
        R"("attendanceRecords": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T22:00:00Z"}]}])";
    CHECK(judged(R"({"meetingStartDateTime": "2023-06-29T22:00:00Z", "meetingEndDateTime": "2022-06-29T23:00:00Z", )" +
                 record + "}") == "meeting-ends-after-start /meetingEndDateTime");
    CHECK(judged(R"({"meetingStartDateTime": "2023-06-29T22:00Z", )" + record + "}") ==
          "date-time-format /meetingStartDateTime");
    CHECK(judged("{" + record + R"(, "meetingStartDateTime": "2023-06-29T22:00Z"})") ==
          "date-time-format /meetingStartDateTime");
    CHECK(judged("{" + record + R"(, "meetingStartDateTime": 2023})") == "type /meetingStartDateTime");
    CHECK(judged(
              "{" + record +
              R"(, "meetingStartDateTime": "2023-06-29T22:00:00Z", "meetingStartDateTime": "2022-06-29T22:00:00Z"})") ==
          "duplicate-property /meetingStartDateTime");
}

TEST_CASE("the meeting's times count behind its records as in front of them")
{
    const std::string record =
        R"("attendanceRecords": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T21:00:00Z"}]}])";
    const std::string start = R"("meetingStartDateTime": "2022-06-29T22:00:00Z")";
    CHECK(judged("{" + start + ", " + record + "}") == too_early);
    CHECK(judged("{" + record + ", " + start + "}") == too_early);
    CHECK(judged("{" + record + R"(, "meetingStart\u0044ateTime": "2022-06-29T22:00:00\u005a"})") == too_early);
    CHECK(judged("{" + record + R"(, "x@y": {)" + start + "}}").empty());
}

TEST_CASE("the times of one meeting are not those of the next")
{
    const std::string record =
        R"("attendanceRecords": [{"attendanceIntervals": [{"joinDateTime": "2022-06-29T21:00:00Z"}]}])";
    const std::string start = R"("meetingStartDateTime": "2022-06-29T22:00:00Z")";
    CHECK(judged(R"({"value": [{)" + start + R"(, "attendanceRecords": []}, {)" + record + "}]}").empty());
    CHECK(judged(R"({"value": [{)" + record + "}, {" + start + "}]}").empty());
    CHECK(judged(R"({"value": [{)" + record + "}, {" + record + ", " + start + "}]}") ==
          "interval-within-meeting /value/1/attendanceRecords/0/attendanceIntervals/0/joinDateTime");
}

TEST_CASE("a wrong time that a duration gives away is not outside of the meeting as well")
{
    model::meetingAttendanceReport report = meeting_with(at("22:00:00"), at("23:30:00"));
    report.attendanceRecords->front().attendanceIntervals->front().durationInSeconds = 60;
    CHECK(findings_in(report) == "duration-is-difference /attendanceRecords/0/attendanceIntervals/0/durationInSeconds");
}

TEST_CASE("records of a collection without a report belong to no meeting")
{
    CHECK(judged(R"({"value": [{"attendanceIntervals": [{"joinDateTime": "0001-01-01T00:00:00Z"}]}]})").empty());
}
