#pragma once

namespace CLI {
class App;
}

namespace rollcall {
struct validation_options;
}

namespace rollcall::program {

struct input_options;

/// Adds the options that say how large and how deep inputs may be. What they fill in must last until the command line
/// has been read.
void add_limit_options(CLI::App& app, input_options& input, validation_options& validation);

} // namespace rollcall::program
