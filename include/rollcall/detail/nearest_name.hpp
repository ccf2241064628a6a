#pragma once

#include <rollcall/detail/text_case.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string_view>
#include <vector>

namespace rollcall::detail {

/// Takes from two texts what they both begin and both end with.
inline void leave_out_what_is_common(std::string_view& left, std::string_view& right) noexcept
{
    const auto is_same = [](char one, char other) { return lower(one) == lower(other); };
    const auto begins = std::mismatch(left.begin(), left.end(), right.begin(), right.end(), is_same);
    const auto begin = static_cast<std::size_t>(begins.first - left.begin());
    left.remove_prefix(begin);
    right.remove_prefix(begin);
    const auto ends = std::mismatch(left.rbegin(), left.rend(), right.rbegin(), right.rend(), is_same);
    const auto end = static_cast<std::size_t>(ends.first - left.rbegin());
    left.remove_suffix(end);
    right.remove_suffix(end);
}

/// How many characters have to be added, removed or replaced to make one text the other; something more than `most`
/// where that is more. Upper and lower case of a letter count as the same.
[[nodiscard]] inline std::size_t edit_distance(std::string_view left, std::string_view right,
                                               std::size_t most = std::size_t(-1))
{
    if (std::max(left.size(), right.size()) - std::min(left.size(), right.size()) > most)
        return most + 1;
    leave_out_what_is_common(left, right);
    most = std::min(most, std::max(left.size(), right.size()));
    std::vector<std::size_t> distances(right.size() + 1);
    std::iota(distances.begin(), distances.end(), std::size_t{0});
    for (std::size_t row = 0; row < left.size(); ++row) {
        // What is farther from the diagonal is farther than `most`.
        const std::size_t first = row > most ? row - most : 0;
        const std::size_t last = std::min(right.size(), row + most + 1);
        std::size_t diagonal = distances[first];
        std::size_t least = distances[first] = row + 1 - first;
        for (std::size_t column = first; column < last; ++column) {
            const std::size_t replaced = diagonal + (lower(left[row]) != lower(right[column]));
            diagonal = distances[column + 1];
            distances[column + 1] = std::min({replaced, diagonal + 1, distances[column] + 1});
            least = std::min(least, distances[column + 1]);
        }
        if (least > most)
            return most + 1;
    }
    return distances.back();
}

/// The name that was most likely meant by a misspelt one: one that is less than a third off and has no more than `most`
/// characters wrong, and is nearer than all others. Empty where there is none, or where there are several.
template <class Names>
[[nodiscard]] std::string_view nearest_name(const Names& names, std::string_view misspelt,
                                            std::size_t most = std::size_t(-2))
{
    // Longer texts are no misspelt names, and would take long.
    constexpr std::size_t longest = 100;
    std::string_view nearest;
    if (misspelt.empty() || misspelt.size() > longest)
        return nearest;
    std::size_t least = std::min((misspelt.size() + 2) / 3, most + 1);
    for (const std::string_view name : names) {
        const std::size_t distance = edit_distance(name, misspelt, least);
        if (distance > least)
            continue;
        nearest = distance == least ? std::string_view{} : name;
        least = distance;
    }
    return nearest;
}

} // namespace rollcall::detail
