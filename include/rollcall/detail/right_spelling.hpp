#pragma once

#include <rollcall/date_time.hpp>
#include <rollcall/detail/text_excerpt.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>

// Values that are written in a wrong way and leave no doubt about what was meant. All texts are JSON.

namespace rollcall::detail {

/// The text in quotation marks; empty where it would need escapes or is long, so that nobody meant it.
[[nodiscard]] inline std::string quoted_as_it_is(std::string_view text)
{
    std::string quoted = quoted_name(text);
    const bool is_plain = quoted.size() == text.size() + 2 && text.find_first_of("\"\\") == std::string_view::npos;
    return is_plain ? quoted : std::string{};
}

/// What stands between the quotation marks of a string; empty for any other value.
[[nodiscard]] inline std::string_view inside_quotes(std::string_view literal) noexcept
{
    return literal.size() >= 2 && literal.front() == '"' && literal.back() == '"'
               ? literal.substr(1, literal.size() - 2)
               : std::string_view{};
}

/// The date-time that a string was meant to be, as an Edm.DateTimeOffset: a space for the `T`, small letters, a comma
/// for the point, an offset without colon, more digits than there may be. Nothing is made up: a text without zone or
/// seconds gives an empty one.
[[nodiscard]] inline std::string rewritten_date_time(std::string_view literal)
{
    std::string text{inside_quotes(literal)};
    constexpr std::size_t longest = 64;
    if (text.size() > longest)
        return {};
    text.erase(0, text.find_first_not_of(' '));
    text.erase(text.find_last_not_of(' ') + 1);
    constexpr std::size_t date_size = 10;
    constexpr std::size_t time_end = 19;
    if (text.size() <= time_end)
        return {};
    if (text[date_size] == 't' || text[date_size] == ' ')
        text[date_size] = 'T';
    if (text.back() == 'z')
        text.back() = 'Z';
    if (text[time_end] == ',')
        text[time_end] = '.';
    const std::size_t zone = text.find_first_of("Z+-", time_end);
    if (zone == std::string::npos)
        return {};
    std::string offset = text.substr(zone);
    text.erase(zone);
    while (text.ends_with(' '))
        text.pop_back();
    constexpr std::size_t size_without_colon = 5;
    constexpr std::size_t size_of_hours = 3;
    if (offset.size() == size_without_colon && offset.find(':') == std::string::npos)
        offset.insert(size_of_hours, ":");
    else if (offset.size() == size_of_hours)
        offset += ":00";
    constexpr std::size_t most_digits = 12;
    if (text.size() > time_end + 1 + most_digits &&
        text.find_first_not_of("0123456789", time_end + 1) == std::string::npos)
        text.resize(time_end + 1 + most_digits);
    if (text.ends_with('.'))
        text.pop_back();
    text += offset;
    return date_time::parse(text) ? '"' + text + '"' : std::string{};
}

/// The whole number that a string or a number with a fraction of zeros was meant to be; empty where there is none.
[[nodiscard]] inline std::string rewritten_whole_number(std::string_view literal)
{
    std::string_view text = literal.starts_with('"') ? inside_quotes(literal) : literal;
    if (const std::size_t point = text.find('.'); point != std::string_view::npos && point + 1 != text.size() &&
                                                  text.find_first_not_of('0', point + 1) == std::string_view::npos)
        text = text.substr(0, point);
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::to_string(number) : std::string{};
}

} // namespace rollcall::detail
