#include "new_file.hpp"

#include <fmt/format.h> // fmt::format

#include <fcntl.h>    // open
#include <sys/stat.h> // fchmod
#include <unistd.h>   // close, fsync

#include <cerrno>       // errno
#include <filesystem>   // std::filesystem
#include <system_error> // std::error_code, std::system_error
#include <utility>      // std::move

namespace rollcall::program {

namespace fs = std::filesystem;

new_file::new_file(std::string path) : path_{std::move(path)}, descriptor_{open()}, buffer_{descriptor_}, out_{&buffer_}
{
}

new_file::~new_file()
{
    if (!temporary_)
        ::close(descriptor_);
}

int new_file::open()
{
    std::error_code error;
    const fs::file_status status = fs::status(path_, error);
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        const int descriptor = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor < 0)
            fail(errno);
        return descriptor;
    }
    const fs::path target = fs::weakly_canonical(fs::absolute(path_), error);
    if (error)
        fail(error.value());
    target_ = target.string();
    try {
        temporary_.emplace(target.parent_path().string());
    } catch (const std::system_error& reason) {
        fail(reason.code().value());
    }
    // The next one with this name may be read by whom the last one could be.
    if (fs::exists(status))
        (void)::fchmod(temporary_->descriptor(), static_cast<mode_t>(status.permissions() & fs::perms::all));
    return temporary_->descriptor();
}

void new_file::check() const
{
    if (buffer_.error() != 0)
        fail(buffer_.error());
}

void new_file::flush()
{
    out_.flush();
    check();
    if (temporary_ && ::fsync(descriptor_) != 0)
        fail(errno);
}

void new_file::put_in_place()
{
    try {
        if (temporary_)
            temporary_->rename_to(target_);
    } catch (const std::system_error& reason) {
        fail(reason.code().value());
    }
}

void new_file::fail(int error) const
{
    throw write_error{fmt::format("{}: cannot be written: {}", path_, std::generic_category().message(error))};
}

} // namespace rollcall::program
