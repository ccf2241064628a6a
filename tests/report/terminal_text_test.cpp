#include <rollcall/detail/terminal_text.hpp>
#include <rollcall/detail/utf8.hpp>

#include <doctest/doctest.h>

#include <string>

using rollcall::detail::decode_utf8;
using rollcall::detail::for_terminal;
using rollcall::detail::to_valid_utf8;

TEST_CASE("UTF-8 is read as RFC 3629 has it")
{
    CHECK(decode_utf8("A").code_point == U'A');
    CHECK(decode_utf8("é").code_point == U'é');
    CHECK(decode_utf8("…").code_point == U'…');
    CHECK(decode_utf8("𝄞").code_point == U'𝄞');
    CHECK(decode_utf8("\xF4\x8F\xBF\xBF").code_point == 0x10FFFF);
    for (const std::string valid : {"A", "é", "…", "𝄞", "\xED\x9F\xBF", "\xEE\x80\x80"}) {
        CHECK(decode_utf8(valid).is_valid);
        CHECK(decode_utf8(valid).size == valid.size());
        CHECK(decode_utf8(valid + "\x80").size == valid.size());
    }
}

TEST_CASE("a byte that is no UTF-8 is one character")
{
    for (const std::string invalid :
         {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x80\x80", "\xE2\x80", "\xED\xA0\x80",
          "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"}) {
        CHECK_FALSE(decode_utf8(invalid).is_valid);
        CHECK(decode_utf8(invalid).size == 1);
    }
    CHECK(to_valid_utf8("a\xFF\xC3é\xE2\x80") == "a\uFFFD\uFFFDé\uFFFD\uFFFD");
}

TEST_CASE("what acts on a terminal is shown as an escape")
{
    CHECK(for_terminal("plain, é, 王, 𝄞") == "plain, é, 王, 𝄞");
    CHECK(for_terminal("\x1B[31m\n\t\x7F") == "\\u001b[31m\\u000a\\u0009\\u007f");
    CHECK(for_terminal("\xC2\x9B"
                       "2J") == "\\u009b2J");
    CHECK(for_terminal("a\u202Eb\u2066c\u200Fd\u2028") == "a\\u202eb\\u2066c\\u200fd\\u2028");
    CHECK(for_terminal("\x9B"
                       "2J") == "\uFFFD2J");
}
