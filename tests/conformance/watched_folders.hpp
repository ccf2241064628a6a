#pragma once

#include <map>    // std::map
#include <set>    // std::set
#include <string> // std::string
#include <vector> // std::vector

namespace rollcall::program {

/// Tells which files change. New files and folders, renamed ones and what a folder held when it came are noticed, too.
class watched_folders {
public:
    /// Watches folders with all that is below them, but for hidden folders and links, and files. Throws a
    /// `std::system_error` when the system refuses.
    explicit watched_folders(const std::vector<std::string>& paths);
    watched_folders(const watched_folders&) = delete;
    watched_folders& operator=(const watched_folders&) = delete;
    ~watched_folders();

    /// Waits until files have changed, and then until nothing has for a moment: who writes a file may do so bit by
    /// bit. Gives the paths of what may have changed, normalised.
    [[nodiscard]] std::set<std::string> next_changes();

private:
    void watch_folder(const std::string& folder, bool with_folders_below);
    /// Adds the paths that events which are there tell of.
    void take_events(std::set<std::string>& changed);
    void add_all_in(const std::string& folder, std::set<std::string>& changed);

    struct folder {
        std::string path;
        /// Whether folders in it are watched, too.
        bool is_deep = false;
    };

    int descriptor_;
    std::map<int, folder> folders_;
};

} // namespace rollcall::program
