#include <rollcall/detail/scanner.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

std::string first_value(std::string_view text)
{
    const char* const end = text.data() + text.size();
    return {text.data(), rollcall::detail::skip_value(text.data(), end)};
}

} // namespace

TEST_CASE("a value is passed over with all it contains")
{
    CHECK(first_value(R"({"a": [1, {"b": "}\"]\\"}], "c": null}, 5)") == R"({"a": [1, {"b": "}\"]\\"}], "c": null})");
    CHECK(first_value("12.5e3,4") == "12.5e3");
    CHECK(first_value("true]") == "true");
    CHECK(first_value(R"("\\\\" x)") == R"("\\\\")");
    CHECK(first_value("[[[]]]]") == "[[[]]]");
}

TEST_CASE("on text that is not JSON the scanner stays within it")
{
    for (const std::string_view text :
         {"", "{", "\"", "\"\\", "[1,", "{\"a\"", "{\"a\":", "}", ",", ":::", "nul", "{]", "\\"})
        CHECK(first_value(text).size() <= text.size());
    constexpr std::string_view nothing = "";
    CHECK(rollcall::detail::skip_token(nothing.data(), nothing.data()) == nothing.data());
}

TEST_CASE("members are found by their unescaped names, at their own level only")
{
    constexpr std::string_view text = R"({"x": {"name": 1}, "s": "\"name\": 2", "n\u0061me": "v\n", "name": 4})";
    const char* const end = text.data() + text.size();
    CHECK(rollcall::detail::find_string_member(text.data(), end, "name") == "v\n");
    CHECK(rollcall::detail::find_member(text.data(), end, "y") == nullptr);
    CHECK(!rollcall::detail::find_string_member(text.data(), end, "x"));
    CHECK(rollcall::detail::find_member("[]", end, "x") == nullptr);
}
