#include "arguments.hpp"

#include "configuration_file.hpp"   // configuration_error
#include "configuration_option.hpp" // add_configuration_options, apply_configuration
#include "limit_options.hpp"        // add_limit_options
#include "manual_page.hpp"          // manual_page
#include "merge_arguments.hpp"      // merge_page
#include "option_list.hpp"          // list_options
#include "option_words.hpp"         // choose, read_number
#include "report_options.hpp" // add_fail_on_option, add_format_option, add_maximum_diagnostics_option, require_other_files
#include "shell_completion.hpp" // completion_script
#include "usage_options.hpp"    // add_usage_options

#include <rollcall/detail/terminal_text.hpp> // detail::for_terminal
#include <rollcall/rules/catalogue.hpp>      // find_rule, nearest_rule, rule_catalogue
#include <rollcall/version.hpp>              // version

#include <CLI/CLI.hpp>  // CLI::App
#include <fmt/format.h> // fmt::format

#include <algorithm>   // std::count, std::max
#include <iostream>    // std::cerr, std::cout
#include <sstream>     // std::istringstream
#include <string>      // std::string
#include <string_view> // std::string_view
#include <thread>      // std::thread

namespace rollcall::program {

namespace {

constexpr const char* footer =
    R"(A PATH is a payload file, a folder, or - for standard input. A payload file is JSON as the service sends it, NDJSON
with a payload or a record on each line, HTTP responses with status lines and headers, one after the other, perhaps with
their requests, what curl -v says, the answer to a JSON batch, or a HAR file; of the last two those entries are judged
that are about attendance. It may be compressed by gzip, and may have any name. Of a folder and its subfolders these are
judged: files called *.json, *.http, *.har, *.ndjson, *.jsonl or *.gz, and others that begin like a payload. Left out
are hidden files, *.expected.json, which say what somebody expects of a payload, and links to folders.

A PATTERN is for the path of a file below the folder, or, without a /, for its name. * stands for any characters of a
name, ? for one, [a-z] for one of these and [!a-z] for one of the others, **/ for any folders or none, and \ takes the
next character as it is.

To join the reports of several runs: rollcall-validate merge --help. A file called merge is judged as ./merge.

Exit status: 0 nothing was found that is as severe as --fail-on says; 1 something was; 2 the usage is wrong, or a file
could not be judged (the others are); 130 or 143 it was ended by Ctrl-C or SIGTERM.)";

void require_rule(std::string_view option, std::string_view id)
{
    const auto rules = rule_catalogue();
    if (find_rule(rules, id) == nullptr)
        throw CLI::ValidationError{
            fmt::format("{}: there is no rule '{}'; did you mean {}? All are shown by --list-rules", option, id,
                        nearest_rule(rules, id)->id)};
}

/// Reads `total-is-sum=off`.
severity_changes::value_type read_severity_change(const std::string& text)
{
    const auto equals = text.find('=');
    if (equals == std::string::npos)
        throw CLI::ValidationError{
            fmt::format("--rule: '{0}' does not say how severe the rule shall be; write {0}=LEVEL, where LEVEL is off, "
                        "info, warning or error",
                        text)};
    const std::string id = text.substr(0, equals);
    require_rule("--rule", id);
    return {id, choose<severity>(fmt::format("--rule {}", id), std::string_view{text}.substr(equals + 1),
                                 {{"off", severity::off},
                                  {"info", severity::info},
                                  {"warning", severity::warning},
                                  {"error", severity::error}})};
}

void check(arguments& given, bool names_engine)
{
    if (given.task != task::judge)
        return;
    if (given.paths.empty())
        throw CLI::ValidationError{"there is nothing to judge; name files or folders, or - for standard input"};
    if (std::count(given.paths.begin(), given.paths.end(), "-") > 1)
        throw CLI::ValidationError{"standard input can be read once; name - once"};
    require_other_files(given.outputs, given.paths);
    if (given.watch && std::count(given.paths.begin(), given.paths.end(), "-") != 0)
        throw CLI::ValidationError{"--watch: standard input cannot be watched; name files or folders"};
    if (given.watch && std::any_of(given.outputs.begin(), given.outputs.end(), [](const report_output& output) {
            return output.format != &report_formats().front() || !output.file.empty();
        }))
        throw CLI::ValidationError{"--watch: only text is shown, on standard output; leave --format out"};
    if (given.schema && names_engine && given.engine != engine_name::valijson)
        throw CLI::ValidationError{
            "--schema: the fast engine has its schema built in; leave --engine out, or say --engine valijson"};
    if (given.schema)
        given.engine = engine_name::valijson;
    given.input.lenient = given.options.lenient;
}

/// Each mistake stands in a line of its own.
void tell_of(const configuration_error& error)
{
    std::istringstream lines{error.what()};
    std::string_view begin = "rollcall-validate: ";
    for (std::string line; std::getline(lines, line); begin = {})
        std::cerr << begin << detail::for_terminal(line) << '\n';
}

} // namespace

std::variant<arguments, exit_status> read_arguments(int count, const char* const* words)
{
    arguments result;
    result.jobs = std::max(std::thread::hardware_concurrency(), 1U);
    CLI::App app{
        "Judges attendance payloads of Microsoft Graph by their schema and by the invariants that hold for them.",
        "rollcall-validate"};
    app.footer(footer);
    app.failure_message([](const CLI::App*, const CLI::Error& error) {
        return fmt::format("rollcall-validate: {}\nRun rollcall-validate --help for what there is.\n", error.what());
    });
    app.set_help_flag("-h,--help", "Show this");
    app.set_version_flag("--version", fmt::format("rollcall-validate {}", version), "Show the version");
    app.add_option("PATH", result.paths, "What to judge");

    const auto add_word = [&](const char* name, const char* type, const std::string& text, auto take) {
        return app.add_option_function<std::string>(name, take, text)->type_name(type);
    };
    add_format_option(app, result.outputs);
    const auto take_rules = [&](const std::vector<std::string>& changes) {
        for (const std::string& text : changes) {
            const auto [id, level] = read_severity_change(text);
            result.options.severities.insert_or_assign(id, level);
        }
    };
    app.add_option_function<std::vector<std::string>>(
           "--rule", take_rules, "How severe a rule is: off, info, warning or error; can be repeated")
        ->type_name("ID=LEVEL")
        ->allow_extra_args(false);
    add_maximum_diagnostics_option(app, result.options.maximum_diagnostics);
    add_word("--jobs", "N", "How many threads judge: one for each processor core by default",
             [&](const std::string& word) { result.jobs = read_number("--jobs", word, 1, 1024); });
    add_fail_on_option(app, result.fail_on);
    add_input_options(app, result.input, result.patterns);
    add_limit_options(app, result.input, result.options);
    app.add_flag("--lenient", result.options.lenient, "Warn of trailing commas, and judge the rest of the payload");
    app.add_flag("--fix-hints", result.fix_hints, "Say which value would be right, where that is known");
    const auto* engine =
        add_word("--engine", "ENGINE", "What judges by the schema: fast (the default) or valijson",
                 [&](const std::string& word) {
                     result.engine = choose<engine_name>(
                         "--engine", word, {{"fast", engine_name::fast}, {"valijson", engine_name::valijson}});
                 });
    app.add_option("--schema", result.schema, "Folder with the schema files to judge by, instead of those built in")
        ->type_name("DIR");
    configuration_choice configuration;
    std::optional<shell> completed;
    bool wants_manual = false;
    add_configuration_options(app, configuration);
    add_usage_options(app, result);
    app.add_flag_callback(
        "--list-rules", [&] { result.task = task::list_rules; }, "Show all rules");
    add_word("--explain", "ID", "Show what a rule says, why it does, and examples", [&](const std::string& id) {
        require_rule("--explain", id);
        result.task = task::explain;
        result.rule = id;
    });

    add_word("--completion", "SHELL", "Show the script that lets bash, zsh or fish complete command lines",
             [&](const std::string& word) {
                 completed = choose<shell>("--completion", word,
                                           {{"bash", shell::bash}, {"zsh", shell::zsh}, {"fish", shell::fish}});
             });
    app.add_flag("--man", wants_manual, "Show the manual page, in roff");

    try {
        app.parse(count, words);
        if (completed || wants_manual) {
            const command_page program{
                .description = app.get_description(), .text = footer, .options = list_options(app)};
            std::cout << (completed ? completion_script(*completed, program, merge_page())
                                    : manual_page(program, merge_page()));
            return exit_status::success;
        }
        apply_configuration(configuration, app, result);
        check(result, engine->count() != 0);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_status::success : exit_status::failure;
    } catch (const configuration_error& error) {
        tell_of(error);
        return exit_status::failure;
    }
    return result;
}

} // namespace rollcall::program
