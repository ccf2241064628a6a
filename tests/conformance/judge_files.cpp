#include "judge_files.hpp"

#include "collect_files.hpp" // collect_files
#include "engine.hpp"        // make_engine
#include "read_file.hpp"     // read_file

#include <rollcall/capture/unwrap.hpp>       // capture::unwrap
#include <rollcall/detail/terminal_text.hpp> // detail::for_terminal
#include <rollcall/report/json.hpp>          // json_report
#include <rollcall/report/text.hpp>          // text_report
#include <rollcall/version.hpp>              // version

#include <fmt/format.h> // fmt::print

#include <unistd.h> // isatty

#include <cstdio>      // stderr
#include <cstdlib>     // std::getenv
#include <exception>   // std::exception
#include <iostream>    // std::cout
#include <memory>      // std::unique_ptr
#include <new>         // std::bad_alloc
#include <string_view> // std::string_view
#include <utility>     // std::move

namespace rollcall::program {

namespace {

bool wants_colour()
{
    const auto variable = [](const char* name) {
        const char* const value = std::getenv(name);
        return std::string_view{value == nullptr ? "" : value};
    };
    return isatty(STDOUT_FILENO) != 0 && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
}

std::unique_ptr<report_writer> make_writer(report_format format)
{
    if (format == report_format::json)
        return std::make_unique<json_report>(std::cout, "rollcall-validate", version);
    return std::make_unique<text_report>(std::cout,
                                         text_report_style{.is_coloured = wants_colour(), .shows_file_errors = false});
}

/// Judges the payloads of a file, whose text is left in `text`.
file_report judge_file(const collected_file& file, const engine& judge, std::string& text)
{
    file_report result{.path = file.path, .error = file.error, .payloads = {}};
    if (result.error)
        return result;
    try {
        text = read_file(file.path);
        capture::unwrapped contents = capture::unwrap(text);
        result.error = std::move(contents.error);
        for (const capture::payload& payload : contents.payloads)
            result.payloads.push_back({payload.source, judge(payload)});
    } catch (const std::bad_alloc&) {
        result.error = "there is not enough memory to judge this";
    } catch (const std::exception& error) {
        result.error = error.what();
    }
    if (result.error)
        result.payloads.clear();
    return result;
}

} // namespace

exit_status judge_files(const arguments& given)
{
    const engine judge = make_engine(given);
    const collected_files collected = collect_files(given.paths);
    const std::unique_ptr<report_writer> writer = make_writer(given.format);
    for (const collected_file& file : collected.files) {
        std::string text;
        const file_report result = judge_file(file, judge, text);
        writer->add(result, text);
        std::cout.flush();
        if (result.error)
            fmt::print(stderr, "{}: error: {}\n", detail::for_terminal(result.path),
                       detail::for_terminal(*result.error));
        if (!std::cout)
            break;
    }
    writer->finish();
    if (collected.left_out != 0)
        fmt::print(stderr,
                   "rollcall-validate: {} in folders left out: not called *.json or *.http, and not beginning like a "
                   "payload\n",
                   collected.left_out == 1 ? "1 file" : fmt::format("{} files", collected.left_out));
    if (writer->summary().unjudged_files() != 0)
        return exit_status::failure;
    return writer->summary().has_finding_from(given.fail_on) ? exit_status::findings : exit_status::success;
}

} // namespace rollcall::program
