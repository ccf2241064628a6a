#include "present_schema.hpp"

#include "metadata.hpp"      // read_metadata
#include "schema_error.hpp"  // error_list, to_text
#include "schema_folder.hpp" // load_schema_folder
#include "schema_import.hpp" // import_schema

#include <fmt/format.h> // fmt::format

#include <filesystem>   // std::filesystem
#include <fstream>      // std::ifstream
#include <iterator>     // std::istreambuf_iterator
#include <optional>     // std::optional
#include <system_error> // std::error_code

namespace rollcall::codegen {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> texts_of(const error_list& errors, const std::string& source)
{
    std::vector<std::string> result;
    for (const auto& error : errors.sorted())
        result.push_back(to_text(error, source));
    return result;
}

std::optional<std::string> read_text(const fs::path& path)
{
    std::error_code ignored;
    if (fs::is_directory(path, ignored))
        return std::nullopt;
    std::ifstream file{path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    if (!file.is_open() || file.bad())
        return std::nullopt;
    return text;
}

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

imported_schema import_from(const std::string& metadata_file, const std::string& folder, const type_wishes& wishes)
{
    imported_schema result;
    error_list folder_errors;
    const auto documents =
        has_schema_files(folder) ? load_schema_folder(folder, folder_errors) : std::vector<schema_document>{};
    result.errors = texts_of(folder_errors, folder);
    const auto text = read_text(metadata_file);
    if (!text)
        result.errors.push_back(
            fmt::format("{}: cannot be read as a file; give the file with the service's $metadata", metadata_file));
    if (!result.errors.empty())
        return result;

    error_list metadata_errors;
    const auto all = read_metadata(*text, metadata_errors);
    if (metadata_errors.empty()) {
        for (const auto& document : documents)
            result.before.emplace(document.name, document.text);
        result.after = import_schema(all, wishes, documents, metadata_errors);
    }
    result.errors = texts_of(metadata_errors, metadata_file);
    if (result.errors.empty() && result.after.empty())
        result.errors.push_back(fmt::format("{}: has no schema file, so that no type is wished for; name one with "
                                            "--type",
                                            folder));
    return result;
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
