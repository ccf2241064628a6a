#include "arguments.hpp"       // read_arguments
#include "judge_files.hpp"     // judge_files
#include "merge_arguments.hpp" // read_merge_arguments
#include "merge_reports.hpp"   // merge_reports
#include "rule_pages.hpp"      // explain_rule, list_rules

#include <rollcall/detail/standard_streams.hpp> // detail::hold_closed_streams
#include <rollcall/detail/terminal_text.hpp>    // detail::for_terminal
#include <rollcall/rules/catalogue.hpp>         // find_rule
#include <rollcall/version.hpp>                 // version

#include <cerrno>      // errno
#include <csignal>     // std::signal
#include <cstring>     // std::strerror
#include <exception>   // std::exception
#include <iostream>    // std::cout, std::cerr
#include <new>         // std::bad_alloc
#include <string_view> // std::string_view
#include <variant>     // std::get

namespace {

using namespace rollcall;
using namespace rollcall::program;

static_assert(version == ROLLCALL_VERSION, "include/rollcall/version.hpp is not in step with CMakeLists.txt");

exit_status run(const arguments& given)
{
    switch (given.task) {
    case task::list_rules:
        list_rules(std::cout, given.options.severities);
        return exit_status::success;
    case task::explain:
        explain_rule(std::cout, *find_rule(rule_catalogue(), given.rule));
        return exit_status::success;
    case task::judge:
        break;
    }
    return judge_files(given);
}

exit_status run(const merge_arguments& given)
{
    return merge_reports(given);
}

exit_status run_command(int count, const char* const* words)
{
    const auto run_if_right = [](const auto& given) {
        return given.index() == 0 ? run(std::get<0>(given)) : std::get<exit_status>(given);
    };
    const bool is_merge = count > 1 && std::string_view{words[1]} == "merge";
    return is_merge ? run_if_right(read_merge_arguments(count - 1, words + 1))
                    : run_if_right(read_arguments(count, words));
}

exit_status run(int count, const char* const* words)
{
    const exit_status status = run_command(count, words);
    std::cout.flush();
    if (std::cout)
        return status;
    std::cerr << "rollcall-validate: standard output cannot be written: " << std::strerror(errno) << '\n';
    return exit_status::failure;
}

} // namespace

int main(int count, char** words)
{
    // Whoever reads the report may stop doing so, and a file may grow as large as it may be; this is told like any
    // other failure to write.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    std::ios::sync_with_stdio(false);
    detail::hold_closed_streams();
    try {
        return static_cast<int>(run(count, words));
    } catch (const std::bad_alloc&) {
        std::cerr << "rollcall-validate: there is not enough memory\n";
        return static_cast<int>(exit_status::failure);
    } catch (const std::exception& error) {
        std::cerr << "rollcall-validate: " << detail::for_terminal(error.what()) << '\n';
        return static_cast<int>(exit_status::failure);
    }
}
