#include "finding_sieve.hpp"

#include <utility> // std::move
#include <vector>  // std::vector

namespace rollcall::program {

finding_sieve::finding_sieve(const finding_filter& filter, std::string path, std::size_t room)
    : filter_{filter},
      path_{std::move(path)},
      room_{room},
      room_for_ignored_{filter.tells() ? room : 0},
      known_{filter.known_findings()}
{
}

void finding_sieve::sift(report& next)
{
    if (!wants_all()) {
        next.limit(room_);
        room_ -= next.diagnostics.size();
        return;
    }
    // Not std::erase_if, which does not promise to ask in order.
    std::vector<diagnostic> kept;
    for (diagnostic& finding : next.diagnostics)
        if (keeps(finding, next.unlisted))
            kept.push_back(std::move(finding));
    next.diagnostics = std::move(kept);
}

bool finding_sieve::keeps(const diagnostic& finding, finding_counts& unlisted)
{
    if (filter_.is_ignored(path_, finding)) {
        if (room_for_ignored_ == 0) {
            filter_.count_ignored(path_, finding);
            return false;
        }
        --room_for_ignored_;
        return true;
    }
    if (filter_.written() || known_.take(finding.fingerprint))
        return true;
    if (room_ == 0) {
        unlisted.add(finding.rule, finding.severity);
        return false;
    }
    --room_;
    return true;
}

} // namespace rollcall::program
