#pragma once

#include "arguments.hpp" // engine_name
#include "ignore.hpp"    // ignore
#include "pattern.hpp"   // path_pattern

#include <rollcall/diagnostics.hpp> // severity_changes

#include <cstddef>   // std::size_t
#include <optional>  // std::optional
#include <stdexcept> // std::runtime_error
#include <string>    // std::string
#include <vector>    // std::vector

namespace rollcall::program {

/// Why a configuration file cannot be used: every mistake with its place, what was expected and what to do.
class configuration_error : public std::runtime_error {
    using runtime_error::runtime_error;
};

/// A word as an option takes it, and where it stands: `rollcall.json:7`.
struct placed_word {
    std::string word;
    std::string place;
};

/// What a configuration file says, checked. Paths are as the working folder sees them.
struct configuration_file {
    std::string path;
    severity_changes severities;
    std::vector<ignore> ignores;
    std::vector<std::string> paths;
    std::vector<path_pattern> include;
    std::vector<path_pattern> exclude;
    /// As `--format` takes them.
    std::vector<placed_word> outputs;
    std::optional<severity> fail_on;
    std::optional<bool> lenient;
    std::optional<std::size_t> maximum_diagnostics;
    std::optional<std::size_t> maximum_depth;
    std::optional<std::size_t> decompressed_size;
    std::optional<std::size_t> piped_size;
    std::optional<std::size_t> jobs;
    std::optional<engine_name> engine;
    std::optional<std::string> schema;
};

/// The nearest `rollcall.json` from the working folder upwards, no further than to the root of a repository or of the
/// file system.
[[nodiscard]] std::optional<std::string> find_configuration_file();

/// Throws `configuration_error`.
[[nodiscard]] configuration_file read_configuration_file(const std::string& path);

} // namespace rollcall::program
