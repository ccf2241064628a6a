#pragma once

#include "cpp_writer.hpp" // text_files

#include <filesystem>  // std::filesystem::path
#include <optional>    // std::optional
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::codegen {

class error_list;

inline constexpr std::string_view lock_file_name = "rollcall.lock.json";

/// What the schema files came from, and what they were then.
struct schema_lock {
    /// The SHA-256 of `$metadata`; empty when the files were not imported.
    std::string metadata_hash{};
    std::string schema_hash{};
    /// The types that are left out of every update.
    std::vector<std::string> exclude{};
};

/// In hexadecimal digits.
[[nodiscard]] std::string hash_of(std::string_view text);

/// Of the names and texts.
[[nodiscard]] std::string hash_of(const text_files& files);

[[nodiscard]] std::string lock_text(const schema_lock& lock);

/// The folder's lock file; nothing when there is none. One that is not what `lock_text` writes is reported.
[[nodiscard]] std::optional<schema_lock> read_lock(const std::filesystem::path& folder, error_list& errors);

} // namespace rollcall::codegen
