#include "present_schema.hpp"

#include "metadata.hpp"      // read_metadata
#include "schema_error.hpp"  // error_list
#include "schema_folder.hpp" // load_schema_folder
#include "schema_import.hpp" // import_schema

#include <fmt/format.h> // fmt::format

#include <filesystem>   // std::filesystem
#include <system_error> // std::error_code

namespace rollcall::codegen {

namespace {

namespace fs = std::filesystem;

bool has_schema_files(const fs::path& folder)
{
    std::error_code error;
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error)) {
        if (entry->path().filename().string().ends_with(schema_file_ending))
            return true;
    }
    return false;
}

} // namespace

present_schema load_present_schema(const std::string& folder)
{
    present_schema result;
    error_list errors;
    if (has_schema_files(folder))
        result.documents = load_schema_folder(folder, errors);
    for (const auto& document : result.documents)
        result.files.emplace(document.name, document.text);
    result.errors = errors.texts(folder);
    return result;
}

imported_schema import_into(const present_schema& present, const std::string& metadata_file,
                            std::string_view metadata_text, const type_wishes& wishes)
{
    imported_schema result;
    error_list errors;
    const auto all = read_metadata(metadata_text, errors);
    if (errors.empty())
        result.files = import_schema(all, wishes, present.documents, errors);
    result.errors = errors.texts(metadata_file);
    if (result.errors.empty() && result.files.empty())
        result.errors.push_back(
            fmt::format("{}: no type is wished for, and no schema file is there; name one with --type", metadata_file));
    return result;
}

std::string cannot_read_metadata(const std::string& file)
{
    return fmt::format("{}: cannot be read as a file; give the response to a request for $metadata", file);
}

file_changes changes_between(const text_files& before, const text_files& after)
{
    file_changes result;
    for (const auto& [name, text] : after) {
        const auto found = before.find(name);
        if (found == before.end() || found->second != text)
            result.written.emplace(name, text);
    }
    for (const auto& [name, text] : before) {
        if (!after.contains(name))
            result.removed.push_back(name);
    }
    return result;
}

} // namespace rollcall::codegen
