#pragma once

#include <CLI/Error.hpp> // CLI::ValidationError
#include <fmt/format.h>  // fmt::format

#include <charconv>         // std::from_chars
#include <cstddef>          // std::size_t
#include <initializer_list> // std::initializer_list
#include <string>           // std::string
#include <string_view>      // std::string_view
#include <system_error>     // std::errc
#include <utility>          // std::pair

namespace rollcall::program {

/// What a word on the command line stands for.
template <class Value>
[[nodiscard]] Value choose(std::string_view option, std::string_view word,
                           std::initializer_list<std::pair<std::string_view, Value>> choices)
{
    std::string names;
    for (const auto& [name, value] : choices) {
        if (name == word)
            return value;
        names += (names.empty() ? "" : ", ") + std::string{name};
    }
    throw CLI::ValidationError{fmt::format("{}: '{}' is not one of {}", option, word, names)};
}

/// Reads a whole number.
[[nodiscard]] inline std::size_t read_number(std::string_view option, std::string_view word, std::size_t least,
                                             std::size_t most)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc{} || end != word.data() + word.size() || number < least || number > most)
        throw CLI::ValidationError{
            fmt::format("{}: '{}' is not a whole number from {} to {}", option, word, least, most)};
    return number;
}

} // namespace rollcall::program
