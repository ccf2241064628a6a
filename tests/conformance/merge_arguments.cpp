#include "merge_arguments.hpp"

#include "report_options.hpp" // add_fail_on_option, add_format_option, add_maximum_diagnostics_option, require_other_files

#include <CLI/CLI.hpp>  // CLI::App
#include <fmt/format.h> // fmt::format

#include <algorithm> // std::count

namespace rollcall::program {

namespace {

constexpr const char* program_description = "Joins reports of several runs into one.";

constexpr const char* footer =
    R"(A REPORT is what --format ndjson or --format json has written, or - for standard input. NDJSON reports may stand one
behind the other in a file. The merged report is the one that a single run would have made of all the files, in the
order of the reports; text shows no lines of the payloads, which are not looked at.

Exit status: 0 nothing was found that is as severe as --fail-on says; 1 something was; 2 the usage is wrong, a REPORT
is none or not whole, or a file could not be judged.)";

void check(const merge_arguments& given)
{
    if (given.reports.empty())
        throw CLI::ValidationError{"there is nothing to merge; name reports, or - for standard input"};
    if (std::count(given.reports.begin(), given.reports.end(), "-") > 1)
        throw CLI::ValidationError{"standard input can be read once; name - once"};
    require_other_files(given.outputs, given.reports);
}

/// `given` must last until the command line has been read.
void add_options(CLI::App& app, merge_arguments& given)
{
    app.set_help_flag("-h,--help", "Show this");
    app.add_option("REPORT", given.reports, "What to merge");
    add_format_option(app, given.outputs);
    add_maximum_diagnostics_option(app, given.maximum_diagnostics);
    add_fail_on_option(app, given.fail_on);
}

} // namespace

command_page merge_page()
{
    CLI::App app;
    merge_arguments ignored;
    add_options(app, ignored);
    return {.name = "merge", .description = program_description, .text = footer, .options = list_options(app)};
}

std::variant<merge_arguments, exit_status> read_merge_arguments(int count, const char* const* words)
{
    merge_arguments result;
    CLI::App app{program_description, "rollcall-validate merge"};
    app.footer(footer);
    app.failure_message([](const CLI::App*, const CLI::Error& error) {
        return fmt::format("rollcall-validate: merge: {}\nRun rollcall-validate merge --help for what there is.\n",
                           error.what());
    });
    add_options(app, result);
    try {
        app.parse(count, words);
        check(result);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_status::success : exit_status::failure;
    }
    return result;
}

} // namespace rollcall::program
