#include <rollcall/date_time.hpp>

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>

using rollcall::date_time;
using namespace std::chrono_literals;

namespace {

std::string written(std::string_view text)
{
    const auto parsed = date_time::parse(text);
    return parsed ? parsed->text() : "no date-time";
}

date_time parsed(std::string_view text)
{
    const auto result = date_time::parse(text);
    REQUIRE_MESSAGE(result, text);
    return *result;
}

/// Character by character, as the grammar says it.
bool is_edm_date_time(std::string_view text)
{
    constexpr std::string_view form = "0000-00-00T00:00:00";
    const auto is_digit = [](char character) { return character >= '0' && character <= '9'; };
    const auto number = [&](std::size_t from, std::size_t size) {
        return std::stoi(std::string{text.substr(from, size)});
    };
    const auto has_form = [&](std::size_t from, std::string_view expected) {
        if (text.size() < from + expected.size())
            return false;
        for (std::size_t index = 0; index < expected.size(); ++index)
            if (expected[index] == '0' ? !is_digit(text[from + index]) : text[from + index] != expected[index])
                return false;
        return true;
    };
    if (!has_form(0, form))
        return false;
    const std::chrono::year_month_day day{std::chrono::year{number(0, 4)},
                                          std::chrono::month{static_cast<unsigned>(number(5, 2))},
                                          std::chrono::day{static_cast<unsigned>(number(8, 2))}};
    if (!day.ok() || number(0, 4) == 0 || number(11, 2) > 23 || number(14, 2) > 59 || number(17, 2) > 59)
        return false;
    std::size_t end = form.size();
    if (end < text.size() && text[end] == '.') {
        const std::size_t begin = ++end;
        while (end < text.size() && is_digit(text[end]))
            ++end;
        if (end == begin || end - begin > 12)
            return false;
    }
    if (text.substr(end) == "Z")
        return true;
    return (has_form(end, "+00:00") || has_form(end, "-00:00")) && text.size() == end + 6 && number(end + 1, 2) < 24 &&
           number(end + 4, 2) < 60;
}

} // namespace

static_assert(sizeof(date_time) == 16);
static_assert(date_time::parse("2022-06-29T22:54:43.656285Z")->to_time_point() ==
              std::chrono::sys_days{std::chrono::year{2022} / 6 / 29} + 22h + 54min + 43s + date_time::ticks{6562850});

TEST_CASE("the text of a date-time comes back as it was read")
{
    for (const std::string_view text : {
             "2021-10-05T04:38:27.6027225Z",
             "2022-06-29T22:54:43.656285Z",
             "2022-06-29T22:54:43.77Z",
             "2022-06-29T22:54:43Z",
             "2022-06-29T22:54:43.0Z",
             "2022-06-29T22:54:43.000Z",
             "2022-06-29T22:54:43.1234567+02:00",
             "2022-06-29T22:54:43-11:30",
             "2022-06-29T22:54:43+00:00",
             "2022-06-29T22:54:43-00:00",
             "2022-06-29T22:54:43.123456789012Z",
             "2022-06-29T22:54:43.00000001Z",
             "0001-01-01T00:00:00Z",
             "0001-01-01T00:00:00+14:00",
             "9999-12-31T23:59:59.9999999Z",
             "9999-12-31T23:59:59.999999999999-14:00",
             "1969-12-31T23:59:59.9999999Z",
             "2000-02-29T00:00:00Z",
             "2024-02-29T23:59:59+23:59",
         })
        CHECK(written(text) == text);
}

TEST_CASE("what is no Edm.DateTimeOffset is not read")
{
    for (const std::string_view text : {
             "",
             "2022-06-29",
             "2022-06-29T22:54Z",
             "2022-06-29T22:54:43",
             "2022-06-29 22:54:43Z",
             "2022-06-29t22:54:43z",
             "2022-06-29T22:54:43.Z",
             "2022-06-29T22:54:43.1234567890123Z",
             "2022-06-29T22:54:43Z ",
             " 2022-06-29T22:54:43Z",
             "2022-06-29T22:54:43ZZ",
             "2022-06-29T22:54:43+2:00",
             "2022-06-29T22:54:43+0200",
             "2022-06-29T22:54:43+24:00",
             "2022-06-29T22:54:43+02:60",
             "2022-06-29T22:54:43*02:00",
             "2022-06-29T24:00:00Z",
             "2022-06-29T22:60:00Z",
             "2016-12-31T23:59:60Z",
             "2022-13-01T00:00:00Z",
             "2022-00-01T00:00:00Z",
             "2022-06-31T00:00:00Z",
             "2022-06-00T00:00:00Z",
             "2023-02-29T00:00:00Z",
             "1900-02-29T00:00:00Z",
             "0000-01-01T00:00:00Z",
             "-001-01-01T00:00:00Z",
             "12022-06-29T22:54:43Z",
             "2022-06-29T22:54:4\xC3\xA9Z",
             "20/2-06-29T22:54:43Z",
             "202:-06-29T22:54:43Z",
         })
        CHECK_MESSAGE(!date_time::parse(text), text);
}

TEST_CASE("whatever one character of a date-time becomes, it is read if the grammar has it and comes back as it was")
{
    for (const std::string_view text : {"2022-06-29T22:54:43.6562851Z", "2024-02-29T19:09:59.5Z",
                                        "1999-12-31T20:01:10Z", "2000-10-30T00:00:00.12345678+12:34"})
        for (std::size_t index = 0; index < text.size(); ++index)
            for (int byte = 0; byte < 256; ++byte) {
                std::string changed{text};
                changed[index] = static_cast<char>(byte);
                CAPTURE(changed);
                REQUIRE(date_time::parse(changed).has_value() == is_edm_date_time(changed));
                if (is_edm_date_time(changed))
                    REQUIRE(written(changed) == changed);
            }
    CHECK(!date_time::parse(std::string(28, '\0')));
}

TEST_CASE("every day of four hundred years is read and written as the calendar has it")
{
    const std::chrono::sys_days first = std::chrono::year{1900} / 1 / 1;
    const std::chrono::sys_days last = std::chrono::year{2300} / 1 / 1;
    for (std::chrono::sys_days day = first; day != last; day += std::chrono::days{1}) {
        const date_time moment{day + 12h};
        const auto again = date_time::parse(moment.text());
        REQUIRE(again);
        REQUIRE(again->to_time_point() == moment.to_time_point());
    }
}

TEST_CASE("two date-times are equal when they are the same moment")
{
    CHECK(parsed("2022-06-29T22:54:43Z") == parsed("2022-06-30T00:54:43+02:00"));
    CHECK(parsed("2022-06-29T22:54:43Z") == parsed("2022-06-29T22:54:43.000Z"));
    CHECK(parsed("2022-06-29T22:54:43Z") != parsed("2022-06-29T22:54:43.000000000001Z"));
    CHECK(parsed("2022-06-29T22:54:43Z") < parsed("2022-06-29T22:54:43.000000000001Z"));
    CHECK(parsed("1969-12-31T23:59:59.9999999Z") < parsed("1970-01-01T00:00:00Z"));
}

TEST_CASE("a time point is written the service's way, without zeros at the end of the fraction")
{
    const std::chrono::sys_days day = std::chrono::year{2022} / 6 / 29;
    CHECK(date_time{day}.text() == "2022-06-29T00:00:00Z");
    CHECK(date_time{day + 43770ms}.text() == "2022-06-29T00:00:43.77Z");
    CHECK(date_time{day + date_time::ticks{1}}.text() == "2022-06-29T00:00:00.0000001Z");
    const std::chrono::sys_days before_1970 = std::chrono::year{1955} / 11 / 5;
    CHECK(date_time{before_1970 + date_time::ticks{1'200'000}}.text() == "1955-11-05T00:00:00.12Z");
    CHECK(date_time{}.text() == "1970-01-01T00:00:00Z");
}

TEST_CASE("a date-time tells its offset, and its moment in ticks of 100 ns")
{
    CHECK(parsed("2022-06-29T22:54:43-11:30").offset() == -690min);
    CHECK(parsed("2022-06-29T22:54:43Z").offset() == 0min);
    CHECK(parsed("1970-01-01T01:00:00.00000019+01:00").to_time_point().time_since_epoch().count() == 1);
}

TEST_CASE("the time between two date-times is cut to ticks, fractions finer than a tick included")
{
    CHECK(parsed("2022-06-29T22:59:18.5180137Z").since(parsed("2022-06-29T22:54:43.656285Z")) ==
          date_time::ticks{2748617287});
    CHECK(parsed("2022-06-29T00:00:10Z").since(parsed("2022-06-29T00:00:00.00000001Z")) ==
          date_time::ticks{99'999'999});
    CHECK(parsed("2022-06-29T00:00:00Z").since(parsed("2022-06-29T00:00:10Z")) == -10s);
}
