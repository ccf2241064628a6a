#include <rollcall/detail/decimal.hpp>

#include <doctest/doctest.h>

#include <string>

using rollcall::detail::decimal_of;
using rollcall::detail::is_multiple_of;

TEST_CASE("numbers are equal however they are written")
{
    CHECK(decimal_of("1") == decimal_of("1.0"));
    CHECK(decimal_of("1") == decimal_of("0.1e1"));
    CHECK(decimal_of("1500") == decimal_of("1.5E+3"));
    CHECK(decimal_of("-0") == decimal_of("0e99"));
    CHECK(decimal_of("0.1") != decimal_of("0.10000000000000000000000001"));
}

TEST_CASE("numbers are compared exactly, whatever their size")
{
    CHECK(decimal_of("9007199254740993") > decimal_of("9007199254740992"));
    CHECK(decimal_of("-18446744073709551616") < decimal_of("-18446744073709551615"));
    CHECK(decimal_of("1e400") > decimal_of("9e399"));
    CHECK(decimal_of("-1") < decimal_of("0"));
    CHECK(decimal_of("1e-400") > decimal_of("-2"));
    CHECK(decimal_of("0") < decimal_of("1e-400"));
    CHECK(decimal_of("12") < decimal_of("12.5"));
    CHECK(decimal_of("1e99999999999999999999") > decimal_of("1e999"));
    CHECK(decimal_of("1e-99999999999999999999") < decimal_of("1e-999"));
}

TEST_CASE("a number without a fraction is whole, also one that is written with a point or an exponent")
{
    CHECK(decimal_of("1.0").is_whole());
    CHECK(decimal_of("1.5e1").is_whole());
    CHECK(decimal_of("1e400").is_whole());
    CHECK_FALSE(decimal_of("1.5").is_whole());
    CHECK_FALSE(decimal_of("10e-2").is_whole());
}

TEST_CASE("multiples are told exactly")
{
    const auto is_multiple = [](const std::string& number, const std::string& divisor) {
        return is_multiple_of(decimal_of(number), decimal_of(divisor));
    };
    CHECK(is_multiple("0.0075", "0.0001"));
    CHECK_FALSE(is_multiple("0.00751", "0.0001"));
    CHECK(is_multiple("4.5", "1.5"));
    CHECK_FALSE(is_multiple("35", "1.5"));
    CHECK(is_multiple("0", "7"));
    CHECK(is_multiple("-14e0", "7"));
    CHECK(is_multiple("1e400", "125"));
    CHECK_FALSE(is_multiple("1e400", "3"));
    CHECK(is_multiple("123456789012345678901234567890", "10"));
    CHECK_FALSE(is_multiple("123456789012345678901234567891", "10"));
    CHECK(is_multiple("100", "20"));
    CHECK_FALSE(is_multiple("1", "20"));
}
