#include <rollcall/detail/json_string_text.hpp>

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace {

std::optional<std::string> unescaped_by_boost(const std::string& literal)
{
    boost::json::error_code error;
    const boost::json::value value = boost::json::parse(literal, error);
    return error ? std::nullopt : std::optional<std::string>{value.as_string()};
}

void check_text(const std::string& text)
{
    CAPTURE(text);
    const std::string literal = '"' + text + '"';
    CHECK(rollcall::detail::unescape(literal) == unescaped_by_boost(literal));
}

} // namespace

TEST_CASE("a string is unescaped as Boost.JSON does it, and what is no escape is refused likewise")
{
    for (int character = ' '; character < 0x80; ++character)
        if (character != '"')
            check_text(std::string{"a\\"} + static_cast<char>(character) + "z");

    constexpr std::array<std::string_view, 16> pieces{"",        "\\u0000", "\\u00e9",  "\\u20AC", "\\uD83d", "\\uDBFF",
                                                      "\\uDE00", "\\uDFFF", "\\uFFFF",  "\\u12",   "\\u-123", "\\u12G4",
                                                      "\\n",     "\\\\",    "\xC3\xA9", "text"};
    for (const std::string_view first : pieces)
        for (const std::string_view second : pieces)
            for (const std::string_view third : pieces)
                check_text(std::string{first}.append(second).append(third));
}

TEST_CASE("what is no string literal has no text")
{
    for (const std::string_view literal : {"", "\"", "null", "\"open", "open\"", "\"\\\"", "[\"\"]"})
        CHECK(rollcall::detail::unescape(literal) == std::nullopt);
    CHECK(rollcall::detail::unescape("\"\"") == "");
}
