#include "limit_options.hpp"

#include "input_options.hpp" // input_options
#include "option_words.hpp"  // read_number
#include "size_word.hpp"     // parse_size, size_words

#include <rollcall/validation_options.hpp> // validation_options

#include <CLI/CLI.hpp>  // CLI::App
#include <fmt/format.h> // fmt::format

#include <cstddef> // std::size_t
#include <string>  // std::string

namespace rollcall::program {

namespace {

void add_size_option(CLI::App& app, const std::string& option, const std::string& text, std::size_t& size)
{
    app.add_option_function<std::string>(
           option,
           [option, &size](const std::string& word) {
               const auto parsed = parse_size(word);
               if (!parsed)
                   throw CLI::ValidationError{
                       fmt::format("{}: '{}' is not a size; write {}", option, word, size_words)};
               size = *parsed;
           },
           fmt::format("{}, in bytes or with K, M or G: {}M by default", text, size >> 20))
        ->type_name("SIZE");
}

} // namespace

void add_limit_options(CLI::App& app, input_options& input, validation_options& validation)
{
    app.add_option_function<std::string>(
           "--max-depth",
           [&validation](const std::string& word) {
               validation.maximum_depth = read_number("--max-depth", word, 1, deepest_payload);
           },
           fmt::format("How deep objects and arrays of a payload may nest: {} by default", validation.maximum_depth))
        ->type_name("N");
    add_size_option(app, "--max-decompressed-size", "How large a file or body may be once it is decompressed",
                    input.limits.decompressed_size);
    add_size_option(app, "--max-piped-size",
                    "How large may be what comes on standard input, or from a pipe or device, and so has to be kept in "
                    "memory",
                    input.limits.piped_size);
}

} // namespace rollcall::program
