#include "likely_renames.hpp"

#include <rollcall/detail/nearest_name.hpp> // edit_distance

#include <algorithm> // std::max, std::sort

namespace rollcall::codegen {

namespace {

struct likeness {
    std::size_t distance = 0;
    std::size_t gone = 0;
    std::size_t added = 0;

    friend auto operator<=>(const likeness&, const likeness&) = default; // NOLINT(modernize-use-nullptr)
};

} // namespace

std::vector<std::pair<std::size_t, std::size_t>>
likely_renames(const std::vector<named_place>& gone, const std::vector<named_place>& added,
               const std::function<bool(std::size_t gone, std::size_t added)>& can_be_same)
{
    std::vector<likeness> candidates;
    const bool are_only_pair = gone.size() == 1 && added.size() == 1 && gone.front().position &&
                               gone.front().position == added.front().position;
    for (std::size_t left = 0; left < gone.size(); ++left) {
        for (std::size_t right = 0; right < added.size(); ++right) {
            if (!can_be_same(left, right))
                continue;
            const auto most = std::max(gone[left].name.size(), added[right].name.size()) / 3;
            const auto distance = detail::edit_distance(gone[left].name, added[right].name, most);
            if (distance <= most || are_only_pair)
                candidates.push_back({distance, left, right});
        }
    }
    std::sort(candidates.begin(), candidates.end());

    std::vector<bool> is_gone_paired(gone.size());
    std::vector<bool> is_added_paired(added.size());
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& candidate : candidates) {
        if (is_gone_paired[candidate.gone] || is_added_paired[candidate.added])
            continue;
        is_gone_paired[candidate.gone] = is_added_paired[candidate.added] = true;
        pairs.emplace_back(candidate.gone, candidate.added);
    }
    return pairs;
}

} // namespace rollcall::codegen
