#include <rollcall/additional_properties.hpp>

#include <doctest/doctest.h>

#include <string>

using properties = rollcall::additional_properties<rollcall::owning>;

static_assert(sizeof(properties) == sizeof(void*));

TEST_CASE("additional properties are found by name and kept in the order they were added")
{
    properties additional;
    CHECK(additional.empty());
    CHECK(additional.begin() == additional.end());
    additional.add("tenantId", "null");
    additional.add("@odata.etag", R"("W/1")");
    REQUIRE(additional.size() == 2);
    CHECK(additional.begin()->name == "tenantId");
    REQUIRE(additional.find("@odata.etag") != nullptr);
    CHECK(additional.find("@odata.etag")->text == R"("W/1")");
    CHECK(!additional.contains("etag"));
    additional.clear();
    CHECK(additional.empty());
}

TEST_CASE("additional properties are equal in any order, and copies are their own")
{
    properties one;
    one.add("a", "1");
    one.add("b", "1.0");
    properties other;
    other.add("b", "1.0");
    CHECK(one != other);
    other.add("a", "1");
    CHECK(one == other);
    properties copy = one;
    copy.add("c", "[]");
    CHECK(copy != one);
    CHECK(one.size() == 2);
    CHECK(properties{} == properties{});
    CHECK(properties{} != one);
}

TEST_CASE("the exact text counts: 1 and 1.0 are different")
{
    properties one;
    one.add("a", "1");
    properties other;
    other.add("a", "1.0");
    CHECK(one != other);
}
