#pragma once

#include <string_view> // std::string_view

namespace rollcall::program {

/// Whether a pattern can be matched: it is not empty, and each [ has its ].
[[nodiscard]] bool is_glob(std::string_view pattern);

/// Whether a path, with / between its folders, matches a pattern. * stands for any characters of a name and ? for one,
/// [a-z] for one of those characters and [!a-z] for one of the others, ** for any number of folders, none included; a
/// backslash takes the next character as it is. A pattern without / is one for the last name of the path.
[[nodiscard]] bool matches_glob(std::string_view pattern, std::string_view path);

} // namespace rollcall::program
