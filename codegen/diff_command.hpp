#pragma once

#include "change_report.hpp"    // change_format
#include "generate_command.hpp" // exit_status

#include <iosfwd>      // std::ostream
#include <map>         // std::map
#include <optional>    // std::optional
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::codegen {

/// What a user says of a rule's verdicts; what is left out stays as the rule has it.
struct verdict_override {
    std::optional<verdict> source{};
    std::optional<verdict> wire{};
};

struct diff_options {
    /// The two states as `load_states` takes them.
    std::string before;
    std::string after;
    change_format format = change_format::text;
    /// The least verdict, of either kind, that makes the command fail.
    std::optional<verdict> fail_on{};
    /// By the rule's id.
    std::map<std::string, verdict_override> severities{};
    /// Ids of changes that are known and do not make the command fail.
    std::vector<std::string> acknowledged{};
    /// Files with such ids.
    std::vector<std::string> acknowledgement_files{};
};

/// The ids in the text of an acknowledgement file: the first word of each line that is not empty and does not begin
/// with
/// `#`; what follows the id says why.
[[nodiscard]] std::vector<std::string> acknowledged_ids(std::string_view text);

/// The command `diff`. Changes go to `out`; errors, and ids that were acknowledged but not found, go to `err`. Gives
/// `difference` when a change is as grave as `fail_on` says and not acknowledged.
[[nodiscard]] exit_status diff(const diff_options& options, std::ostream& out, std::ostream& err);

/// All rules with their verdicts, a line for each.
void list_change_rules(std::ostream& out);

/// What a rule says, its verdicts and why.
void explain(const change_rule& rule, std::ostream& out);

} // namespace rollcall::codegen
