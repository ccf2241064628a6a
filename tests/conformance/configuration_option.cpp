#include "configuration_option.hpp"

#include "configuration_file.hpp" // configuration_file, find_configuration_file

#include <CLI/CLI.hpp>  // CLI::App
#include <fmt/format.h> // fmt::format

#include <utility> // std::move

namespace rollcall::program {

namespace {

/// As if the command line said it.
void take_outputs(const std::vector<placed_word>& outputs, CLI::App& app)
{
    CLI::Option* const format = app.get_option("--format");
    if (outputs.empty() || format->count() != 0)
        return;
    for (const placed_word& output : outputs)
        format->add_result(output.word);
    try {
        format->run_callback();
    } catch (const CLI::Error& error) {
        throw configuration_error{fmt::format("{}: error: {}", outputs.front().place, error.what())};
    }
}

void take_over(configuration_file file, CLI::App& app, arguments& given)
{
    const auto is_free = [&](const char* option) { return app.count(option) == 0; };
    given.configuration = file.path;
    // What is there stays.
    given.options.severities.merge(file.severities);
    given.ignores = std::move(file.ignores);
    if (is_free("--include"))
        given.inputs.include = std::move(file.include);
    if (is_free("--exclude"))
        given.inputs.exclude = std::move(file.exclude);
    if (given.paths.empty())
        given.paths = std::move(file.paths);
    take_outputs(file.outputs, app);
    if (file.fail_on && is_free("--fail-on"))
        given.fail_on = *file.fail_on;
    if (file.lenient && is_free("--lenient"))
        given.options.lenient = *file.lenient;
    if (file.maximum_diagnostics && is_free("--max-diagnostics"))
        given.options.maximum_diagnostics = *file.maximum_diagnostics;
    if (file.maximum_depth && is_free("--max-depth"))
        given.options.maximum_depth = *file.maximum_depth;
    if (file.decompressed_size && is_free("--max-decompressed-size"))
        given.input.limits.decompressed_size = *file.decompressed_size;
    if (file.piped_size && is_free("--max-piped-size"))
        given.input.limits.piped_size = *file.piped_size;
    if (file.jobs && is_free("--jobs"))
        given.jobs = *file.jobs;
    if (!is_free("--engine") || !is_free("--schema"))
        return;
    if (file.engine)
        given.engine = *file.engine;
    if (file.schema && given.engine == engine_name::fast && file.engine)
        throw configuration_error{
            fmt::format("{}: error: the fast engine has its schema built in; leave \"engine\" out, or write "
                        "\"engine\": \"valijson\"",
                        file.path)};
    given.schema = file.schema;
}

} // namespace

void add_configuration_options(CLI::App& app, configuration_choice& choice)
{
    auto* const file = app.add_option("--config", choice.file,
                                      "Configuration file, instead of the rollcall.json that is nearest upwards")
                           ->type_name("FILE");
    app.add_flag("--no-config", choice.none, "Look for no configuration file")->excludes(file);
}

void apply_configuration(const configuration_choice& choice, CLI::App& app, arguments& given)
{
    const std::optional<std::string> file = choice.file   ? choice.file
                                            : choice.none ? std::nullopt
                                                          : find_configuration_file();
    if (file)
        take_over(read_configuration_file(*file), app, given);
}

} // namespace rollcall::program
