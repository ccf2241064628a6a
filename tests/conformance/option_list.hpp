#pragma once

#include <string> // std::string
#include <vector> // std::vector

namespace CLI {
class App;
}

namespace rollcall::program {

/// An option of the command line, as completions and the manual page show it.
struct listed_option {
    /// `--fail-on`; empty for what stands without one.
    std::string name;
    /// `-h`, where there is one.
    std::string short_name;
    /// What its value is called: `LEVEL`. Empty for an option without a value.
    std::string value;
    std::string description;
    bool can_be_repeated = false;
    /// The values there are, where they are few. One that ends with `=` is followed by one of `second_words`.
    std::vector<std::string> words{};
    std::vector<std::string> second_words{};

    [[nodiscard]] bool takes_file() const { return value == "FILE" || value == "PATH" || value == "REPORT"; }
    [[nodiscard]] bool takes_folder() const { return value == "DIR"; }
};

/// What --help shows.
[[nodiscard]] std::vector<listed_option> list_options(const CLI::App& app);

} // namespace rollcall::program
