#pragma once

#include <filesystem>   // std::filesystem::path
#include <fstream>      // std::ifstream
#include <iterator>     // std::istreambuf_iterator
#include <optional>     // std::optional
#include <string>       // std::string
#include <system_error> // std::error_code

namespace rollcall::codegen {

/// The file, byte for byte; nothing when it cannot be read, or is none.
[[nodiscard]] inline std::optional<std::string> read_file(const std::filesystem::path& path)
{
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return std::nullopt;
    std::ifstream file{path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    if (!file.is_open() || file.bad())
        return std::nullopt;
    return text;
}

} // namespace rollcall::codegen
