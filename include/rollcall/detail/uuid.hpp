#pragma once

#include <cstddef>
#include <string_view>

namespace rollcall::detail {

/// Whether the text is a UUID in its canonical form, of digits of either case.
[[nodiscard]] constexpr bool is_uuid(std::string_view text) noexcept
{
    if (text.size() != 36)
        return false;
    for (std::size_t index = 0; index < text.size(); ++index) {
        const char character = text[index];
        const bool at_hyphen = index == 8 || index == 13 || index == 18 || index == 23;
        const bool is_digit = (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f') ||
                              (character >= 'A' && character <= 'F');
        if (at_hyphen ? character != '-' : !is_digit)
            return false;
    }
    return true;
}

} // namespace rollcall::detail
