#include "input_options.hpp"

#include "glob.hpp"         // is_glob
#include "option_words.hpp" // choose

#include <CLI/CLI.hpp>  // CLI::App
#include <fmt/format.h> // fmt::format

#include <charconv>     // std::from_chars
#include <optional>     // std::nullopt
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <system_error> // std::errc
#include <vector>       // std::vector

namespace rollcall::program {

namespace {

constexpr std::size_t kibi = 1024;

/// Reads `1000`, `64K`, `100M` or `2G`.
std::size_t read_size(std::string_view option, std::string_view word)
{
    constexpr std::size_t most = 1024 * kibi * kibi * kibi;
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), size);
    const std::string_view unit = word.substr(static_cast<std::size_t>(end - word.data()));
    const std::size_t factor = unit.empty()  ? 1
                               : unit == "K" ? kibi
                               : unit == "M" ? kibi * kibi
                               : unit == "G" ? kibi * kibi * kibi
                                             : 0;
    if (error != std::errc{} || factor == 0 || size == 0 || size > most / factor)
        throw CLI::ValidationError{fmt::format(
            "{}: '{}' is not a size; write a number of bytes from 1 to 1024G, such as 1000000, 64K, 100M or 2G", option,
            word)};
    return size * factor;
}

void add_patterns(CLI::App& app, const std::string& option, const std::string& text, std::vector<std::string>& patterns)
{
    const auto take = [option, &patterns](const std::vector<std::string>& words) {
        for (const std::string& word : words)
            if (!is_glob(word))
                throw CLI::ValidationError{
                    fmt::format("{}: '{}' is no pattern; write *.har, 2026-*/** or [!a-z]*.json", option, word)};
        patterns = words;
    };
    app.add_option_function<std::vector<std::string>>(option, take, text)
        ->type_name("PATTERN")
        ->allow_extra_args(false);
}

} // namespace

capture::unwrap_options unwrap_options_of(const input_options& options)
{
    return {.decompress = capture::make_decompressor(options.maximum_decompressed_size), .lenient = options.lenient};
}

void add_input_options(CLI::App& app, input_options& options, file_patterns& patterns)
{
    app.add_flag("--join-pages", options.joins_pages,
                 "Judge the pages of a collection as one: no id may return on another page, and counts hold for all");
    add_patterns(app, "--include",
                 "Of folders, judge the files that match this, whatever they look like; can be repeated",
                 patterns.include);
    add_patterns(app, "--exclude", "Of folders, leave out the files and folders that match this; can be repeated",
                 patterns.exclude);
    using capture::file_kind;
    app.add_option_function<std::string>(
           "--input-format",
           [&options](const std::string& word) {
               options.format = choose<std::optional<file_kind>>("--input-format", word,
                                                                 {{"auto", std::nullopt},
                                                                  {"json", file_kind::plain},
                                                                  {"ndjson", file_kind::ndjson},
                                                                  {"http", file_kind::http},
                                                                  {"har", file_kind::har},
                                                                  {"batch", file_kind::batch},
                                                                  {"curl", file_kind::curl}});
           },
           "What files are, compressed or not: auto (what they look like, the default), json, ndjson, http, har, batch "
           "or curl")
        ->type_name("FORMAT");
    app.add_option_function<std::string>(
           "--max-decompressed-size",
           [&options](const std::string& word) {
               options.maximum_decompressed_size = read_size("--max-decompressed-size", word);
           },
           fmt::format("How large a file or body may be once it is decompressed, in bytes or with K, M or G: {}M by "
                       "default",
                       options.maximum_decompressed_size / kibi / kibi))
        ->type_name("SIZE");
}

} // namespace rollcall::program
