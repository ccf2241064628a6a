#pragma once

#include <string>      // std::string
#include <string_view> // std::string_view

namespace rollcall::program {

/// Whether a path or JSON Pointer, whose steps are separated by `/`, matches a pattern: `?` is any character of a
/// step, `*` any number of them, `**` any number of steps, and every other character itself. Time and memory grow with
/// the product of the sizes at most.
[[nodiscard]] bool matches_pattern(std::string_view pattern, std::string_view text);

/// A pattern for the paths of files, relative to a folder. One without `/` is for a file's name, wherever it is; one
/// that matches a folder is for all that is in it.
class path_pattern {
public:
    /// `folder` is absolute.
    path_pattern(std::string folder, std::string pattern);

    /// A path relative to the working folder, or an absolute one.
    [[nodiscard]] bool matches(const std::string& path) const;

private:
    std::string folder_;
    std::string pattern_;
};

} // namespace rollcall::program
