#pragma once

#include "option_list.hpp" // listed_option

#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::program {

/// The program's manual page, in roff. `text` are paragraphs for the description, with empty lines between them.
[[nodiscard]] std::string manual_page(std::string_view summary, std::string_view text,
                                      const std::vector<listed_option>& options);

} // namespace rollcall::program
