#pragma once

#include "option_list.hpp" // listed_option

#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::program {

/// What completions and the manual page are made of, as --help is: the program, or one of its commands.
struct command_page {
    /// The word that the command begins with; empty for the program.
    std::string_view name{};
    std::string description;
    /// Paragraphs, with empty lines between them.
    std::string_view text;
    std::vector<listed_option> options;
};

} // namespace rollcall::program
