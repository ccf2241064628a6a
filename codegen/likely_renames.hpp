#pragma once

#include <cstddef>    // std::size_t
#include <functional> // std::function
#include <optional>   // std::optional
#include <string>     // std::string
#include <utility>    // std::pair
#include <vector>     // std::vector

namespace rollcall::codegen {

/// Something that has a name, for guessing what was renamed.
struct named_place {
    std::string name;
    /// Among its like, where that says something.
    std::optional<std::size_t> position{};
};

/// Pairs of indices, of what is gone and what is new, that look like the same under another name: `can_be_same` says
/// that the two agree in everything else, and either the names are alike (a third of the letters differs at most), or
/// nothing else is gone or new and the position is the same. Nothing is paired twice; the most alike are paired first.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>>
likely_renames(const std::vector<named_place>& gone, const std::vector<named_place>& added,
               const std::function<bool(std::size_t gone, std::size_t added)>& can_be_same);

} // namespace rollcall::codegen
