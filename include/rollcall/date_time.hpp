#pragma once

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rollcall {

/// Edm.DateTimeOffset: a moment of the years 0001 to 9999 and the way it was written.
///
/// The moment counts in ticks of 100 ns, the service's resolution. What the OData grammar allows beyond that (up to 12
/// fraction digits, an offset instead of `Z`) is kept, so that the text comes back as it was read. Two date-times are
/// equal when they are the same moment, whatever their offsets. 16 bytes, no allocation.
class date_time {
public:
    using ticks = std::chrono::duration<std::int64_t, std::ratio<1, 10'000'000>>;
    using time_point = std::chrono::sys_time<ticks>;

    /// The longest text: `0001-01-01T00:00:00.123456789012+00:00`.
    static constexpr std::size_t maximum_text_size = 38;

    /// 1970-01-01T00:00:00Z.
    constexpr date_time() = default;

    /// A moment in UTC, written the service's way: `Z`, and no zeros at the end of the fraction.
    /// The moment must lie in the years 0001 to 9999, or `text()` is meaningless.
    constexpr explicit date_time(time_point moment) noexcept;

    /// Reads `yyyy-mm-ddThh:mm:ss`, then up to 12 fraction digits behind a point, then `Z`, `+hh:mm` or `-hh:mm`;
    /// nothing for any other text and for days that no calendar has. A leap second (`:60`) is no Edm.DateTimeOffset.
    [[nodiscard]] static constexpr std::optional<date_time> parse(std::string_view text) noexcept;

    /// The moment, cut to 100 ns.
    [[nodiscard]] constexpr time_point to_time_point() const noexcept { return time_point{ticks{ticks_}}; }

    /// The time from `earlier` to this moment, cut to 100 ns.
    [[nodiscard]] constexpr ticks since(const date_time& earlier) const noexcept
    {
        return ticks{ticks_ - earlier.ticks_ - (finer_ < earlier.finer_ ? 1 : 0)};
    }

    /// The offset from UTC that the text was written with; 0 for `Z`.
    [[nodiscard]] constexpr std::chrono::minutes offset() const noexcept { return std::chrono::minutes{offset_}; }

    /// The text, as it was read.
    [[nodiscard]] std::string text() const
    {
        char buffer[maximum_text_size];
        return {buffer, write(buffer)};
    }

    /// Writes the text to `to`, which must have room for `maximum_text_size` characters. Gives the end of what was
    /// written.
    constexpr char* write(char* to) const noexcept;

    friend constexpr bool operator==(const date_time& left, const date_time& right) noexcept
    {
        return left.ticks_ == right.ticks_ && left.finer_ == right.finer_;
    }
    friend constexpr std::weak_ordering operator<=>(const date_time& left, const date_time& right) noexcept
    {
        return left.ticks_ != right.ticks_ ? left.ticks_ <=> right.ticks_ : left.finer_ <=> right.finer_;
    }

private:
    enum class zone : std::uint8_t { z, positive, negative };

    static constexpr int digits_of_a_tick = 7;
    static constexpr int maximum_fraction_digits = 12;

    std::int64_t ticks_ = 0;
    /// Fraction digits 8 to 12, as a number of 10 fs.
    std::uint32_t finer_ = 0;
    std::int16_t offset_ = 0;
    std::uint8_t fraction_digits_ = 0;
    zone zone_ = zone::z;
};

namespace detail {

/// Eight characters that are looked at together: the first is the lowest byte.
[[nodiscard]] constexpr std::uint64_t eight_characters(const char* from) noexcept
{
    const auto byte = [from](unsigned index) {
        return std::uint64_t{static_cast<unsigned char>(from[index])} << (8 * index);
    };
    return byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7);
}

/// Eight characters in which 0 stands for any digit and another character for itself.
struct digit_pattern {
    consteval digit_pattern(const char (&text)[9]) : characters{eight_characters(text)}
    {
        for (unsigned index = 0; index < 8; ++index)
            if (text[index] != '0')
                separators |= std::uint64_t{0xFF} << (8 * index);
    }

    std::uint64_t characters;
    std::uint64_t separators = 0;
};

/// Eight characters of a text held against a pattern.
class matched_digits {
public:
    constexpr matched_digits(const char* from, digit_pattern pattern) noexcept
        : digits_{eight_characters(from) ^ pattern.characters}, separators_{pattern.separators}
    {
    }

    [[nodiscard]] constexpr bool matches() const noexcept
    {
        constexpr std::uint64_t sixes = 0x0606060606060606;
        constexpr std::uint64_t high_halves = 0xF0F0F0F0F0F0F0F0;
        return (((digits_ + sixes) | digits_) & high_halves) == 0 && (digits_ & separators_) == 0;
    }

    /// The number that the digits at `index` and behind it write.
    [[nodiscard]] constexpr unsigned two_digits(unsigned index) const noexcept
    {
        return static_cast<unsigned>(((digits_ * 10 + (digits_ >> 8)) >> (8 * index)) & 0xFF);
    }

private:
    std::uint64_t digits_;
    std::uint64_t separators_;
};

/// Reads two digits into `value`; false when one of them is none.
constexpr bool read_two_digits(const char* from, int& value) noexcept
{
    const unsigned tens = static_cast<unsigned char>(from[0]) - unsigned{'0'};
    const unsigned ones = static_cast<unsigned char>(from[1]) - unsigned{'0'};
    value = static_cast<int>(tens * 10 + ones);
    return tens < 10 && ones < 10;
}

constexpr char* write_digits(char* to, std::uint64_t value, int digits) noexcept
{
    for (int position = digits; position-- > 0; value /= 10)
        to[position] = static_cast<char>('0' + value % 10);
    return to + digits;
}

} // namespace detail

constexpr date_time::date_time(time_point moment) noexcept : ticks_{moment.time_since_epoch().count()}
{
    auto fraction = ticks_ % ticks::period::den;
    if (fraction == 0)
        return;
    fraction_digits_ = digits_of_a_tick;
    for (; fraction % 10 == 0; fraction /= 10)
        --fraction_digits_;
}

constexpr std::optional<date_time> date_time::parse(std::string_view text) noexcept
{
    constexpr std::size_t fraction_begin = 20;
    if (text.size() < fraction_begin || text.size() > maximum_text_size)
        return std::nullopt;
    const char* const from = text.data();
    const detail::matched_digits year_and_month{from, "0000-00-"};
    const detail::matched_digits day_to_minute{from + 8, "00T00:00"};
    const detail::matched_digits time{from + 11, "00:00:00"};
    const std::int64_t hour = day_to_minute.two_digits(3);
    const std::int64_t minute = day_to_minute.two_digits(6);
    const std::int64_t second = time.two_digits(6);
    if (!year_and_month.matches() || !day_to_minute.matches() || !time.matches() || hour > 23 || minute > 59 ||
        second > 59)
        return std::nullopt;
    const std::chrono::year_month_day date{
        std::chrono::year{static_cast<int>(year_and_month.two_digits(0) * 100 + year_and_month.two_digits(2))},
        std::chrono::month{year_and_month.two_digits(5)}, std::chrono::day{day_to_minute.two_digits(0)}};
    if (!date.ok() || date.year() < std::chrono::year{1})
        return std::nullopt;

    date_time result;
    const char* position = from + fraction_begin - 1;
    const char* const end = from + text.size();
    std::int64_t fraction = 0;
    if (*position == '.') {
        ++position;
        int digits = 0;
        for (; position != end && *position >= '0' && *position <= '9'; ++position, ++digits) {
            if (digits < digits_of_a_tick)
                fraction = fraction * 10 + (*position - '0');
            else
                result.finer_ = result.finer_ * 10 + static_cast<std::uint32_t>(*position - '0');
        }
        if (digits == 0 || digits > maximum_fraction_digits)
            return std::nullopt;
        result.fraction_digits_ = static_cast<std::uint8_t>(digits);
        for (int missing = digits; missing < digits_of_a_tick; ++missing)
            fraction *= 10;
        for (int missing = digits; missing > digits_of_a_tick && missing < maximum_fraction_digits; ++missing)
            result.finer_ *= 10;
    }
    if (position == end)
        return std::nullopt;
    if (*position != 'Z') {
        int offset_hours = 0, offset_minutes = 0;
        const bool positive = *position == '+';
        if ((!positive && *position != '-') || end - position != 6 || position[3] != ':' ||
            !detail::read_two_digits(position + 1, offset_hours) ||
            !detail::read_two_digits(position + 4, offset_minutes) || offset_hours > 23 || offset_minutes > 59)
            return std::nullopt;
        result.zone_ = positive ? zone::positive : zone::negative;
        const int offset = offset_hours * 60 + offset_minutes;
        result.offset_ = static_cast<std::int16_t>(positive ? offset : -offset);
    } else if (position + 1 != end) {
        return std::nullopt;
    }
    const std::int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
    const std::int64_t seconds = ((days * 24 + hour) * 60 + minute - result.offset_) * 60 + second;
    result.ticks_ = seconds * ticks::period::den + fraction;
    return result;
}

constexpr char* date_time::write(char* to) const noexcept
{
    const time_point local = to_time_point() + offset();
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date{day};
    const auto time = static_cast<std::uint64_t>((local - day).count());
    const std::uint64_t seconds = time / ticks::period::den;
    const auto write_two_digits = [&](std::uint64_t value, char separator) {
        *to++ = separator;
        to = detail::write_digits(to, value, 2);
    };
    to = detail::write_digits(to, static_cast<std::uint64_t>(static_cast<int>(date.year())), 4);
    write_two_digits(static_cast<unsigned>(date.month()), '-');
    write_two_digits(static_cast<unsigned>(date.day()), '-');
    write_two_digits(seconds / 3600, 'T');
    write_two_digits(seconds / 60 % 60, ':');
    write_two_digits(seconds % 60, ':');
    if (fraction_digits_ != 0) {
        char digits[maximum_fraction_digits]{};
        detail::write_digits(digits, time % ticks::period::den, digits_of_a_tick);
        detail::write_digits(digits + digits_of_a_tick, finer_, maximum_fraction_digits - digits_of_a_tick);
        *to++ = '.';
        for (int digit = 0; digit < fraction_digits_; ++digit)
            *to++ = digits[digit];
    }
    if (zone_ == zone::z) {
        *to++ = 'Z';
        return to;
    }
    const auto minutes = static_cast<std::uint64_t>(offset_ < 0 ? -offset_ : offset_);
    write_two_digits(minutes / 60, zone_ == zone::positive ? '+' : '-');
    write_two_digits(minutes % 60, ':');
    return to;
}

} // namespace rollcall
