#pragma once

#include <array>
#include <bit>
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

    /// The day of the date-time that was read last: many in a payload are of the same.
    class known_day {
        friend date_time;
        constexpr bool read(const char* from, unsigned day_of_month) noexcept;

        /// As it is written: `2022-06-`.
        std::uint64_t year_and_month = 0;
        unsigned day = 0;
        std::int64_t days_since_1970 = 0;
    };

    /// Reads the date-time that a text begins with, by the same grammar. Gives where it ends, or null where there is
    /// none; then this is any date-time.
    constexpr const char* read(const char* from, const char* end, known_day& known) noexcept;

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

    /// A fraction of a second, and where it ends; null where there is none.
    struct read_ticks {
        std::int64_t value = 0;
        const char* end = nullptr;
    };

    constexpr read_ticks read_fraction(const char* from, const char* end) noexcept;
    constexpr read_ticks read_long_fraction(const char* from, const char* end) noexcept;
    constexpr const char* read_offset(const char* from, const char* end) noexcept;

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

/// The digits that eight characters begin with.
class leading_digits {
public:
    constexpr explicit leading_digits(const char* from) noexcept : digits_{eight_characters(from) ^ zeros}
    {
        constexpr std::uint64_t sixes = 0x0606060606060606;
        constexpr std::uint64_t high_halves = 0xF0F0F0F0F0F0F0F0;
        count_ = std::countr_zero(((digits_ + sixes) | digits_) & high_halves) / 8;
    }

    [[nodiscard]] constexpr int count() const noexcept { return count_; }

    /// The number that they write with zeros behind them, eight digits in all.
    [[nodiscard]] constexpr std::int64_t as_eight_digits() const noexcept
    {
        const std::uint64_t ones = count_ == 8 ? digits_ : digits_ & ((std::uint64_t{1} << (8 * count_)) - 1);
        const std::uint64_t pairs = (ones * 10 + (ones >> 8)) & 0x00FF00FF00FF00FF;
        const std::uint64_t fours = (pairs * 100 + (pairs >> 16)) & 0x0000FFFF0000FFFF;
        return static_cast<std::int64_t>((fours * 10000 + (fours >> 32)) & 0xFFFFFFFF);
    }

private:
    static constexpr std::uint64_t zeros = 0x3030303030303030;

    std::uint64_t digits_;
    int count_ = 0;
};

/// Days of a month, a leap year's; by its number.
inline constexpr std::array<unsigned char, 13> days_of_month{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/// Days before a month, by its number, in a year that begins in March, so that the leap day is its last.
inline constexpr std::array<std::int16_t, 13> days_before_month{0,   306, 337, 0,   31,  61, 92,
                                                                122, 153, 184, 214, 245, 275};

/// Whether the calendar has the day; years from 1.
[[nodiscard]] constexpr bool is_calendar_day(unsigned year, unsigned month, unsigned day) noexcept
{
    if (year == 0 || month > 12 || day == 0 || day > days_of_month[month])
        return false;
    return month != 2 || day != 29 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

/// How many days a day of the calendar is after 1970-01-01.
[[nodiscard]] constexpr std::int64_t days_since_1970(unsigned year, unsigned month, unsigned day) noexcept
{
    constexpr std::int32_t days_before_1970 = 719469;
    const auto years = static_cast<std::int32_t>(month > 2 ? year : year - 1);
    const std::int32_t centuries = years / 100;
    return years * 365 + years / 4 - centuries + centuries / 4 + days_before_month[month] +
           static_cast<std::int32_t>(day) - days_before_1970;
}

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
    date_time result;
    const char* const end = text.data() + text.size();
    known_day known;
    return result.read(text.data(), end, known) == end && !text.empty() ? std::optional{result} : std::nullopt;
}

constexpr bool date_time::known_day::read(const char* from, unsigned day_of_month) noexcept
{
    const detail::matched_digits digits{from, "0000-00-"};
    const unsigned year = digits.two_digits(0) * 100 + digits.two_digits(2);
    const unsigned month = digits.two_digits(5);
    if (!digits.matches() || !detail::is_calendar_day(year, month, day_of_month))
        return false;
    year_and_month = detail::eight_characters(from);
    day = day_of_month;
    days_since_1970 = detail::days_since_1970(year, month, day);
    return true;
}

constexpr const char* date_time::read(const char* from, const char* end, known_day& known) noexcept
{
    constexpr std::ptrdiff_t fraction_begin = 20;
    if (end - from < fraction_begin)
        return nullptr;
    const detail::matched_digits day_to_minute{from + 8, "00T00:00"};
    const detail::matched_digits time{from + 11, "00:00:00"};
    const unsigned hour = day_to_minute.two_digits(3);
    const unsigned minute = day_to_minute.two_digits(6);
    const unsigned second = time.two_digits(6);
    if (!day_to_minute.matches() || !time.matches() || hour > 23 || minute > 59 || second > 59)
        return nullptr;
    const unsigned day = day_to_minute.two_digits(0);
    const std::uint64_t year_and_month = detail::eight_characters(from);
    if ((year_and_month != known.year_and_month || day != known.day) && !known.read(from, day))
        return nullptr;

    const char* position = from + fraction_begin - 1;
    std::int64_t fraction = 0;
    finer_ = 0;
    fraction_digits_ = 0;
    if (*position == '.') {
        const read_ticks read = read_fraction(position + 1, end);
        fraction = read.value;
        position = read.end;
        if (!position)
            return nullptr;
    }
    if (*position == 'Z') {
        zone_ = zone::z;
        offset_ = 0;
        ++position;
    } else {
        position = read_offset(position, end);
        if (!position)
            return nullptr;
    }
    const std::int64_t minutes = (known.days_since_1970 * 24 + hour) * 60 + minute - offset_;
    ticks_ = (minutes * 60 + second) * ticks::period::den + fraction;
    return position;
}

constexpr date_time::read_ticks date_time::read_fraction(const char* from, const char* end) noexcept
{
    constexpr std::ptrdiff_t digits_looked_at = 8;
    if (end - from <= digits_looked_at)
        return read_long_fraction(from, end);
    const detail::leading_digits digits{from};
    if (digits.count() > digits_of_a_tick)
        return read_long_fraction(from, end);
    if (digits.count() == 0)
        return {};
    fraction_digits_ = static_cast<std::uint8_t>(digits.count());
    return {digits.as_eight_digits() / 10, from + digits.count()};
}

constexpr date_time::read_ticks date_time::read_long_fraction(const char* from, const char* end) noexcept
{
    std::int64_t fraction = 0;
    int digits = 0;
    for (; from != end && *from >= '0' && *from <= '9'; ++from, ++digits) {
        if (digits == maximum_fraction_digits)
            return {};
        if (digits < digits_of_a_tick)
            fraction = fraction * 10 + (*from - '0');
        else
            finer_ = finer_ * 10 + static_cast<std::uint32_t>(*from - '0');
    }
    if (digits == 0 || from == end)
        return {};
    fraction_digits_ = static_cast<std::uint8_t>(digits);
    for (int missing = digits; missing < digits_of_a_tick; ++missing)
        fraction *= 10;
    for (int missing = digits; missing > digits_of_a_tick && missing < maximum_fraction_digits; ++missing)
        finer_ *= 10;
    return {fraction, from};
}

constexpr const char* date_time::read_offset(const char* from, const char* end) noexcept
{
    constexpr std::ptrdiff_t size = 6;
    if (end - from < size || (*from != '+' && *from != '-') || from[3] != ':')
        return nullptr;
    int hours = 0, minutes = 0;
    if (!detail::read_two_digits(from + 1, hours) || !detail::read_two_digits(from + 4, minutes) || hours > 23 ||
        minutes > 59)
        return nullptr;
    const bool is_positive = *from == '+';
    zone_ = is_positive ? zone::positive : zone::negative;
    const int offset = hours * 60 + minutes;
    offset_ = static_cast<std::int16_t>(is_positive ? offset : -offset);
    return from + size;
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
