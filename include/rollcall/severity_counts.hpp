#pragma once

#include <rollcall/severity.hpp>

#include <array>
#include <cstddef>

namespace rollcall {

/// How many findings there are of each severity.
class severity_counts {
public:
    [[nodiscard]] constexpr std::size_t& operator[](severity level) noexcept
    {
        return counts_[static_cast<std::size_t>(level)];
    }
    [[nodiscard]] constexpr std::size_t operator[](severity level) const noexcept
    {
        return counts_[static_cast<std::size_t>(level)];
    }

    /// Of all severities together.
    [[nodiscard]] constexpr std::size_t total() const noexcept
    {
        std::size_t sum = 0;
        for (const std::size_t count : counts_)
            sum += count;
        return sum;
    }

    constexpr severity_counts& operator+=(const severity_counts& other) noexcept
    {
        for (std::size_t index = 0; index < counts_.size(); ++index)
            counts_[index] += other.counts_[index];
        return *this;
    }

    friend bool operator==(const severity_counts&, const severity_counts&) = default;

private:
    std::array<std::size_t, severity_names.size()> counts_{};
};

} // namespace rollcall
