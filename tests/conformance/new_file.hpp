#pragma once

#include "descriptor_buffer.hpp" // descriptor_buffer
#include "temporary_file.hpp"    // temporary_file

#include <optional>  // std::optional
#include <ostream>   // std::ostream
#include <stdexcept> // std::runtime_error
#include <string>    // std::string

namespace rollcall::program {

/// Why a file cannot be written, with its path.
class write_error : public std::runtime_error {
    using runtime_error::runtime_error;
};

/// A file that is there once it is whole, and not at all before: it is written under another name in the same folder
/// and takes the place of what had its name at the end. Of two programs that write it at once, one wins.
///
/// A link stays: what it leads to is replaced. What is no regular file, such as a pipe or /dev/null, is written to
/// directly.
class new_file {
public:
    /// Throws `write_error` when there can be no such file.
    explicit new_file(std::string path);
    new_file(const new_file&) = delete;
    new_file& operator=(const new_file&) = delete;
    ~new_file();

    [[nodiscard]] std::ostream& out() noexcept { return out_; }

    /// Throws `write_error` when something could not be written so far.
    void check() const;
    /// Brings what was written to the disk. Throws `write_error`.
    void flush();
    /// Gives the file its name; what was written must have been flushed. Throws `write_error`.
    void put_in_place();

private:
    [[nodiscard]] int open();
    [[noreturn]] void fail(int error) const;

    std::string path_;
    /// The path without links.
    std::string target_;
    std::optional<temporary_file> temporary_;
    int descriptor_;
    descriptor_buffer buffer_;
    std::ostream out_;
};

} // namespace rollcall::program
