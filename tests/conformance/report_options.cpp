#include "report_options.hpp"

#include "option_words.hpp"   // choose, read_number
#include "temporary_file.hpp" // temporary_file

#include <CLI/CLI.hpp>  // CLI::ValidationError
#include <fmt/format.h> // fmt::format

#include <algorithm>    // std::count_if, std::find_if
#include <filesystem>   // std::filesystem
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <system_error> // std::error_code

namespace rollcall::program {

namespace {

std::string names_of_formats()
{
    std::string names;
    for (const report_format& format : report_formats())
        names += (names.empty() ? "" : ", ") + std::string{format.name};
    return names;
}

/// Reads `text` or `sarif=report.sarif`.
report_output read_output(const std::string& word)
{
    const std::string_view name = std::string_view{word}.substr(0, word.find('='));
    const auto formats = report_formats();
    const auto format = std::find_if(formats.begin(), formats.end(),
                                     [&](const report_format& candidate) { return candidate.name == name; });
    if (format == formats.end())
        throw CLI::ValidationError{fmt::format("--format: '{}' is not one of {}", name, names_of_formats())};
    report_output output{.format = &*format};
    if (name.size() == word.size())
        return output;
    output.file = word.substr(name.size() + 1);
    if (output.file.empty())
        throw CLI::ValidationError{
            fmt::format("--format: '{0}' names no file; write {1}=FILE, or {1} for standard output", word, name)};
    if (output.file == "-")
        output.file.clear();
    return output;
}

/// Each report needs a place of its own.
void check(const std::vector<report_output>& outputs)
{
    namespace fs = std::filesystem;
    if (outputs.size() > temporary_file::maximum_count)
        throw CLI::ValidationError{
            fmt::format("--format: there can be {} reports at once", temporary_file::maximum_count)};
    if (std::count_if(outputs.begin(), outputs.end(), [](const auto& output) { return output.file.empty(); }) > 1)
        throw CLI::ValidationError{
            "--format: one report can go to standard output; give the others a file, as in json=report.json"};
    std::set<fs::path> files;
    for (const report_output& output : outputs) {
        std::error_code ignored;
        if (!output.file.empty() && !files.insert(fs::weakly_canonical(fs::absolute(output.file), ignored)).second)
            throw CLI::ValidationError{fmt::format("--format: two reports would go to {}", output.file)};
    }
}

} // namespace

void add_format_option(CLI::App& app, std::vector<report_output>& outputs)
{
    outputs = {{.format = &report_formats().front()}};
    const auto take = [&outputs](const std::vector<std::string>& words) {
        outputs.clear();
        for (const std::string& word : words)
            outputs.push_back(read_output(word));
        check(outputs);
    };
    app.add_option_function<std::vector<std::string>>(
           "--format", take,
           fmt::format("How the report is shown, {} (text by default), and in which file instead of on standard "
                       "output; can be repeated",
                       names_of_formats()))
        ->type_name("FORMAT[=FILE]")
        ->allow_extra_args(false);
}

void require_other_files(const std::vector<report_output>& outputs, const std::vector<std::string>& paths)
{
    for (const report_output& output : outputs)
        for (const std::string& path : paths) {
            std::error_code error;
            if (std::filesystem::is_regular_file(path, error) && std::filesystem::equivalent(path, output.file, error))
                throw CLI::ValidationError{
                    fmt::format("--format: the report would take the place of {}; give it another file", path)};
        }
}

void add_fail_on_option(CLI::App& app, severity& fail_on)
{
    const auto take = [&fail_on](const std::string& word) {
        fail_on = choose<severity>(
            "--fail-on", word, {{"error", severity::error}, {"warning", severity::warning}, {"info", severity::info}});
    };
    app.add_option_function<std::string>(
           "--fail-on", take,
           "From which severity on findings give exit status 1: error (the default), warning or info")
        ->type_name("LEVEL");
}

void add_maximum_diagnostics_option(CLI::App& app, std::size_t& maximum)
{
    const auto take = [&maximum](const std::string& word) {
        maximum = read_number("--max-diagnostics", word, 0, 1'000'000'000);
    };
    app.add_option_function<std::string>(
           "--max-diagnostics", take,
           fmt::format("How many findings are shown, the others being only counted: {} by default", maximum))
        ->type_name("N");
}

} // namespace rollcall::program
