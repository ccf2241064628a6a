#pragma once

#include "cpp_writer.hpp" // text_files

#include <filesystem> // std::filesystem::path
#include <stdexcept>  // std::runtime_error
#include <string>     // std::string
#include <vector>     // std::vector

namespace rollcall::codegen {

/// The output folder could not be read or written; says which, why and what to do.
struct output_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

enum class file_state {
    /// Not there, but should be.
    missing,
    /// There, but with another text.
    different,
    /// There, written by the generator before, but not any more.
    superfluous,
    /// There, and not written by the generator at all.
    foreign,
};

struct file_difference {
    std::string name;
    file_state state;
    /// The text that is there.
    std::string text;
};

/// What would have to change in the folder to hold just these files, by name. A folder that is not there holds none.
/// Throws `output_error` when it cannot be read.
[[nodiscard]] std::vector<file_difference> compare_folder(const std::filesystem::path& folder, const text_files& files);

/// Makes the folder hold just these files: all of it changes at once or, when `output_error` is thrown, nothing does.
/// Gives whether anything had to change; files that need not are left as they are, their times included. A folder
/// with anything that the generator has not written is refused.
bool replace_folder(const std::filesystem::path& folder, const text_files& files);

/// Gives the folder, which may be missing, the files that are written and takes out those that are removed; everything
/// else in it stays. All of it changes at once or, when `output_error` is thrown, nothing does.
void update_folder(const std::filesystem::path& folder, const text_files& written,
                   const std::vector<std::string>& removed);

} // namespace rollcall::codegen
