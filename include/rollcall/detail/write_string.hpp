#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#if defined(__SSE2__)
#include <bit>
#include <emmintrin.h>
#endif

namespace rollcall::detail {

/// Whether JSON says that a character must be escaped in a string.
[[nodiscard]] constexpr bool must_be_escaped(char character) noexcept
{
    return static_cast<unsigned char>(character) < 0x20 || character == '"' || character == '\\';
}

/// The first character from `from` on that must be escaped, or the end.
[[nodiscard]] inline const char* find_to_escape(const char* from, const char* end) noexcept
{
#if defined(__SSE2__)
    for (; end - from >= 16; from += 16) {
        const __m128i characters = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
        const __m128i last_control = _mm_set1_epi8(0x1F);
        const __m128i found = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(characters, _mm_set1_epi8('"')),
                                                        _mm_cmpeq_epi8(characters, _mm_set1_epi8('\\'))),
                                           _mm_cmpeq_epi8(_mm_max_epu8(characters, last_control), last_control));
        if (const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found)); mask != 0)
            return from + std::countr_zero(mask);
    }
#endif
    return std::find_if(from, end, must_be_escaped);
}

template <class Output>
void write_escaped(Output& to, char character)
{
    constexpr std::string_view digits = "0123456789abcdef";
    to += '\\';
    switch (character) {
    case '"':
    case '\\':
        to += character;
        break;
    case '\n':
        to += 'n';
        break;
    case '\r':
        to += 'r';
        break;
    case '\t':
        to += 't';
        break;
    default:
        to += std::string_view{"u00"};
        to += digits[static_cast<unsigned char>(character) >> 4];
        to += digits[static_cast<unsigned char>(character) & 0xF];
    }
}

/// Appends a text as a JSON string. Escapes what JSON says must be, and no more.
template <class Output>
void write_string(Output& to, std::string_view text)
{
    to += '"';
    const char* from = text.data();
    const char* const end = from + text.size();
    for (;;) {
        const char* const next = find_to_escape(from, end);
        to += std::string_view{from, static_cast<std::size_t>(next - from)};
        if (next == end)
            break;
        write_escaped(to, *next);
        from = next + 1;
    }
    to += '"';
}

} // namespace rollcall::detail
