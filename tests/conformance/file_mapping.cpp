#include "file_mapping.hpp"

#include <sys/mman.h> // mmap, munmap
#include <sys/stat.h> // fstat, stat
#include <unistd.h>   // sysconf

#include <cerrno>  // errno
#include <csignal> // sigaction
#include <cstdint> // std::uintptr_t
#include <utility> // std::exchange, std::move

namespace rollcall::program {

namespace {

/// Held while the list of mappings is looked at or changed, which touches none of their bytes: the handler waits for
/// other threads only, and not for long.
std::atomic_flag is_list_used;
file_mapping* first_mapping = nullptr;

class list_use {
public:
    list_use() noexcept
    {
        while (is_list_used.test_and_set()) {
        }
    }
    list_use(const list_use&) = delete;
    list_use& operator=(const list_use&) = delete;
    ~list_use() { is_list_used.clear(); }
};

/// What was to happen on a bus error before.
struct sigaction action_before {};

extern "C" void stand_in_for_missing_bytes(int signal, siginfo_t* information, void*)
{
    const int error_before = errno;
    // Any other bus error comes again when this returns, and does what it would have done.
    if (!file_mapping::put_zeros_from(information->si_addr))
        ::sigaction(signal, &action_before, nullptr);
    errno = error_before;
}

void handle_missing_bytes() noexcept
{
    static const bool is_handled = [] {
        struct sigaction standing_in {};
        standing_in.sa_sigaction = stand_in_for_missing_bytes;
        standing_in.sa_flags = SA_SIGINFO;
        sigemptyset(&standing_in.sa_mask);
        return ::sigaction(SIGBUS, &standing_in, &action_before) == 0;
    }();
    (void)is_handled;
}

} // namespace

file_mapping::file_mapping(std::string path, int descriptor, std::size_t size) : path_{std::move(path)}
{
    struct stat status {};
    if (::fstat(descriptor, &status) != 0)
        return;
    device_ = status.st_dev;
    number_ = status.st_ino;
    handle_missing_bytes();
    void* const place = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (place == MAP_FAILED)
        return;
    text_ = {static_cast<const char*>(place), size};
    const list_use use;
    next_ = std::exchange(first_mapping, this);
}

file_mapping::~file_mapping()
{
    if (text_.empty())
        return;
    {
        const list_use use;
        file_mapping** place = &first_mapping;
        while (*place != this)
            place = &(*place)->next_;
        *place = next_;
    }
    ::munmap(const_cast<char*>(text_.data()), text_.size());
}

bool file_mapping::is_cut_short() const noexcept
{
    if (has_lost_bytes_)
        return true;
    // Bytes that are missing from the last page that the file still has are zeros without any error.
    struct stat status {};
    return ::stat(path_.c_str(), &status) == 0 && status.st_dev == device_ && status.st_ino == number_ &&
           static_cast<std::size_t>(status.st_size) < text_.size();
}

bool file_mapping::put_zeros_from(void* address) noexcept
{
    const auto page_size = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const list_use use;
    for (file_mapping* each = first_mapping; each != nullptr; each = each->next_) {
        const std::size_t pages = (each->text_.size() + page_size - 1) / page_size;
        // An address in front of the mapping is far behind it as an unsigned number.
        const std::size_t page =
            (reinterpret_cast<std::uintptr_t>(address) - reinterpret_cast<std::uintptr_t>(each->text_.data())) /
            page_size;
        if (page >= pages)
            continue;
        void* const place = ::mmap(const_cast<char*>(each->text_.data()) + page * page_size, (pages - page) * page_size,
                                   PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
        each->has_lost_bytes_ = true;
        return place != MAP_FAILED;
    }
    return false;
}

} // namespace rollcall::program
