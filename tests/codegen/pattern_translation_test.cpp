#include "pattern_translation.hpp"

#include <rollcall/pattern.hpp>

#include <doctest/doctest.h>

using rollcall::codegen::translate_pattern;

namespace {

bool is_in(std::string_view pattern, std::string_view text)
{
    const auto translated = translate_pattern(pattern);
    CAPTURE(pattern);
    REQUIRE(translated.problem == "");
    return rollcall::pattern{translated.text}.is_in(text);
}

} // namespace

TEST_CASE("the ends of a text are not those of its lines")
{
    CHECK(is_in("^a$", "a"));
    CHECK_FALSE(is_in("^a$", "a\n"));
    CHECK_FALSE(is_in("^a$", "b\na"));
    CHECK_FALSE(is_in("^.$", "\xE2\x80\xA8"));
}

TEST_CASE("sets of characters are those of ECMA 262")
{
    CHECK(is_in("^\\d\\D\\w\\W\\s\\S$", "1a_-\xC2\xA0x"));
    CHECK_FALSE(is_in("\\d", "\xD9\xA3"));
    CHECK_FALSE(is_in("\\w", "\xC3\xA4"));
    CHECK(is_in("^[\\w-]+$", "a-b"));
    CHECK(is_in("^[^\\s[]$", "a"));
    CHECK_FALSE(is_in("^[^\\s[]$", "["));
    CHECK(is_in("^\\t\\n\\f\\r\\v$", "\t\n\f\r\v"));
    CHECK(is_in("^\\u20ac\\x41$", "\xE2\x82\xAC"
                                  "A"));
}

TEST_CASE("groups, alternatives, counts and what stands ahead are translated")
{
    CHECK(is_in("^(?:ab|c){2,3}?$", "abc"));
    CHECK(is_in("a(?=b)", "ab"));
    CHECK_FALSE(is_in("a(?!b)", "ab"));
    CHECK(is_in("^a{2}$", "aa"));
    CHECK(is_in("^\\{\\}\\/\\.$", "{}/."));
}

TEST_CASE("what has no equivalent is not translated")
{
    for (const auto* pattern :
         {"\\1", "\\b", "\\cA", "\\k<a>",  "[]",    "[^]", "a{1001}", "a{,2}",   "{",       "}",       "]",   ")",
          "*",   "^*",  "a|+",  "(?<=a)b", "(?i)a", "\\",  "[\\D]",   "[a-\\d]", "[\\d-z]", "\\ud83d", "\\x4"}) {
        CAPTURE(pattern);
        CHECK(translate_pattern(pattern).problem != "");
    }
}
