#pragma once

#include "option_list.hpp" // listed_option

#include <string> // std::string
#include <vector> // std::vector

namespace rollcall::program {

enum class shell { bash, zsh, fish };

/// The script that lets a shell complete the program's command lines.
[[nodiscard]] std::string completion_script(shell wanted, const std::vector<listed_option>& options);

} // namespace rollcall::program
