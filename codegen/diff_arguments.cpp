#include "diff_arguments.hpp"

#include "diff_command.hpp" // diff, diff_options

#include <rollcall/detail/nearest_name.hpp> // nearest_name

#include <CLI/CLI.hpp> // CLI::App

#include <fmt/format.h> // fmt::format

#include <algorithm> // std::min
#include <iostream>  // std::cout, std::cerr
#include <map>       // std::map
#include <memory>    // std::make_shared
#include <string>    // std::string
#include <vector>    // std::vector

namespace rollcall::codegen {

namespace {

const change_rule& required_rule(const std::string& option, std::string_view id)
{
    if (const auto* rule = find_change_rule(id))
        return *rule;
    std::vector<std::string_view> ids;
    ids.reserve(change_rules.size());
    for (const auto& rule : change_rules)
        ids.push_back(rule.id);
    const auto nearest = detail::nearest_name(ids, id);
    throw CLI::ValidationError{option, fmt::format("there is no rule '{}'{} All are shown by --list-rules", id,
                                                   nearest.empty() ? "." : fmt::format("; did you mean {}?", nearest))};
}

/// `RULE=VERDICT`, `RULE.source=VERDICT` or `RULE.wire=VERDICT`.
void add_severity(const std::string& text, diff_options& options)
{
    const std::string option = "--severity";
    const auto equals = std::min(text.find('='), text.size());
    auto id = text.substr(0, equals);
    const auto value = verdict_called(equals == text.size() ? "" : text.substr(equals + 1));
    if (!value)
        throw CLI::ValidationError{option,
                                   fmt::format("'{}' is not RULE=VERDICT; a verdict is safe, risky or breaking", text)};
    const bool is_of_source = id.ends_with(".source");
    const bool is_of_wire = id.ends_with(".wire");
    if (is_of_source || is_of_wire)
        id.erase(id.rfind('.'));
    auto& override = options.severities[std::string{required_rule(option, id).id}];
    if (!is_of_wire)
        override.source = value;
    if (!is_of_source)
        override.wire = value;
}

} // namespace

void add_diff_command(CLI::App& app, std::function<exit_status()>& run)
{
    static const std::map<std::string, change_format> formats{{"text", change_format::text},
                                                              {"json", change_format::json},
                                                              {"markdown", change_format::markdown},
                                                              {"github", change_format::github}};
    const auto options = std::make_shared<diff_options>();
    auto* command =
        app.add_subcommand("diff", "Says what changed between two states of the types, and what it breaks.");
    auto* before = command->add_option(
        "OLD", options->before,
        "A folder with schema files, one at a revision of git (HEAD~1:schema), or a file with $metadata");
    auto* after = command->add_option("NEW", options->after, "The same, to compare with");
    before->type_name("");
    after->type_name("");
    command
        ->add_option_function<std::string>(
            "--format", [options](const std::string& name) { options->format = formats.at(name); },
            "text, json, markdown or github")
        ->check(CLI::IsMember(&formats).description(""))
        ->type_name("FORMAT");
    command
        ->add_option_function<std::string>(
            "--fail-on", [options](const std::string& name) { options->fail_on = verdict_called(name); },
            "Exit with 1 if a change is breaking, or risky or breaking, and not acknowledged")
        ->check(CLI::IsMember({"breaking", "risky"}).description(""))
        ->type_name("VERDICT");
    command
        ->add_option_function<std::vector<std::string>>(
            "--severity",
            [options](const std::vector<std::string>& texts) {
                for (const auto& text : texts)
                    add_severity(text, *options);
            },
            "Another verdict for a rule: property-added=safe, or of one kind: property-added.wire=safe")
        ->type_name("RULE=VERDICT")
        ->allow_extra_args(false);
    command->add_option("--acknowledge", options->acknowledged, "A change, by its id, that is known and does not count")
        ->type_name("ID")
        ->allow_extra_args(false);
    command
        ->add_option("--acknowledgements", options->acknowledgement_files,
                     "A file with such an id on each line, and why it does not count after it")
        ->type_name("FILE")
        ->allow_extra_args(false);
    auto* list = command->add_flag_callback(
        "--list-rules",
        [&run] {
            run = [] {
                list_change_rules(std::cout);
                return exit_status::success;
            };
        },
        "Show all rules with their verdicts");
    auto* explained = command->add_option_function<std::string>(
        "--explain",
        [&run](const std::string& id) {
            run = [&rule = required_rule("--explain", id)] {
                explain(rule, std::cout);
                return exit_status::success;
            };
        },
        "Show what a rule says and why its verdicts are what they are");
    explained->type_name("RULE");
    command->footer("Exit status: 0 compared; 1 a change is as grave as --fail-on says; 2 an error.");
    command->callback([=, &run] {
        if (list->count() + explained->count() != 0)
            return;
        for (const auto* state : {before, after}) {
            if (state->empty())
                throw CLI::RequiredError{state->get_name()};
        }
        run = [options] { return diff(*options, std::cout, std::cerr); };
    });
}

} // namespace rollcall::codegen
