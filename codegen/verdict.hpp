#pragma once

#include <optional>    // std::optional
#include <string_view> // std::string_view

namespace rollcall::codegen {

/// What a change means for those who are concerned, from harmless to harmful.
enum class verdict { safe, risky, breaking };

[[nodiscard]] constexpr std::string_view name_of(verdict value) noexcept
{
    return value == verdict::safe ? "safe" : value == verdict::risky ? "risky" : "breaking";
}

[[nodiscard]] constexpr std::optional<verdict> verdict_called(std::string_view name) noexcept
{
    for (const auto value : {verdict::safe, verdict::risky, verdict::breaking}) {
        if (name_of(value) == name)
            return value;
    }
    return std::nullopt;
}

} // namespace rollcall::codegen
