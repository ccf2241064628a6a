#include "../validation/judged.hpp"

#include <rollcall/detail/duration_text.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>

namespace {

using namespace rollcall;

/// The messages of a payload's findings, one per line.
std::string messages_of(std::string_view payload)
{
    std::string result;
    for (const diagnostic& finding : tests::judge(payload).diagnostics)
        result += (result.empty() ? "" : "\n") + finding.message;
    return result;
}

/// A collection with one record of Lisa Adkins.
std::string of_lisa(std::string_view members)
{
    return R"({"value": [{"id": "r1", "identity": {"id": "u1", "displayName": "Lisa Adkins"}, )" +
           std::string{members} + "}]}";
}

std::string intervals(std::string_view items)
{
    return of_lisa("\"attendanceIntervals\": [" + std::string{items} + "]");
}

} // namespace

TEST_CASE("a message says whose record it is by what there is of name and ids")
{
    const auto role_message = [](std::string_view members) {
        return messages_of(R"({"value": [{"role": "Host")" + std::string{members} + "}]}");
    };
    CHECK(role_message("") == "the role is not a documented one");
    CHECK(role_message(R"(, "id": "r1")") == "the role of the participant with id r1 is not a documented one");
    CHECK(role_message(R"(, "emailAddress": "l@x.org")") == "the role of l@x.org is not a documented one");
    CHECK(role_message(R"(, "emailAddress": "l@x.org", "id": "r1")") ==
          "the role of l@x.org (id r1) is not a documented one");
    CHECK(role_message(R"(, "id": "r1", "identity": {"id": "u1"})") ==
          "the role of the participant with id u1 is not a documented one");
    CHECK(role_message(R"(, "id": "r1", "emailAddress": "l@x.org", "identity": {"displayName": "Lisa"})") ==
          "the role of Lisa (id r1) is not a documented one");
    CHECK(role_message(R"(, "identity": {"displayName": "", "id": null})") == "the role is not a documented one");
}

TEST_CASE("a name in a message is cut where it is long and its control characters are shown")
{
    const std::string message =
        messages_of(R"({"role": "Host", "identity": {"displayName": "a\nb)" + std::string(500, 'c') + "\"}}");
    CHECK(message.find("of a\\u000ab") != std::string::npos);
    CHECK(message.size() < 200);
}

TEST_CASE("a wrong sum says by how much")
{
    CHECK(messages_of(
              of_lisa(R"("totalAttendanceInSeconds": 1152, "attendanceIntervals": [{"durationInSeconds": 725}])")) ==
          "totalAttendanceInSeconds of Lisa Adkins (id u1) is 427 s (7 min 7 s) more than the sum of its intervals' "
          "durations");
    CHECK(messages_of(
              of_lisa(R"("totalAttendanceInSeconds": 724, "attendanceIntervals": [{"durationInSeconds": 725}])")) ==
          "totalAttendanceInSeconds of Lisa Adkins (id u1) is 1 s less than the sum of its intervals' durations");
}

TEST_CASE("a message on an interval names it by its number and times and says by how much it is off")
{
    const std::string first =
        "interval 1 (2022-06-29T22:54:43.656Z to 2022-06-29T22:59:18.518Z) of Lisa Adkins (id u1)";
    const auto with_duration = [](int seconds) {
        return messages_of(intervals(
            R"({"joinDateTime": "2022-06-29T22:54:43.656Z", "leaveDateTime": "2022-06-29T22:59:18.518Z", "durationInSeconds": )" +
            std::to_string(seconds) + "}"));
    };
    CHECK(with_duration(274).empty());
    CHECK(with_duration(247) ==
          "durationInSeconds of " + first + " is 27 s less than leaveDateTime minus joinDateTime");
    CHECK(with_duration(575) ==
          "durationInSeconds of " + first + " is 301 s (5 min 1 s) more than leaveDateTime minus joinDateTime");
    CHECK(with_duration(275) == "durationInSeconds of " + first +
                                    " is rounded up from 274.862 s (4 min 34 s); the service cuts to whole seconds");
    CHECK(messages_of(intervals(
              R"({"joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": null, "durationInSeconds": 60})")) ==
          "interval 1 (2022-06-29T22:00:00Z to null) of Lisa Adkins (id u1) has a duration of 60 s although "
          "leaveDateTime is null");
    CHECK(messages_of(intervals(R"({"durationInSeconds": -5})")) ==
          "durationInSeconds of interval 1 of Lisa Adkins (id u1) is negative, 5 s below 0");
    CHECK(messages_of(
              intervals(R"({"joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": "2022-06-29T21:59:59.5Z"})")) ==
          "interval 1 (2022-06-29T22:00:00Z to 2022-06-29T21:59:59.5Z) of Lisa Adkins (id u1) ends 0.5 s before it "
          "begins");
}

TEST_CASE("a message on two intervals names both")
{
    CHECK(messages_of(
              intervals(R"({"joinDateTime": "2022-06-29T22:10:00Z"}, {"joinDateTime": "2022-06-29T22:05:00Z"})")) ==
          "interval 2 (2022-06-29T22:05:00Z to a time not given) of Lisa Adkins (id u1) begins 300 s (5 min) before "
          "interval 1 (2022-06-29T22:10:00Z to a time not given) in front of it");
    CHECK(
        messages_of(intervals(
            R"({"joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": "2022-06-29T22:10:00Z"}, {"joinDateTime": "2022-06-29T22:09:00Z", "leaveDateTime": "2022-06-29T22:11:00Z"})")) ==
        "interval 2 (2022-06-29T22:09:00Z to 2022-06-29T22:11:00Z) of Lisa Adkins (id u1) begins 60 s before interval "
        "1 (2022-06-29T22:00:00Z to 2022-06-29T22:10:00Z) ends");
}

TEST_CASE("a message on a meeting says how far outside of it an interval is")
{
    const auto stay = [](std::string_view join, std::string_view leave) {
        return messages_of(
            R"({"meetingStartDateTime": "2022-06-29T22:00:00Z", "meetingEndDateTime": "2022-06-29T23:00:00Z", "attendanceRecords": [{"attendanceIntervals": [{"joinDateTime": ")" +
            std::string{join} + R"(", "leaveDateTime": ")" + std::string{leave} + "\"}]}]}");
    };
    CHECK(stay("2022-06-29T21:00:00Z", "2022-06-29T22:10:00Z") ==
          "interval 1 (2022-06-29T21:00:00Z to 2022-06-29T22:10:00Z) begins 3600 s (1 h) before the meeting begins");
    CHECK(stay("2022-06-29T22:00:00Z", "2022-06-29T23:00:00.002Z") ==
          "interval 1 (2022-06-29T22:00:00Z to 2022-06-29T23:00:00.002Z) ends 0.002 s after the meeting ends");
    CHECK(
        stay("2022-07-01T22:00:00Z", "2022-07-01T22:00:01Z") ==
        "interval 1 (2022-07-01T22:00:00Z to 2022-07-01T22:00:01Z) begins 169200 s (1 d 23 h) after the meeting ends");
    CHECK(
        messages_of(
            R"({"totalParticipantCount": 0, "meetingStartDateTime": "2022-06-29T22:00:00Z", "meetingEndDateTime": "2022-06-29T21:00:00Z"})") ==
        "the meeting ends 3600 s (1 h) before it begins");
}

TEST_CASE("a message on a count says by how many it is off")
{
    CHECK(messages_of(R"({"@odata.count": 3, "value": [{"role": null}]})") ==
          "@odata.count is 2 more than the number of entities in the only page");
    CHECK(messages_of(R"({"@odata.count": 0, "@odata.nextLink": "x", "value": [{"role": null}]})") ==
          "@odata.count is 1 less than the number of entities in the page");
    CHECK(messages_of(R"({"totalParticipantCount": 0, "attendanceRecords": [{"role": null}]})") ==
          "totalParticipantCount is 1 less than the number of records that follow");
}

TEST_CASE("a message on an id that is there twice says which records have it")
{
    CHECK(messages_of(R"({"value": [{"id": "1"}, {"id": "2"}, {"id": "1", "emailAddress": "l@x.org"}]})") ==
          "record 3 of l@x.org (id 1) has the id of record 1");
}

TEST_CASE("what the schema says against a value in a record names the participant, too")
{
    CHECK(messages_of(of_lisa(R"("totalAttendanceInSeconds": "5")")) ==
          "totalAttendanceInSeconds must be a whole number without fraction and exponent, in the record of Lisa Adkins "
          "(id u1)");
    CHECK(messages_of(R"({"totalAttendanceInSeconds": 2147483650, "id": "r1"})") ==
          "totalAttendanceInSeconds is 3 more than the largest Edm.Int32, in the record of the participant with id r1");
    CHECK(messages_of(R"({"totalAttendanceInSeconds": -9223372036854775808})") ==
          "totalAttendanceInSeconds is 9223372034707292160 less than the smallest Edm.Int32");
    CHECK(messages_of(R"({"totalAttendanceInSeconds": 123456789012345678901234567890})") ==
          "totalAttendanceInSeconds is more than the largest Edm.Int32");
    // Another record than the one with the defect is not named.
    CHECK(messages_of(R"({"value": [{"role": 7}, {"id": "r2"}]})") == "role must be a string");
}

TEST_CASE("lengths of time are told in seconds and, where these are many, in larger units")
{
    using namespace std::chrono_literals;
    CHECK(detail::duration_text(0s) == "0 s");
    CHECK(detail::duration_text(-119s) == "119 s");
    CHECK(detail::duration_text(120s) == "120 s (2 min)");
    CHECK(detail::duration_text(3601s) == "3601 s (1 h)");
    CHECK(detail::duration_text(90061s) == "90061 s (1 d 1 h)");
    CHECK(detail::duration_text(date_time::ticks{1}) == "0.0000001 s");
    CHECK(detail::duration_text(date_time::ticks{-1'500'000'000}) == "150 s (2 min 30 s)");
}
