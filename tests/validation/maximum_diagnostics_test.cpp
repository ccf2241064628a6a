#include "judged.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace rollcall;

/// A collection whose records have a warning and an error each.
std::string broken_records(std::size_t count)
{
    std::string result = R"({"value": [)";
    for (std::size_t index = 0; index < count; ++index)
        result += (index == 0 ? "" : ",") + std::string{R"({"role": "Chef", "emailAddress": 7})"};
    return result + "]}";
}

} // namespace

TEST_CASE("a report lists as many diagnostics as it may, and counts the others by severity")
{
    const std::string payload = broken_records(10);
    const report whole = tests::judge(payload);
    REQUIRE(whole.diagnostics.size() == 20);
    for (std::size_t maximum = 0; maximum <= 22; ++maximum) {
        const report found = tests::judge(payload, {.maximum_diagnostics = maximum});
        CHECK(found.diagnostics.size() == std::min<std::size_t>(maximum, 20));
        CHECK(found.unlisted.total() == 20 - found.diagnostics.size());
        CHECK(found.counts() == whole.counts());
        CHECK(found.count(severity::error) == 10);
        CHECK(found.count(severity::warning) == 10);
        CHECK(found.records == 10);
    }
    CHECK(whole.unlisted.total() == 0);
}

TEST_CASE("what a report lists is what was found first")
{
    const report found = tests::judge(broken_records(10), {.maximum_diagnostics = 4});
    CHECK(tests::findings(found) == "unknown-role /value/0/role; type /value/0/emailAddress; "
                                    "unknown-role /value/1/role; type /value/1/emailAddress");
}

TEST_CASE("a payload does not conform because of an error that is only counted")
{
    CHECK_FALSE(tests::judge(R"({"role": 7})", {.maximum_diagnostics = 0}).conforms());
    CHECK(tests::judge(R"({"role": "Chef"})", {.maximum_diagnostics = 0}).conforms());
}

TEST_CASE("rules that are off are not counted, changed severities are")
{
    validation_options options;
    options.maximum_diagnostics = 0;
    options.severities = {{"unknown-role", severity::off}, {"type", severity::info}};
    const report found = tests::judge(broken_records(3), options);
    CHECK(found.count(severity::info) == 3);
    CHECK(found.unlisted.total() == 3);
}

TEST_CASE("nothing is counted twice where a payload is read twice")
{
    const std::string payload = R"({"value": [{"role": 7}, {"role": 8},], "@odata.count": "x",})";
    const report whole = tests::judge(payload, {.lenient = true});
    REQUIRE(whole.diagnostics.size() >= 4);
    for (std::size_t maximum = 0; maximum < whole.diagnostics.size(); ++maximum) {
        const report found = tests::judge(payload, {.lenient = true, .maximum_diagnostics = maximum});
        CHECK(found.diagnostics.size() == maximum);
        CHECK(found.counts() == whole.counts());
    }
}

TEST_CASE("the diagnostics of a payload can be listed a part at a time")
{
    const std::string payload = broken_records(5);
    const report whole = tests::judge(payload);
    for (std::size_t size = 1; size <= 11; ++size) {
        std::vector<diagnostic> all;
        for (std::size_t skipped = 0; skipped < 10; skipped += size) {
            const report part = tests::judge(payload, {.maximum_diagnostics = size, .skipped_diagnostics = skipped});
            CHECK(part.counts() == whole.counts());
            all.insert(all.end(), part.diagnostics.begin(), part.diagnostics.end());
        }
        // Each part is in the order of the payload; the parts are in the order in which things are found.
        CHECK(std::is_permutation(all.begin(), all.end(), whole.diagnostics.begin(), whole.diagnostics.end()));
    }
    CHECK(tests::judge(payload, {.skipped_diagnostics = 10}).unlisted.total() == 10);
}

TEST_CASE("a report lists ten thousand diagnostics unless an option says otherwise")
{
    const report found = tests::judge(broken_records(6'000));
    CHECK(found.diagnostics.size() == 10'000);
    CHECK(found.unlisted.total() == 2'000);
}

TEST_CASE("a report is cut to a size")
{
    report found = tests::judge(broken_records(3));
    found.limit(7);
    CHECK(found.diagnostics.size() == 6);
    found.limit(3);
    CHECK(tests::findings(found) ==
          "unknown-role /value/0/role; type /value/0/emailAddress; unknown-role /value/1/role");
    CHECK(found.unlisted[severity::error] == 2);
    CHECK(found.unlisted[severity::warning] == 1);
    found.limit(1, 1);
    CHECK(tests::findings(found) == "type /value/0/emailAddress");
    CHECK(found.unlisted.total() == 5);
    found.limit(0, 3);
    CHECK(found.diagnostics.empty());
    CHECK(found.unlisted.total() == 6);
}
