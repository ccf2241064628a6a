#pragma once

#include <filesystem>   // std::filesystem::path
#include <system_error> // std::error_code

#include <fcntl.h>    // open
#include <sys/file.h> // flock
#include <unistd.h>   // close

namespace rollcall::codegen {

/// While it lives, others that want to change the folder wait. It locks the folder around it, because the folder itself
/// is exchanged for another one when it changes. Nobody waits where there is none, or where it cannot be locked.
class folder_lock {
public:
    explicit folder_lock(const std::filesystem::path& folder)
    {
        std::error_code error;
        const auto path = std::filesystem::weakly_canonical(std::filesystem::absolute(folder, error), error);
        const auto around = path.has_filename() ? path.parent_path() : path.parent_path().parent_path();
        descriptor_ = open(around.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor_ != -1)
            flock(descriptor_, LOCK_EX);
    }
    folder_lock(const folder_lock&) = delete;
    folder_lock& operator=(const folder_lock&) = delete;
    ~folder_lock()
    {
        if (descriptor_ != -1)
            close(descriptor_);
    }

private:
    int descriptor_ = -1;
};

} // namespace rollcall::codegen
