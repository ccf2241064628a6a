#include "comparison.hpp"

#include <doctest/doctest.h>

using namespace rollcall::instructions;

TEST_CASE("five percent more than recorded is good, and more than that is not")
{
    CHECK(compare({{"judge", 1000}}, {{"judge", 1000}}).text == "judge: 1000 instructions a record, 1000 recorded\n");
    CHECK(compare({{"judge", 1050}}, {{"judge", 1000}}).is_good);
    const comparison grown = compare({{"judge", 1051}, {"read", 10}}, {{"judge", 1000}, {"read", 10}});
    CHECK_FALSE(grown.is_good);
    CHECK(grown.text == "judge: 1051 instructions a record, 1000 recorded: 5 % more\n"
                        "read: 10 instructions a record, 10 recorded\n");
}

TEST_CASE("less than recorded is good, and from five percent on worth recording")
{
    CHECK(compare({{"judge", 951}}, {{"judge", 1000}}).text == "judge: 951 instructions a record, 1000 recorded\n");
    const comparison shrunk = compare({{"judge", 700}}, {{"judge", 1000}});
    CHECK(shrunk.is_good);
    CHECK(shrunk.text == "judge: 700 instructions a record, 1000 recorded: 30 % less, which is worth recording\n");
}

TEST_CASE("work that nothing is recorded of is not good")
{
    const comparison compared = compare({{"judge", 1000}}, {});
    CHECK_FALSE(compared.is_good);
    CHECK(compared.text == "judge: 1000 instructions a record, and nothing is recorded\n");
}

TEST_CASE("what is recorded comes back as it was")
{
    const recorded_counts recorded{{"Clang 14", {{"judge", 1}, {"read", 2}}}, {"GNU 12", {{"judge", 3}}}};
    CHECK(to_json(recorded) == "{\n"
                               "  \"Clang 14\": {\n"
                               "    \"judge\": 1,\n"
                               "    \"read\": 2\n"
                               "  },\n"
                               "  \"GNU 12\": {\n"
                               "    \"judge\": 3\n"
                               "  }\n"
                               "}\n");
    CHECK(from_json(to_json(recorded)) == recorded);
}

TEST_CASE("callgrind's own words are understood")
{
    CHECK(collected_in("==7== Events    : Ir\n==7== Collected : 3391\n==7== \n") == 3391);
    CHECK(collected_in("valgrind: failed to start tool 'callgrind'\n") == std::nullopt);
}
