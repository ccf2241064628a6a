#pragma once

#include "command_page.hpp" // command_page

#include <string> // std::string

namespace rollcall::program {

/// The manual page of the program and its command, in roff.
[[nodiscard]] std::string manual_page(const command_page& program, const command_page& command);

} // namespace rollcall::program
