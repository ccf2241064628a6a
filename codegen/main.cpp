#include "diff_arguments.hpp"    // add_diff_command
#include "generate_command.hpp"  // generate, generate_options
#include "import_arguments.hpp"  // add_import_command, add_update_command
#include "inspect_arguments.hpp" // add_inspect_command

#include <rollcall/detail/standard_streams.hpp> // detail::hold_closed_streams

#include <CLI/CLI.hpp> // CLI::App

#include <cerrno>     // errno
#include <csignal>    // std::signal
#include <cstring>    // std::strerror
#include <exception>  // std::exception
#include <functional> // std::function
#include <iostream>   // std::cout, std::cerr

namespace {

using namespace rollcall::codegen;

exit_status run_command(int argument_count, char** arguments)
{
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
        return app.exit(error) == 0 ? exit_status::success : exit_status::failure;
    }
    return run();
}

exit_status run_and_flush(int argument_count, char** arguments)
{
    const auto status = run_command(argument_count, arguments);
    if (std::cout.flush())
        return status;
    std::cerr << "rollcall-codegen: standard output cannot be written: " << std::strerror(errno) << '\n';
    return exit_status::failure;
}

} // namespace

int main(int argument_count, char** arguments)
{
    // Whoever reads the output may stop doing so, and a file may grow as large as it may be; this is told like any
    // other failure to write.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    rollcall::detail::hold_closed_streams();
    try {
        return static_cast<int>(run_and_flush(argument_count, arguments));
    } catch (const std::exception& error) {
        std::cerr << "rollcall-codegen: " << error.what() << '\n';
        return static_cast<int>(exit_status::failure);
    }
}
