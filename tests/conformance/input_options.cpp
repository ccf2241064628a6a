#include "input_options.hpp"

#include "option_words.hpp" // choose

#include <CLI/CLI.hpp>  // CLI::App
#include <fmt/format.h> // fmt::format

#include <charconv>     // std::from_chars
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

} // namespace

void add_input_options(CLI::App& app, input_options& options)
{
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
