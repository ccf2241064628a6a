#include "type_source.hpp"

#include "git_folder.hpp"       // load_git_folder
#include "metadata_outline.hpp" // outlines_of, place_in_metadata
#include "read_file.hpp"        // read_file
#include "schema_error.hpp"     // error_list
#include "schema_folder.hpp"    // load_schema_folder
#include "schema_import.hpp"    // import_schema
#include "schema_reader.hpp"    // read_types

#include <fmt/format.h> // fmt::format, fmt::join

#include <filesystem>   // std::filesystem
#include <system_error> // std::error_code

namespace rollcall::codegen {

namespace {

void throw_if_any(const error_list& errors, const std::string& source)
{
    if (errors.empty())
        return;
    throw type_source_error{fmt::format("{}", fmt::join(errors.texts(source), "\n"))};
}

bool is_metadata(const std::string& source)
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(source, ignored);
}

metadata load_metadata(const std::string& source)
{
    const auto text = read_file(source);
    if (!text)
        throw type_source_error{fmt::format("{}: cannot be read as a file; check its permissions", source)};
    error_list errors;
    auto all = read_metadata(*text, errors);
    throw_if_any(errors, source);
    return all;
}

std::vector<schema_document> load_documents(const std::string& source)
{
    std::error_code ignored;
    error_list errors;
    std::vector<schema_document> documents;
    if (std::filesystem::exists(source, ignored)) {
        documents = load_schema_folder(source, errors);
    } else if (source.find(':') == std::string::npos) {
        throw type_source_error{fmt::format("{}: there is no such file or folder; name a file with $metadata, a folder "
                                            "with schema files, or REVISION:FOLDER, such as HEAD~1:schema",
                                            source)};
    } else {
        try {
            documents = load_git_folder(source, errors);
        } catch (const git_error& error) {
            throw type_source_error{error.what()};
        }
    }
    throw_if_any(errors, source);
    return documents;
}

type_outlines outlines_of(const std::vector<schema_document>& documents, const std::string& source)
{
    // No C++ is written here, so the namespace is one that no type is called like.
    constexpr std::string_view name_space = "rollcall::compared_types";
    error_list errors;
    const auto model = read_types(documents, name_space, errors);
    throw_if_any(errors, source);
    return outlines_of(model, source);
}

/// What the schema files would say after an import of `$metadata`.
type_outlines load_imported(const std::string& source, const std::vector<schema_document>& present)
{
    const auto all = load_metadata(source);
    error_list errors;
    std::vector<schema_document> documents;
    for (auto& [name, text] : import_schema(all, {}, present, errors))
        documents.push_back(read_schema_document(name, text, errors));
    throw_if_any(errors, source);
    auto types = outlines_of(documents, source);
    place_in_metadata(types, all, source);
    return types;
}

} // namespace

type_outlines load_types(const std::string& source)
{
    return is_metadata(source) ? outlines_of(load_metadata(source), source)
                               : outlines_of(load_documents(source), source);
}

type_states load_states(const std::string& before, const std::string& after)
{
    if (is_metadata(before) == is_metadata(after))
        return {load_types(before), load_types(after)};
    const auto documents = load_documents(is_metadata(before) ? after : before);
    if (is_metadata(before))
        return {load_imported(before, documents), outlines_of(documents, after)};
    return {outlines_of(documents, before), load_imported(after, documents)};
}

} // namespace rollcall::codegen
