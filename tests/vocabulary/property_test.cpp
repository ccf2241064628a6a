#include <rollcall/property.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using rollcall::property;

TEST_CASE("a property is absent, null or present")
{
    property<int> property;
    CHECK(property.is_absent());
    CHECK(!property);

    property = rollcall::null;
    CHECK(property.is_null());
    CHECK(!property.has_value());
    CHECK(property.presence() == rollcall::presence::null);

    property = 322;
    CHECK(property.has_value());
    CHECK(*property == 322);

    property.reset();
    CHECK(property.is_absent());
}

TEST_CASE("a property is made from what its value is made from")
{
    const property<std::string> name = "Lisa Adkins";
    CHECK(*name == "Lisa Adkins");
    CHECK(name->size() == 11);
    const property<std::string> nothing = rollcall::null;
    CHECK(nothing.is_null());
}

TEST_CASE("null and absent are different, and equal to themselves whatever the value was before")
{
    property<int> once_present = 5;
    once_present = rollcall::null;
    CHECK(once_present == property<int>{rollcall::null});
    CHECK(once_present != property<int>{});
    once_present.reset();
    CHECK(once_present == property<int>{});
    CHECK(property<int>{5} != property<int>{6});
}

TEST_CASE("value_or gives the value, or what is asked for when there is none")
{
    CHECK(property<int>{5}.value_or(7) == 5);
    CHECK(property<int>{}.value_or(7) == 7);
    CHECK(property<int>{rollcall::null}.value_or(7) == 7);
}

TEST_CASE("a property keeps its value's memory when it becomes absent")
{
    property<std::vector<int>> items = std::vector<int>(100);
    const int* const memory = items->data();
    items.reset();
    std::vector<int>& again = items.make_present();
    CHECK(again.data() == memory);
}
