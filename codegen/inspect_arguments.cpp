#include "inspect_arguments.hpp"

#include "inspect_command.hpp" // inspect, inspect_options

#include <CLI/CLI.hpp> // CLI::App

#include <iostream> // std::cout, std::cerr
#include <map>      // std::map
#include <memory>   // std::make_shared
#include <string>   // std::string

namespace rollcall::codegen {

void add_inspect_command(CLI::App& app, std::function<exit_status()>& run)
{
    static const std::map<std::string, view_format> formats{{"table", view_format::table},
                                                            {"dot", view_format::dot},
                                                            {"mermaid", view_format::mermaid},
                                                            {"json", view_format::json}};
    const auto options = std::make_shared<inspect_options>();
    auto* command = app.add_subcommand("inspect", "Shows the types, their properties and how they derive.");
    command
        ->add_option("SOURCE", options->source,
                     "A folder with schema files, one at a revision of git (HEAD~1:schema), or a file with $metadata")
        ->required()
        ->type_name("");
    command
        ->add_option_function<std::string>(
            "--format", [options](const std::string& name) { options->format = formats.at(name); },
            "table, json, or a class diagram: dot for Graphviz, mermaid")
        ->check(CLI::IsMember(&formats).description(""))
        ->type_name("FORMAT");
    command->add_option("--type", options->types, "Show this type only; may be given several times")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command->footer("Exit status: 0 done; 2 an error.");
    command->callback([options, &run] { run = [options] { return inspect(*options, std::cout, std::cerr); }; });
}

} // namespace rollcall::codegen
