#pragma once

#include <rollcall/diagnostic.hpp> // diagnostic

#include <cstddef>     // std::size_t
#include <map>         // std::multimap
#include <stdexcept>   // std::runtime_error
#include <string>      // std::string
#include <string_view> // std::string_view

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

    /// Takes a finding from those that are known; false if it is not among them.
    [[nodiscard]] bool take(const diagnostic& finding);

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

} // namespace rollcall::program
