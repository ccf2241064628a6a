#include <rollcall/checked.hpp>
#include <rollcall/detail/conforming_reader.hpp>
#include <rollcall/pattern.hpp>
#include <rollcall/read.hpp>
#include <rollcall/vocabulary.hpp>
#include <rollcall/write.hpp>

#include <boost/describe.hpp>
#include <doctest/doctest.h>

#include <concepts>
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

// Values that are judged by their text, with checks as the generator writes them.

namespace {

using rollcall::checks::value;

struct size_checks {
    static void check(const value& at, rollcall::checks::findings& found)
    {
        rollcall::checks::type(at, found, {"number", "array", "null"});
        rollcall::checks::maximum(at, found, "9007199254740993");
        rollcall::checks::items(at, found, &check_items);
        rollcall::checks::unique_items(at, found);
    }
    static void check_items(const value& at, rollcall::checks::findings& found)
    {
        rollcall::checks::multiple_of(at, found, "0.01");
    }
};

struct code_checks {
    static bool matches(std::string_view text)
    {
        static const rollcall::pattern pattern{"\\A[A-Z]{2}\\z"};
        return pattern.is_in(text);
    }
    static void check(const value& at, rollcall::checks::findings& found)
    {
        rollcall::checks::pattern(at, found, "^[A-Z]{2}$", &matches);
    }
};

struct never_null_checks {
    static void check(const value& at, rollcall::checks::findings& found)
    {
        rollcall::checks::type(at, found, {"string"});
    }
};

template <class Storage>
struct label {
    rollcall::property<rollcall::checked<rollcall::any_value<Storage>, size_checks>> size{};
    rollcall::property<rollcall::checked<typename Storage::string, code_checks>> code{};
    std::vector<rollcall::checked<rollcall::any_value<Storage>, size_checks>> others{};
    rollcall::property<rollcall::checked<typename Storage::string, never_null_checks>> word{};
    rollcall::additional_properties<Storage> additionalProperties{};

    BOOST_DESCRIBE_CLASS(label, (), (size, code, others, word), (), ())
};
using owning_label = label<rollcall::owning>;

/// `rule at pointer, line:column: message (expected …, found …)` of each finding, a line each.
template <class T = owning_label>
std::string findings_in(std::string_view payload)
{
    std::string result;
    for (const auto& each : rollcall::read<T>(payload).diagnostics)
        result += each.rule + " at " + each.pointer + ", " + std::to_string(each.position.line) + ':' +
                  std::to_string(each.position.column) + ": " + each.message + " (expected " + each.expected +
                  ", found " + each.found + ")\n";
    return result;
}

} // namespace

TEST_CASE("a value of any type is kept with its exact text and written back")
{
    for (const std::string payload :
         {R"({"size":1.50,"others":[]})", R"({"size":[1,0.25e1,3.00],"code":"AB","others":[7,[ ],null]})",
          R"({"others":[],"code":null,"size":null})"}) {
        CAPTURE(payload);
        CHECK(findings_in(payload).empty());
        const auto read = rollcall::read<owning_label>(payload);
        CHECK(rollcall::write(read.value) == payload);
        const auto borrowed = rollcall::read_borrowed<label<rollcall::borrowed>>(payload);
        CHECK(rollcall::write(borrowed.value) == payload);
    }
    const auto read = rollcall::read<owning_label>(R"({"size": 1.50, "code": "AB"})");
    CHECK((*read.value.size)->text() == "1.50");
    CHECK(**read.value.code == "AB");
}

TEST_CASE("null and absent are told apart where a value may be of any type")
{
    CHECK(rollcall::read<owning_label>(R"({"size": null})").value.size.is_null());
    CHECK(rollcall::read<owning_label>(R"({})").value.size.is_absent());
}

TEST_CASE("what is wrong in a value that is judged by its text has its own place")
{
    CHECK(findings_in("{\"size\": [1,\n  0.125, 1.0]}") ==
          "schema-constraint at /size/1, 2:3: item 2 of size is no multiple of 0.01 (expected a multiple of 0.01, "
          "found 0.125)\n"
          "schema-constraint at /size/2, 2:10: item 3 of size is there already (expected items that differ, found "
          "1.0)\n");
    CHECK(findings_in(R"({"size": "large"})") ==
          "type at /size, 1:10: size must be of type number or array or null (expected number or array or null, found "
          "\"large\")\n");
    CHECK(findings_in(R"({"others": [1, {}]})") ==
          "type at /others/1, 1:16: item 2 of others must be of type number or array or null (expected number or array "
          "or null, found an object)\n");
}

TEST_CASE("a value whose type is known keeps it, and is checked beside")
{
    CHECK(findings_in(R"({"code": "Ab"})") ==
          "schema-constraint at /code, 1:10: code does not match the pattern (expected a text that matches "
          "^[A-Z]{2}$, found \"Ab\")\n");
    CHECK(findings_in(R"({"code": 7})") ==
          "type at /code, 1:10: code must be a string (expected a string or null, found 7)\n");
    CHECK(findings_in(R"({"code": "\u0041B"})").empty());
}

TEST_CASE("a value whose type is known is read at once where it keeps to its checks")
{
    const auto is_read_at_once = [](std::string_view payload) {
        std::deque<std::string> copies;
        constexpr std::size_t maximum_depth = 64;
        owning_label value;
        return rollcall::detail::conforming_reader<>{copies, nullptr, maximum_depth}.read(payload, value);
    };
    CHECK(is_read_at_once(R"({"code": "AB"})"));
    CHECK(is_read_at_once(R"({"code": "\u0041B"})"));
    CHECK(is_read_at_once(R"({"code": null})"));
    CHECK_FALSE(is_read_at_once(R"({"code": "Ab"})"));
    CHECK_FALSE(is_read_at_once(R"({"code": 7})"));
    CHECK_FALSE(is_read_at_once(R"({"word": null})"));
}

TEST_CASE("null is judged, too, where a value may be null")
{
    CHECK(findings_in(R"({"word": null})") == "null-not-allowed at /word, 1:10: word must be of type string (expected "
                                              "string, found null)\n");
    CHECK(findings_in(R"({"word": "null"})").empty());
}

TEST_CASE("a checked value is made of what its type is made of, and compared by it")
{
    rollcall::property<rollcall::checked<std::string, code_checks>> code = "AB";
    code = std::string{"CD"};
    CHECK(**code == "CD");
    CHECK(code == rollcall::checked<std::string, code_checks>{"CD"});
    rollcall::checked<std::vector<std::string>, code_checks> codes{{"AB", "CD"}};
    CHECK(codes->size() == 2);
}

TEST_CASE("a payload can be nothing but a value of any type")
{
    using size = rollcall::checked<rollcall::any_value<rollcall::owning>, size_checks>;
    CHECK(findings_in<size>(" [1, 2.5] ").empty());
    CHECK(findings_in<size>("9007199254740994") ==
          "schema-constraint at , 1:1: the payload is more than 9007199254740993 (expected at most 9007199254740993, "
          "found 9007199254740994)\n");
    CHECK(rollcall::write(rollcall::read<size>(" [1, 2.5] ").value) == "[1, 2.5]");
}

TEST_CASE("what is no JSON in a value of any type is one finding")
{
    CHECK(rollcall::read<owning_label>(R"({"size": [1, 2})").diagnostics.size() == 1);
    CHECK(findings_in(R"({"size": {"a": 1, "a": 2}})") ==
          "duplicate-property at /size/a, 1:19: the property \"a\" is there already (expected , found \"a\")\n");
}

TEST_CASE("a pattern that takes too long for a text is not found in it")
{
    const rollcall::pattern slow{"(a*)*b"};
    CHECK_FALSE(slow.is_in(std::string(100'000, 'a')));
    CHECK(slow.is_in("aab"));
    CHECK_THROWS_AS(rollcall::pattern{"["}, boost::regex_error);
}

TEST_CASE("a pattern sees code points")
{
    const rollcall::pattern two{"\\A.{2}\\z"};
    CHECK(two.is_in("ä€"));
    CHECK(two.is_in("😀😀"));
    CHECK_FALSE(two.is_in("😀"));
}

namespace {

/// An object whose member `a` is as one of two schemas says, which ask the same of it; and once more as both say.
template <bool Both>
struct entangled_checks {
    static void check(const value& at, rollcall::checks::findings& found)
    {
        if constexpr (Both)
            rollcall::checks::all_of(at, found, {&first, &second});
        else
            rollcall::checks::any_of(at, found, {&first, &second});
    }
    static void first(const value& at, rollcall::checks::findings& found)
    {
        rollcall::checks::type(at, found, {"object"});
        rollcall::checks::properties(at, found, {{"a", &check}}, {}, nullptr);
    }
    static void second(const value& at, rollcall::checks::findings& found)
    {
        rollcall::checks::type(at, found, {"object", "null"});
        rollcall::checks::properties(at, found, {{"a", &check}}, {}, nullptr);
        rollcall::checks::required(at, found, {"a"});
    }
};

} // namespace

TEST_CASE_TEMPLATE("schemas that refer to one another judge what is deep in a value once", Entangled,
                   entangled_checks<false>, entangled_checks<true>)
{
    using deep = rollcall::checked<rollcall::any_value<rollcall::owning>, Entangled>;
    std::string payload = "[]";
    for (int depth = 0; depth < 60; ++depth)
        payload = R"({"a": )" + payload + "}";
    const auto found = rollcall::read<deep>(payload).diagnostics;
    const bool each_says_so = std::same_as<Entangled, entangled_checks<true>>;
    REQUIRE(found.size() == (each_says_so ? 2 : 1));
    CHECK(found.front().rule == (each_says_so ? "type" : "schema-constraint"));
}

TEST_CASE("values of any type are the same by what they are, not by how they are written")
{
    for (const std::string items :
         {"[1,2],[1.0,2]", R"({"a":1,"b":[]},{"b":[],"a":1e0})", "true,true", "null,null", R"("A","\u0041")"}) {
        CAPTURE(items);
        const auto found = rollcall::read<owning_label>(R"({"size":[)" + items + "]}").diagnostics;
        REQUIRE(found.size() == 1);
        CHECK(found.front().pointer == "/size/1");
        CHECK(found.front().expected == "items that differ");
    }
    for (const std::string items :
         {"[1,2],[2,1]", R"({"a":1},{"b":1})", "true,false", R"("1",1)", R"(["a,b"],["a","b"])"}) {
        CAPTURE(items);
        CHECK(findings_in(R"({"size":[)" + items + "]}").empty());
    }
}
