#include "collect_files.hpp"

#include "glob.hpp" // matches_glob

#include <rollcall/capture/unwrap.hpp> // capture::text_to_recognise

#include <algorithm>    // std::any_of, std::min, std::sort
#include <array>        // std::array
#include <filesystem>   // std::filesystem
#include <fstream>      // std::ifstream
#include <string_view>  // std::string_view
#include <system_error> // std::error_code

namespace rollcall::program {

namespace fs = std::filesystem;

namespace {

/// Whether a file begins like a payload. One that cannot be read is taken for one, so that it is not passed over in
/// silence.
bool begins_like_payload(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    std::string begin(512, '\0');
    file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    if (file.bad() || (file.fail() && !file.eof()))
        return true;
    begin.resize(static_cast<std::size_t>(file.gcount()));
    const std::string_view text = capture::text_to_recognise(begin);
    return text.starts_with('{') || text.starts_with('[') || detail::begins_like_http(text) ||
           detail::begins_like_curl(text);
}

bool looks_like_payload(const std::string& path)
{
    constexpr std::array<std::string_view, 6> endings{".json", ".http", ".har", ".ndjson", ".jsonl", ".gz"};
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return path.ends_with(ending); }) ||
           begins_like_payload(path);
}

bool matches_any(const std::vector<std::string>& patterns, std::string_view path)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const std::string& pattern) { return matches_glob(pattern, path); });
}

bool matches_any(const std::vector<path_pattern>& patterns, const std::string& path)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const path_pattern& pattern) { return pattern.matches(path); });
}

/// Adds what a folder holds, which is given as the first `root_size` characters of its path and the path below. Links
/// to folders are not followed, so that no folder is met twice and the walk ends.
void collect_folder(const fs::path& folder, std::size_t root_size, const file_patterns& patterns,
                    const input_patterns& configured, collected_files& result)
{
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator entry{folder, error}; !error && entry != fs::directory_iterator{};
         entry.increment(error))
        entries.push_back(*entry);
    if (error)
        result.files.push_back({folder.string(), "the folder cannot be read: " + error.message()});
    // Their order is that of the names; as text they compare several times faster than as paths.
    const auto path_of = [](const fs::directory_entry& entry) -> const std::string& { return entry.path().native(); };
    std::sort(entries.begin(), entries.end(),
              [&](const auto& left, const auto& right) { return path_of(left) < path_of(right); });
    for (const fs::directory_entry& entry : entries) {
        const std::string& path = path_of(entry);
        const std::string_view name = std::string_view{path}.substr(path.rfind('/') + 1);
        std::error_code ignored;
        std::string_view below = std::string_view{path}.substr(root_size);
        below.remove_prefix(std::min(below.find_first_not_of('/'), below.size()));
        const bool is_folder = entry.is_directory(ignored);
        if (name.starts_with('.') || name.ends_with(".expected.json") || matches_any(patterns.exclude, below) ||
            (!is_folder && !patterns.include.empty() && !matches_any(patterns.include, below)) ||
            matches_any(configured.exclude, path) ||
            (!is_folder && !configured.include.empty() && !matches_any(configured.include, path)))
            continue;
        const bool is_file = entry.is_regular_file(ignored) || !entry.exists(ignored);
        if (is_folder && !entry.is_symlink(ignored))
            collect_folder(entry.path(), root_size, patterns, configured, result);
        else if (is_file && (!patterns.include.empty() || !configured.include.empty() || looks_like_payload(path)))
            result.files.push_back({path});
        else
            result.left_out.push_back(path);
    }
}

} // namespace

collected_files collect_files(const std::vector<std::string>& paths, const file_patterns& patterns,
                              const input_patterns& configured)
{
    collected_files result;
    for (const std::string& path : paths) {
        std::error_code ignored;
        if (path == "-" || !fs::is_directory(path, ignored)) {
            result.files.push_back({path});
            continue;
        }
        const std::size_t files_before = result.files.size();
        collect_folder(path, path.size(), patterns, configured, result);
        if (result.files.size() == files_before)
            result.files.push_back(
                {path, !configured.include.empty() || !configured.exclude.empty()
                           ? "there is no payload in this folder that the configuration includes and does not exclude"
                       : patterns.include.empty() && patterns.exclude.empty()
                           ? "there is no payload in this folder: no file is called *.json, *.http, *.har, *.ndjson, "
                             "*.jsonl or *.gz or begins like one"
                           : "there is no file in this folder that --include and --exclude leave to judge"});
    }
    return result;
}

} // namespace rollcall::program
