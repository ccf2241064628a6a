#pragma once

#include "baseline.hpp"       // baseline_use
#include "finding_filter.hpp" // finding_filter

#include <rollcall/report.hpp> // report

#include <cstddef> // std::size_t
#include <string>  // std::string

namespace rollcall::program {

/// Leaves of what is found in a part of a file what may be shown, while it is judged: so memory does not grow with what
/// is found. Which findings are those of a baseline is seen later, when the parts are in order; until then each that
/// may be one of them stays.
class finding_sieve {
public:
    /// `room` is how many findings can be shown. `filter` must live as long.
    finding_sieve(const finding_filter& filter, std::string path, std::size_t room);

    /// Whether it must see all findings, since it is not their number alone that decides which may be shown.
    [[nodiscard]] bool wants_all() const noexcept { return filter_.needs_all_findings(); }

    /// Takes findings away or only counts them, of those that are next.
    void sift(report& next);

private:
    [[nodiscard]] bool keeps(const diagnostic& finding, finding_counts& unlisted);

    const finding_filter& filter_;
    std::string path_;
    std::size_t room_;
    /// How many findings that are ignored can be told of.
    std::size_t room_for_ignored_;
    baseline_use known_;
};

} // namespace rollcall::program
