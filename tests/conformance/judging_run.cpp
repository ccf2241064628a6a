#include "judging_run.hpp"

#include "arguments.hpp"    // arguments
#include "error_output.hpp" // print_error

#include <rollcall/detail/counted.hpp>       // detail::counted
#include <rollcall/detail/terminal_text.hpp> // detail::for_terminal

#include <fmt/format.h> // fmt::format

#include <sys/resource.h> // getrusage
#include <unistd.h>       // isatty

#include <cstdlib> // std::getenv
#include <string>  // std::string

namespace rollcall::program {

namespace {

bool wants_progress(const arguments& given)
{
    const char* const terminal = std::getenv("TERM");
    return !given.quiet && isatty(STDERR_FILENO) != 0 &&
           std::string_view{terminal == nullptr ? "" : terminal} != "dumb";
}

} // namespace

judging_run::judging_run(const arguments& given)
    : is_verbose_{given.verbose}, progress_{wants_progress(given)}, guard_{state_, progress_}
{
}

void judging_run::tell(std::string_view text)
{
    const auto lock = progress_.hold();
    print_error(fmt::format("rollcall-validate: {}\n", detail::for_terminal(text)));
}

void judging_run::tell_detail(std::string_view text)
{
    if (is_verbose_)
        tell(text);
}

void judging_run::tell_statistics()
{
    constexpr double megabyte = 1e6;
    constexpr double kilobytes_in_megabyte = 1e3;
    const double seconds = state_.elapsed().count();
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    tell(fmt::format("{:.3f} s, {}, {:.1f} MB, {:.1f} MB/s, {}, {:.0f} records/s, {:.0f} MB of memory", seconds,
                     detail::counted(state_.files, "file"), static_cast<double>(state_.bytes) / megabyte,
                     static_cast<double>(state_.bytes) / megabyte / seconds, detail::counted(state_.records, "record"),
                     static_cast<double>(state_.records) / seconds,
                     static_cast<double>(usage.ru_maxrss) / kilobytes_in_megabyte));
}

} // namespace rollcall::program
