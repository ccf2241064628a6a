#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rollcall::detail {

/// The value of each character of base64 (RFC 4648); -1 for all others.
inline constexpr std::array<std::int8_t, 256> base64_values = [] {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t value = 0; value < digits.size(); ++value)
        values[static_cast<unsigned char>(digits[value])] = static_cast<std::int8_t>(value);
    return values;
}();

/// What a text in base64 stands for, or nothing where it is none. Padding may be left out.
[[nodiscard]] inline std::optional<std::string> decode_base64(std::string_view text)
{
    for (std::size_t padding = 0; padding < 2 && text.ends_with('='); ++padding)
        text.remove_suffix(1);
    if (text.size() % 4 == 1)
        return std::nullopt;
    std::string result;
    result.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t bits = 0;
    unsigned bit_count = 0;
    for (const char character : text) {
        const std::int8_t value = base64_values[static_cast<unsigned char>(character)];
        if (value < 0)
            return std::nullopt;
        bits = bits << 6U | static_cast<std::uint32_t>(value);
        bit_count += 6;
        if (bit_count >= 8) {
            bit_count -= 8;
            result += static_cast<char>(bits >> bit_count & 0xFFU);
        }
    }
    return result;
}

} // namespace rollcall::detail
