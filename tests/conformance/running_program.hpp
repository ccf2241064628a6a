#pragma once

#include "sandbox.hpp" // sandbox

#include <sys/types.h> // pid_t

#include <string> // std::string
#include <vector> // std::vector

/// rollcall-validate while it runs in a sandbox's folder, its standard output and error in one stream.
class running_program {
public:
    enum class output { pipe, terminal };

    running_program(const sandbox& box, std::vector<std::string> words, output to = output::pipe);
    running_program(const running_program&) = delete;
    running_program& operator=(const running_program&) = delete;
    /// Kills it if it still runs.
    ~running_program();

    /// Reads until this stands behind what was waited for before; fails the test when the program ends or is silent
    /// for a minute before.
    void wait_for(const std::string& text);
    /// All that was read so far.
    [[nodiscard]] const std::string& text() const { return text_; }
    void send(int signal) const;
    /// Waits for the end. Gives the status as a shell does: 128 and the signal that ended it, if one did.
    [[nodiscard]] int wait_for_end();

private:
    bool read_more();

    pid_t process_ = -1;
    int stream_ = -1;
    std::string text_;
    std::size_t waited_for_ = 0;
};
