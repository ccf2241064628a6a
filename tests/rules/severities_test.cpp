#include "../validation/judged.hpp"

#include <rollcall/rules/default_rules.hpp>

#include <boost/mp11/algorithm.hpp>
#include <doctest/doctest.h>

#include <string>

namespace {

using namespace rollcall;

std::string judged(std::string_view payload, severity_changes severities)
{
    return tests::placed_findings(tests::judge(payload, {.severities = std::move(severities)}));
}

constexpr const char* payload =
    R"({"role": "emperor", "note": 1, "totalAttendanceInSeconds": 5, "attendanceIntervals": []})";

} // namespace

TEST_CASE("without changes a rule has its own severity")
{
    CHECK(judged(payload, {}) == "1:10 warning unknown-role /role; 1:21 warning unknown-property /note; 1:60 error "
                                 "total-is-sum /totalAttendanceInSeconds");
}

TEST_CASE("severities are changed by id, for rules of the schema and on values alike")
{
    CHECK(judged(payload, {{"unknown-role", severity::error},
                           {"unknown-property", severity::info},
                           {"total-is-sum", severity::warning}}) ==
          "1:10 error unknown-role /role; 1:21 info unknown-property /note; 1:60 warning total-is-sum "
          "/totalAttendanceInSeconds");
}

TEST_CASE("a rule that is off finds nothing, and leaves the others alone")
{
    CHECK(judged(payload, {{"unknown-role", severity::off}, {"unknown-property", severity::off}}) ==
          "1:60 error total-is-sum /totalAttendanceInSeconds");
}

TEST_CASE("an id that no rule has changes nothing")
{
    CHECK(judged(payload, {{"unknown-rule", severity::off}, {"", severity::off}, {"Total-Is-Sum", severity::off}}) ==
          judged(payload, {}));
}

TEST_CASE("every rule can be turned off and can be given every severity")
{
    boost::mp11::mp_for_each<default_rules>([](auto rule) {
        const std::string id{rule.information.id};
        CHECK_MESSAGE(judged(rule.information.bad_example, {{id, severity::off}}).empty(), id);
        for (const severity level : {severity::info, severity::warning, severity::error}) {
            const report found = tests::judge(rule.information.bad_example, {.severities = {{id, level}}});
            REQUIRE_MESSAGE(found.diagnostics.size() == 1, id);
            CHECK_MESSAGE(found.diagnostics.front().severity == level, id);
        }
    });
}

TEST_CASE("a payload conforms when it has no error")
{
    const report found = tests::judge(payload, {.severities = {{"total-is-sum", severity::info}}});
    CHECK(found.conforms());
    CHECK(found.count(severity::error) == 0);
    CHECK(found.count(severity::warning) == 2);
    CHECK(found.count(severity::info) == 1);
    CHECK_FALSE(tests::judge(payload).conforms());
}

TEST_CASE("a value that a rule which is off would report is still not judged by others")
{
    CHECK(judged(R"({"totalAttendanceInSeconds": "5", "attendanceIntervals": []})", {{"type", severity::off}}).empty());
    CHECK(
        judged(
            R"({"role": 5, "attendanceIntervals": [{"joinDateTime": "x", "leaveDateTime": "2022-06-29T22:00:00Z", "durationInSeconds": 5}]})",
            {{"type", severity::off}, {"date-time-format", severity::off}})
            .empty());
}
