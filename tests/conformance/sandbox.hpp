#pragma once

#include <ostream>     // std::ostream
#include <string>      // std::string
#include <string_view> // std::string_view
#include <utility>     // std::move

/// Whether the program's memory can be limited. The address sanitizer and gcov have memory of their own.
#if defined(__SANITIZE_ADDRESS__) || defined(ROLLCALL_COUNTS_COVERAGE)
inline constexpr bool limits_memory = false;
#elif defined(__has_feature)
inline constexpr bool limits_memory = !__has_feature(address_sanitizer);
#else
inline constexpr bool limits_memory = true;
#endif

/// What a run of rollcall-validate came to.
struct program_run {
    int status = 0;
    std::string out;
    std::string err;
};

/// A folder of its own to run rollcall-validate in. It goes when the test ends.
class sandbox {
public:
    sandbox();
    ~sandbox();
    sandbox(const sandbox&) = delete;
    sandbox& operator=(const sandbox&) = delete;

    /// Writes a file, making the folders it stands in.
    void write(const std::string& path, std::string_view text) const;

    /// Runs the program. `words` is as a shell takes it, redirections included. Standard input is empty unless it says
    /// otherwise.
    [[nodiscard]] program_run run(const std::string& words) const { return run_shell("rollcall-validate " + words); }

    /// Runs a line of shell, which finds the program as `rollcall-validate`.
    [[nodiscard]] program_run run_shell(const std::string& line) const;

    /// What the program prints when its standard output and error are a terminal.
    [[nodiscard]] std::string run_on_terminal(const std::string& words) const;

    [[nodiscard]] const std::string& folder() const { return folder_; }

private:
    [[nodiscard]] std::string shell_line(const std::string& line) const;

    std::string folder_;
};

/// For checks: equal to each text that has this in it.
class including {
public:
    explicit including(std::string part) : part_{std::move(part)} {}

    friend bool operator==(const std::string& text, const including& wanted)
    {
        return text.find(wanted.part_) != std::string::npos;
    }
    friend std::ostream& operator<<(std::ostream& out, const including& wanted)
    {
        return out << "… " << wanted.part_ << " …";
    }

private:
    std::string part_;
};
