#include "diff_command.hpp"

#include "compare_types.hpp" // compare_types
#include "one_line.hpp"      // in_one_line
#include "read_file.hpp"     // read_file
#include "type_source.hpp"   // load_states, type_source_error

#include <fmt/format.h>  // fmt::format
#include <fmt/ostream.h> // fmt::print

#include <algorithm> // std::any_of, std::min
#include <set>       // std::set

namespace rollcall::codegen {

namespace {

void apply_severities(std::vector<change>& changes, const std::map<std::string, verdict_override>& severities)
{
    for (auto& found : changes) {
        const auto entry = severities.find(std::string{found.rule->id});
        if (entry == severities.end())
            continue;
        found.source = entry->second.source.value_or(found.source);
        found.wire = entry->second.wire.value_or(found.wire);
    }
}

/// Gives the ids that no change has.
std::set<std::string> acknowledge(std::vector<change>& changes, const std::set<std::string>& ids)
{
    auto unknown = ids;
    for (auto& found : changes) {
        const auto id = id_of(found);
        found.is_acknowledged = ids.contains(id);
        unknown.erase(id);
    }
    return unknown;
}

} // namespace

std::vector<std::string> acknowledged_ids(std::string_view text)
{
    constexpr std::string_view blank = " \t\r";
    std::vector<std::string> ids;
    while (!text.empty()) {
        auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        line.remove_prefix(std::min(line.find_first_not_of(blank), line.size()));
        if (!line.empty() && line.front() != '#')
            ids.emplace_back(line.substr(0, line.find_first_of(blank)));
    }
    return ids;
}

exit_status diff(const diff_options& options, std::ostream& out, std::ostream& err)
{
    std::set<std::string> acknowledged{options.acknowledged.begin(), options.acknowledged.end()};
    for (const auto& path : options.acknowledgement_files) {
        const auto text = read_file(path);
        if (!text) {
            fmt::print(err, "{}: cannot be read; name a file with an id of a change on each line\n", path);
            return exit_status::failure;
        }
        const auto ids = acknowledged_ids(*text);
        acknowledged.insert(ids.begin(), ids.end());
    }

    change_report report{.before = options.before, .after = options.after, .changes = {}};
    try {
        const auto states = load_states(options.before, options.after);
        report.changes = compare_types(states.before, states.after);
    } catch (const type_source_error& error) {
        fmt::print(err, "{}\nnothing was compared\n", error.what());
        return exit_status::failure;
    }
    apply_severities(report.changes, options.severities);
    for (const auto& id : acknowledge(report.changes, acknowledged))
        fmt::print(err, "{}: acknowledged, but there is no such change; take it out\n", in_one_line(id));
    write_changes(report, options.format, out);

    const bool fails =
        options.fail_on && std::any_of(report.changes.begin(), report.changes.end(), [&](const auto& found) {
            return !found.is_acknowledged && found.gravest() >= *options.fail_on;
        });
    return fails ? exit_status::difference : exit_status::success;
}

void list_change_rules(std::ostream& out)
{
    for (const auto& rule : change_rules)
        fmt::print(out, "{:<31} source {:<8}  wire {:<8}  {}\n", rule.id, name_of(rule.source.value),
                   name_of(rule.wire.value), rule.summary);
}

void explain(const change_rule& rule, std::ostream& out)
{
    fmt::print(
        out,
        "{}: {}\n\n"
        "source {}: {}\n  (Does code that includes the headers still compile and mean the same?)\n"
        "wire {}: {}\n  (Do old captures still conform, or else it is breaking; do old readers read new payloads "
        "without a finding, or else it is risky.)\n",
        rule.id, rule.summary, name_of(rule.source.value), rule.source.reason, name_of(rule.wire.value),
        rule.wire.reason);
}

} // namespace rollcall::codegen
