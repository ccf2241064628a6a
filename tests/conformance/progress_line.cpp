#include "progress_line.hpp"

#include "error_output.hpp" // print_error

#include <rollcall/detail/counted.hpp> // detail::counted

#include <fmt/format.h> // fmt::format

#include <sys/ioctl.h> // ioctl
#include <unistd.h>    // STDERR_FILENO

#include <algorithm>   // std::min
#include <cstdio>      // std::fflush, stderr
#include <string_view> // std::string_view

namespace rollcall::program {

namespace {

std::string in_megabytes(double bytes)
{
    constexpr double megabyte = 1e6;
    return bytes < 10 * megabyte ? fmt::format("{:.1f}", bytes / megabyte) : fmt::format("{:.0f}", bytes / megabyte);
}

std::string time_left(double seconds)
{
    constexpr double minute = 60;
    return seconds < 2 * minute ? fmt::format("{:.0f} s left", seconds)
                                : fmt::format("{:.0f} min left", seconds / minute);
}

std::size_t columns_of_terminal()
{
    constexpr std::size_t usual = 80;
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0 ? size.ws_col : usual;
}

} // namespace

std::string progress_text(const run_state& state, std::chrono::duration<double> elapsed)
{
    const auto bytes = static_cast<double>(state.bytes);
    const auto all_bytes = static_cast<double>(state.all_bytes);
    std::string text = fmt::format("judged {} of {}", state.files.load(), detail::counted(state.all_files, "file"));
    // What is decompressed is more than the files say.
    if (bytes <= all_bytes)
        text += fmt::format(", {} of {} MB", in_megabytes(bytes), in_megabytes(all_bytes));
    if (bytes == 0 || elapsed.count() <= 0)
        return text;
    const double speed = bytes / elapsed.count();
    text += fmt::format(", {} MB/s", in_megabytes(speed));
    if (bytes <= all_bytes)
        text += ", " + time_left((all_bytes - bytes) / speed);
    return text;
}

void progress_line::draw(const run_state& state)
{
    const auto elapsed = state.elapsed();
    if (!is_wanted_ || elapsed < std::chrono::seconds{1})
        return;
    const std::unique_lock lock{mutex_, std::try_to_lock};
    if (!lock)
        return;
    std::string text = progress_text(state, elapsed);
    text.resize(std::min(text.size(), columns_of_terminal() - 1));
    print_error(fmt::format("\r{}\033[K", text));
    std::fflush(stderr);
    is_drawn_ = true;
}

std::unique_lock<std::timed_mutex> progress_line::hold()
{
    std::unique_lock lock{mutex_};
    clear();
    return lock;
}

std::unique_lock<std::timed_mutex> progress_line::hold_within(std::chrono::milliseconds patience)
{
    std::unique_lock lock{mutex_, patience};
    if (lock)
        clear();
    return lock;
}

void progress_line::clear()
{
    if (!is_drawn_)
        return;
    constexpr std::string_view begin_and_clear = "\r\033[K";
    print_error(begin_and_clear);
    std::fflush(stderr);
    is_drawn_ = false;
}

} // namespace rollcall::program
