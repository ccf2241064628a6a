#include "agreement.hpp"

#include <doctest/doctest.h>

#include <cstddef>     // std::size_t
#include <string_view> // std::string_view

using rollcall::severity;

TEST_CASE("the schema engine lists the first findings of the payload and counts all")
{
    constexpr std::string_view payload = R"({"value": [
        {"role": "Chef", "emailAddress": 7, "emailAddress": 8},
        {"role": 1, "totalAttendanceInSeconds": 1, "attendanceIntervals": []}
    ]})";
    const rollcall::schema_engine engine;
    const rollcall::report whole = engine.validate(payload);
    REQUIRE(whole.diagnostics.size() >= 4);
    for (std::size_t maximum = 0; maximum <= whole.diagnostics.size(); ++maximum) {
        const rollcall::report found = engine.validate(payload, {.maximum_diagnostics = maximum});
        CHECK(found.counts() == whole.counts());
        REQUIRE(found.diagnostics.size() == maximum);
        for (std::size_t index = 0; index < maximum; ++index)
            CHECK(found.diagnostics[index] == whole.diagnostics[index]);
        CHECK(rollcall::validate(payload, {.maximum_diagnostics = maximum}).counts() == found.counts());
    }
}

TEST_CASE("the schema engine leaves out the findings that are to be skipped")
{
    constexpr std::string_view payload = R"({"value": [{"role": 1}, {"role": 2}, {"role": 3}]})";
    const rollcall::report found =
        rollcall::schema_engine{}.validate(payload, {.maximum_diagnostics = 1, .skipped_diagnostics = 1});
    REQUIRE(found.diagnostics.size() == 1);
    CHECK(found.diagnostics.front().pointer == "/value/1/role");
    CHECK(found.counts().total() == 3);
}

TEST_CASE("duplicates that are off count for nothing, even beyond the limit")
{
    const rollcall::report found = rollcall::schema_engine{}.validate(
        R"({"role": null, "role": null})",
        {.severities = {{"duplicate-property", severity::off}}, .maximum_diagnostics = 0});
    CHECK(found.counts().total() == 0);
}
