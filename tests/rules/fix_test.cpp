#include "../validation/judged.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using namespace rollcall;

/// The fixes of a payload's findings with their rules, one after the other.
std::string fixes_of(std::string_view payload)
{
    std::string result;
    for (const diagnostic& finding : tests::judge(payload).diagnostics)
        result += (result.empty() ? "" : "; ") + finding.rule + " " + finding.fix;
    return result;
}

std::string fix_of_interval(std::string_view members)
{
    return fixes_of(R"({"attendanceIntervals": [{)" + std::string{members} + "}]}");
}

} // namespace

TEST_CASE("sums, durations and counts are known")
{
    CHECK(fixes_of(R"({"totalAttendanceInSeconds": 5, "attendanceIntervals": [{"durationInSeconds": 7}]})") ==
          "total-is-sum 7");
    CHECK(
        fix_of_interval(
            R"("joinDateTime": "2022-06-29T22:00:00.5Z", "leaveDateTime": "2022-06-29T22:00:02Z", "durationInSeconds": 9)") ==
        "duration-is-difference 1");
    CHECK(
        fix_of_interval(
            R"("joinDateTime": "2022-06-29T22:00:00.5Z", "leaveDateTime": "2022-06-29T22:00:02Z", "durationInSeconds": 2)") ==
        "duration-is-cut 1");
    CHECK(fix_of_interval(R"("joinDateTime": null, "leaveDateTime": null, "durationInSeconds": 9)") ==
          "missing-endpoint-has-zero-duration 0");
    CHECK(fixes_of(R"({"@odata.count": 3, "value": [{"role": null}]})") == "count-covers-page 1");
    CHECK(fixes_of(R"({"totalParticipantCount": 3, "attendanceRecords": [{"role": null}]})") == "participant-count 1");
}

TEST_CASE("a sum that its type does not hold is no fix")
{
    CHECK(
        fixes_of(
            R"({"totalAttendanceInSeconds": 5, "attendanceIntervals": [{"durationInSeconds": 2147483647}, {"durationInSeconds": 1}]})") ==
        "total-is-sum ");
    CHECK(
        fix_of_interval(
            R"("joinDateTime": "0001-01-01T00:00:00Z", "leaveDateTime": "9999-01-01T00:00:00Z", "durationInSeconds": 9)") ==
        "duration-is-difference ");
}

TEST_CASE("where several values would be right there is no fix")
{
    CHECK(fixes_of(R"({"@odata.count": 1, "@odata.nextLink": "x", "value": [{"role": null}, {"role": null}]})") ==
          "count-covers-page ");
    CHECK(fixes_of(R"({"@odata.count": 5, "value": [{"id": "1"}, {"id": "1"}]})") ==
          "count-covers-page ; record-id-unique ");
    CHECK(
        fix_of_interval(
            R"("joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": "2022-06-29T21:00:00Z", "durationInSeconds": 9)") ==
        "leave-before-join ");
    CHECK(fixes_of(R"({"registrantId": "1", "attendanceIntervals": [{"joinDateTime": "2025-01-01T00:00:00Z"}]})") ==
          "registrant-id-retired ");
}

TEST_CASE("a misspelt role, enumeration member, type or property is put right when one is near")
{
    CHECK(fixes_of(R"({"role": "presenter"})") == "unknown-role \"Presenter\"");
    CHECK(fixes_of(R"({"role": "Organiser"})") == "unknown-role \"Organizer\"");
    CHECK(fixes_of(R"({"role": "Host"})") == "unknown-role ");
    CHECK(fixes_of(R"({"role": ""})") == "unknown-role ");
    CHECK(fixes_of(R"({"role": null, "engagements": [{"engagementType": "camara"}]})") ==
          "unknown-enum-value \"camera\"");
    CHECK(fixes_of(R"({"role": null, "engagements": [{"engagementType": "foot"}]})") == "unknown-enum-value ");
    CHECK(fixes_of(R"({"identity": {"@odata.type": "#microsoft.graph.communicationUserIdentity"}, "role": null})") ==
          "unknown-identity-type \"#microsoft.graph.communicationsUserIdentity\"");
    CHECK(fixes_of(R"({"identity": {"@odata.type": "#microsoft.graph.communicationsPhoneIdentity"}, "role": null})") ==
          "unknown-identity-type ");
    CHECK(fixes_of(R"({"role": null, "emailAdress": "x"})") == "unknown-property \"emailAddress\"");
    CHECK(fixes_of(R"({"role": null, "colour": "x"})") == "unknown-property ");
}

TEST_CASE("a name is not the fix of another one where it is there already")
{
    CHECK(fixes_of(R"({"role": null, "emailAddress": "x", "emailAdress": "x"})") == "unknown-property ");
}

TEST_CASE("a date-time that is written in another way is rewritten")
{
    const auto fix = [](std::string_view text) {
        return fix_of_interval(R"("joinDateTime": ")" + std::string{text} + "\"");
    };
    for (const char* const text :
         {"2022-06-29 22:54:43.5Z", "2022-06-29t22:54:43.5z", "2022-06-29T22:54:43,5Z", " 2022-06-29 22:54:43.5 Z "})
        CHECK_MESSAGE(fix(text) == "date-time-format \"2022-06-29T22:54:43.5Z\"", text);
    CHECK(fix("2022-06-29T22:54:43+0200") == "date-time-format \"2022-06-29T22:54:43+02:00\"");
    CHECK(fix("2022-06-29T22:54:43-02") == "date-time-format \"2022-06-29T22:54:43-02:00\"");
    CHECK(fix("2022-06-29T22:54:43.1234567890123456Z") == "date-time-format \"2022-06-29T22:54:43.123456789012Z\"");
    CHECK(fix("2022-06-29T22:54:43.Z") == "date-time-format \"2022-06-29T22:54:43Z\"");
}

TEST_CASE("nothing is made up for a date-time that lacks something or is of no calendar")
{
    for (const char* const text : {"2022-06-29T22:54:43", "2022-06-29", "2022-06-29T22:54Z", "2022-02-30T22:54:43Z", "",
                                   "yesterday", "6/29/2022 10:54:43 PM", "2022-06-29T24:00:00Z"})
        CHECK_MESSAGE(fix_of_interval(R"("joinDateTime": ")" + std::string{text} + "\"") == "date-time-format ", text);
}

TEST_CASE("a number in quotation marks, a string without them and a null collection are put right")
{
    CHECK(fixes_of(R"({"totalAttendanceInSeconds": "322"})") == "type 322");
    CHECK(fixes_of(R"({"totalAttendanceInSeconds": 322.00})") == "type 322");
    CHECK(fixes_of(R"({"totalAttendanceInSeconds": 322.5})") == "type ");
    CHECK(fixes_of(R"({"totalAttendanceInSeconds": "many"})") == "type ");
    CHECK(fixes_of(R"({"totalAttendanceInSeconds": "99999999999"})") == "type ");
    CHECK(fixes_of(R"({"emailAddress": 12})") == "type \"12\"");
    CHECK(fixes_of(R"({"emailAddress": true})") == "type ");
    CHECK(fixes_of(R"({"emailAddress": []})") == "type ");
    CHECK(fixes_of(R"({"role": null, "attendanceIntervals": null})") == "null-not-allowed []");
    CHECK(fixes_of(R"({"role": null, "id": null})") == "null-not-allowed ");
}
