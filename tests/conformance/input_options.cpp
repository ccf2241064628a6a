#include "input_options.hpp"

#include "glob.hpp"         // is_glob
#include "option_words.hpp" // choose

#include <CLI/CLI.hpp>  // CLI::App
#include <fmt/format.h> // fmt::format

#include <optional> // std::nullopt
#include <string>   // std::string
#include <vector>   // std::vector

namespace rollcall::program {

namespace {

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
    return {.decompress = capture::make_decompressor(options.limits.decompressed_size), .lenient = options.lenient};
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
}

} // namespace rollcall::program
