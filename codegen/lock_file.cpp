#include "lock_file.hpp"

#include "json_node.hpp"    // read_json
#include "json_text.hpp"    // json_object, json_string, json_text
#include "read_file.hpp"    // read_file
#include "schema_error.hpp" // error_list

#include <rollcall/detail/sha256.hpp> // sha256

#include <fmt/format.h> // fmt::format

namespace rollcall::codegen {

std::string hash_of(std::string_view text)
{
    std::string result;
    for (const unsigned char byte : detail::sha256::of(text))
        result += fmt::format("{:02x}", byte);
    return result;
}

std::string hash_of(const text_files& files)
{
    std::string texts;
    for (const auto& [name, text] : files)
        texts += fmt::format("{} {}\n", hash_of(text), name);
    return hash_of(texts);
}

std::string lock_text(const schema_lock& lock)
{
    return json_text(json_object({{"metadataSha256", json_string(lock.metadata_hash)},
                                  {"schemaSha256", json_string(lock.schema_hash)},
                                  {"exclude", json_strings(lock.exclude)}}));
}

std::optional<schema_lock> read_lock(const std::filesystem::path& folder, error_list& errors)
{
    const auto text = read_file(folder / lock_file_name);
    if (!text)
        return std::nullopt;
    const auto root = read_json(lock_file_name, *text, errors);
    if (!root)
        return std::nullopt;
    const json_node* metadata_hash = root->find("metadataSha256");
    const json_node* schema_hash = root->find("schemaSha256");
    const json_node* exclude = root->find("exclude");
    if (!metadata_hash || !schema_hash || !exclude) {
        errors.add({.file = std::string{lock_file_name},
                    .problem = "is not a lock file: metadataSha256, schemaSha256 or exclude is missing",
                    .advice = "restore it, or delete it and update again"});
        return std::nullopt;
    }
    schema_lock lock{.metadata_hash = metadata_hash->text, .schema_hash = schema_hash->text};
    for (const auto& name : exclude->children)
        lock.exclude.push_back(name.text);
    return lock;
}

} // namespace rollcall::codegen
