#pragma once

#include <rollcall/detail/digits.hpp>
#include <rollcall/presence.hpp>

#include <algorithm>
#include <array>
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
        [[nodiscard]] constexpr bool is(const char* from) const noexcept;
        constexpr bool read(const char* from) noexcept;

        static constexpr std::int64_t seconds_of_a_day = 86'400;

        /// As it is written: `2022-06-`, and `2-06-29T`. At first the two contradict each other, so it is no day.
        std::uint64_t year_and_month_ = 0;
        std::uint64_t year_to_day_ = ~std::uint64_t{0};
        /// In seconds since 1970.
        std::int64_t midnight_ = 0;
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
    friend presence_within<date_time>;

    /// The last two are of a property that has no date-time.
    enum class zone : std::uint8_t { z, positive, negative, absent, null };

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
    constexpr char* write_fraction(char* to, std::uint32_t ticks_of_second) const noexcept;

    std::int64_t ticks_ = 0;
    /// Fraction digits 8 to 12, as a number of 10 fs.
    std::uint32_t finer_ = 0;
    std::int16_t offset_ = 0;
    std::uint8_t fraction_digits_ = 0;
    zone zone_ = zone::z;
};

template <>
struct presence_within<date_time> {
    [[nodiscard]] static constexpr presence get(const date_time& moment) noexcept
    {
        if (moment.zone_ < date_time::zone::absent)
            return presence::present;
        return moment.zone_ == date_time::zone::absent ? presence::absent : presence::null;
    }
    static constexpr void set(date_time& moment, presence presence) noexcept
    {
        constexpr date_time::zone zones[]{date_time::zone::absent, date_time::zone::null, date_time::zone::z};
        moment.zone_ = zones[static_cast<std::size_t>(presence)];
    }
};

namespace detail {

/// 10 to the power of the index.
inline constexpr std::array<std::int64_t, 8> powers_of_ten{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000};

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

/// "00", "01" and so on to "99", one behind the other.
inline constexpr auto digit_pairs = [] {
    std::array<char, 200> result{};
    for (std::size_t number = 0; number < 100; ++number) {
        result[2 * number] = static_cast<char>('0' + number / 10);
        result[2 * number + 1] = static_cast<char>('0' + number % 10);
    }
    return result;
}();

constexpr char* write_two_digits(char* to, std::uint32_t value) noexcept
{
    const std::size_t place = std::size_t{value} * 2;
    *to++ = digit_pairs[place];
    *to++ = digit_pairs[place + 1];
    return to;
}

constexpr char* write_digits(char* to, std::uint32_t value, int digits) noexcept
{
    char* const end = to + digits;
    for (; digits > 1; digits -= 2, value /= 100)
        write_two_digits(to + digits - 2, value % 100);
    if (digits == 1)
        *to = static_cast<char>('0' + value % 10);
    return end;
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

constexpr bool date_time::known_day::is(const char* from) const noexcept
{
    return detail::eight_characters(from) == year_and_month_ && detail::eight_characters(from + 3) == year_to_day_;
}

constexpr bool date_time::known_day::read(const char* from) noexcept
{
    constexpr detail::digits_in_form form_of_month{"9999-19-"};
    constexpr detail::digits_in_form form_of_day{"9-19-39T"};
    const std::uint64_t month_digits = form_of_month.of(detail::eight_characters(from));
    const std::uint64_t day_digits = form_of_day.of(detail::eight_characters(from + 3));
    const unsigned year = detail::two_digits(month_digits, 0) * 100 + detail::two_digits(month_digits, 2);
    const unsigned month = detail::two_digits(month_digits, 5);
    const unsigned day = detail::two_digits(day_digits, 5);
    if (form_of_month.wrong(month_digits) != 0 || form_of_day.wrong(day_digits) != 0 ||
        !detail::is_calendar_day(year, month, day))
        return false;
    year_and_month_ = detail::eight_characters(from);
    year_to_day_ = detail::eight_characters(from + 3);
    midnight_ = detail::days_since_1970(year, month, day) * seconds_of_a_day;
    return true;
}

constexpr const char* date_time::read(const char* from, const char* end, known_day& known) noexcept
{
    constexpr std::ptrdiff_t time_begin = 11;
    constexpr std::ptrdiff_t fraction_begin = 20;
    constexpr detail::digits_in_form form_of_time{"29:59:59"};
    if (end - from < fraction_begin || (!known.is(from) && !known.read(from)))
        return nullptr;
    const std::uint64_t time_digits = form_of_time.of(detail::eight_characters(from + time_begin));
    const unsigned hour = detail::two_digits(time_digits, 0);
    if (form_of_time.wrong(time_digits) != 0 || hour > 23)
        return nullptr;
    const unsigned second = (hour * 60 + detail::two_digits(time_digits, 3)) * 60 + detail::two_digits(time_digits, 6);

    finer_ = 0;
    fraction_digits_ = 0;
    read_ticks fraction{.end = from + fraction_begin - 1};
    if (*fraction.end == '.')
        fraction = read_fraction(from + fraction_begin, end);
    if (!fraction.end)
        return nullptr;
    ticks_ = (known.midnight_ + second) * ticks::period::den + fraction.value;
    zone_ = zone::z;
    offset_ = 0;
    return *fraction.end == 'Z' ? fraction.end + 1 : read_offset(fraction.end, end);
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
    const auto missing = static_cast<std::size_t>(digits_of_a_tick - digits.count());
    return {digits.number() * detail::powers_of_ten[missing], from + digits.count()};
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
    ticks_ -= std::chrono::duration_cast<ticks>(this->offset()).count();
    return from + size;
}

constexpr char* date_time::write(char* to) const noexcept
{
    const time_point local = to_time_point() + offset();
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date{day};
    const auto time = static_cast<std::uint64_t>((local - day).count());
    const auto seconds = static_cast<std::uint32_t>(time / ticks::period::den);
    const auto write_part = [&](char separator, std::uint32_t value) {
        *to = separator;
        to = detail::write_two_digits(to + 1, value);
    };
    to = detail::write_digits(to, static_cast<std::uint32_t>(static_cast<int>(date.year())), 4);
    write_part('-', static_cast<unsigned>(date.month()));
    write_part('-', static_cast<unsigned>(date.day()));
    write_part('T', seconds / 3600);
    write_part(':', seconds / 60 % 60);
    write_part(':', seconds % 60);
    if (fraction_digits_ != 0)
        to = write_fraction(to, static_cast<std::uint32_t>(time % ticks::period::den));
    if (zone_ == zone::z) {
        *to++ = 'Z';
        return to;
    }
    const auto minutes = static_cast<std::uint32_t>(offset_ < 0 ? -offset_ : offset_);
    write_part(zone_ == zone::positive ? '+' : '-', minutes / 60);
    write_part(':', minutes % 60);
    return to;
}

constexpr char* date_time::write_fraction(char* to, std::uint32_t ticks_of_second) const noexcept
{
    const auto write_first = [](char* begin, int count, std::uint32_t digits, int digit_count) {
        const auto left_out = static_cast<std::size_t>(digit_count - count);
        return detail::write_digits(begin, digits / static_cast<std::uint32_t>(detail::powers_of_ten[left_out]), count);
    };
    *to++ = '.';
    const int coarse_digits = std::min<int>(fraction_digits_, digits_of_a_tick);
    to = write_first(to, coarse_digits, ticks_of_second, digits_of_a_tick);
    return write_first(to, fraction_digits_ - coarse_digits, finer_, maximum_fraction_digits - digits_of_a_tick);
}

} // namespace rollcall
