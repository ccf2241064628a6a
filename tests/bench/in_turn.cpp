#include "in_turn.hpp"

#include "median.hpp"         // median
#include "processor_time.hpp" // used_seconds

#include <cstddef> // std::size_t

namespace rollcall::bench {

std::vector<work_in_turn> measure_in_turn(std::span<const std::function<void()>> works, int turns)
{
    std::vector<std::vector<double>> seconds(works.size());
    std::vector<std::vector<double>> of_first(works.size());
    for (int turn = 0; turn < turns; ++turn)
        for (std::size_t index = 0; index < works.size(); ++index) {
            const double begin = used_seconds();
            works[index]();
            seconds[index].push_back(used_seconds() - begin);
            of_first[index].push_back(seconds[index].back() / seconds.front().back());
        }
    std::vector<work_in_turn> result;
    for (std::size_t index = 0; index < works.size(); ++index)
        result.push_back({median(seconds[index]), median(of_first[index])});
    return result;
}

} // namespace rollcall::bench
