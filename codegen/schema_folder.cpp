#include "schema_folder.hpp"

#include "dialect.hpp"      // draft_07
#include "read_file.hpp"    // read_file
#include "schema_error.hpp" // error_list

#include <fmt/format.h> // fmt::format

#include <algorithm>    // std::sort
#include <optional>     // std::optional
#include <system_error> // std::error_code
#include <utility>      // std::move

namespace rollcall::codegen {

namespace {

std::vector<std::string> schema_file_names(const std::filesystem::path& folder, error_list& errors)
{
    std::vector<std::string> names;
    std::error_code error;
    for (std::filesystem::directory_iterator entry{folder, error}, end; !error && entry != end;
         entry.increment(error)) {
        auto name = entry->path().filename().string();
        if (name.size() > schema_file_ending.size() && name.ends_with(schema_file_ending))
            names.push_back(std::move(name));
    }
    if (error)
        errors.add({.problem = fmt::format("cannot be read as a folder: {}", error.message()),
                    .advice = "name the folder with the schema files"});
    else if (names.empty())
        errors.add({.problem = fmt::format("has no file whose name ends in {}", schema_file_ending),
                    .advice = "name the folder with the schema files"});
    std::sort(names.begin(), names.end());
    return names;
}

/// The root says that it is draft-07, and has the file's name as its `$id`.
void check_head(const json_node& root, std::string_view name, error_list& errors)
{
    const json_node* schema = root.find("$schema");
    if (!schema || !schema->is_string(draft_07))
        errors.add(root, "$schema",
                   schema ? excerpt(*schema) + " is not draft-07, which the dialect builds on" : "is missing",
                   fmt::format("write \"{}\"", draft_07));
    const json_node* id = root.find("$id");
    if (!id || !id->is_string(name))
        errors.add(root, "$id", id ? excerpt(*id) + " is not the file's name" : "is missing",
                   fmt::format("write \"{}\"", name));
}

} // namespace

schema_document read_schema_document(std::string name, std::string text, error_list& errors)
{
    schema_document document{.name = std::move(name), .text = std::move(text)};
    auto root = read_json(document.name, document.text, errors);
    if (!root)
        return document;
    document.root = std::move(*root);
    document.is_readable = document.root.is_object();
    if (document.is_readable)
        check_head(document.root, document.name, errors);
    else
        errors.add(document.root, "", "a schema file holds a JSON object", "write the schema as an object");
    return document;
}

std::vector<schema_document> load_schema_folder(const std::filesystem::path& folder, error_list& errors)
{
    std::vector<schema_document> documents;
    for (auto& name : schema_file_names(folder, errors)) {
        // A pipe could be waited for without an end.
        std::error_code ignored;
        auto text = std::filesystem::is_regular_file(folder / name, ignored) ? read_file(folder / name) : std::nullopt;
        if (text) {
            documents.push_back(read_schema_document(std::move(name), std::move(*text), errors));
            continue;
        }
        errors.add(
            {.file = name, .problem = "cannot be read as a file", .advice = "check what it is and its permissions"});
        documents.push_back({.name = std::move(name), .text = {}});
    }
    return documents;
}

} // namespace rollcall::codegen
