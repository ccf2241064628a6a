#pragma once

#include "file_mapping.hpp" // file_mapping

#include <rollcall/capture/decompression.hpp> // capture::default_maximum_decompressed_size

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

/// How much memory a file may take, in bytes.
struct input_limits {
    /// Once it is decompressed.
    std::size_t decompressed_size = capture::default_maximum_decompressed_size;
    /// When it is read and not mapped: standard input, pipes, devices.
    std::size_t piped_size = std::size_t{1} << 30;
};

/// What stands in a file. A large one is mapped, so that memory does not grow with it; small ones, which are read
/// sooner than mapped, and what cannot be mapped, such as pipes, are read. Of what gzip has compressed, it is the text
/// that was compressed.
class input_file {
public:
    /// `-` is standard input. Throws `read_error`.
    explicit input_file(const std::string& path, const input_limits& limits = {});

    [[nodiscard]] std::string_view text() const noexcept { return mapping_ ? mapping_->text() : read_text_; }

    /// Whether another program has cut the file short, so that the text may not be what stood in it.
    [[nodiscard]] bool is_cut_short() const noexcept { return mapping_ && mapping_->is_cut_short(); }

private:
    void read(const std::string& path, std::size_t maximum_size);
    void decompress(std::size_t maximum_size);

    std::optional<file_mapping> mapping_;
    std::string read_text_;
};

} // namespace rollcall::program
