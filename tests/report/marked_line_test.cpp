#include <rollcall/detail/marked_line.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

/// The line and, below it, the mark for the first place of `token` in `text`.
std::string marked(std::string_view text, std::string_view token, std::size_t width = 100)
{
    const std::size_t offset = text.find(token);
    REQUIRE(offset != std::string_view::npos);
    const auto line = rollcall::detail::mark_in_line(text, offset, width);
    return line.text + '\n' + std::string(line.mark, ' ') + '^' + std::string(line.mark_size - 1, '~');
}

std::string marked_at(std::string_view text, std::size_t offset)
{
    const auto line = rollcall::detail::mark_in_line(text, offset, 100);
    return line.text + '\n' + std::string(line.mark, ' ') + '^' + std::string(line.mark_size - 1, '~');
}

} // namespace

TEST_CASE("the mark is as wide as the token")
{
    const std::string_view text = "{\"name\": \"two words\", \"n\": -12.5e3, \"t\": true, \"o\": {}}";
    CHECK(marked(text, "\"two") == std::string{text} + "\n         ^~~~~~~~~~~");
    CHECK(marked(text, "-12") == std::string{text} + "\n                           ^~~~~~~");
    CHECK(marked(text, "true") == std::string{text} + "\n                                         ^~~~");
    CHECK(marked(text, "{}") == std::string{text} + "\n                                                    ^");
    CHECK(marked(text, ",") == std::string{text} + "\n                    ^");
}

TEST_CASE("only the line of the place is shown, without its end")
{
    CHECK(marked("one\ntwo\nthree", "two") == "two\n^~~");
    CHECK(marked("one\r\ntwo\r\nthree", "two") == "two\n^~~");
    CHECK(marked("one\ntwo", "two") == "two\n^~~");
    CHECK(marked("one\n\n", "one") == "one\n^~~");
}

TEST_CASE("a place at the end of a line or of the text is marked behind it")
{
    CHECK(marked_at("\"ab\ncd", 3) == "\"ab\n   ^");
    CHECK(marked_at("\"ab\r\ncd", 3) == "\"ab\n   ^");
    CHECK(marked_at("{", 1) == "{\n ^");
    CHECK(marked_at("{\n", 2) == "\n^");
    CHECK(marked_at("", 0) == "\n^");
    CHECK(marked_at("{}", 99) == "{}\n  ^");
}

TEST_CASE("columns are code points")
{
    CHECK(marked("\"é王𝄞\": 1", "1") == "\"é王𝄞\": 1\n       ^");
    CHECK(marked("[\"é王𝄞\"]", "\"") == "[\"é王𝄞\"]\n ^~~~~");
}

TEST_CASE("a tab is four columns, an escape is as wide as it looks")
{
    CHECK(marked("\t1", "1") == "    1\n    ^");
    CHECK(marked("\x1B 1", "1") == "\\u001b 1\n       ^");
    CHECK(marked("\xFF 1", "1") == "\uFFFD 1\n  ^");
    CHECK(marked("[\"a\tb\"]", "\"a") == "[\"a    b\"]\n ^~~~~~~~");
}

TEST_CASE("a string without an end is marked as far as the line goes")
{
    CHECK(marked("[\"abc\n\"", "\"abc") == "[\"abc\n ^~~~");
}

TEST_CASE("of a long line the surroundings of the place are shown")
{
    const std::string text = "0123456789 0123456789 MARK 0123456789 0123456789";
    CHECK(marked(text, "MARK", 20) == "…123456789 MARK 01234…\n           ^~~~");
    CHECK(marked(text, "MARK", text.size()) == text + "\n                      ^~~~");
}

TEST_CASE("near an end of a long line the other side gets the room")
{
    const std::string text = "BEGIN 0123456789 0123456789 0123456789 FINAL";
    CHECK(marked(text, "BEGIN", 20) == "BEGIN 0123456789 012…\n^~~~~");
    CHECK(marked(text, "FINAL", 20) == "…789 0123456789 FINAL\n                ^~~~~");
}

TEST_CASE("a token that is longer than the room is marked as far as it is seen")
{
    const std::string text = "[\"" + std::string(50, 'x') + "\"]";
    CHECK(marked(text, "\"", 20) == "[\"" + std::string(18, 'x') + "…\n ^~~~~~~~~~~~~~~~~~~");
}

TEST_CASE("a line is never cut within a character")
{
    std::string text;
    for (int count = 0; count < 1000; ++count)
        text += "王𝄞é";
    const std::size_t middle = text.find("é", text.size() / 2);
    const auto line = rollcall::detail::mark_in_line(text, middle, 20);
    CHECK(line.text == "…𝄞é王𝄞é王𝄞é王𝄞é王𝄞é王𝄞é王𝄞é…");
    CHECK(line.mark == 11);
}

TEST_CASE("a line that is as long as what is looked at is not shown as cut")
{
    using rollcall::detail::window_around;
    const std::string_view text = "\n12345678\n";
    CHECK_FALSE(window_around(text, 5, 4).is_cut_before);
    CHECK_FALSE(window_around(text, 5, 4).is_cut_behind);
    CHECK(window_around(text, 5, 3).is_cut_before);
    CHECK(window_around(text, 5, 3).is_cut_behind);
}
