#pragma once

#include "input_file.hpp" // input_file
#include "pattern.hpp"    // path_pattern

#include <memory>   // std::shared_ptr
#include <optional> // std::optional
#include <string>   // std::string
#include <vector>   // std::vector

namespace rollcall::program {

/// A file to judge, or a path that none was found at.
struct collected_file {
    std::string path;
    std::optional<std::string> error{};
    /// What stands in it, if that has been read already.
    std::shared_ptr<const input_file> contents{};
};

/// Which files of a folder are wanted, by their paths below it; see `matches_glob`.
struct file_patterns {
    /// Without any, those are wanted that look like payloads by their name or content.
    std::vector<std::string> include;
    /// Files that are not wanted all the same, and folders of which none is.
    std::vector<std::string> exclude;
};

struct collected_files {
    std::vector<collected_file> files;
    /// The files of folders that were left out because they do not look like payloads.
    std::vector<std::string> left_out{};
};

/// Which files of folders are judged, beside what they look like.
struct input_patterns {
    /// Where there are any, these and no others are judged, whatever they look like.
    std::vector<path_pattern> include;
    /// Files and folders that are passed over.
    std::vector<path_pattern> exclude;
};

/// Finds the files that the paths name, in the order of the paths; those of a folder are sorted, so that two runs give
/// the same report. `-` stays as it is.
[[nodiscard]] collected_files collect_files(const std::vector<std::string>& paths, const file_patterns& patterns,
                                            const input_patterns& configured);

} // namespace rollcall::program
