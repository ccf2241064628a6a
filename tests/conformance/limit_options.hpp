#pragma once

#include <cstddef> // std::size_t

namespace CLI {
class App;
}

namespace rollcall {
struct validation_options;
}

namespace rollcall::program {

struct input_options;

/// The deepest that both engines reach on the stack that the system gives a thread.
inline constexpr std::size_t deepest_payload = 1000;

/// Adds the options that say how large and how deep inputs may be. What they fill in must last until the command line
/// has been read.
void add_limit_options(CLI::App& app, input_options& input, validation_options& validation);

} // namespace rollcall::program
