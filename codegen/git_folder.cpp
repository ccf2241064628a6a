#include "git_folder.hpp"

#include "run_program.hpp"  // run_program
#include "schema_error.hpp" // error_list

#include <fmt/format.h> // fmt::format

#include <algorithm>    // std::min
#include <system_error> // std::system_error
#include <utility>      // std::move

namespace rollcall::codegen {

namespace {

/// What git says, or nothing when it fails.
std::string git(std::vector<std::string> arguments, const std::string& revision_and_folder)
{
    arguments.insert(arguments.begin(), "git");
    program_result result;
    try {
        result = run_program(arguments);
    } catch (const std::system_error& error) {
        throw git_error{
            fmt::format("{}: {}; put that right (git and a folder for temporary files are needed), or name a folder",
                        revision_and_folder, error.what())};
    }
    if (result.status != 0) {
        const auto first_line = result.err.substr(0, result.err.find('\n'));
        throw git_error{fmt::format("{}: is no folder at a revision: git says \"{}\"; write REVISION:FOLDER, such as "
                                    "HEAD~1:schema, with the folder as seen from the top of the clone",
                                    revision_and_folder, first_line)};
    }
    return std::move(result.out);
}

} // namespace

std::vector<schema_document> load_git_folder(const std::string& revision_and_folder, error_list& errors)
{
    const auto listing = git({"ls-tree", "-z", "--end-of-options", revision_and_folder}, revision_and_folder);

    // An entry is `100644 blob <id>\t<name>` and ends with a zero byte; entries come by name.
    std::vector<schema_document> documents;
    std::string_view rest = listing;
    while (!rest.empty()) {
        const auto entry = rest.substr(0, rest.find('\0'));
        rest.remove_prefix(std::min(entry.size() + 1, rest.size()));
        const auto tab = entry.find('\t');
        const auto name = tab == std::string_view::npos ? std::string_view{} : entry.substr(tab + 1);
        if (name.size() <= schema_file_ending.size() || !name.ends_with(schema_file_ending))
            continue;
        const auto words = entry.substr(0, tab);
        const std::string id{words.substr(words.rfind(' ') + 1)};
        documents.push_back(
            read_schema_document(std::string{name}, git({"cat-file", "blob", id}, revision_and_folder), errors));
    }
    if (documents.empty())
        errors.add({.problem = fmt::format("has no file whose name ends in {}", schema_file_ending),
                    .advice = "name the folder with the schema files"});
    return documents;
}

} // namespace rollcall::codegen
