#pragma once

#include "cpp_writer.hpp"    // write_headers
#include "schema_error.hpp"  // error_list, to_text
#include "schema_folder.hpp" // load_schema_folder
#include "schema_reader.hpp" // read_types

#include <filesystem> // std::filesystem
#include <fstream>    // std::ofstream
#include <iterator>   // std::istreambuf_iterator
#include <string>     // std::string
#include <vector>     // std::vector

namespace rollcall::codegen::test {

/// A folder that is empty at first and gone in the end.
class temporary_folder {
public:
    temporary_folder()
    {
        static int count = 0;
        do
            path_ = std::filesystem::temp_directory_path() / ("rollcall-codegen-test-" + std::to_string(++count));
        while (!std::filesystem::create_directory(path_));
    }
    temporary_folder(const temporary_folder&) = delete;
    temporary_folder& operator=(const temporary_folder&) = delete;
    ~temporary_folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline void write_file(const std::filesystem::path& path, const std::string& text)
{
    std::ofstream{path, std::ios::binary} << text;
}

inline std::string read_file(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// A schema file: its name without the ending, and its text.
struct schema_text {
    std::string name;
    std::string text;
};

/// A schema file whose text begins with `{` and lacks the head, which is put in without changing the lines.
inline schema_text schema(std::string name, const std::string& body)
{
    const bool is_empty = body.find_first_not_of(" \n", 1) == body.find('}');
    auto text = R"({"$schema": "http://json-schema.org/draft-07/schema#", "$id": ")" + name + R"(.schema.json")" +
                (is_empty ? "" : ", ") + body.substr(1);
    return {std::move(name), std::move(text)};
}

inline void write_schemas(const std::filesystem::path& folder, const std::vector<schema_text>& schemas)
{
    for (const auto& [name, text] : schemas)
        write_file(folder / (name + ".schema.json"), text);
}

/// What is said about the schema files: a line break, so that it can be written below the call, and a line for each
/// error.
inline std::string refusals(const std::vector<schema_text>& schemas)
{
    const temporary_folder folder;
    write_schemas(folder.path(), schemas);
    error_list errors;
    const auto documents = load_schema_folder(folder.path(), errors);
    (void)read_types(documents, "shop", errors);
    std::string result = "\n";
    for (const auto& error : errors.sorted())
        result += to_text(error, "") + '\n';
    return result;
}

/// The headers for sound schema files.
inline text_files headers(const std::vector<schema_text>& schemas)
{
    const temporary_folder folder;
    write_schemas(folder.path(), schemas);
    error_list errors;
    const auto documents = load_schema_folder(folder.path(), errors);
    const auto model = read_types(documents, "shop", errors);
    for (const auto& error : errors.sorted())
        throw std::runtime_error{to_text(error, "")};
    return write_headers(model, "shop");
}

} // namespace rollcall::codegen::test
