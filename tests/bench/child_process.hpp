#pragma once

#include "file_descriptor.hpp"
#include "scratch_file.hpp"

#include <sys/types.h> // pid_t

#include <chrono>   // std::chrono
#include <cstddef>  // std::size_t
#include <optional> // std::optional
#include <string>   // std::string
#include <vector>   // std::vector

namespace rollcall::bench {

struct child_settings {
    /// Variables instead of ours, each as NAME=value.
    std::optional<std::vector<std::string>> environment{};
    /// Whether to look at its memory again and again while it runs.
    bool watches_memory = false;
    /// Whether its standard input is a socket, whose other end is ours, instead of nothing.
    bool has_socket = false;
};

/// How a program ended, and what it wrote.
struct child_result {
    /// The exit status, or 128 and the number of the signal that ended it.
    int status = 0;
    std::string standard_output;
    std::string standard_error;
    /// Seconds on the clock, and seconds of processor time without what the system did for it.
    double real_time = 0;
    double user_time = 0;
    /// The most bytes of memory that it was seen to have with no file behind them; 0 unless asked for.
    std::size_t most_anonymous_memory = 0;
};

/// A program that runs beside us. It is looked for in PATH.
class child_process {
public:
    /// Throws std::system_error when it cannot be started.
    explicit child_process(const std::vector<std::string>& words, const child_settings& settings = {});
    child_process(const child_process&) = delete;
    child_process& operator=(const child_process&) = delete;
    /// Closes the socket and waits until the program ends.
    ~child_process();

    /// Our end of the socket.
    [[nodiscard]] int socket() const noexcept { return socket_.get(); }

    /// Closes the socket and waits until the program ends. To be called once. Throws std::system_error when that cannot
    /// be waited for.
    [[nodiscard]] child_result wait();

private:
    static constexpr pid_t none = 0;

    std::string name_;
    bool watches_memory_;
    scratch_file output_;
    scratch_file error_;
    file_descriptor socket_;
    std::chrono::steady_clock::time_point begin_;
    pid_t process_ = none;
};

/// Runs a program until it ends. Throws std::system_error when it cannot be started.
[[nodiscard]] child_result run_child(const std::vector<std::string>& words, const child_settings& settings = {});

} // namespace rollcall::bench
