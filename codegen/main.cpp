#include "diff_arguments.hpp"    // add_diff_command
#include "generate_command.hpp"  // generate, generate_options
#include "import_arguments.hpp"  // add_import_command, add_update_command
#include "inspect_arguments.hpp" // add_inspect_command

#include <CLI/CLI.hpp> // CLI::App

#include <exception>  // std::exception
#include <functional> // std::function
#include <iostream>   // std::cout, std::cerr

int main(int argument_count, char** arguments)
{
    using namespace rollcall::codegen;

    CLI::App app{"Writes C++ types for the JSON Schema files of a folder, and follows a service's changes.",
                 "rollcall-codegen"};
    app.set_version_flag("--version", "rollcall-codegen " ROLLCALL_VERSION);
    app.require_subcommand(1);

    std::function<exit_status()> run;
    generate_options options;
    auto* generate_command = app.add_subcommand("generate", "Writes the headers, all of them or none.");
    generate_command->add_option("--schema", options.schema, "Folder with the *.schema.json files")
        ->required()
        ->type_name("DIR");
    generate_command
        ->add_option("--output", options.output, "Folder for the headers and nothing else; it is replaced as a whole")
        ->required()
        ->type_name("DIR");
    generate_command->add_option("--namespace", options.name_space, "Namespace of the types")
        ->type_name("NS")
        ->capture_default_str();
    generate_command->add_flag("--check", options.check,
                               "Write nothing; exit with 1 and the differences if a file would change");
    generate_command->footer("Exit status: 0 done, or nothing to do; 1 --check found a difference; 2 an error.");
    generate_command->callback([&] { run = [&] { return generate(options, std::cout, std::cerr); }; });
    add_diff_command(app, run);
    add_import_command(app, run);
    add_inspect_command(app, run);
    add_update_command(app, run);

    try {
        app.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(exit_status::failure);
    }
    try {
        return static_cast<int>(run());
    } catch (const std::exception& error) {
        std::cerr << "rollcall-codegen: " << error.what() << '\n';
        return static_cast<int>(exit_status::failure);
    }
}
