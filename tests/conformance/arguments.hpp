#pragma once

#include "collect_files.hpp" // input_patterns
#include "exit_status.hpp"
#include "ignore.hpp"        // ignore
#include "input_options.hpp" // input_options
#include "report_format.hpp" // report_output

#include <rollcall/severity.hpp>           // severity
#include <rollcall/validation_options.hpp> // validation_options

#include <cstddef>  // std::size_t
#include <optional> // std::optional
#include <string>   // std::string
#include <variant>  // std::variant
#include <vector>   // std::vector

namespace rollcall::program {

enum class task { judge, list_rules, explain };
enum class engine_name { fast, valijson };

/// What the command line asks for.
struct arguments {
    program::task task = program::task::judge;
    std::vector<std::string> paths;
    input_options input;
    /// Of which files of folders.
    file_patterns patterns;
    validation_options options;
    severity fail_on = severity::error;
    /// How many threads judge, at least one.
    std::size_t jobs = 1;
    /// Where the report goes and what it is shown as; at least one.
    std::vector<report_output> outputs;
    /// Whether findings say which value would be right.
    bool fix_hints = false;
    /// The configuration file that was read.
    std::optional<std::string> configuration;
    std::vector<ignore> ignores;
    /// Which files of folders are judged.
    input_patterns inputs;
    /// The file with the findings that are known, and the file that those of this run are written to.
    std::optional<std::string> baseline;
    std::optional<std::string> written_baseline;
    bool quiet = false;
    bool verbose = false;
    bool statistics = false;
    bool watch = false;
    engine_name engine = engine_name::fast;
    /// The folder of the schema files that valijson judges by; without it they are those that are built in.
    std::optional<std::string> schema;
    /// The rule to explain.
    std::string rule;
};

/// Reads the command line. When it is wrong, or asks only for help or the version, that is told here and the program
/// ends.
[[nodiscard]] std::variant<arguments, exit_status> read_arguments(int count, const char* const* words);

} // namespace rollcall::program
