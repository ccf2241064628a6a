#pragma once

#include <rollcall/capture/decompression.hpp> // capture::default_maximum_decompressed_size
#include <rollcall/capture/unwrap.hpp>        // capture::file_kind

#include <cstddef>  // std::size_t
#include <optional> // std::optional

namespace CLI {
class App;
}

namespace rollcall::program {

/// How files are to be read.
struct input_options {
    /// How large a file or a body may be once it is decompressed, in bytes.
    std::size_t maximum_decompressed_size = capture::default_maximum_decompressed_size;
};

/// Adds the options that are about this. `options` must last until the command line has been read.
void add_input_options(CLI::App& app, input_options& options);

} // namespace rollcall::program
