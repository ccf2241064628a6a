#include "watched_folders.hpp"

#include <poll.h>        // poll
#include <sys/inotify.h> // inotify_init1
#include <unistd.h>      // close, read

#include <cerrno>       // errno
#include <cstdint>      // std::uint32_t
#include <cstring>      // std::memcpy
#include <filesystem>   // std::filesystem
#include <string_view>  // std::string_view
#include <system_error> // std::system_error

namespace rollcall::program {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t changes = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_ONLYDIR;

std::system_error because(const std::string& what)
{
    return {errno, std::generic_category(), "--watch: " + what};
}

bool is_hidden(const fs::path& path)
{
    return path.filename().native().starts_with('.');
}

} // namespace

watched_folders::watched_folders(const std::vector<std::string>& paths)
    : descriptor_{::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)}
{
    if (descriptor_ < 0)
        throw because("the system cannot watch files");
    for (const std::string& path : paths) {
        std::error_code ignored;
        // A file may be replaced by another one of its name: its folder tells that.
        const bool is_folder = fs::is_directory(path, ignored);
        const fs::path parent = fs::path{path}.parent_path();
        watch_folder(is_folder ? path : parent.empty() ? std::string{"."} : parent.string(), is_folder);
    }
}

watched_folders::~watched_folders()
{
    ::close(descriptor_);
}

void watched_folders::watch_folder(const std::string& path, bool with_folders_below)
{
    const int watch = ::inotify_add_watch(descriptor_, path.c_str(), changes);
    if (watch < 0 && (errno == ENOENT || errno == ENOTDIR))
        return;
    if (watch < 0)
        throw because(path + " cannot be watched");
    folder& watched = folders_[watch];
    watched = {path, with_folders_below || watched.is_deep};
    if (!with_folders_below)
        return;
    std::error_code error;
    for (fs::directory_iterator entry{path, error}; !error && entry != fs::directory_iterator{};
         entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_directory(ignored) && !entry->is_symlink(ignored) && !is_hidden(entry->path()))
            watch_folder(entry->path().string(), true);
    }
}

std::set<std::string> watched_folders::next_changes()
{
    constexpr int silence_in_milliseconds = 100;
    constexpr int for_ever = -1;
    std::set<std::string> changed;
    while (true) {
        pollfd waiting{.fd = descriptor_, .events = POLLIN, .revents = 0};
        const int ready = ::poll(&waiting, 1, changed.empty() ? for_ever : silence_in_milliseconds);
        if (ready < 0 && errno != EINTR)
            throw because("changes cannot be waited for");
        if (ready == 0)
            return changed;
        if (ready > 0)
            take_events(changed);
    }
}

void watched_folders::take_events(std::set<std::string>& changed)
{
    alignas(inotify_event) char buffer[16384];
    const ssize_t size = ::read(descriptor_, buffer, sizeof buffer);
    if (size < 0 && errno != EINTR && errno != EAGAIN)
        throw because("changes cannot be read");
    for (ssize_t offset = 0; offset < size;) {
        inotify_event event{};
        std::memcpy(&event, buffer + offset, sizeof event);
        const char* const name = buffer + offset + sizeof event;
        offset += static_cast<ssize_t>(sizeof event + event.len);
        if ((event.mask & IN_Q_OVERFLOW) != 0) {
            // Too much has happened to be told one by one: anything may have changed.
            for (const auto& [watch, watched] : std::map{folders_})
                add_all_in(watched.path, changed);
            continue;
        }
        const auto watched = folders_.find(event.wd);
        if (watched == folders_.end())
            continue;
        if ((event.mask & IN_IGNORED) != 0) {
            folders_.erase(watched);
            continue;
        }
        if (event.len == 0)
            continue;
        const std::string path = (fs::path{watched->second.path} / name).lexically_normal().string();
        if ((event.mask & IN_ISDIR) != 0) {
            if (watched->second.is_deep && !is_hidden(path)) {
                watch_folder(path, true);
                add_all_in(path, changed);
            }
        } else if ((event.mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0) {
            changed.insert(path);
        }
    }
}

void watched_folders::add_all_in(const std::string& path, std::set<std::string>& changed)
{
    std::error_code error;
    for (fs::recursive_directory_iterator entry{path, error}; !error && entry != fs::recursive_directory_iterator{};
         entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored))
            changed.insert(entry->path().lexically_normal().string());
    }
}

} // namespace rollcall::program
