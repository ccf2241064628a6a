#pragma once

#include <rollcall/detail/digits.hpp>
#include <rollcall/detail/scanner.hpp>      // is_space
#include <rollcall/detail/text_excerpt.hpp> // count_lead_bytes
#include <rollcall/detail/text_positions.hpp>
#include <rollcall/detail/utf8.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace rollcall::detail {

/// Whether a character of ASCII stands for itself in a JSON string.
[[nodiscard]] constexpr bool is_plain_ascii(char character) noexcept
{
    const auto byte = static_cast<unsigned char>(character);
    return byte >= ' ' && byte < 0x80 && character != '"' && character != '\\';
}

/// Passes over a character beyond ASCII; null where there is none. Counts the bytes that continue it.
[[nodiscard, gnu::noinline]] inline const char* skip_wide_character(const char* at, const char* end,
                                                                    std::size_t& continuation_bytes) noexcept
{
    const decoded_character character = decode_utf8({at, static_cast<std::size_t>(end - at)});
    if (!character.is_valid)
        return nullptr;
    continuation_bytes += character.size - 1;
    return at + character.size;
}

/// Passes over what a JSON string may hold as it is: gives the first quotation mark, backslash or control character
/// from `at` on; null where there is none, or what is before it is no UTF-8. Counts the bytes that continue a
/// character.
[[nodiscard, gnu::always_inline]] inline const char* skip_plain_text(const char* at, const char* end,
                                                                     std::size_t& continuation_bytes) noexcept
{
    for (; at; at = skip_wide_character(at, end, continuation_bytes)) {
#if defined(__SSE2__)
        unsigned specials = 0;
        for (; end - at >= 16; at += 16) {
            const __m128i characters = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
            // Compared as signed numbers, what is beyond ASCII is below the space too.
            specials = static_cast<unsigned>(
                _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(characters, _mm_set1_epi8('"')),
                                                            _mm_cmpeq_epi8(characters, _mm_set1_epi8('\\'))),
                                               _mm_cmplt_epi8(characters, _mm_set1_epi8(' ')))));
            if (specials != 0)
                break;
        }
        if (specials != 0)
            at += std::countr_zero(specials);
        else
#endif
            while (at != end && is_plain_ascii(*at))
                ++at;
        if (at == end)
            return nullptr;
        if (static_cast<unsigned char>(*at) < 0x80)
            return at;
    }
    return nullptr;
}

/// Passes over the blanks that lines are indented by.
[[nodiscard, gnu::always_inline]] inline const char* skip_blanks(const char* at, const char* end) noexcept
{
#if defined(__SSE2__)
    const auto blanks_at = [](const char* characters) {
        return static_cast<std::uint32_t>(_mm_movemask_epi8(
            _mm_cmpeq_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(characters)), _mm_set1_epi8(' '))));
    };
    for (; end - at >= 32; at += 32)
        if (const std::uint32_t blanks = blanks_at(at) | blanks_at(at + 16) << 16; ~blanks != 0)
            return at + std::countr_one(blanks);
#endif
    while (at != end && *at == ' ')
        ++at;
    return at;
}

/// A string literal, with its quotation marks.
struct string_literal {
    std::string_view text;
    bool has_escapes;

    [[nodiscard]] std::string_view between_marks() const noexcept { return {text.data() + 1, text.size() - 2}; }
};

/// The characters at a place as one number.
template <class Number>
[[nodiscard, gnu::always_inline]] inline Number characters_at(const char* at) noexcept
{
    Number characters{};
    std::memcpy(&characters, at, sizeof characters);
    return characters;
}

/// Whether a text that ends at `end` goes on with these characters.
template <std::size_t Size>
[[nodiscard, gnu::always_inline]] inline bool goes_on_with(const char* at, const char* end,
                                                           const std::array<char, Size>& characters) noexcept
{
    using step =
        std::conditional_t<(Size >= 8), std::uint64_t, std::conditional_t<(Size >= 4), std::uint32_t, std::uint8_t>>;
    const auto is_same = [&](std::size_t from) {
        return characters_at<step>(at + from) == characters_at<step>(characters.data() + from);
    };
    if (end - at < static_cast<std::ptrdiff_t>(Size))
        return false;
    for (std::size_t from = 0; from + sizeof(step) <= Size; from += sizeof(step))
        if (!is_same(from))
            return false;
    return is_same(Size - sizeof(step));
}

/// The text of an object, whose tokens are taken one by one by somebody who knows what must come: who is at a place in
/// the text and wants to be behind the next token is given the new place, or null where that token is not there. What
/// is no JSON is found, escapes aside, but not why: that is left to Boost.JSON's parser.
///
/// The text begins and ends with a brace. So while an object is open there is a character to look at.
class json_text {
public:
    /// Gives where the object begins; null unless the text, without the white space around it, begins and ends with a
    /// brace.
    [[nodiscard]] const char* begin(std::string_view text) noexcept
    {
        begin_ = line_begin_ = text.data();
        end_ = begin_ + text.size();
        while (end_ != begin_ && is_space(end_[-1]))
            --end_;
        if (end_ == begin_ || end_[-1] != '}')
            return nullptr;
        const char* const at = skip_space(begin_);
        return *at == '{' ? at : nullptr;
    }

    [[nodiscard]] const char* end() const noexcept { return end_; }

    /// Where in the text and in its line a place is that all before has been passed on the way to.
    [[nodiscard]] text_mark mark(const char* at) const noexcept
    {
        const auto bytes = static_cast<std::size_t>(at - line_begin_);
        return {.offset = static_cast<std::size_t>(at - begin_),
                .lines = lines_,
                .bytes_in_line = bytes,
                .characters_in_line = bytes - continuation_bytes_};
    }

    /// Passes from one place to another, whatever stands in between.
    void pass(const char* from, const char* to) noexcept
    {
        const auto size_to_end = [&] { return static_cast<std::size_t>(to - from); };
        while (const void* const newline = std::memchr(from, '\n', size_to_end())) {
            from = static_cast<const char*>(newline) + 1;
            begin_line(from);
        }
        continuation_bytes_ += size_to_end() - count_lead_bytes({from, size_to_end()});
    }

    [[nodiscard, gnu::always_inline]] const char* skip_space(const char* at) noexcept
    {
        return static_cast<unsigned char>(*at) > ' ' ? at : skip_much_space(at);
    }

    /// Takes one character and the white space behind it.
    [[nodiscard, gnu::always_inline]] const char* take(const char* at, char character) noexcept
    {
        return *at == character ? skip_space(at + 1) : nullptr;
    }

    /// Takes one character and the white space around it.
    [[nodiscard, gnu::always_inline]] const char* take_amid_space(const char* at, char character) noexcept
    {
        if (*at != character)
            return take_behind_space(at, character);
        const bool is_followed_by_blank = at[1] == ' ' && static_cast<unsigned char>(at[2]) > ' ';
        return is_followed_by_blank ? at + 2 : skip_space(at + 1);
    }

    template <std::size_t SizeWithZero>
    [[nodiscard]] const char* take_word(const char* at, const char (&word)[SizeWithZero]) const noexcept
    {
        constexpr std::size_t size = SizeWithZero - 1;
        return end_ - at >= static_cast<std::ptrdiff_t>(size) && std::memcmp(at, word, size) == 0 ? at + size : nullptr;
    }

    /// Takes a string. Its escapes, if it has any, may be wrong.
    [[nodiscard, gnu::always_inline]] const char* take_string(const char* at, string_literal& literal) noexcept
    {
        if (*at != '"')
            return nullptr;
        const char* end = skip_plain_text(at + 1, end_, continuation_bytes_);
        literal.has_escapes = end && *end == '\\';
        if (literal.has_escapes)
            end = skip_escapes(end);
        if (!end || *end != '"')
            return nullptr;
        literal.text = {at, static_cast<std::size_t>(++end - at)};
        return end;
    }

    /// Takes a whole number of up to 18 digits. What is behind it may show that it was none.
    [[nodiscard, gnu::always_inline]] const char* take_integer(const char* at, std::int64_t& integer) const noexcept
    {
        const bool is_negative = *at == '-';
        const char* const begin = at + is_negative;
        std::int64_t magnitude = 0;
        const char* const end = take_digits(begin, magnitude);
        if (end == begin || (*begin == '0' && (end - begin > 1 || is_negative)))
            return nullptr;
        integer = is_negative ? -magnitude : magnitude;
        return end;
    }

    /// Takes a number with at most three digits in its exponent.
    [[nodiscard]] static const char* take_number(const char* at) noexcept
    {
        constexpr std::ptrdiff_t most_exponent_digits = 3;
        if (*at == '-')
            ++at;
        const char* const whole = at;
        at = skip_digits(at);
        if (at == whole || (*whole == '0' && at - whole > 1))
            return nullptr;
        if (*at == '.') {
            const char* const fraction = ++at;
            at = skip_digits(at);
            if (at == fraction)
                return nullptr;
        }
        if (*at == 'e' || *at == 'E') {
            ++at;
            if (*at == '+' || *at == '-')
                ++at;
            const char* const exponent = at;
            at = skip_digits(at);
            if (at == exponent || at - exponent > most_exponent_digits)
                return nullptr;
        }
        return at;
    }

private:
    [[nodiscard]] static bool is_digit(char character) noexcept
    {
        return static_cast<unsigned char>(character - '0') < 10;
    }

    [[nodiscard]] static const char* skip_digits(const char* at) noexcept
    {
        while (is_digit(*at))
            ++at;
        return at;
    }

    /// Takes up to 18 digits.
    [[nodiscard, gnu::always_inline]] const char* take_digits(const char* at, std::int64_t& number) const noexcept
    {
        constexpr std::ptrdiff_t digits_looked_at = 8;
        if (end_ - at <= digits_looked_at)
            return take_digits_one_by_one(at, number);
        const leading_digits digits{at};
        if (digits.count() == digits_looked_at)
            return take_digits_one_by_one(at, number);
        number = digits.count() == 0 ? 0 : digits.number();
        return at + digits.count();
    }

    [[nodiscard]] static const char* take_digits_one_by_one(const char* at, std::int64_t& number) noexcept
    {
        constexpr int most_digits = 18;
        number = 0;
        for (int digits = 0; digits < most_digits && is_digit(*at); ++digits, ++at)
            number = number * 10 + (*at - '0');
        return at;
    }

    /// From a backslash to what ends the string, or null.
    [[nodiscard]] const char* skip_escapes(const char* at) noexcept
    {
        while (at && *at == '\\' && end_ - at > 2)
            at = skip_plain_text(at + 2, end_, continuation_bytes_);
        return at;
    }

    [[nodiscard, gnu::noinline]] const char* take_behind_space(const char* at, char character) noexcept
    {
        return take(skip_space(at), character);
    }

    [[nodiscard, gnu::noinline]] const char* skip_much_space(const char* at) noexcept
    {
        while (is_space(*at)) {
            if (*at++ == '\n')
                begin_line(at);
            at = skip_blanks(at, end_);
        }
        return at;
    }

    void begin_line(const char* at) noexcept
    {
        ++lines_;
        line_begin_ = at;
        continuation_bytes_ = 0;
    }

    const char* begin_ = nullptr;
    const char* end_ = nullptr;
    const char* line_begin_ = nullptr;
    std::size_t lines_ = 0;
    /// Since the line's begin.
    std::size_t continuation_bytes_ = 0;
};

} // namespace rollcall::detail
