#pragma once

#include "baseline.hpp" // baseline
#include "ignore.hpp"   // ignore

#include <rollcall/report.hpp> // report

#include <atomic>      // std::atomic
#include <chrono>      // std::chrono::sys_days
#include <cstddef>     // std::size_t
#include <deque>       // std::deque
#include <functional>  // std::function
#include <optional>    // std::optional
#include <string>      // std::string
#include <string_view> // std::string_view
#include <utility>     // std::move
#include <vector>      // std::vector

namespace rollcall::program {

/// Takes from verdicts the findings that do not count: those that the configuration ignores, and those of the baseline.
class finding_filter {
public:
    /// `told` hears of findings that are taken away, and why; it may be empty.
    using listener = std::function<void(const std::string& path, const diagnostic& finding, std::string_view why)>;

    /// Without a baseline, which must live as long, every finding that is not ignored is new. Where the findings are
    /// `written` to a new baseline, none is.
    finding_filter(std::vector<ignore> ignores, std::chrono::sys_days today, const baseline* known,
                   std::optional<baseline> written, listener told);

    /// Whether a finding may be taken away: then it must be known which they are, and all are needed.
    [[nodiscard]] bool needs_all_findings() const noexcept { return !counted_.empty() || known_ || written_; }

    /// Whether somebody hears of what is taken away.
    [[nodiscard]] bool tells() const noexcept { return static_cast<bool>(told_); }

    /// Whether the configuration ignores a finding. Any thread may ask.
    [[nodiscard]] bool is_ignored(const std::string& path, const diagnostic& finding) const
    {
        return ignoring(path, finding) != nullptr;
    }

    /// Counts a finding that is ignored and is not given to `apply`. Any thread may.
    void count_ignored(const std::string& path, const diagnostic& finding) const { ++ignoring(path, finding)->matches; }

    /// The baseline; null where there is none.
    [[nodiscard]] const baseline* known_findings() const noexcept { return known_; }

    /// Takes away what does not count. Verdicts must come in order.
    void apply(const std::string& path, report& verdict);

    [[nodiscard]] std::size_t ignored() const noexcept;
    [[nodiscard]] std::size_t known() const noexcept { return found_again_.taken(); }
    /// Those of the baseline that were not found again.
    [[nodiscard]] std::size_t gone() const noexcept { return known_ ? known_->size() - found_again_.taken() : 0; }
    [[nodiscard]] const std::vector<ignore>& expired() const noexcept { return expired_; }
    /// The ignores that matched nothing.
    [[nodiscard]] std::vector<ignore> unused() const;
    /// The findings for a new baseline, if there shall be one.
    [[nodiscard]] const std::optional<baseline>& written() const noexcept { return written_; }

private:
    struct counted_ignore {
        explicit counted_ignore(ignore counted) : what{std::move(counted)} {}

        ignore what;
        mutable std::atomic<std::size_t> matches = 0;
    };

    /// What the configuration ignores a finding by; null where it does not.
    [[nodiscard]] const counted_ignore* ignoring(const std::string& path, const diagnostic& finding) const;
    [[nodiscard]] bool takes_away(const std::string& path, const diagnostic& finding);
    void tell(const std::string& path, const diagnostic& finding, std::string_view why) const;

    std::deque<counted_ignore> counted_;
    std::vector<ignore> expired_;
    const baseline* known_;
    baseline_use found_again_;
    std::optional<baseline> written_;
    listener told_;
};

} // namespace rollcall::program
