#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

namespace rollcall::detail {

/// A file's path as other programs look for it: from the working folder where it is in there, with / between its parts
/// and nothing that means nothing. `..` stays, since it may follow a link. The file itself is not looked at. `-` stays.
[[nodiscard]] inline std::string report_path(const std::string& given, const std::filesystem::path& working_folder)
{
    std::filesystem::path path{given};
    if (std::find(path.begin(), path.end(), "..") == path.end())
        path = path.lexically_normal();
    const std::filesystem::path inside = path.lexically_relative(working_folder);
    const bool is_inside = path.is_absolute() && !inside.empty() && *inside.begin() != "..";
    return (is_inside ? inside : path).generic_string();
}

/// A path as a URI reference (RFC 3986). Whatever bytes it is made of come back when it is decoded.
[[nodiscard]] inline std::string uri_of_path(std::string_view path)
{
    constexpr std::string_view kept = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char character : path) {
        if (kept.find(character) != std::string_view::npos) {
            uri += character;
            continue;
        }
        uri += '%';
        uri += digits[static_cast<unsigned char>(character) >> 4];
        uri += digits[static_cast<unsigned char>(character) & 0xF];
    }
    return uri;
}

} // namespace rollcall::detail
