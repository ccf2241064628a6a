#include "limit_options.hpp"

#include "input_options.hpp" // input_options
#include "option_words.hpp"  // read_number

#include <rollcall/validation_options.hpp> // validation_options

#include <CLI/CLI.hpp>  // CLI::App
#include <fmt/format.h> // fmt::format

#include <charconv>     // std::from_chars
#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <system_error> // std::errc

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

/// The deepest that both engines reach on the stack that the system gives a thread.
constexpr std::size_t deepest = 1000;

void add_size_option(CLI::App& app, const std::string& option, const std::string& text, std::size_t& size)
{
    app.add_option_function<std::string>(
           option, [option, &size](const std::string& word) { size = read_size(option, word); },
           fmt::format("{}, in bytes or with K, M or G: {}M by default", text, size / kibi / kibi))
        ->type_name("SIZE");
}

} // namespace

void add_limit_options(CLI::App& app, input_options& input, validation_options& validation)
{
    app.add_option_function<std::string>(
           "--max-depth",
           [&validation](const std::string& word) {
               validation.maximum_depth = read_number("--max-depth", word, 1, deepest);
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
