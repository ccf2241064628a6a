#include "../validation/judged.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace rollcall;
using tests::at;
using tests::findings_in;
using tests::interval;
using tests::record_of;

/// One minute from a moment on.
model::attendanceInterval minute_from(std::string_view begin)
{
    const date_time join = at(begin);
    return interval(join, date_time{join.to_time_point() + std::chrono::minutes{1}}, 60);
}

const std::string second_out_of_order = "intervals-in-order /attendanceIntervals/1/joinDateTime";
const std::string second_overlaps = "intervals-overlap /attendanceIntervals/1/joinDateTime";

} // namespace

TEST_CASE("intervals come in the order of joining")
{
    CHECK(findings_in(record_of({minute_from("22:00:00"), minute_from("22:05:00"), minute_from("22:10:00")})).empty());
    CHECK(findings_in(record_of({minute_from("22:05:00"), minute_from("22:00:00"), minute_from("22:10:00")})) ==
          second_out_of_order);
    CHECK(findings_in(record_of({minute_from("22:10:00"), minute_from("22:00:00"), minute_from("22:05:00")})) ==
          second_out_of_order);
}

TEST_CASE("each interval that is out of order is a finding")
{
    CHECK(findings_in(record_of(
              {minute_from("22:15:00"), minute_from("22:10:00"), minute_from("22:05:00"), minute_from("22:00:00")})) ==
          "intervals-in-order /attendanceIntervals/1/joinDateTime; intervals-in-order "
          "/attendanceIntervals/2/joinDateTime; "
          "intervals-in-order /attendanceIntervals/3/joinDateTime");
}

TEST_CASE("no, one and equal intervals are in order")
{
    CHECK(findings_in(record_of({})).empty());
    CHECK(findings_in(record_of({minute_from("22:00:00")})).empty());
    CHECK(findings_in(
              record_of({interval(at("22:00:00"), at("22:00:00"), 0), interval(at("22:00:00"), at("22:00:00"), 0)}))
              .empty());
}

TEST_CASE("joining is enough to tell the order")
{
    CHECK(findings_in(record_of({interval(at("22:05:00"), null, 0), interval(at("22:00:00"), null, 0)})) ==
          second_out_of_order);
    CHECK(findings_in(record_of({interval(at("22:05:00"), {}, {}), interval(at("22:00:00"), {}, {})})) ==
          second_out_of_order);
    CHECK(findings_in(record_of({minute_from("22:05:00"), interval(at("22:00:00"), null, 0)})) == second_out_of_order);
}

TEST_CASE("intervals whose joining is not known are passed over")
{
    CHECK(
        findings_in(record_of({minute_from("22:05:00"), interval(null, at("22:01:00"), 0), minute_from("22:00:00")})) ==
        "intervals-in-order /attendanceIntervals/2/joinDateTime");
    CHECK(findings_in(record_of({minute_from("22:05:00"), interval({}, at("22:01:00"), {}), minute_from("22:10:00")}))
              .empty());
}

TEST_CASE("a wrong time that a duration gives away is not out of order as well")
{
    // The second join should be 22:05:00.
    CHECK(findings_in(record_of({minute_from("22:00:00"), interval(at("21:05:00"), at("22:06:00"), 60)})) ==
          "duration-is-difference /attendanceIntervals/1/durationInSeconds");
    CHECK(findings_in(record_of({minute_from("22:00:00"), interval(at("22:06:00"), at("21:05:00"), 60)})) ==
          "leave-before-join /attendanceIntervals/1/leaveDateTime");
}

TEST_CASE("intervals that touch do not overlap")
{
    CHECK(findings_in(record_of({minute_from("22:00:00"), minute_from("22:01:00")})).empty());
    CHECK(findings_in(record_of({minute_from("22:00:00"), minute_from("22:00:59.9999999")})) == second_overlaps);
}

TEST_CASE("an interval inside another overlaps with it")
{
    CHECK(
        findings_in(record_of({interval(at("22:00:00"), at("23:00:00"), 3600), minute_from("22:10:00"),
                               minute_from("22:20:00"), minute_from("23:00:00")})) ==
        "intervals-overlap /attendanceIntervals/1/joinDateTime; intervals-overlap /attendanceIntervals/2/joinDateTime");
}

TEST_CASE("a stay of no length at the edge of another does not overlap with it")
{
    CHECK(findings_in(record_of({interval(at("22:00:00"), at("22:00:00"), 0), minute_from("22:00:00"),
                                 interval(at("22:01:00"), at("22:01:00"), 0)}))
              .empty());
}

TEST_CASE("intervals overlap whatever their order")
{
    const std::string found = findings_in(record_of({minute_from("22:00:30"), minute_from("22:00:00")}));
    CHECK(found.find("intervals-overlap") != std::string::npos);
}

TEST_CASE("an interval with a time missing overlaps with none")
{
    CHECK(findings_in(
              record_of({minute_from("22:00:00"), interval(at("22:00:30"), null, 0), interval(at("22:00:40"), {}, {})}))
              .empty());
}

TEST_CASE("a wrong time that a duration gives away does not overlap as well")
{
    // The first leave should be 22:01:00.
    CHECK(findings_in(record_of(
              {interval(at("22:00:00"), at("23:00:00"), 60), minute_from("22:10:00"), minute_from("22:20:00")})) ==
          "duration-is-difference /attendanceIntervals/0/durationInSeconds");
    // The last join should be 22:20:00.
    CHECK(findings_in(record_of(
              {minute_from("22:00:00"), minute_from("22:10:00"), interval(at("22:10:30"), at("22:21:00"), 60)})) ==
          "duration-is-difference /attendanceIntervals/2/durationInSeconds");
}

TEST_CASE("an interval that is there twice is one finding, whether the total counts it or not")
{
    for (const std::int32_t total : {60, 120})
        CHECK(findings_in(record_of({minute_from("22:00:00"), minute_from("22:00:00")}, total)) == second_overlaps);
}

TEST_CASE("findings on intervals name the participant and both moments")
{
    model::attendanceRecord record = record_of({minute_from("22:05:00"), minute_from("22:00:00")});
    model::identity identity;
    identity.displayName = "Lisa Adkins";
    record.identity = identity;
    const report found = tests::judge(record);
    REQUIRE(tests::findings(found) == second_out_of_order);
    CHECK(found.diagnostics.front().message.find("Lisa Adkins") != std::string::npos);
    CHECK(found.diagnostics.front().expected.find("2022-06-29T22:05:00Z") != std::string::npos);
    CHECK(found.diagnostics.front().found.find("2022-06-29T22:00:00Z") != std::string::npos);
}
