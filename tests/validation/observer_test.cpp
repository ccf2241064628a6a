#include "judged.hpp"

#include <rollcall/judging_observer.hpp>

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace rollcall;

/// Writes down what it sees.
struct witness {
    std::vector<std::string> seen{};

    void operator()(const observed_record& record)
    {
        std::string line = record.pointer + ": " + std::string{record.value.id.value_or("nobody")};
        for (const diagnostic& finding : record.findings)
            line += " " + finding.rule + " " + finding.pointer;
        seen.push_back(line);
    }
    void operator()(const observed_report& report)
    {
        seen.push_back("report " + report.pointer + ": " + std::string{report.value.id.value_or("none")} + ", " +
                       std::to_string(report.context.item_count()) + " records, " +
                       std::to_string(report.findings.size()) + " findings");
    }
};

std::vector<std::string> seen_in(std::string_view payload, const validation_options& options = {})
{
    witness observer;
    const report watched = tests::judge(capture::payload{.bytes = payload}, options, observer);
    const report judged = tests::judge(payload, options);
    CHECK(watched.diagnostics == judged.diagnostics);
    CHECK(watched.records == judged.records);
    return observer.seen;
}

using lines = std::vector<std::string>;

} // namespace

TEST_CASE("an observer sees every record in order, and what was found in it")
{
    CHECK(seen_in(R"({"value": [{"id": "a", "role": "None"}, {"id": "b", "role": "Chef"}, {"id": "c", "role": 7}]})") ==
          lines{"/value/0: a", "/value/1: b unknown-role /value/1/role", "/value/2: c type /value/2/role"});
    CHECK(seen_in(R"({"id": "a", "role": "None", "totalAttendanceInSeconds": null})") == lines{": a"});
    CHECK(seen_in(R"({"value": []})").empty());
    CHECK(seen_in(R"({"error": {"code": "x", "message": "y"}})").empty());
    CHECK(seen_in("no JSON").empty());
}

TEST_CASE("an observer sees a report behind its records")
{
    CHECK(seen_in(R"({"value": [{"id": "r", "totalParticipantCount": 1, "attendanceRecords": [{"id": "a"}]},
                                {"id": "s", "totalParticipantCount": 1, "attendanceRecords": [{"id": "b", "role": "x"},
                                                                                             {"id": "c"}]}]})") ==
          lines{"/value/0/attendanceRecords/0: a", "report /value/0: r, 1 records, 0 findings",
                "/value/1/attendanceRecords/0: b unknown-role /value/1/attendanceRecords/0/role",
                "/value/1/attendanceRecords/1: c", "report /value/1: s, 2 records, 2 findings"});
    CHECK(seen_in(R"({"id": "r", "meetingStartDateTime": null, "attendanceRecords": [{"id": "a"}]})") ==
          lines{"/attendanceRecords/0: a", "report : r, 1 records, 0 findings"});
}

TEST_CASE("an observer learns where each record and report begins")
{
    constexpr std::string_view payload = R"( {"value": [{"id": "r", "totalParticipantCount": 2, "attendanceRecords":
        [{"id": "a"}, {"id": "b", "role": 7}]}, {"id": "s", "totalParticipantCount": 0}]})";
    std::string begins;
    const auto note = [&](const auto& seen) { begins += std::string{payload.substr(seen.offset, 10)} + " "; };
    (void)tests::judge(capture::payload{.bytes = payload}, {}, note);
    CHECK(begins == R"({"id": "a" {"id": "b" {"id": "r" {"id": "s" )");
    const auto note_of_one = [](std::string_view text) {
        std::size_t offset = 0;
        (void)tests::judge(capture::payload{.bytes = text}, {}, [&](const auto& seen) { offset = seen.offset; });
        return offset;
    };
    CHECK(note_of_one(R"(  {"role": "None"})") == 2);
}

TEST_CASE("an observer sees nothing twice where a payload has to be read anew")
{
    CHECK(seen_in(R"({"value": [{"id": "a", "role": null}, {"id": "b",}, {"id": "c"}]})", {.lenient = true}) ==
          lines{"/value/0: a", "/value/1: b", "/value/2: c"});
    CHECK(seen_in(R"({"value": [{"id": "a", "role": null}, {"id": "b"}, {"id": "c")") ==
          lines{"/value/0: a", "/value/1: b"});
    CHECK(seen_in(R"({"value": [{"id": "r", "totalParticipantCount": 1, "attendanceRecords": [{"id": "a"}]},
                                {"id": 7, "attendanceRecords": [{"id": "b"}], "totalParticipantCount": 1}]})") ==
          lines{"/value/0/attendanceRecords/0: a", "report /value/0: r, 1 records, 0 findings",
                "/value/1/attendanceRecords/0: b", "report /value/1: none, 1 records, 1 findings"});
}

TEST_CASE("an observer learns the meeting of a record, even where that stands behind the records")
{
    const auto meeting_in = [](const capture::payload& payload) {
        std::string meeting;
        (void)tests::judge(payload, {}, [&](const observed_record& seen) {
            const auto text_of = [](const auto& time) { return time ? time->text() : std::string{"-"}; };
            meeting = seen.context.report_id().value_or("-") + ' ' + text_of(seen.context.meeting().start) + ' ' +
                      text_of(seen.context.meeting().end) + ' ' + seen.context.odata_context().value_or("-") + ' ' +
                      seen.context.request_url();
        });
        return meeting;
    };
    CHECK(meeting_in({.bytes = R"({"@odata.context": "https://x/$metadata#attendanceReports/$entity", "id": "r",
                                   "meetingStartDateTime": "2022-06-29T22:00:00Z", "attendanceRecords": [{}]})"}) ==
          "r 2022-06-29T22:00:00Z - https://x/$metadata#attendanceReports/$entity ");
    CHECK(meeting_in({.bytes = R"({"attendanceRecords": [{}], "meetingEndDateTime": "2022-06-29T23:00:00Z",
                                   "totalParticipantCount": 1, "id": "\u0072"})"}) == "r - 2022-06-29T23:00:00Z - ");
    CHECK(meeting_in({.bytes = R"({"value": [{"role": "None"}]})", .request_url = "/me/onlineMeetings"}) ==
          "- - - - /me/onlineMeetings");
}

TEST_CASE("an observer of records alone is not bothered with reports, nor the other way round")
{
    const capture::payload payload{.bytes = R"({"value": [{"id": "r", "meetingStartDateTime": null,
                                                           "attendanceRecords": [{"id": "a"}, {"id": "b"}]}]})"};
    int records = 0;
    int reports = 0;
    const auto count_records = [&](const observed_record&) { ++records; };
    (void)tests::judge(payload, {}, count_records);
    (void)tests::judge(payload, {}, [&](const observed_report&) { ++reports; });
    CHECK(records == 2);
    CHECK(reports == 1);
    int all = 0;
    (void)tests::judge(payload, {}, [&](const auto&) { ++all; });
    CHECK(all == 3);
}

TEST_CASE("what an observer throws ends the judging")
{
    const capture::payload payload{.bytes = R"({"value": [{"id": "a", "role": "None"}, {"id": "b"}]})"};
    CHECK_THROWS_AS((void)tests::judge(payload, {}, [](const observed_record&) { throw std::runtime_error{"enough"}; }),
                    std::runtime_error);
}
