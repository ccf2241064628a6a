#include "../validation/judged.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <string>

namespace {

using namespace rollcall;
using tests::at;
using tests::findings_in;
using tests::interval;
using tests::record_of;

constexpr std::int32_t highest = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::min();
constexpr const char* wrong_total = "total-is-sum /totalAttendanceInSeconds";

/// A record whose intervals have durations only.
model::attendanceRecord record_with(std::initializer_list<property<std::int32_t>> durations,
                                    property<std::int32_t> total)
{
    model::attendanceRecord result = record_of({}, total);
    for (const auto& duration : durations)
        result.attendanceIntervals->push_back(interval({}, {}, duration));
    return result;
}

std::string judged(const char* record)
{
    return tests::findings(tests::judge(std::string_view{record}));
}

} // namespace

TEST_CASE("the total of no interval is 0")
{
    CHECK(findings_in(record_with({}, 0)).empty());
    CHECK(findings_in(record_with({}, 1)) == wrong_total);
    CHECK(findings_in(record_with({}, -1)) == wrong_total);
}

TEST_CASE("the total is the sum to the second")
{
    CHECK(findings_in(record_with({415, 427, 310}, 1152)).empty());
    CHECK(findings_in(record_with({415, 427, 310}, 1151)) == wrong_total);
    CHECK(findings_in(record_with({415, 427, 310}, 1153)) == wrong_total);
}

TEST_CASE("the sum does not wrap around at 32 bits")
{
    CHECK(findings_in(record_with({highest, 0}, highest)).empty());
    CHECK(findings_in(record_with({highest, 1}, lowest)) == wrong_total);
    CHECK(findings_in(record_with({highest, highest}, -2)) == wrong_total);
    CHECK(findings_in(record_with({highest, highest, 2}, 0)) == wrong_total);
}

TEST_CASE("the finding says what the sum is, in 64 bits")
{
    const report found = tests::judge(record_with({highest, highest}, 5));
    REQUIRE(tests::findings(found) == wrong_total);
    CHECK(found.diagnostics.front().expected == "4294967294");
    CHECK(found.diagnostics.front().found == "5");
}

TEST_CASE("a total without all of its durations is not judged")
{
    CHECK(findings_in(record_with({415, {}}, 1)).empty());
    CHECK(findings_in(record_with({415, null}, 1)).empty());
    CHECK(findings_in(record_with({415}, null)).empty());
    CHECK(findings_in(record_with({415}, {})).empty());
    model::attendanceRecord record;
    record.totalAttendanceInSeconds = 5;
    CHECK(findings_in(record).empty());
}

TEST_CASE("a total is not judged when a part of it is reported already")
{
    CHECK(judged(R"({"totalAttendanceInSeconds": 5, "attendanceIntervals": null})") ==
          "null-not-allowed /attendanceIntervals");
    CHECK(judged(R"({"totalAttendanceInSeconds": 5, "attendanceIntervals": {}})") == "type /attendanceIntervals");
    CHECK(judged(R"({"totalAttendanceInSeconds": 5, "attendanceIntervals": [null]})") ==
          "null-not-allowed /attendanceIntervals/0");
    CHECK(judged(R"({"totalAttendanceInSeconds": 5, "attendanceIntervals": ["x"]})") == "type /attendanceIntervals/0");
    CHECK(judged(R"({"totalAttendanceInSeconds": 5, "attendanceIntervals": [{"durationInSeconds": 5.0}]})") ==
          "type /attendanceIntervals/0/durationInSeconds");
    CHECK(judged(R"({"totalAttendanceInSeconds": 5, "attendanceIntervals": [{"durationInSeconds": 2147483648}]})") ==
          "int32-range /attendanceIntervals/0/durationInSeconds");
    CHECK(judged(R"({"totalAttendanceInSeconds": 5.5, "attendanceIntervals": []})") ==
          "type /totalAttendanceInSeconds");
    CHECK(judged(R"({"totalAttendanceInSeconds": 5, "attendanceIntervals": [], "totalAttendanceInSeconds": 6})") ==
          "duplicate-property /totalAttendanceInSeconds");
    CHECK(judged(R"({"totalAttendanceInSeconds": 5, "attendanceIntervals": [], "attendanceIntervals": []})") ==
          "duplicate-property /attendanceIntervals");
}

TEST_CASE("a wrong duration is one finding, whether the total goes with it or with the times")
{
    const auto record = [](std::int32_t total) {
        return record_of({interval(at("22:00:00"), at("22:10:00"), 900), interval(at("22:20:00"), at("22:21:00"), 60)},
                         total);
    };
    const std::string wrong_duration = "duration-is-difference /attendanceIntervals/0/durationInSeconds";
    CHECK(findings_in(record(960)) == wrong_duration);
    CHECK(findings_in(record(660)) == wrong_duration);
    CHECK(findings_in(record(661)) == wrong_total + ("; " + wrong_duration));
}

TEST_CASE("of several wrong durations the total may go with any")
{
    const auto record = [](std::int32_t total) {
        return record_of({interval(at("22:00:00"), at("22:10:00"), 601), interval(at("22:20:00"), at("22:30:00"), 610),
                          interval(at("22:40:00"), null, 700)},
                         total);
    };
    for (const std::int32_t total :
         {600 + 600, 601 + 600, 600 + 610, 601 + 610, 600 + 600 + 700, 601 + 610 + 700, 600 + 610 + 700})
        CHECK_MESSAGE(tests::judge(record(total)).diagnostics.size() == 3, total);
    CHECK(tests::judge(record(1202)).diagnostics.size() == 4);
}

TEST_CASE("many wrong durations do not make the total expensive")
{
    model::attendanceRecord record = record_of({}, 7);
    for (std::int32_t index = 0; index < 2000; ++index)
        record.attendanceIntervals->push_back(interval(null, null, 1 + index * index));
    CHECK(tests::judge(record).diagnostics.size() >= 2000);
}
