#pragma once

#include <array>        // std::array
#include <filesystem>   // std::filesystem::path
#include <fstream>      // std::ifstream
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
    std::string text;
    // Not by iterators: they let out what a stream catches when reading fails.
    std::array<char, 16384> part;
    while (file.read(part.data(), part.size()) || file.gcount() > 0)
        text.append(part.data(), static_cast<std::size_t>(file.gcount()));
    if (!file.is_open() || file.bad())
        return std::nullopt;
    return text;
}

} // namespace rollcall::codegen
