#include "../validation/judged.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace {

using namespace rollcall;
using tests::at;
using tests::findings_in;
using tests::interval;
using tests::record_of;

/// The rule that an interval alone in its record breaks; empty when it breaks none.
std::string rule_broken_by(property<date_time> join, property<date_time> leave, property<std::int32_t> duration)
{
    const report found = tests::judge(record_of({interval(join, leave, duration)}));
    REQUIRE_MESSAGE(found.diagnostics.size() <= 1, tests::findings(found));
    return found.diagnostics.empty() ? std::string{} : found.diagnostics.front().rule;
}

std::string judged(std::string_view interval)
{
    return tests::findings(tests::judge(R"({"attendanceIntervals": [)" + std::string{interval} + "]}"));
}

constexpr std::int32_t highest = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::min();

} // namespace

TEST_CASE("a duration is cut to whole seconds")
{
    CHECK(rule_broken_by(at("22:00:00"), at("22:04:34.862"), 274) == "");
    CHECK(rule_broken_by(at("22:00:00"), at("22:04:34.862"), 275) == "duration-is-cut");
    CHECK(rule_broken_by(at("22:00:00"), at("22:04:34.862"), 273) == "duration-is-difference");
    CHECK(rule_broken_by(at("22:00:00"), at("22:04:34.862"), 276) == "duration-is-difference");
    CHECK(rule_broken_by(at("22:00:00.9"), at("22:00:02.1"), 1) == "");
    CHECK(rule_broken_by(at("22:00:00.9"), at("22:00:02.1"), 2) == "duration-is-cut");
}

TEST_CASE("where there is no fraction nothing can be rounded")
{
    CHECK(rule_broken_by(at("22:00:00.5"), at("22:00:10.5"), 10) == "");
    CHECK(rule_broken_by(at("22:00:00.5"), at("22:00:10.5"), 11) == "duration-is-difference");
    CHECK(rule_broken_by(at("22:00:00.5"), at("22:00:10.5"), 9) == "duration-is-difference");
}

TEST_CASE("a tick decides")
{
    CHECK(rule_broken_by(at("22:00:00"), at("22:00:09.9999999"), 9) == "");
    CHECK(rule_broken_by(at("22:00:00"), at("22:00:10.0000001"), 10) == "");
    CHECK(rule_broken_by(at("22:00:00"), at("22:00:10.0000001"), 11) == "duration-is-cut");
    CHECK(rule_broken_by(at("22:00:00.0000001"), at("22:00:10"), 9) == "");
    CHECK(rule_broken_by(at("22:00:00.0000001"), at("22:00:10"), 10) == "duration-is-cut");
}

TEST_CASE("what is finer than a tick decides as well")
{
    CHECK(rule_broken_by(at("22:00:00.000000000001"), at("22:00:10"), 9) == "");
    CHECK(rule_broken_by(at("22:00:00.000000000001"), at("22:00:10"), 10) == "duration-is-cut");
    CHECK(rule_broken_by(at("22:00:00.000000000001"), at("22:00:10.000000000001"), 10) == "");
    CHECK(rule_broken_by(at("22:00:00.000000000002"), at("22:00:00.000000000001"), 0) == "leave-before-join");
}

TEST_CASE("durations of any length are compared whole")
{
    CHECK(rule_broken_by(at("1970-01-01T00:00:00"), at("2038-01-19T03:14:07"), highest) == "");
    CHECK(rule_broken_by(at("1970-01-01T00:00:00"), at("2038-01-19T03:14:08"), highest) == "duration-is-difference");
    CHECK(rule_broken_by(at("1970-01-01T00:00:00"), at("2038-01-19T03:14:08"), lowest) == "duration-is-difference");
    CHECK(rule_broken_by(at("1970-01-01T00:00:00"), at("2106-02-07T06:28:16"), 0) == "duration-is-difference");
    CHECK(rule_broken_by(at("0001-01-01T00:00:00"), at("9999-12-31T23:59:59.9999999"), highest) ==
          "duration-is-difference");
    CHECK(rule_broken_by(at("9999-12-31T23:59:59.9999999"), at("0001-01-01T00:00:00"), highest) == "leave-before-join");
}

TEST_CASE("offsets are part of the times")
{
    CHECK(rule_broken_by(at("2022-06-30T00:00:00+02:00"), at("22:01:00"), 60) == "");
    CHECK(rule_broken_by(at("2022-06-30T00:00:00+02:00"), at("2022-06-30T00:01:00+01:00"), 60) ==
          "duration-is-difference");
}

TEST_CASE("a duration needs both times to be judged by them")
{
    CHECK(rule_broken_by({}, at("22:00:00"), 5) == "");
    CHECK(rule_broken_by(at("22:00:00"), {}, 5) == "");
    CHECK(rule_broken_by({}, {}, 5) == "");
    CHECK(rule_broken_by(at("22:00:00"), at("22:01:00"), null) == "");
    CHECK(rule_broken_by(at("22:00:00"), at("22:01:00"), {}) == "");
}

TEST_CASE("leaving before joining is one finding, whatever the duration says")
{
    for (const property<std::int32_t> duration :
         {property<std::int32_t>{60}, property<std::int32_t>{-60}, property<std::int32_t>{0},
          property<std::int32_t>{highest}, property<std::int32_t>{null}, property<std::int32_t>{}})
        CHECK(rule_broken_by(at("22:01:00"), at("22:00:00"), duration) == "leave-before-join");
    CHECK(rule_broken_by(at("22:01:00"), at("22:01:00"), 0) == "");
    CHECK(rule_broken_by(at("22:01:00.0000001"), at("22:01:00"), 0) == "leave-before-join");
}

TEST_CASE("a time that is null means a duration of 0")
{
    CHECK(rule_broken_by(null, at("22:00:00"), 0) == "");
    CHECK(rule_broken_by(null, null, 0) == "");
    CHECK(rule_broken_by(null, {}, 0) == "");
    CHECK(rule_broken_by(null, at("22:00:00"), 1) == "missing-endpoint-has-zero-duration");
    CHECK(rule_broken_by(at("22:00:00"), null, -1) == "missing-endpoint-has-zero-duration");
    CHECK(rule_broken_by({}, null, 1) == "missing-endpoint-has-zero-duration");
    CHECK(rule_broken_by(null, null, null) == "");
    CHECK(rule_broken_by(null, null, {}) == "");
}

TEST_CASE("a negative duration is reported where no rule on the times does so")
{
    CHECK(rule_broken_by({}, {}, -1) == "duration-not-negative");
    CHECK(rule_broken_by(at("22:00:00"), {}, lowest) == "duration-not-negative");
    CHECK(rule_broken_by(at("22:00:00"), at("22:00:01"), -1) == "duration-is-difference");
    CHECK(rule_broken_by(at("22:00:00"), at("22:00:00"), -1) == "duration-is-difference");
    CHECK(rule_broken_by(at("22:00:00"), at("21:59:59"), -1) == "leave-before-join");
}

TEST_CASE("a negative total is reported where the sum does not do so")
{
    const std::string wrong = "duration-not-negative /totalAttendanceInSeconds";
    model::attendanceRecord record;
    record.totalAttendanceInSeconds = -1;
    CHECK(findings_in(record) == wrong);
    CHECK(findings_in(record_of({interval({}, {}, {})}, -1)) == wrong);
    CHECK(findings_in(record_of({interval({}, {}, null), interval({}, {}, 5)}, -1)) == wrong);
    CHECK(findings_in(record_of({}, -1)) == "total-is-sum /totalAttendanceInSeconds");
    CHECK(findings_in(record_of({interval({}, {}, 5)}, -5)) == "total-is-sum /totalAttendanceInSeconds");
}

TEST_CASE("a negative total that follows from negative durations is not reported beside them")
{
    CHECK(findings_in(record_of({interval({}, {}, -5), interval({}, {}, 2)}, -3)) ==
          "duration-not-negative /attendanceIntervals/0/durationInSeconds");
    CHECK(findings_in(record_of({interval(at("22:00:00"), at("22:00:01"), -5)}, -5)) ==
          "duration-is-difference /attendanceIntervals/0/durationInSeconds");
    CHECK(findings_in(record_of({interval(at("22:00:00"), null, -5)}, -5)) ==
          "missing-endpoint-has-zero-duration /attendanceIntervals/0/durationInSeconds");
}

TEST_CASE("rules on durations are silent about what the schema reports")
{
    CHECK(judged(R"({"joinDateTime": "x", "leaveDateTime": "2022-06-29T22:00:00Z", "durationInSeconds": 5})") ==
          "date-time-format /attendanceIntervals/0/joinDateTime");
    CHECK(judged(R"({"joinDateTime": 5, "leaveDateTime": "2022-06-29T22:00:00Z", "durationInSeconds": 5})") ==
          "type /attendanceIntervals/0/joinDateTime");
    CHECK(judged(R"({"joinDateTime": null, "leaveDateTime": null, "durationInSeconds": "5"})") ==
          "type /attendanceIntervals/0/durationInSeconds");
    CHECK(judged(R"({"durationInSeconds": -2147483649})") == "int32-range /attendanceIntervals/0/durationInSeconds");
    CHECK(judged(R"({"joinDateTime": null, "leaveDateTime": null, "durationInSeconds": 0, "durationInSeconds": 5})") ==
          "duplicate-property /attendanceIntervals/0/durationInSeconds");
}

TEST_CASE("each interval is judged for itself")
{
    CHECK(findings_in(
              record_of({interval(at("22:00:00"), at("22:01:00"), 61), interval(at("22:02:00"), at("22:03:00.5"), 61),
                         interval(at("22:05:00"), at("22:04:00"), 60), interval(at("22:06:00"), null, 60),
                         interval({}, {}, -60)})) ==
          "duration-is-difference /attendanceIntervals/0/durationInSeconds; "
          "duration-is-cut /attendanceIntervals/1/durationInSeconds; "
          "leave-before-join /attendanceIntervals/2/leaveDateTime; "
          "missing-endpoint-has-zero-duration /attendanceIntervals/3/durationInSeconds; "
          "duration-not-negative /attendanceIntervals/4/durationInSeconds");
}

TEST_CASE("findings on durations say who, what was expected and what was found")
{
    model::attendanceRecord record = record_of({interval(at("22:00:00"), at("22:01:00.5"), 61)});
    record.emailAddress = "lisa.adkins@contoso.com";
    const report found = tests::judge(record);
    REQUIRE(found.diagnostics.size() == 1);
    CHECK(found.diagnostics.front().message.find("lisa.adkins@contoso.com") != std::string::npos);
    CHECK(found.diagnostics.front().expected == "60");
    CHECK(found.diagnostics.front().found == "61");
}
