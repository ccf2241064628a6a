#include <rollcall/read.hpp>
#include <rollcall/write.hpp>

#include <boost/describe.hpp>
#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>
#include <vector>

// A project's own described structs, without a schema.

namespace {

enum class colour { red, green };
BOOST_DESCRIBE_ENUM(colour, red, green)

struct point {
    double x = 0;
    double y = 0;
    friend bool operator==(const point&, const point&) = default;
};
BOOST_DESCRIBE_STRUCT(point, (), (x, y))

struct shape {
    std::string name;
    std::optional<colour> fill;
    std::vector<point> corners;
    std::vector<bool> flags;
    std::vector<std::vector<std::int64_t>> rows;
    rollcall::property<rollcall::box<shape>> inner;
    bool visible = false;
    friend bool operator==(const shape&, const shape&) = default;
};
BOOST_DESCRIBE_STRUCT(shape, (), (name, fill, corners, flags, rows, inner, visible))

struct coloured_point : point {
    std::optional<colour> tint;
    friend bool operator==(const coloured_point&, const coloured_point&) = default;
};
BOOST_DESCRIBE_STRUCT(coloured_point, (point), (tint))

} // namespace

TEST_CASE("a described struct without a schema is read and written by its members' names")
{
    constexpr std::string_view payload =
        R"({"name":"house","fill":"green","corners":[{"x":0,"y":1.5},{"x":-2e+30,"y":0.1}],"flags":[true,false,true],)"
        R"("rows":[[],[1,-9223372036854775808]],"inner":{"name":"door","corners":[],"flags":[],"rows":[],"visible":true},"visible":false})";
    auto result = rollcall::read<shape>(payload);
    const shape& house = result.value_or_throw();
    CHECK(house.name == "house");
    CHECK(house.fill == colour::green);
    CHECK(house.corners.at(1).x == -2e30);
    CHECK(house.flags == std::vector{true, false, true});
    CHECK(house.rows.at(1).at(1) == std::numeric_limits<std::int64_t>::min());
    CHECK((*house.inner)->visible);
    CHECK(rollcall::write(house) == payload);
    CHECK(rollcall::read<shape>(rollcall::write(house)).value == house);
}

TEST_CASE("members of bases come first")
{
    auto result = rollcall::read<coloured_point>(R"({"x":1,"y":2,"tint":"red"})");
    CHECK(result.value_or_throw() == coloured_point{{1, 2}, colour::red});
    CHECK(rollcall::write(result.value) == R"({"x":1,"y":2,"tint":"red"})");
}

TEST_CASE("an optional is empty for null and for what is missing, and is then left out")
{
    auto result = rollcall::read<coloured_point>(R"({"tint":null})");
    CHECK(!result.value_or_throw().tint);
    CHECK(rollcall::write(result.value) == R"({"x":0,"y":0})");
}

TEST_CASE("properties that a struct has no place for are passed over, duplicates in them found all the same")
{
    const auto result = rollcall::read<point>(R"({"x":1,"z":{"a":1,"a":2},"y":2})");
    CHECK(result.value == point{1, 2});
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics.front().pointer == "/z/a");
}

TEST_CASE("doubles come back as the same double")
{
    for (const std::string_view text : {"0.1", "5e-324", "1.7976931348623157e+308", "123456789012345680000",
                                        "2.2250738585072011e-308", "9007199254740993"}) {
        const auto first = rollcall::read<point>("{\"x\":" + std::string{text} + "}");
        REQUIRE(first);
        const auto second = rollcall::read<point>(rollcall::write(first.value));
        CHECK(second.value.x == first.value.x);
        CHECK(first.value.x == std::strtod(std::string{text}.c_str(), nullptr));
    }
    const auto minus_zero = rollcall::read<point>(R"({"x":-0.0})");
    CHECK(std::signbit(minus_zero.value.x));
}

TEST_CASE("an enumerator that is not described has an empty text")
{
    shape odd;
    odd.fill = static_cast<colour>(7);
    CHECK(rollcall::write(odd).starts_with(R"({"name":"","fill":"","corners":[])"));
}

TEST_CASE("a listed member of an enumeration is required where nothing can hold another")
{
    const auto result = rollcall::read<shape>(R"({"fill":"blue"})");
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics.front().rule == "unknown-enum-value");
    CHECK(!result.value.fill);
}
