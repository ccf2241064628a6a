#pragma once

namespace rollcall::codegen {

// Of ASCII, whatever the locale.

[[nodiscard]] constexpr bool is_letter(char character) noexcept
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

[[nodiscard]] constexpr bool is_digit(char character) noexcept
{
    return character >= '0' && character <= '9';
}

} // namespace rollcall::codegen
