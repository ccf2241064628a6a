#include "usage_options.hpp"

#include <CLI/CLI.hpp> // CLI::App

namespace rollcall::program {

void add_usage_options(CLI::App& app, arguments& given)
{
    auto* const known =
        app.add_option("--baseline", given.baseline, "File with known findings: only new ones are shown and count")
            ->type_name("FILE");
    auto* const written =
        app.add_option("--write-baseline", given.written_baseline, "Write the findings to a file for --baseline")
            ->type_name("FILE")
            ->excludes(known);
    auto* const quiet = app.add_flag("--quiet", given.quiet, "Show nothing but findings");
    app.add_flag("--verbose", given.verbose, "Tell on standard error what is judged, left out and ignored")
        ->excludes(quiet);
    app.add_flag("--watch", given.watch, "Judge again what changes, until Ctrl-C")->excludes(written);
    app.add_flag("--statistics", given.statistics, "Tell time, speed and memory on standard error");
}

} // namespace rollcall::program
