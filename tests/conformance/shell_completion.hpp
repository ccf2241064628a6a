#pragma once

#include "command_page.hpp" // command_page

#include <string> // std::string

namespace rollcall::program {

enum class shell { bash, zsh, fish };

/// The script that lets a shell complete the command lines of the program and of its command.
[[nodiscard]] std::string completion_script(shell wanted, const command_page& program, const command_page& command);

} // namespace rollcall::program
