#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rollcall {

/// How much a finding matters. `off` is a setting: nothing is ever reported with it.
enum class severity : std::uint8_t { off, info, warning, error };

inline constexpr std::array<std::string_view, 4> severity_names{"off", "info", "warning", "error"};

[[nodiscard]] constexpr std::string_view name_of(severity value) noexcept
{
    return severity_names[static_cast<std::size_t>(value)];
}

/// The severity of this name, or nothing.
[[nodiscard]] constexpr std::optional<severity> severity_named(std::string_view name) noexcept
{
    for (std::size_t index = 0; index < severity_names.size(); ++index)
        if (severity_names[index] == name)
            return static_cast<severity>(index);
    return std::nullopt;
}

} // namespace rollcall
