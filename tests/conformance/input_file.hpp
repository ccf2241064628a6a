#pragma once

#include <cstddef>     // std::size_t
#include <optional>    // std::optional
#include <stdexcept>   // std::runtime_error
#include <string>      // std::string
#include <string_view> // std::string_view

namespace rollcall::program {

/// Why a file cannot be read.
class read_error : public std::runtime_error {
    using runtime_error::runtime_error;
};

/// A file mapped into memory: pages that the system takes back when it needs them.
///
/// A file that another program cuts short meanwhile has no bytes any more for what is mapped behind its new end:
/// touching this raises SIGBUS in the thread that does, which ends the program.
class file_mapping {
public:
    /// Maps the first `size` bytes of an open file. The text is empty where the system refuses.
    file_mapping(int descriptor, std::size_t size) noexcept;
    file_mapping(const file_mapping&) = delete;
    file_mapping& operator=(const file_mapping&) = delete;
    ~file_mapping();

    [[nodiscard]] std::string_view text() const noexcept { return text_; }

private:
    std::string_view text_;
};

/// What stands in a file. A large one is mapped, so that memory does not grow with it; small ones, which are read
/// sooner than mapped, and what cannot be mapped, such as pipes, are read. Of what gzip has compressed, it is the text
/// that was compressed.
class input_file {
public:
    /// `-` is standard input. Decompressed it must be no larger than `maximum_decompressed_size`. Throws `read_error`.
    explicit input_file(const std::string& path, std::size_t maximum_decompressed_size);

    [[nodiscard]] std::string_view text() const noexcept { return mapping_ ? mapping_->text() : read_text_; }

private:
    void read(const std::string& path);
    void decompress(std::size_t maximum_size);

    std::optional<file_mapping> mapping_;
    std::string read_text_;
};

} // namespace rollcall::program
