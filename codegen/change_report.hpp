#pragma once

#include "change.hpp" // change

#include <iosfwd> // std::ostream
#include <string> // std::string
#include <vector> // std::vector

namespace rollcall::codegen {

struct change_report {
    /// The two states, as they were named.
    std::string before;
    std::string after;
    std::vector<change> changes;
};

enum class change_format { text, json, markdown, github };

/// Shows the changes with their rule, place and verdicts, and how many there are. Nothing in them breaks a line, a
/// table or a command of GitHub's.
void write_changes(const change_report& report, change_format format, std::ostream& out);

} // namespace rollcall::codegen
