#pragma once

#include <algorithm>
#include <charconv>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace rollcall::detail {

/// A JSON number of any size, exactly: its digits, times a power of ten.
struct decimal {
    bool is_negative = false;
    /// Without zeros at either end; empty for zero.
    std::string digits{};
    std::int64_t exponent = 0;

    [[nodiscard]] bool is_whole() const noexcept { return exponent >= 0; }

    friend bool operator==(const decimal&, const decimal&) = default;
    friend std::strong_ordering operator<=>(const decimal& left, const decimal& right)
    {
        if (left.is_negative != right.is_negative)
            return left.is_negative ? std::strong_ordering::less : std::strong_ordering::greater;
        return left.is_negative ? right.compare_size(left) : left.compare_size(right);
    }

private:
    [[nodiscard]] std::strong_ordering compare_size(const decimal& other) const
    {
        if (digits.empty() || other.digits.empty())
            return digits.empty() ? other.digits.empty() ? std::strong_ordering::equal : std::strong_ordering::less
                                  : std::strong_ordering::greater;
        const auto magnitude = [](const decimal& number) {
            return static_cast<std::int64_t>(number.digits.size()) + number.exponent;
        };
        if (const auto order = magnitude(*this) <=> magnitude(other); std::is_neq(order))
            return order;
        return digits.compare(other.digits) <=> 0;
    }
};

/// `text` must be a number as JSON has it. An exponent beyond ±10^15 is taken for that.
[[nodiscard]] inline decimal decimal_of(std::string_view text)
{
    constexpr std::int64_t largest_exponent = 1'000'000'000'000'000;
    decimal result;
    result.is_negative = text.front() == '-';
    text.remove_prefix(result.is_negative ? 1 : 0);
    const auto mantissa = text.substr(0, text.find_first_of("eE"));
    if (mantissa.size() != text.size()) {
        auto written = text.substr(mantissa.size() + 1);
        written.remove_prefix(written.starts_with('+') ? 1 : 0);
        const auto read = std::from_chars(written.data(), written.data() + written.size(), result.exponent);
        if (read.ec != std::errc{})
            result.exponent = written.starts_with('-') ? -largest_exponent : largest_exponent;
        result.exponent = std::clamp(result.exponent, -largest_exponent, largest_exponent);
    }
    const auto point = mantissa.find('.');
    result.digits = mantissa.substr(0, point);
    if (point != std::string_view::npos) {
        result.digits += mantissa.substr(point + 1);
        result.exponent -= static_cast<std::int64_t>(mantissa.size() - point - 1);
    }
    const auto last = result.digits.find_last_not_of('0');
    if (last == std::string::npos)
        return {};
    result.exponent += static_cast<std::int64_t>(result.digits.size() - last - 1);
    result.digits.erase(last + 1);
    result.digits.erase(0, result.digits.find_first_not_of('0'));
    return result;
}

/// Whether a number is a whole number of times the divisor, which has at most 9 digits and is not zero.
[[nodiscard]] inline bool is_multiple_of(const decimal& number, const decimal& divisor)
{
    // Its last digit is no zero, so that no power of ten divides it.
    if (number.digits.empty() || number.exponent < divisor.exponent)
        return number.digits.empty();
    std::uint64_t modulus = 0;
    for (const char digit : divisor.digits)
        modulus = modulus * 10 + static_cast<std::uint64_t>(digit - '0');
    std::uint64_t rest = 0;
    for (const char digit : number.digits)
        rest = (rest * 10 + static_cast<std::uint64_t>(digit - '0')) % modulus;
    std::uint64_t power = 10 % modulus;
    for (auto exponent = static_cast<std::uint64_t>(number.exponent - divisor.exponent); exponent != 0; exponent /= 2) {
        if (exponent % 2 == 1)
            rest = rest * power % modulus;
        power = power * power % modulus;
    }
    return rest == 0;
}

} // namespace rollcall::detail
