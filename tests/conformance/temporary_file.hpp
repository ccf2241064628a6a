#pragma once

#include <cstddef> // std::size_t
#include <string>  // std::string

namespace rollcall::program {

/// A new file in a folder, open for writing, with a hidden name of its own until it is given another one. It goes with
/// this object if it was not, and when the program is asked to end meanwhile (by Ctrl-C, say), in whichever thread.
class temporary_file {
public:
    /// How many there can be at once.
    static constexpr std::size_t maximum_count = 32;

    /// Throws `std::system_error`.
    explicit temporary_file(const std::string& folder);
    temporary_file(const temporary_file&) = delete;
    temporary_file& operator=(const temporary_file&) = delete;
    ~temporary_file();

    [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

    /// Gives it a name for good, that of another file included, which is gone then. Throws `std::system_error`.
    void rename_to(const std::string& path);

private:
    std::string path_;
    int descriptor_ = -1;
};

} // namespace rollcall::program
