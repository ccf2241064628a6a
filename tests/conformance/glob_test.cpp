#include "glob.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using rollcall::program::is_glob;
using rollcall::program::matches_glob;

TEST_CASE("a pattern without a slash is one for the name, in whatever folder")
{
    for (const std::string_view path : {"a.har", "x/a.har", "x/y/a.har"}) {
        CHECK(matches_glob("*.har", path));
        CHECK(matches_glob("a.har", path));
        CHECK(matches_glob("?.ha[r]", path));
        CHECK_FALSE(matches_glob("*.json", path));
        CHECK_FALSE(matches_glob("*.ha", path));
        CHECK_FALSE(matches_glob(".har", path));
        CHECK_FALSE(matches_glob("x", path));
    }
}

TEST_CASE("a pattern with a slash is one for the whole path below the folder")
{
    CHECK(matches_glob("x/*.har", "x/a.har"));
    CHECK_FALSE(matches_glob("x/*.har", "y/x/a.har"));
    CHECK_FALSE(matches_glob("x/*.har", "x/y/a.har"));
    CHECK(matches_glob("*/*", "x/a.har"));
    CHECK_FALSE(matches_glob("*/*", "a.har"));
    CHECK_FALSE(matches_glob("x?a.har", "x/a.har"));
    CHECK_FALSE(matches_glob("x/y[/]a", "x/y/a"));
}

TEST_CASE("two stars stand for any number of folders, none included")
{
    for (const std::string_view path : {"a.har", "x/a.har", "x/y/a.har"}) {
        CHECK(matches_glob("**/a.har", path));
        CHECK(matches_glob("**/*.har", path));
        CHECK(matches_glob("**", path));
    }
    CHECK(matches_glob("x/**/a.har", "x/a.har"));
    CHECK(matches_glob("x/**/a.har", "x/y/z/a.har"));
    CHECK(matches_glob("x/**", "x/y/z/a.har"));
    CHECK_FALSE(matches_glob("x/**", "y/x/a.har"));
    CHECK_FALSE(matches_glob("x/**/a.har", "x/ya.har"));
    CHECK(matches_glob("**/s*/**/a-*-b", "q/st/u/v/a-1-2-b"));
}

TEST_CASE("sets are of characters, ranges of them, and what is not in them")
{
    CHECK(matches_glob("[a-c]1", "b1"));
    CHECK_FALSE(matches_glob("[a-c]1", "d1"));
    CHECK(matches_glob("[!a-c]1", "d1"));
    CHECK_FALSE(matches_glob("[!a-c]1", "b1"));
    CHECK(matches_glob("[]]", "]"));
    CHECK(matches_glob("[a-]", "-"));
    CHECK(matches_glob("[\xC3\xA4-\xC3\xBC]?", "\xC3\xB6\xC3\x9F"));
    CHECK(matches_glob("\\[a\\*", "[a*"));
    CHECK_FALSE(matches_glob("\\*", "a"));
}

TEST_CASE("a star takes as much as it must, and many stars end soon")
{
    CHECK(matches_glob("*a*b", "aabab"));
    CHECK_FALSE(matches_glob("*a*b", "aabaa"));
    CHECK(matches_glob("*", "a"));
    CHECK_FALSE(matches_glob("a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", std::string(10'000, 'a')));
}

TEST_CASE("a pattern that is empty or lacks a bracket is none")
{
    for (const std::string_view pattern : {"", "[", "a[b", "[]", "[!]"})
        CHECK_FALSE(is_glob(pattern));
    for (const std::string_view pattern : {"a", "[a]", "]", "\\[", "**/[!a-z]*", "a\\"})
        CHECK(is_glob(pattern));
}
