#pragma once

#include <rollcall/schema_error.hpp> // schema_error

#include <filesystem>   // std::filesystem::path
#include <fstream>      // std::ifstream
#include <iterator>     // std::istreambuf_iterator
#include <map>          // std::map
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <system_error> // std::error_code

namespace rollcall::detail {

inline constexpr std::string_view schema_file_ending = ".schema.json";

/// The text of every schema file of a folder, by file name. Folders in it are not entered.
[[nodiscard]] inline std::map<std::string, std::string> read_schema_folder(const std::filesystem::path& folder)
{
    std::map<std::string, std::string> files;
    std::error_code error;
    for (std::filesystem::directory_iterator entry{folder, error}, end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (!name.ends_with(schema_file_ending))
            continue;
        std::ifstream file;
        if (std::filesystem::is_regular_file(entry->path(), error))
            file.open(entry->path(), std::ios::binary);
        std::string text{std::istreambuf_iterator<char>{file}, {}};
        if (error || !file.is_open() || file.bad())
            throw schema_error{entry->path().string() +
                               ": cannot be read as a file; check what it is and its permissions"};
        files.emplace(name, std::move(text));
    }
    if (error)
        throw schema_error{folder.string() + ": cannot be read as a folder (" + error.message() +
                           "); name the folder with the schema files"};
    if (files.empty())
        throw schema_error{folder.string() + ": has no file whose name ends in " + std::string{schema_file_ending} +
                           "; name the folder with the schema files"};
    return files;
}

} // namespace rollcall::detail
