#pragma once

#include <cerrno>       // errno
#include <cstdlib>      // mkdtemp
#include <filesystem>   // std::filesystem
#include <string>       // std::string
#include <system_error> // std::system_error

namespace rollcall::bench {

/// A folder that is gone with this object.
class temporary_folder {
public:
    temporary_folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "rollcall-bench-XXXXXX").string();
        if (!mkdtemp(name.data()))
            throw std::system_error{errno, std::generic_category(), name + ": this folder cannot be made"};
        path_ = name;
    }
    temporary_folder(const temporary_folder&) = delete;
    temporary_folder& operator=(const temporary_folder&) = delete;
    ~temporary_folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace rollcall::bench
