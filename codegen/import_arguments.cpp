#include "import_arguments.hpp"

#include "import_command.hpp" // import_metadata, import_options
#include "update_command.hpp" // update, update_options

#include <CLI/CLI.hpp> // CLI::App

#include <iostream> // std::cout, std::cerr
#include <memory>   // std::make_shared

namespace rollcall::codegen {

namespace {

/// The options that say which types of `$metadata` are wanted.
void add_wishes(CLI::App& command, type_wishes& wishes)
{
    command.add_option("--type", wishes.types, "A type to import with all that it reaches, or all; can be given again")
        ->type_name("TYPE|all");
    command.add_option("--exclude", wishes.exclude, "A type to leave out, and with it the properties that hold it")
        ->type_name("TYPE");
    command
        .add_option("--navigation", wishes.navigation,
                    "Navigation properties to include: all, none, or names; those of schema files stay")
        ->type_name("all|none|NAME");
    command
        .add_option("--derived", wishes.derived,
                    "Types that payloads name in the place of a base: all, or names; those of schema files stay")
        ->type_name("all|TYPE");
}

} // namespace

void add_import_command(CLI::App& app, std::function<exit_status()>& run)
{
    auto options = std::make_shared<import_options>();
    auto* command = app.add_subcommand("import", "Writes the schema files that say what a service's $metadata says.");
    command->add_option("METADATA", options->metadata, "The response to a request for $metadata")
        ->required()
        ->type_name("FILE");
    command
        ->add_option("--output", options->output,
                     "Folder with the schema files; what people wrote in them stays, and so do other files")
        ->required()
        ->type_name("DIR");
    add_wishes(*command, options->wishes);
    command
        ->add_option("--depth", options->wishes.depth,
                     "How many references lead at most from such a type to another one")
        ->type_name("N");
    command->footer("Exit status: 0 done, or nothing to do; 2 an error.");
    command->callback([options, &run] { run = [options] { return import_metadata(*options, std::cout, std::cerr); }; });
}

void add_update_command(CLI::App& app, std::function<exit_status()>& run)
{
    auto options = std::make_shared<update_options>();
    auto* command = app.add_subcommand(
        "update", "Imports a service's $metadata, says what its changes mean, and generates; all of it or nothing.");
    command
        ->add_option("METADATA", options->metadata,
                     "The response to a request for $metadata; without it, what people changed is taken over")
        ->type_name("FILE");
    command->add_option("--schema", options->schema, "Folder with the schema files and the lock file")
        ->required()
        ->type_name("DIR");
    command->add_option("--output", options->output, "Folder for the headers and nothing else")
        ->required()
        ->type_name("DIR");
    command->add_option("--namespace", options->name_space, "Namespace of the types")
        ->type_name("NS")
        ->capture_default_str();
    add_wishes(*command, options->wishes);
    command
        ->add_option_function<std::string>(
            "--fail-on", [options](const std::string& name) { options->fail_on = verdict_called(name); },
            "Write nothing and exit with 1 if a change is breaking, or risky or breaking")
        ->check(CLI::IsMember({"breaking", "risky"}).description(""))
        ->type_name("VERDICT");
    command->add_flag("--check", options->check,
                      "Write nothing; exit with 1 if $metadata, schema files, lock file and headers are not in step");
    command->footer("Exit status: 0 done, or nothing to do; 1 --check found a difference, or a change is as grave as "
                    "--fail-on says; 2 an error.");
    command->callback([options, &run] { run = [options] { return update(*options, std::cout, std::cerr); }; });
}

} // namespace rollcall::codegen
