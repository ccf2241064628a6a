#include "finding_filter.hpp"

#include <algorithm> // std::find_if
#include <numeric>   // std::accumulate
#include <utility>   // std::move

namespace rollcall::program {

finding_filter::finding_filter(std::vector<ignore> ignores, std::chrono::sys_days today, const baseline* known,
                               std::optional<baseline> written, listener told)
    : known_{known}, found_again_{known}, written_{std::move(written)}, told_{std::move(told)}
{
    for (ignore& what : ignores) {
        if (what.has_expired(today))
            expired_.push_back(std::move(what));
        else
            counted_.emplace_back(std::move(what));
    }
}

void finding_filter::apply(const std::string& path, report& verdict)
{
    if (!needs_all_findings())
        return;
    // Not std::erase_if, which does not promise to ask in order.
    std::vector<diagnostic> left;
    for (diagnostic& finding : verdict.diagnostics)
        if (!takes_away(path, finding))
            left.push_back(std::move(finding));
    verdict.diagnostics = std::move(left);
}

const finding_filter::counted_ignore* finding_filter::ignoring(const std::string& path, const diagnostic& finding) const
{
    const auto found = std::find_if(counted_.begin(), counted_.end(),
                                    [&](const counted_ignore& each) { return each.what.takes(path, finding); });
    return found == counted_.end() ? nullptr : &*found;
}

bool finding_filter::takes_away(const std::string& path, const diagnostic& finding)
{
    if (const counted_ignore* const ignored = ignoring(path, finding)) {
        ++ignored->matches;
        tell(path, finding, ignored->what.reason);
        return true;
    }
    if (written_) {
        written_->add(path, finding);
        return true;
    }
    if (found_again_.take(finding.fingerprint)) {
        tell(path, finding, "in the baseline");
        return true;
    }
    return false;
}

std::size_t finding_filter::ignored() const noexcept
{
    return std::accumulate(counted_.begin(), counted_.end(), std::size_t{0},
                           [](std::size_t sum, const counted_ignore& each) { return sum + each.matches; });
}

std::vector<ignore> finding_filter::unused() const
{
    std::vector<ignore> result;
    for (const counted_ignore& each : counted_)
        if (each.matches == 0)
            result.push_back(each.what);
    return result;
}

void finding_filter::tell(const std::string& path, const diagnostic& finding, std::string_view why) const
{
    if (told_)
        told_(path, finding, why);
}

} // namespace rollcall::program
