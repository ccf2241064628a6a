#pragma once

#include "baseline.hpp" // baseline
#include "ignore.hpp"   // ignore

#include <rollcall/report.hpp> // report

#include <chrono>      // std::chrono::sys_days
#include <cstddef>     // std::size_t
#include <functional>  // std::function
#include <optional>    // std::optional
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::program {

/// Takes from verdicts the findings that do not count: those that the configuration ignores, and those of the baseline.
class finding_filter {
public:
    /// `told` hears of each finding that is taken away, and why; it may be empty.
    using listener = std::function<void(const std::string& path, const diagnostic& finding, std::string_view why)>;

    /// Without a baseline every finding that is not ignored is new. Where the findings are `written` to a new baseline,
    /// none is.
    finding_filter(std::vector<ignore> ignores, std::chrono::sys_days today, std::optional<baseline> known,
                   std::optional<baseline> written, listener told);

    /// Whether a finding may be taken away: then it must be known which they are, and all are needed.
    [[nodiscard]] bool needs_all_findings() const noexcept { return !counted_.empty() || known_ || written_; }

    /// Takes away what does not count. Verdicts must come in order.
    void apply(const std::string& path, report& verdict);

    [[nodiscard]] std::size_t ignored() const noexcept { return ignored_; }
    [[nodiscard]] std::size_t known() const noexcept { return found_again_; }
    /// Those of the baseline that were not found again.
    [[nodiscard]] std::size_t gone() const noexcept { return known_ ? known_->size() : 0; }
    [[nodiscard]] const std::vector<ignore>& expired() const noexcept { return expired_; }
    /// The ignores that matched nothing.
    [[nodiscard]] std::vector<ignore> unused() const;
    /// The findings for a new baseline, if there shall be one.
    [[nodiscard]] const std::optional<baseline>& written() const noexcept { return written_; }

private:
    struct counted_ignore {
        ignore what;
        std::size_t matches = 0;
    };

    [[nodiscard]] bool takes_away(const std::string& path, const diagnostic& finding);
    void tell(const std::string& path, const diagnostic& finding, std::string_view why) const;

    std::vector<counted_ignore> counted_;
    std::vector<ignore> expired_;
    std::optional<baseline> known_;
    std::optional<baseline> written_;
    listener told_;
    std::size_t ignored_ = 0;
    std::size_t found_again_ = 0;
};

} // namespace rollcall::program
