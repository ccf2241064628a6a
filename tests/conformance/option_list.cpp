#include "option_list.hpp"

#include "report_format.hpp" // report_formats

#include <rollcall/rules/catalogue.hpp> // rule_catalogue

#include <CLI/CLI.hpp> // CLI::App

#include <utility> // std::move

namespace rollcall::program {

namespace {

std::vector<std::string> rule_ids(const std::string& ending)
{
    std::vector<std::string> result;
    for (const rule_information& rule : rule_catalogue())
        result.push_back(std::string{rule.id} + ending);
    return result;
}

/// Puts the words that a value of this name can be.
void add_words(listed_option& option)
{
    if (option.value == "ID") {
        option.words = rule_ids({});
    } else if (option.value == "ID=LEVEL") {
        option.words = rule_ids("=");
        option.second_words = {"off", "info", "warning", "error"};
    } else if (option.value == "LEVEL") {
        option.words = {"error", "warning", "info"};
    } else if (option.value == "ENGINE") {
        option.words = {"fast", "valijson"};
    } else if (option.value == "SHELL") {
        option.words = {"bash", "zsh", "fish"};
    } else if (option.value == "FORMAT") {
        option.words = {"auto", "json", "ndjson", "http", "har", "batch", "curl"};
    } else if (option.value.starts_with("FORMAT")) {
        for (const report_format& format : report_formats())
            option.words.emplace_back(format.name);
    }
}

} // namespace

std::vector<listed_option> list_options(const CLI::App& app)
{
    std::vector<listed_option> result;
    for (const CLI::Option* const option : app.get_options()) {
        listed_option listed;
        if (!option->get_lnames().empty())
            listed.name = "--" + option->get_lnames().front();
        if (!option->get_snames().empty())
            listed.short_name = "-" + option->get_snames().front();
        if (option->get_positional())
            listed.value = option->get_name(true);
        else if (option->get_items_expected_max() != 0)
            listed.value = option->get_type_name();
        listed.description = option->get_description();
        listed.can_be_repeated = option->get_expected_max() > 1;
        add_words(listed);
        result.push_back(std::move(listed));
    }
    return result;
}

} // namespace rollcall::program
