#pragma once

#include <cstdint>     // std::uint64_t
#include <random>      // std::mt19937_64
#include <span>        // std::span
#include <string>      // std::string
#include <string_view> // std::string_view

namespace rollcall::fuzz {

/// Alters texts: always in the same way for the same seed, on every machine.
class text_alterer {
public:
    explicit text_alterer(std::uint64_t seed) : random_{seed} {}

    /// The text with a few bytes exchanged, a part removed, repeated, or replaced by a part of another text.
    [[nodiscard]] std::string altered(std::string_view text, std::span<const std::string> others);

private:
    /// A number below `limit`, which must not be 0.
    [[nodiscard]] std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }
    [[nodiscard]] std::string_view part_of(std::string_view text);
    void alter(std::string& text, std::span<const std::string> others);

    std::mt19937_64 random_;
};

} // namespace rollcall::fuzz
