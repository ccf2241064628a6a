#include "type_source.hpp"

#include "git_folder.hpp"    // load_git_folder
#include "schema_error.hpp"  // error_list, to_text
#include "schema_folder.hpp" // load_schema_folder
#include "schema_reader.hpp" // read_types

#include <fmt/format.h> // fmt::format

#include <filesystem>   // std::filesystem
#include <system_error> // std::error_code

namespace rollcall::codegen {

namespace {

std::vector<schema_document> load_documents(const std::string& source, error_list& errors)
{
    std::error_code ignored;
    if (std::filesystem::exists(source, ignored))
        return load_schema_folder(source, errors);
    if (source.find(':') == std::string::npos)
        throw type_source_error{fmt::format("{}: there is no such file or folder; name a folder with schema files, or "
                                            "REVISION:FOLDER, such as HEAD~1:schema",
                                            source)};
    try {
        return load_git_folder(source, errors);
    } catch (const git_error& error) {
        throw type_source_error{error.what()};
    }
}

} // namespace

type_outlines load_types(const std::string& source)
{
    // No C++ is written here, so the namespace is one that no type is called like.
    constexpr std::string_view name_space = "rollcall::compared_types";
    error_list errors;
    const auto documents = load_documents(source, errors);
    const auto model = read_types(documents, name_space, errors);
    if (errors.empty())
        return outlines_of(model, source);
    std::string text;
    for (const auto& error : errors.sorted())
        text += (text.empty() ? "" : "\n") + to_text(error, source);
    throw type_source_error{text};
}

} // namespace rollcall::codegen
