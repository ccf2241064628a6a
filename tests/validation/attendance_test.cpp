#include "judged.hpp"

#include <rollcall/report/attendance_collector.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace rollcall;

attendance attendance_in(std::string_view payload, std::size_t maximum = default_maximum_participants,
                         const validation_options& options = {})
{
    attendance_collector collector{attendance_detail::participants, maximum};
    (void)tests::judge(capture::payload{.bytes = payload, .request_url = "/reports"}, options, collector);
    return std::move(collector).collected();
}

attendance_figures figures_in(std::string_view payload)
{
    attendance_collector collector{attendance_detail::figures};
    (void)tests::judge(capture::payload{.bytes = payload}, {}, collector);
    const attendance result = std::move(collector).collected();
    CHECK(result.meetings.empty());
    CHECK(attendance_in(payload).figures == result.figures);
    return result.figures;
}

} // namespace

TEST_CASE("what a record says of a participant is collected")
{
    const attendance collected = attendance_in(R"({"@odata.context": "", "value": [
        {"emailAddress": "a@b", "role": "Presenter", "totalAttendanceInSeconds": 61,
         "identity": {"@odata.type": "#microsoft.graph.communicationsUserIdentity", "displayName": "Zo\u00eb", "id": "u"},
         "attendanceIntervals": [{"joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": "2022-06-29T22:01:01.5Z",
                                  "durationInSeconds": 61},
                                 {"joinDateTime": null, "leaveDateTime": null, "durationInSeconds": 0}]},
        {"identity": {"@odata.type": "#microsoft.graph.communicationsPhoneIdentity", "id": "p"}, "role": 7},
        {"identity": null}]})");
    REQUIRE(collected.meetings.size() == 1);
    const meeting_attendance& meeting = collected.meetings.front();
    CHECK(meeting.kind == payload_kind::attendanceRecordCollection);
    CHECK(meeting.context == "/reports");
    CHECK_FALSE(meeting.start);
    REQUIRE(meeting.participants.size() == 3);

    const participant_attendance& first = meeting.participants[0];
    CHECK(first.pointer == "/value/0");
    CHECK_FALSE(first.has_findings);
    CHECK(first.display_name == "Zoë");
    CHECK(first.id == "u");
    CHECK(first.email_address == "a@b");
    CHECK(first.role == "Presenter");
    CHECK(first.identity_type == "communicationsUserIdentity");
    CHECK(first.total_in_seconds == 61);
    REQUIRE(first.intervals.size() == 2);
    CHECK(first.intervals[0].join->text() == "2022-06-29T22:00:00Z");
    CHECK(first.intervals[0].leave->text() == "2022-06-29T22:01:01.5Z");
    CHECK(first.intervals[0].duration_in_seconds == 61);
    CHECK_FALSE(first.intervals[1].join);
    CHECK_FALSE(first.intervals[1].leave);
    CHECK(first.intervals[1].duration_in_seconds == 0);

    CHECK(meeting.participants[1].identity_type == "communicationsPhoneIdentity");
    CHECK(meeting.participants[1].has_findings);
    CHECK(meeting.participants[1].role.empty());
    CHECK(meeting.participants[2].identity_type.empty());
    CHECK_FALSE(meeting.participants[2].total_in_seconds);
}

TEST_CASE("the type of an unknown identity is found behind annotations, and a second one does not count")
{
    const attendance collected = attendance_in(R"({"value": [
        {"identity": {"@odata.id": "x", "@odata.type": "#microsoft.graph.communicationsPhoneIdentity"}},
        {"identity": {"@odata.type": "#contoso.identity"}},
        {"identity": {"@odata.type": "#contoso.identity", "@odata.type": "#fabrikam.identity"}}]})");
    const auto& participants = collected.meetings.at(0).participants;
    REQUIRE(participants.size() == 3);
    CHECK(participants[0].identity_type == "communicationsPhoneIdentity");
    CHECK(participants[1].identity_type == "#contoso.identity");
    CHECK(participants[2].identity_type == "#contoso.identity");
}

TEST_CASE("each report is a meeting with its times, even one without records")
{
    const attendance collected = attendance_in(R"({"@odata.context": "https://x/#attendanceReports", "value": [
        {"attendanceRecords": [{"id": "1"}], "meetingStartDateTime": "2022-06-29T22:00:00Z",
         "meetingEndDateTime": "2022-06-29T23:00:00Z", "id": "r1", "totalParticipantCount": 1},
        {"id": "r2", "totalParticipantCount": 0, "attendanceRecords": []},
        {"id": "r3", "totalParticipantCount": 4},
        {"id": "r4", "totalParticipantCount": 2, "attendanceRecords": [{"id": "1"}, {"id": "2"}]}]})");
    REQUIRE(collected.meetings.size() == 4);
    CHECK(collected.figures.meetings == 4);
    CHECK(collected.figures.participants == 3);
    for (const meeting_attendance& meeting : collected.meetings) {
        CHECK(meeting.kind == payload_kind::meetingAttendanceReport);
        CHECK(meeting.context == "https://x/#attendanceReports");
    }
    const meeting_attendance& first = collected.meetings[0];
    CHECK(first.pointer == "/value/0");
    CHECK(first.report_id == "r1");
    CHECK(first.start->text() == "2022-06-29T22:00:00Z");
    CHECK(first.end->text() == "2022-06-29T23:00:00Z");
    CHECK(first.participants.size() == 1);
    CHECK(collected.meetings[1].report_id == "r2");
    CHECK(collected.meetings[1].participants.empty());
    CHECK(collected.meetings[2].report_id == "r3");
    CHECK(collected.meetings[3].participants.size() == 2);
    CHECK_FALSE(collected.meetings[3].start);
}

TEST_CASE("a record on its own tells of no meeting")
{
    const attendance collected = attendance_in(R"({"role": "Attendee", "totalAttendanceInSeconds": 5})");
    REQUIRE(collected.meetings.size() == 1);
    CHECK(collected.meetings[0].kind == payload_kind::attendanceRecord);
    CHECK(collected.meetings[0].participants[0].pointer.empty());
    CHECK(collected.figures.meetings == 0);
    CHECK(collected.figures.participants == 1);
}

TEST_CASE("who has the same identity or address in a meeting is one participant")
{
    CHECK(figures_in(R"({"value": [{"identity": {"id": "u"}, "emailAddress": "a"}, {"identity": {"id": "u"}},
                                   {"identity": {"id": "\u0075"}}, {"emailAddress": "a"}, {"emailAddress": "a"},
                                   {"emailAddress": ""}, {"emailAddress": ""}, {"identity": {"id": null}}]})")
              .participants == 5);
    CHECK(figures_in(R"({"value": [
              {"id": "r1", "totalParticipantCount": 1, "attendanceRecords": [{"identity": {"id": "u"}}]},
              {"id": "r2", "totalParticipantCount": 1, "attendanceRecords": [{"identity": {"id": "u"}}]}]})")
              .participants == 2);
}

TEST_CASE("records are counted by sessions, role and identity, and their seconds added")
{
    const attendance_figures figures = figures_in(R"({"value": [
        {"role": "None", "identity": {"id": "1"}, "totalAttendanceInSeconds": 100,
         "attendanceIntervals": [{"durationInSeconds": 99}]},
        {"role": "Attendee", "identity": {"@odata.type": "#microsoft.graph.userIdentity"}, "attendanceIntervals":
         [{"durationInSeconds": 1}, {"durationInSeconds": -7}, {"durationInSeconds": 2}, {}, {}, {}]},
        {"role": "attendee", "identity": null, "totalAttendanceInSeconds": -5, "attendanceIntervals": []},
        {"role": null, "identity":
         {"@odata.type": "#microsoft.graph.azureCommunicationServicesUserIdentity"}}]})");
    CHECK(figures.meetings == 1);
    CHECK(figures.sessions == 7);
    CHECK(figures.attended_seconds == 103);
    CHECK(figures.records_by_sessions == decltype(figures.records_by_sessions){2, 1, 0, 0, 0, 1});
    CHECK(figures.records_by_role == decltype(figures.records_by_role){1, 1, 0, 0, 1, 1});
    CHECK(figures.records_by_identity == decltype(figures.records_by_identity){0, 1, 1, 1, 1});
}

TEST_CASE("nothing is collected twice where a payload has to be read anew")
{
    const std::string records = R"({"identity": {"id": "a"}}, {"identity": {"id": "b"}})";
    const attendance_figures cut = figures_in(R"({"value": [)" + records + ", {\"id\"");
    CHECK(cut.participants == 2);
    CHECK(cut.meetings == 1);
    const attendance lenient = attendance_in(R"({"value": [)" + records + ",]}", 10, {.lenient = true});
    CHECK(lenient.figures == cut);
    CHECK(lenient.meetings.at(0).participants.size() == 2);
}

TEST_CASE("beyond the maximum only participants with findings are listed")
{
    const attendance collected = attendance_in(
        R"({"value": [{"id": "1", "role": "None"}, {"id": "2"}, {"id": "3"}, {"id": "4", "role": "Chef"}, {"id": "5"}]})",
        2);
    const meeting_attendance& meeting = collected.meetings.at(0);
    CHECK(collected.figures.participants == 5);
    REQUIRE(meeting.participants.size() == 3);
    CHECK(meeting.participants[2].pointer == "/value/3");
    CHECK(meeting.unlisted_participants == 2);
}

TEST_CASE("the room for participants is shared by meetings in their order")
{
    attendance both;
    for (int count = 0; count < 3; ++count) {
        attendance one;
        one.meetings.push_back({.participants = {{}, {}}});
        one.meetings.back().participants.back().has_findings = count == 2;
        both.append(std::move(one));
    }
    std::size_t room = 3;
    both.limit_participants(room);
    CHECK(room == 0);
    CHECK(both.meetings[0].unlisted_participants == 0);
    CHECK(both.meetings[1].participants.size() == 1);
    CHECK(both.meetings[1].unlisted_participants == 1);
    CHECK(both.meetings[2].participants.size() == 1);
    CHECK(both.meetings[2].unlisted_participants == 1);
}

TEST_CASE("records on their own that follow each other are put together")
{
    attendance lines;
    for (const payload_kind kind : {payload_kind::attendanceRecord, payload_kind::attendanceRecord,
                                    payload_kind::meetingAttendanceReport, payload_kind::attendanceRecord}) {
        attendance line;
        line.figures.participants = 1;
        line.meetings.push_back({.kind = kind, .participants = {{}}, .unlisted_participants = 1});
        lines.append(std::move(line));
    }
    CHECK(lines.figures.participants == 4);
    REQUIRE(lines.meetings.size() == 3);
    CHECK(lines.meetings[0].participants.size() == 2);
    CHECK(lines.meetings[0].unlisted_participants == 2);
}

TEST_CASE("of a record with very many intervals some are listed and the others counted")
{
    std::string payload = R"({"role": "None", "attendanceIntervals": [)";
    for (int count = 0; count < 1'200; ++count)
        payload += count == 0 ? "{}" : ",{}";
    const attendance collected = attendance_in(payload + "]}");
    const participant_attendance& participant = collected.meetings.at(0).participants.at(0);
    CHECK(participant.intervals.size() == 1'000);
    CHECK(participant.unlisted_intervals == 200);
    CHECK(collected.figures.sessions == 1'200);
}
