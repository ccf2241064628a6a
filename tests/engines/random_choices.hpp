#pragma once

#include <cstddef>          // std::size_t
#include <cstdint>          // std::uint64_t
#include <initializer_list> // std::initializer_list
#include <random>           // std::mt19937_64
#include <string_view>      // std::string_view

namespace rollcall::engines {

/// Choices that are the same for the same seed on every machine, which those of the standard's distributions are not.
class random_choices {
public:
    explicit random_choices(std::uint64_t seed) : random_{seed} {}

    /// A number below `limit`, which must not be 0.
    [[nodiscard]] std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }
    /// A number from `low` to `high`, both included.
    [[nodiscard]] std::size_t between(std::size_t low, std::size_t high) { return low + below(high - low + 1); }
    /// True once in so many times.
    [[nodiscard]] bool once_in(std::size_t times) { return below(times) == 0; }

    template <class Range>
    [[nodiscard]] const auto& one_of(const Range& range)
    {
        return *(range.begin() + static_cast<std::ptrdiff_t>(below(range.size())));
    }
    [[nodiscard]] std::string_view one_of(std::initializer_list<std::string_view> texts)
    {
        return *(texts.begin() + below(texts.size()));
    }

private:
    std::mt19937_64 random_;
};

} // namespace rollcall::engines
