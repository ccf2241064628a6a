#pragma once

#include "collect_files.hpp" // file_patterns
#include "input_file.hpp"    // input_limits

#include <rollcall/capture/unwrap.hpp> // capture::file_kind

#include <optional> // std::optional

namespace CLI {
class App;
}

namespace rollcall::program {

/// How files are to be read.
struct input_options {
    /// What files are; without it, what they look like.
    std::optional<capture::file_kind> format{};
    input_limits limits{};
    /// Whether pages of one collection are judged as one.
    bool joins_pages = false;
    /// Whether trailing commas are passed over in what payloads are wrapped in, too.
    bool lenient = false;
};

/// How payloads are got out of files.
[[nodiscard]] capture::unwrap_options unwrap_options_of(const input_options& options);

/// Adds the options that are about this, and about which files of folders are read. `options` and `patterns` must last
/// until the command line has been read.
void add_input_options(CLI::App& app, input_options& options, file_patterns& patterns);

} // namespace rollcall::program
