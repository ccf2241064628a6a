#include "generate_command.hpp"

#include "cpp_names.hpp"       // why_no_namespace
#include "cpp_writer.hpp"      // write_headers
#include "output_folder.hpp"   // compare_folder, replace_folder
#include "schema_error.hpp"    // error_list
#include "schema_folder.hpp"   // load_schema_folder
#include "schema_reader.hpp"   // read_types
#include "text_difference.hpp" // text_difference

#include <rollcall/detail/counted.hpp> // detail::counted

#include <fmt/format.h>  // fmt::format
#include <fmt/ostream.h> // fmt::print

#include <string_view> // std::string_view

namespace rollcall::codegen {

namespace {

/// As a shell takes it.
std::string shell_word(const std::string& text)
{
    constexpr std::string_view harmless = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+./:,@%=";
    if (!text.empty() && text.find_first_not_of(harmless) == std::string::npos)
        return text;
    std::string result = "'";
    for (const char character : text)
        result += character == '\'' ? "'\\''" : std::string(1, character);
    return result + "'";
}

std::string command_line(const generate_options& options)
{
    auto line = fmt::format("rollcall-codegen generate --schema {} --output {}", shell_word(options.schema),
                            shell_word(options.output));
    if (options.name_space != generate_options{}.name_space)
        line += " --namespace " + shell_word(options.name_space);
    return line;
}

exit_status report_differences(const generate_options& options, const text_files& files, std::ostream& out)
{
    const auto differences = compare_folder(options.output, files);
    if (differences.empty())
        return exit_status::success;
    bool has_foreign = false;
    for (const auto& [name, state, text] : differences) {
        const auto path = (std::filesystem::path{options.output} / name).string();
        switch (state) {
        case file_state::missing:
            fmt::print(out, "{}: missing\n", path);
            break;
        case file_state::superfluous:
            fmt::print(out, "{}: superfluous, since no type of the schema is called so\n", path);
            break;
        case file_state::foreign:
            fmt::print(out, "{}: not written by rollcall-codegen\n", path);
            has_foreign = true;
            break;
        case file_state::different:
            fmt::print(out, "{}: not what the schema says\n{}", path,
                       text_difference(path, text, path + " (from the schema)", files.at(name)));
            break;
        }
    }
    fmt::print(out, "{} file{} not in step with {}; {}run: {}\n", differences.size(),
               differences.size() == 1 ? " is" : "s are", options.schema,
               has_foreign ? "move what rollcall-codegen has not written elsewhere, and " : "", command_line(options));
    return exit_status::difference;
}

} // namespace

exit_status generate(const generate_options& options, std::ostream& out, std::ostream& err)
{
    if (const auto reason = why_no_namespace(options.name_space); !reason.empty()) {
        fmt::print(err, "--namespace {}: {}; give names like shop or shop::model\n", options.name_space, reason);
        return exit_status::failure;
    }
    error_list errors;
    const auto documents = load_schema_folder(options.schema, errors);
    const auto model = read_types(documents, options.name_space, errors);
    if (!errors.empty())
        return report_errors(errors.texts(options.schema), err);
    try {
        const auto files = write_headers(model, options.name_space);
        if (options.check)
            return report_differences(options, files, out);
        replace_folder(options.output, files);
        return exit_status::success;
    } catch (const output_error& error) {
        fmt::print(err, "{}\nnothing was written\n", error.what());
    } catch (const std::filesystem::filesystem_error& error) {
        fmt::print(err, "{}: {}; check the folder and its permissions\n", options.output, error.what());
    }
    return exit_status::failure;
}

exit_status report_errors(const std::vector<std::string>& errors, std::ostream& err)
{
    for (const auto& error : errors)
        fmt::print(err, "{}\n", error);
    fmt::print(err, "{}; nothing was written\n", detail::counted(errors.size(), "error"));
    return exit_status::failure;
}

} // namespace rollcall::codegen
