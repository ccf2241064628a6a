#pragma once

#include <bit>
#include <cstdint>

// Decimal digits, read eight at a time.

namespace rollcall::detail {

/// Eight characters that are looked at together: the first is the lowest byte.
[[nodiscard, gnu::always_inline]] constexpr std::uint64_t eight_characters(const char* from) noexcept
{
    const auto byte = [from](unsigned index) {
        return std::uint64_t{static_cast<unsigned char>(from[index])} << (8 * index);
    };
    return byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7);
}

/// The digits of eight characters that have a form: written with the highest digit that may stand in each place, and
/// with any other character for itself.
class digits_in_form {
public:
    consteval explicit digits_in_form(const char (&highest)[9])
    {
        for (unsigned index = 0; index < 8; ++index) {
            const char character = highest[index];
            const bool is_digit = character >= '0' && character <= '9';
            zeros_ |= std::uint64_t{static_cast<unsigned char>(is_digit ? '0' : character)} << (8 * index);
            // What is higher than it may be grows into the byte's highest bit.
            to_highest_bit_ |= std::uint64_t{0x7FU - (is_digit ? static_cast<unsigned>(character - '0') : 0U)}
                               << (8 * index);
        }
    }

    /// The digits, each in a byte. Only where they have the form.
    [[nodiscard]] constexpr std::uint64_t of(std::uint64_t characters) const noexcept { return characters ^ zeros_; }

    /// The highest bit of each byte of `digits` that does not have the form; of others behind the first such byte, too.
    [[nodiscard]] constexpr std::uint64_t wrong(std::uint64_t digits) const noexcept
    {
        constexpr std::uint64_t highest_bits = 0x8080808080808080;
        return ((digits + to_highest_bit_) | digits) & highest_bits;
    }

private:
    std::uint64_t zeros_ = 0;
    std::uint64_t to_highest_bit_ = 0;
};

/// The number that the digits in the bytes at `index` and behind it write.
[[nodiscard]] constexpr unsigned two_digits(std::uint64_t digits, unsigned index) noexcept
{
    return static_cast<unsigned>(((digits * 10 + (digits >> 8)) >> (8 * index)) & 0xFF);
}

/// The number that the digits in all eight bytes write.
[[nodiscard]] constexpr std::int64_t eight_digits(std::uint64_t digits) noexcept
{
    const std::uint64_t pairs = (digits * 10 + (digits >> 8)) & 0x00FF00FF00FF00FF;
    const std::uint64_t fours = (pairs * 100 + (pairs >> 16)) & 0x0000FFFF0000FFFF;
    return static_cast<std::int64_t>((fours * 10000 + (fours >> 32)) & 0xFFFFFFFF);
}

/// The digits that eight characters begin with.
class leading_digits {
public:
    [[gnu::always_inline]] constexpr explicit leading_digits(const char* from) noexcept
        : digits_{form.of(eight_characters(from))}
    {
        count_ = std::countr_zero(form.wrong(digits_)) / 8;
    }

    [[nodiscard]] constexpr int count() const noexcept { return count_; }

    /// The number that they write. There must be one at least.
    [[nodiscard, gnu::always_inline]] constexpr std::int64_t number() const noexcept
    {
        return eight_digits(digits_ << (64 - 8 * count_));
    }

private:
    static constexpr digits_in_form form{"99999999"};

    std::uint64_t digits_;
    int count_ = 0;
};

} // namespace rollcall::detail
