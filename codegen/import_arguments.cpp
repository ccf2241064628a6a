#include "import_arguments.hpp"

#include "import_command.hpp" // import_metadata, import_options

#include <CLI/CLI.hpp> // CLI::App

#include <iostream> // std::cout, std::cerr
#include <memory>   // std::make_shared

namespace rollcall::codegen {

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
    command->footer("Exit status: 0 done, or nothing to do; 2 an error.");
    command->callback([options, &run] { run = [options] { return import_metadata(*options, std::cout, std::cerr); }; });
}

void add_wishes(CLI::App& command, type_wishes& wishes)
{
    command.add_option("--type", wishes.types, "A type to import, with all that it reaches; can be given again")
        ->type_name("TYPE");
    command.add_option("--depth", wishes.depth, "How many references lead at most from such a type to another one")
        ->type_name("N");
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

} // namespace rollcall::codegen
