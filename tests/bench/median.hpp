#pragma once

#include <algorithm>  // std::nth_element, std::transform
#include <cstddef>    // std::ptrdiff_t
#include <functional> // std::divides
#include <iterator>   // std::back_inserter
#include <utility>    // std::move
#include <vector>     // std::vector

namespace rollcall::bench {

/// There must be a number.
[[nodiscard]] inline double median(std::vector<double> numbers)
{
    const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
    std::nth_element(numbers.begin(), middle, numbers.end());
    return *middle;
}

/// How many times as much the ones are as the others: the median over the turns, each compared with itself, since what
/// a machine gives changes from turn to turn.
[[nodiscard]] inline double median_ratio(const std::vector<double>& ones, const std::vector<double>& others)
{
    std::vector<double> ratios;
    std::transform(ones.begin(), ones.end(), others.begin(), std::back_inserter(ratios), std::divides{});
    return median(std::move(ratios));
}

} // namespace rollcall::bench
