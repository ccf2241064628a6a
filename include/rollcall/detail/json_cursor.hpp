#pragma once

#include <rollcall/detail/scanner.hpp>      // is_space
#include <rollcall/detail/text_excerpt.hpp> // is_lead_byte
#include <rollcall/detail/text_positions.hpp>
#include <rollcall/detail/utf8.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

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

/// Passes over what a JSON string may hold as it is: gives the first quotation mark, backslash or control character
/// from `from` on; null where there is none, or what is before it is no UTF-8. Counts the bytes that continue a
/// character.
[[nodiscard]] inline const char* skip_plain_text(const char* from, const char* end,
                                                 std::size_t& continuation_bytes) noexcept
{
    for (;;) {
#if defined(__SSE2__)
        while (end - from >= 16) {
            const __m128i characters = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
            // Compared as signed numbers, what is beyond ASCII is below the space too.
            const __m128i special = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(characters, _mm_set1_epi8('"')),
                                                              _mm_cmpeq_epi8(characters, _mm_set1_epi8('\\'))),
                                                 _mm_cmplt_epi8(characters, _mm_set1_epi8(' ')));
            if (const auto mask = static_cast<unsigned>(_mm_movemask_epi8(special)); mask != 0) {
                from += std::countr_zero(mask);
                break;
            }
            from += 16;
        }
#endif
        while (from != end && is_plain_ascii(*from))
            ++from;
        if (from == end)
            return nullptr;
        if (static_cast<unsigned char>(*from) < 0x80)
            return from;
        const decoded_character character = decode_utf8({from, static_cast<std::size_t>(end - from)});
        if (!character.is_valid)
            return nullptr;
        from += character.size;
        continuation_bytes += character.size - 1;
    }
}

/// A string literal, with its quotation marks.
struct string_literal {
    std::string_view text;
    bool has_escapes;

    [[nodiscard]] std::string_view between_marks() const noexcept { return text.substr(1, text.size() - 2); }
};

/// Takes the tokens of an object's text one by one; whoever takes them knows what must come. It finds what is no JSON,
/// escapes aside, but does not say why: that is left to Boost.JSON's parser.
///
/// The text begins and ends with a brace. So while an object is open there is a character to look at.
class json_cursor {
public:
    /// Gives whether the text, without the white space around it, begins and ends with a brace.
    [[nodiscard]] bool begin(std::string_view text) noexcept
    {
        begin_ = at_ = line_begin_ = text.data();
        end_ = at_ + text.size();
        while (end_ != at_ && is_space(end_[-1]))
            --end_;
        if (end_ == at_ || end_[-1] != '}')
            return false;
        skip_space();
        return *at_ == '{';
    }

    /// Where the next character stands.
    [[nodiscard]] text_mark mark() const noexcept
    {
        const auto bytes = static_cast<std::size_t>(at_ - line_begin_);
        return {.offset = static_cast<std::size_t>(at_ - begin_),
                .lines = lines_,
                .bytes_in_line = bytes,
                .characters_in_line = bytes - continuation_bytes_};
    }

    /// Goes on to a place further on, whatever stands in between.
    void pass_to(const char* place) noexcept
    {
        for (; at_ != place; ++at_) {
            continuation_bytes_ += !is_lead_byte(*at_);
            note_line();
        }
    }

    [[nodiscard]] const char* place() const noexcept { return at_; }
    [[nodiscard]] const char* end() const noexcept { return end_; }
    [[nodiscard]] bool is_at_end() const noexcept { return at_ == end_; }

    /// The next character; there must be one.
    [[nodiscard]] char next() const noexcept { return *at_; }

    [[gnu::always_inline]] void skip_space() noexcept
    {
        if (static_cast<unsigned char>(*at_) <= ' ')
            skip_much_space();
    }

    /// Takes one character and the white space behind it.
    [[nodiscard, gnu::always_inline]] bool take(char character) noexcept
    {
        if (*at_ != character)
            return false;
        ++at_;
        skip_space();
        return true;
    }

    /// Takes one character that may be the last.
    [[nodiscard]] bool take_last(char character) noexcept
    {
        if (*at_ != character)
            return false;
        ++at_;
        return true;
    }

    template <std::size_t Size>
    [[nodiscard]] bool begins_with(const std::array<char, Size>& text) const noexcept
    {
        return end_ - at_ >= static_cast<std::ptrdiff_t>(Size) && std::memcmp(at_, text.data(), Size) == 0;
    }

    template <std::size_t SizeWithZero>
    [[nodiscard]] bool take_word(const char (&word)[SizeWithZero]) noexcept
    {
        constexpr std::size_t size = SizeWithZero - 1;
        if (end_ - at_ < static_cast<std::ptrdiff_t>(size) || std::memcmp(at_, word, size) != 0)
            return false;
        at_ += size;
        return true;
    }

    void skip(std::size_t size) noexcept { at_ += size; }

    /// Goes to a place behind this one, unless it is null.
    [[nodiscard]] bool skip_to(const char* place) noexcept
    {
        at_ = place;
        return place != nullptr;
    }

    [[nodiscard]] bool take_mark() noexcept { return take_last('"'); }

    /// Takes a string. Its escapes, if it has any, may be wrong.
    [[nodiscard]] bool take_string(string_literal& literal) noexcept
    {
        if (*at_ != '"')
            return false;
        const char* const begin = at_;
        const char* from = skip_plain_text(begin + 1, end_, continuation_bytes_);
        literal.has_escapes = false;
        while (from && *from == '\\' && end_ - from > 2) {
            literal.has_escapes = true;
            from = skip_plain_text(from + 2, end_, continuation_bytes_);
        }
        if (!from || *from != '"')
            return false;
        at_ = from + 1;
        literal.text = {begin, static_cast<std::size_t>(at_ - begin)};
        return true;
    }

    /// Takes a whole number of up to 18 digits. What is behind it may show that it was none.
    [[nodiscard]] bool take_integer(std::int64_t& integer) noexcept
    {
        constexpr std::ptrdiff_t most_digits = 18;
        const bool is_negative = *at_ == '-';
        const char* const begin = at_ + is_negative;
        std::int64_t magnitude = 0;
        const char* from = begin;
        for (; is_digit(*from); ++from) {
            if (from - begin == most_digits)
                return false;
            magnitude = magnitude * 10 + (*from - '0');
        }
        if (from == begin || (*begin == '0' && (from - begin > 1 || is_negative)))
            return false;
        integer = is_negative ? -magnitude : magnitude;
        at_ = from;
        return true;
    }

    /// Takes a number with at most three digits in its exponent.
    [[nodiscard]] bool take_number(std::string_view& number) noexcept
    {
        constexpr std::ptrdiff_t most_exponent_digits = 3;
        const char* from = at_;
        if (*from == '-')
            ++from;
        const char* const whole = from;
        from = skip_digits(from);
        if (from == whole || (*whole == '0' && from - whole > 1))
            return false;
        if (*from == '.') {
            const char* const fraction = ++from;
            from = skip_digits(from);
            if (from == fraction)
                return false;
        }
        if (*from == 'e' || *from == 'E') {
            ++from;
            if (*from == '+' || *from == '-')
                ++from;
            const char* const exponent = from;
            from = skip_digits(from);
            if (from == exponent || from - exponent > most_exponent_digits)
                return false;
        }
        number = {at_, static_cast<std::size_t>(from - at_)};
        at_ = from;
        return true;
    }

private:
    [[nodiscard]] static bool is_digit(char character) noexcept
    {
        return static_cast<unsigned char>(character - '0') < 10;
    }

    [[nodiscard]] static const char* skip_digits(const char* from) noexcept
    {
        while (is_digit(*from))
            ++from;
        return from;
    }

    void skip_much_space() noexcept
    {
        constexpr std::uint64_t eight_spaces = 0x2020202020202020;
        for (;; ++at_) {
            for (std::uint64_t characters = eight_spaces; end_ - at_ >= 8; at_ += 8) {
                std::memcpy(&characters, at_, 8);
                if (characters != eight_spaces)
                    break;
            }
            if (!is_space(*at_))
                return;
            note_line();
        }
    }

    void note_line() noexcept
    {
        if (*at_ != '\n')
            return;
        ++lines_;
        line_begin_ = at_ + 1;
        continuation_bytes_ = 0;
    }

    const char* at_ = nullptr;
    const char* end_ = nullptr;
    const char* begin_ = nullptr;
    const char* line_begin_ = nullptr;
    std::size_t lines_ = 0;
    /// Since the line's begin.
    std::size_t continuation_bytes_ = 0;
};

} // namespace rollcall::detail
