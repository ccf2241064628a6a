#include "arguments.hpp"   // read_arguments
#include "judge_files.hpp" // judge_files
#include "rule_pages.hpp"  // explain_rule, list_rules

#include <rollcall/rules/catalogue.hpp> // find_rule
#include <rollcall/version.hpp>         // version

#include <cerrno>    // errno
#include <csignal>   // std::signal
#include <cstring>   // std::strerror
#include <exception> // std::exception
#include <iostream>  // std::cout, std::cerr

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

exit_status run(int count, const char* const* words)
{
    const auto given = read_arguments(count, words);
    const exit_status status = given.index() == 0 ? run(std::get<arguments>(given)) : std::get<exit_status>(given);
    std::cout.flush();
    if (std::cout)
        return status;
    std::cerr << "rollcall-validate: standard output cannot be written: " << std::strerror(errno) << '\n';
    return exit_status::failure;
}

} // namespace

int main(int count, char** words)
{
    // Whoever reads the report may stop doing so; this is told like any other failure to write.
    std::signal(SIGPIPE, SIG_IGN);
    std::ios::sync_with_stdio(false);
    try {
        return static_cast<int>(run(count, words));
    } catch (const std::exception& error) {
        std::cerr << "rollcall-validate: " << error.what() << '\n';
        return static_cast<int>(exit_status::failure);
    }
}
