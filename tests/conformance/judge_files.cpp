#include "judge_files.hpp"

#include "collect_files.hpp" // collect_files
#include "engine.hpp"        // make_engine
#include "file_part.hpp"     // judge_all, judge_lines, open_to_judge
#include "ordered_tasks.hpp" // ordered_tasks
#include "part_joiner.hpp"   // part_joiner

#include <rollcall/capture/ndjson.hpp>  // capture::take_lines
#include <rollcall/report/figures.hpp>  // figures_report
#include <rollcall/report/html.hpp>     // html_report
#include <rollcall/report/json.hpp>     // json_report
#include <rollcall/report/text.hpp>     // text_report
#include <rollcall/rules/catalogue.hpp> // rule_catalogue
#include <rollcall/version.hpp>         // version

#include <fmt/format.h> // fmt::print

#include <sys/stat.h> // stat
#include <unistd.h>   // isatty

#include <cstdio>      // stderr
#include <cstdlib>     // std::getenv
#include <deque>       // std::deque
#include <functional>  // std::function
#include <iostream>    // std::cout
#include <memory>      // std::unique_ptr
#include <string>      // std::string
#include <string_view> // std::string_view
#include <utility>     // std::move

namespace rollcall::program {

namespace {

/// How much of an NDJSON file is judged at once: enough for the hand-over not to matter, and little to wait for.
constexpr int part_size = 1024 * 1024;

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
    if (format == report_format::summary)
        return std::make_unique<figures_report>(std::cout);
    if (format == report_format::html)
        return std::make_unique<html_report>(std::cout, "rollcall-validate", version, rule_catalogue());
    return std::make_unique<text_report>(std::cout,
                                         text_report_style{.is_coloured = wants_colour(), .shows_file_errors = false});
}

/// What a format shows of who attended.
attendance_detail shown_attendance(report_format format)
{
    switch (format) {
    case report_format::text:
        return attendance_detail::none;
    case report_format::json:
    case report_format::summary:
        return attendance_detail::figures;
    case report_format::html:
        break;
    }
    return attendance_detail::participants;
}

/// Whether a file is to be opened before it is handed to whoever judges it: when it may be large enough to be judged in
/// parts, or its size is not known.
bool is_opened_first(const std::string& path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > part_size;
}

/// Judges the files by several threads and hands their parts to `joiner` in order.
class judging {
public:
    judging(std::size_t threads, const input_options& options, const engine& judge, part_joiner& joiner)
        : options_{options}, judge_{judge}, joiner_{joiner}, most_waiting_{tasks_per_thread * threads}, tasks_{threads}
    {
    }

    void add(const collected_file& file)
    {
        if (!file.error && !is_opened_first(file.path))
            return add({&file.path, true}, [this, &file] {
                return judge_all(open_to_judge(file, options_), options_, judge_, joiner_.room());
            });
        const opened_file opened = open_to_judge(file, options_);
        if (opened.kind != capture::file_kind::ndjson)
            return add({&file.path, true},
                       [this, opened] { return judge_all(opened, options_, judge_, joiner_.room()); });
        for (std::string_view rest = opened.text(); !rest.empty();) {
            const std::string_view lines = capture::take_lines(rest, part_size);
            add({&file.path, rest.empty()},
                [this, opened, lines] { return judge_lines(opened, lines, judge_, joiner_.room()); });
        }
    }

    /// Ends when all files are shown.
    void finish()
    {
        while (!origins_.empty())
            join_next();
    }

private:
    /// Which file a part is of, and whether it is the last one.
    struct part_origin {
        const std::string* path;
        bool ends_file;
    };

    void add(part_origin origin, std::function<file_part()> work)
    {
        // So many parts keep everybody busy; more would only take memory.
        if (origins_.size() >= most_waiting_)
            join_next();
        tasks_.add(std::move(work));
        origins_.push_back(origin);
    }

    void join_next()
    {
        const part_origin origin = origins_.front();
        origins_.pop_front();
        joiner_.add(tasks_.take(), *origin.path, origin.ends_file);
        if (origin.ends_file)
            std::cout.flush();
    }

    static constexpr std::size_t tasks_per_thread = 8;

    const input_options& options_;
    const engine& judge_;
    part_joiner& joiner_;
    std::size_t most_waiting_;
    std::deque<part_origin> origins_;
    ordered_tasks<file_part> tasks_;
};

} // namespace

exit_status judge_files(const arguments& given)
{
    const engine judge = make_engine(given, shown_attendance(given.format));
    const collected_files collected = collect_files(given.paths);
    const std::unique_ptr<report_writer> writer = make_writer(given.format);
    part_joiner joiner{*writer, given.options.maximum_diagnostics};
    judging files{given.jobs, given.input, judge, joiner};
    for (const collected_file& file : collected.files) {
        files.add(file);
        if (!std::cout)
            return exit_status::failure;
    }
    files.finish();
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
