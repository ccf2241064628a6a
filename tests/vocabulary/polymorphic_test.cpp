#include <rollcall/model/attendanceRecord.hpp>

#include <doctest/doctest.h>

#include <type_traits>
#include <variant>

namespace model = rollcall::model;
using any_identity = decltype(model::attendanceRecord::identity)::value_type;

TEST_CASE("a polymorphic value holds its base type unless told otherwise")
{
    const any_identity value;
    CHECK(value.get_if<model::identity>() != nullptr);
    CHECK(value.get_if<model::communicationsUserIdentity>() == nullptr);
    CHECK(!value.is_unknown_subtype());
}

TEST_CASE("what all subtypes share is reached without knowing which it is")
{
    model::communicationsUserIdentity user;
    user.displayName = "Raymond Bonilla";
    user.tenantId = rollcall::null;
    any_identity value = user;
    CHECK(*value->displayName == "Raymond Bonilla");
    value->displayName = "Ray";
    REQUIRE(value.get_if<model::communicationsUserIdentity>() != nullptr);
    CHECK(*value.get_if<model::communicationsUserIdentity>()->displayName == "Ray");
    CHECK(value != any_identity{user});
}

TEST_CASE("a polymorphic value can be visited as a variant")
{
    const any_identity value = rollcall::unknown_subtype<model::identity>{};
    const bool is_unknown =
        std::visit([]<class T>(const T&) { return std::is_same_v<T, rollcall::unknown_subtype<model::identity>>; },
                   value.variant());
    CHECK(is_unknown);
    CHECK(value.is_unknown_subtype());
}
