#include <rollcall/detail/locator.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

constexpr std::string_view text = R"({"a": [10, {"b/c": true, "d~": [null]}], "": "x"})";

std::size_t place_of(std::string_view pointer)
{
    rollcall::detail::locator places;
    std::size_t offset = 0;
    places.add(pointer, offset);
    places.find(text.data(), text.data(), text.data() + text.size());
    return offset;
}

/// Looks for all of the pointers in one pass; each leads to where its value stands in the text.
template <std::size_t Count>
void check_places(std::string_view searched, const std::string_view (&pointers)[Count],
                  const char* const (&values)[Count])
{
    std::size_t offsets[Count]{};
    rollcall::detail::locator places;
    for (std::size_t index = 0; index < Count; ++index)
        places.add(pointers[index], offsets[index]);
    places.find(searched.data(), searched.data(), searched.data() + searched.size());
    for (std::size_t index = 0; index < Count; ++index)
        CHECK(offsets[index] == searched.find(values[index]));
}

} // namespace

TEST_CASE("a pointer's place is where its value begins")
{
    CHECK(place_of("") == 0);
    CHECK(place_of("/a") == text.find("[10"));
    CHECK(place_of("/a/0") == text.find("10"));
    CHECK(place_of("/a/1/b~1c") == text.find("true"));
    CHECK(place_of("/a/1/d~0/0") == text.find("null"));
    CHECK(place_of("/") == text.find("\"x\""));
}

TEST_CASE("what is not there is located at the container that should have it")
{
    CHECK(place_of("/a/7") == text.find("[10"));
    CHECK(place_of("/a/1/zzz") == text.find("{\"b"));
    CHECK(place_of("/zzz/0") == 0);
}

TEST_CASE("many places are found in one pass, several of them at one pointer")
{
    rollcall::detail::locator places;
    std::size_t first = 0, again = 0, deep = 0, root = 99;
    places.add("/a/0", first);
    places.add("/a/0", again);
    places.add("/a/1/b~1c", deep);
    places.add("", root);
    places.find(text.data(), text.data(), text.data() + text.size());
    CHECK(first == text.find("10"));
    CHECK(again == first);
    CHECK(deep == text.find("true"));
    CHECK(root == 0);
}

TEST_CASE("names that begin alike are told apart, whatever stands behind")
{
    constexpr std::string_view alike = R"({"a!": 1, "a": {"b": 2, "b ": 3}, "a/b": 4, "a~": 5})";
    const std::string_view pointers[] = {"/a~0", "/a~1b", "/a/b ", "/a!", "/a/b", "/a"};
    const char* const values[] = {"5}", "4,", "3}", "1,", "2,", "{\"b\""};
    check_places(alike, pointers, values);
}

TEST_CASE("of members of one name the first is found, whatever else is looked for")
{
    constexpr std::string_view twice = R"({"a": {"b": 1}, "a": {"b": 2, "c": 3}, "d": 4})";
    std::size_t b = 0, c = 0, d = 0;
    rollcall::detail::locator places;
    places.add("/d", d);
    places.add("/a/c", c);
    places.add("/a/b", b);
    places.find(twice.data(), twice.data(), twice.data() + twice.size());
    CHECK(b == twice.find("1}"));
    CHECK(c == twice.find("{\"b\": 1"));
    CHECK(d == twice.find("4}"));
}

TEST_CASE("places behind an object that others were found in are found, whatever their names")
{
    constexpr std::string_view nested = R"({"a": {"y": 1, "z": {"x": 2}}, "b": 3, "m": [4]})";
    const std::string_view pointers[] = {"/a/y", "/a/z/x", "/b", "/m/0"};
    const char* const values[] = {"1,", "2}", "3,", "4]"};
    check_places(nested, pointers, values);
}
