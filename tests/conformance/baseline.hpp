#pragma once

#include <rollcall/diagnostic.hpp> // diagnostic

#include <cstddef>       // std::size_t
#include <map>           // std::multimap
#include <stdexcept>     // std::runtime_error
#include <string>        // std::string
#include <string_view>   // std::string_view
#include <unordered_map> // std::unordered_map

namespace rollcall::program {

/// Why a baseline cannot be used, or not be written.
class baseline_error : public std::runtime_error {
    using runtime_error::runtime_error;
};

/// Findings that are known, so that only new ones count. A finding is known again by its fingerprint, so a file may
/// move; one that is known twice may be found twice.
class baseline {
public:
    baseline() = default;

    /// Reads the text of a file that `text` wrote. Throws `baseline_error` with the place of what is wrong.
    baseline(const std::string& path, std::string_view text);

    /// Reads a file. Throws `baseline_error`.
    [[nodiscard]] static baseline from_file(const std::string& path);

    void add(const std::string& path, const diagnostic& finding);

    /// How many findings with this fingerprint are known.
    [[nodiscard]] std::size_t count(const std::string& fingerprint) const { return known_.count(fingerprint); }

    [[nodiscard]] std::size_t size() const noexcept { return known_.size(); }

    /// What stands in a baseline file: JSON with a line for each finding, in the order of paths, pointers and rules, so
    /// that two baselines can be compared line by line.
    [[nodiscard]] std::string text() const;

private:
    /// A finding's line without the fingerprint's place in the order, by its fingerprint.
    struct known_finding {
        std::string path;
        std::string pointer;
        std::string rule;
        std::string message;
    };

    std::multimap<std::string, known_finding, std::less<>> known_;
};

/// Which findings of a baseline were found again.
class baseline_use {
public:
    /// `known` may be null: then no finding is known. Else it must live as long.
    explicit baseline_use(const baseline* known) noexcept : known_{known} {}

    /// Takes a finding from those that are known; false if it is not among them any more.
    [[nodiscard]] bool take(const std::string& fingerprint);

    /// How many were taken.
    [[nodiscard]] std::size_t taken() const noexcept { return taken_; }

private:
    const baseline* known_;
    std::unordered_map<std::string, std::size_t> taken_of_;
    std::size_t taken_ = 0;
};

} // namespace rollcall::program
