#include "output_folder.hpp"

#include "held_signals.hpp" // held_signals

#include <fmt/format.h> // fmt::format

#include <algorithm>    // std::none_of
#include <cerrno>       // errno
#include <cstdio>       // renameat2
#include <fcntl.h>      // AT_FDCWD
#include <fstream>      // std::ifstream, std::ofstream
#include <iterator>     // std::istreambuf_iterator
#include <optional>     // std::optional
#include <system_error> // std::error_code, std::generic_category
#include <unistd.h>     // getpid

namespace rollcall::codegen {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, std::string_view problem, std::string_view advice)
{
    throw output_error{fmt::format("{}: {}; {}", path.string(), problem, advice)};
}

[[noreturn]] void fail(const fs::path& path, std::string_view problem, std::error_code error)
{
    fail(path, fmt::format("{}: {}", problem, error.message()), "check the folder's permissions and the space left");
}

std::string read_text(const fs::path& path)
{
    std::ifstream file{path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    if (!file.is_open() || file.bad())
        fail(path, "cannot be read", std::error_code{errno, std::generic_category()});
    return text;
}

/// The folder itself where a link was given, since exchanging the link would leave its target behind.
fs::path real_folder(const fs::path& folder)
{
    std::error_code error;
    auto path = fs::weakly_canonical(fs::absolute(folder), error);
    if (error)
        fail(folder, "cannot be looked up", error);
    if (!path.has_filename())
        path = path.parent_path();
    const auto status = fs::status(path, error);
    if (fs::exists(status) && !fs::is_directory(status))
        fail(path, "is no folder", "give --output one");
    if (!path.has_filename())
        fail(path, "is the root of all folders", "give --output a folder in it");
    return path;
}

/// A folder beside the one to be replaced; gone, with all that was made for it, unless it is kept.
class new_folder {
public:
    explicit new_folder(const fs::path& beside)
    {
        const auto parent = beside.parent_path();
        for (auto missing = parent; !fs::exists(missing); missing = missing.parent_path())
            made_parents_.push_back(missing);
        std::error_code error;
        fs::create_directories(parent, error);
        for (int attempt = 0; !error && path_.empty() && attempt < 1000; ++attempt) {
            const auto name = fmt::format(".{}.rollcall-codegen-{}-{}", beside.filename().string(), getpid(), attempt);
            if (fs::create_directory(parent / name, error))
                path_ = parent / name;
        }
        if (error || path_.empty()) {
            remove();
            fail(parent, "no folder can be made here", error);
        }
    }
    new_folder(const new_folder&) = delete;
    new_folder& operator=(const new_folder&) = delete;
    ~new_folder() { remove(); }

    [[nodiscard]] const fs::path& path() const noexcept { return path_; }

    /// The parents stay, and what is under `path()` now is removed.
    void keep() noexcept { made_parents_.clear(); }

private:
    void remove() noexcept
    {
        std::error_code ignored;
        if (!path_.empty())
            fs::remove_all(path_, ignored);
        for (const auto& parent : made_parents_)
            fs::remove(parent, ignored);
    }

    fs::path path_;
    /// Innermost first.
    std::vector<fs::path> made_parents_;
};

void write_files(const fs::path& folder, const text_files& files)
{
    for (const auto& [name, text] : files) {
        if (held_signals::is_ending_requested())
            fail(folder, "was not finished, since the program was asked to end", "run it again");
        std::ofstream file{folder / name, std::ios::binary};
        file.write(text.data(), static_cast<std::streamsize>(text.size()));
        file.close();
        if (!file)
            fail(folder / name, "cannot be written", std::error_code{errno, std::generic_category()});
    }
}

/// A header that stays the same keeps its time, so that what includes it is not compiled anew.
void keep_times(const fs::path& before, const fs::path& after, const text_files& files,
                const std::vector<file_difference>& differences)
{
    for (const auto& [name, text] : files) {
        const auto is_same = [&name = name](const file_difference& difference) { return difference.name == name; };
        if (std::any_of(differences.begin(), differences.end(), is_same))
            continue;
        std::error_code ignored;
        const auto time = fs::last_write_time(before / name, ignored);
        if (!ignored)
            fs::last_write_time(after / name, time, ignored);
    }
}

/// The same for whatever the folders have in common.
void keep_times(const fs::path& before, const fs::path& after)
{
    std::error_code error;
    for (fs::recursive_directory_iterator entry{before, error}, end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored))
            fs::last_write_time(after / fs::relative(entry->path(), before, ignored), entry->last_write_time(ignored),
                                ignored);
    }
}

/// Gives each of the two folders the other's name, for file systems that cannot do it in one step.
void exchange_in_steps(const fs::path& made, const fs::path& folder)
{
    std::error_code error;
    const fs::path aside = made.string() + "-before";
    fs::rename(folder, aside, error);
    if (error)
        fail(folder, "cannot be replaced", error);
    fs::rename(made, folder, error);
    if (error) {
        std::error_code rolling_back;
        fs::rename(aside, folder, rolling_back);
        if (rolling_back)
            fail(folder, "cannot be replaced", fmt::format("what it held is in {}", aside.string()));
        fail(folder, "cannot be replaced", error);
    }
    fs::rename(aside, made, error);
    if (error)
        fs::remove_all(aside, error);
}

void put_in_place(const fs::path& made, const fs::path& folder)
{
    std::error_code error;
    if (!fs::exists(folder)) {
        fs::rename(made, folder, error);
        if (error)
            fail(folder, "cannot be made", error);
        return;
    }
    if (renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) == 0)
        return;
    if (errno != ENOSYS && errno != EINVAL)
        fail(folder, "cannot be replaced", std::error_code{errno, std::generic_category()});
    exchange_in_steps(made, folder);
}

} // namespace

std::vector<file_difference> compare_folder(const fs::path& folder, const text_files& files)
{
    const auto path = real_folder(folder);
    std::map<std::string, file_difference> found;
    std::error_code error;
    if (fs::exists(path, error)) {
        for (fs::directory_iterator entry{path, error}, end; !error && entry != end; entry.increment(error)) {
            const auto name = entry->path().filename().string();
            std::error_code ignored;
            const bool is_file = fs::is_regular_file(entry->symlink_status(ignored));
            auto text = is_file ? read_text(entry->path()) : std::string{};
            const auto file = files.find(name);
            if (!text.starts_with(generated_mark))
                found[name] = {name, file_state::foreign, std::move(text)};
            else if (file == files.end())
                found[name] = {name, file_state::superfluous, std::move(text)};
            else if (file->second != text)
                found[name] = {name, file_state::different, std::move(text)};
            else
                found[name] = {};
        }
    }
    if (error)
        fail(path, "cannot be read", error);
    std::vector<file_difference> differences;
    for (const auto& [name, text] : files) {
        if (!found.contains(name))
            found[name] = {name, file_state::missing, {}};
    }
    for (auto& [name, difference] : found) {
        if (!difference.name.empty())
            differences.push_back(std::move(difference));
    }
    return differences;
}

bool replace_folder(const fs::path& folder, const text_files& files)
{
    const auto path = real_folder(folder);
    const auto differences = compare_folder(path, files);
    for (const auto& difference : differences) {
        if (difference.state == file_state::foreign)
            fail(path / difference.name, "was not written by rollcall-codegen, which replaces the whole folder",
                 "move it elsewhere, or give --output another folder");
    }
    if (differences.empty() && fs::exists(path))
        return false;

    const held_signals held;
    new_folder made{path};
    write_files(made.path(), files);
    std::error_code ignored;
    if (fs::exists(path, ignored)) {
        keep_times(path, made.path(), files, differences);
        fs::permissions(made.path(), fs::status(path, ignored).permissions(), ignored);
    }
    put_in_place(made.path(), path);
    made.keep();
    return true;
}

void update_folder(const fs::path& folder, const text_files& written, const std::vector<std::string>& removed)
{
    const auto path = real_folder(folder);
    if (written.empty() && removed.empty())
        return;
    const held_signals held;
    new_folder made{path};
    std::error_code error;
    if (fs::exists(path, error)) {
        fs::copy(path, made.path(), fs::copy_options::recursive | fs::copy_options::copy_symlinks, error);
        if (error)
            fail(path, "cannot be copied", error);
        keep_times(path, made.path());
        std::error_code ignored;
        fs::permissions(made.path(), fs::status(path, ignored).permissions(), ignored);
    }
    write_files(made.path(), written);
    for (const auto& name : removed)
        fs::remove(made.path() / name, error);
    put_in_place(made.path(), path);
    made.keep();
}

} // namespace rollcall::codegen
