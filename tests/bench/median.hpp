#pragma once

#include <algorithm> // std::nth_element
#include <cstddef>   // std::ptrdiff_t
#include <vector>    // std::vector

namespace rollcall::bench {

/// There must be a number.
[[nodiscard]] inline double median(std::vector<double> numbers)
{
    const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
    std::nth_element(numbers.begin(), middle, numbers.end());
    return *middle;
}

} // namespace rollcall::bench
