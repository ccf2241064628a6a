#include <rollcall/date_time.hpp>
#include <rollcall/property.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
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

static_assert(sizeof(property<rollcall::date_time>) == sizeof(rollcall::date_time));
static_assert(sizeof(property<std::string_view>) == sizeof(std::string_view));

TEST_CASE_TEMPLATE("a value that tells itself whether it is there is any value, absent or null", T, rollcall::date_time,
                   std::string_view)
{
    CHECK(property<T>{}.is_absent());
    property<T> some = T{};
    CHECK(some.has_value());
    CHECK(*some == T{});
    CHECK(some == property<T>{T{}});
    CHECK(some != property<T>{});

    some = rollcall::null;
    CHECK(some.is_null());
    CHECK(some == property<T>{rollcall::null});
    CHECK(some != property<T>{});
    CHECK(some != property<T>{T{}});

    some = T{};
    CHECK(some.has_value());
    some.reset();
    CHECK(some.is_absent());
    some.make_present();
    CHECK(some.has_value());
    *some = T{};
    CHECK(some.has_value());

    const property<T> copy = some;
    CHECK(copy == some);
}

TEST_CASE("a date-time of any offset is there")
{
    for (const std::string_view text :
         {"2022-06-29T22:54:43Z", "2022-06-29T22:54:43+02:00", "2022-06-29T22:54:43-00:00"})
        CHECK(property<rollcall::date_time> { *rollcall::date_time::parse(text) } -> text() == text);
}

TEST_CASE("an empty text is there, wherever it lies")
{
    const std::string text = "text";
    CHECK(property<std::string_view>{std::string_view{}}.has_value());
    CHECK(property<std::string_view>{""}.has_value());
    CHECK(property<std::string_view>{std::string_view{text}.substr(4)}.has_value());
}
