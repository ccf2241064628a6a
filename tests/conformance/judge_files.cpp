#include "judge_files.hpp"

#include "collect_files.hpp"  // collect_files
#include "engine.hpp"         // make_engine
#include "file_part.hpp"      // judge_all, judge_lines, open_to_judge
#include "ordered_tasks.hpp"  // ordered_tasks
#include "page_index.hpp"     // page_index
#include "part_joiner.hpp"    // part_joiner
#include "report_outputs.hpp" // report_outputs

#include <rollcall/capture/ndjson.hpp> // capture::take_lines

#include <fmt/format.h> // fmt::print

#include <sys/stat.h> // stat

#include <cstdio>       // stderr
#include <deque>        // std::deque
#include <filesystem>   // std::filesystem::equivalent
#include <functional>   // std::function
#include <iostream>     // std::cout
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <system_error> // std::error_code
#include <utility>      // std::move
#include <vector>       // std::vector

namespace rollcall::program {

namespace {

/// How much of an NDJSON file is judged at once: enough for the hand-over not to matter, and little to wait for.
constexpr int part_size = 1024 * 1024;

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
    /// `pages` is null where pages are not joined.
    judging(std::size_t threads, const input_options& options, const engine& judge, const page_index* pages,
            part_joiner& joiner)
        : options_{options},
          pages_{pages},
          judge_{judge},
          joiner_{joiner},
          most_waiting_{tasks_per_thread * threads},
          tasks_{threads}
    {
    }

    void add(const collected_file& file)
    {
        const std::size_t number = files_++;
        if (!file.error && !is_opened_first(file.path))
            return add({&file.path, true}, [this, &file, number] {
                return judge_all(open(file, number), options_, judge_, joiner_.room());
            });
        const opened_file opened = open(file, number);
        if (opened.kind != capture::file_kind::ndjson)
            return add({&file.path, true},
                       [this, opened] { return judge_all(opened, options_, judge_, joiner_.room()); });
        std::string_view rest = opened.text();
        do {
            const std::string_view lines = capture::take_lines(rest, part_size);
            add({&file.path, rest.empty()},
                [this, opened, lines] { return judge_lines(opened, lines, judge_, joiner_.room()); });
        } while (!rest.empty());
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

    /// Opens the next file; the files come in order.
    [[nodiscard]] opened_file open(const collected_file& file, std::size_t number) const
    {
        opened_file opened = open_to_judge(file, options_);
        opened.number = number;
        opened.pages = pages_;
        return opened;
    }

    const input_options& options_;
    const page_index* pages_;
    const engine& judge_;
    part_joiner& joiner_;
    std::size_t most_waiting_;
    std::size_t files_ = 0;
    std::deque<part_origin> origins_;
    ordered_tasks<file_part> tasks_;
};

/// A report of an earlier run, in a folder that is judged, is none of its payloads.
void leave_out_reports(std::vector<collected_file>& files, const std::vector<report_output>& reports)
{
    const auto name_of = [](std::string_view path) { return path.substr(path.rfind('/') + 1); };
    for (const report_output& report : reports)
        std::erase_if(files, [&](const collected_file& file) {
            std::error_code ignored;
            return name_of(file.path) == name_of(report.file) &&
                   std::filesystem::equivalent(file.path, report.file, ignored);
        });
}

} // namespace

exit_status judge_files(const arguments& given)
{
    const engine judge = make_engine(given, shown_attendance(given.outputs));
    collected_files collected = collect_files(given.paths, given.patterns);
    leave_out_reports(collected.files, given.outputs);
    report_outputs outputs{given.outputs, given.fail_on};
    part_joiner joiner{outputs, given.options.maximum_diagnostics};
    const std::optional<page_index> pages =
        given.input.joins_pages ? std::optional<page_index>{std::in_place, collected.files, given.input} : std::nullopt;
    judging files{given.jobs, given.input, judge, pages ? &*pages : nullptr, joiner};
    for (const collected_file& file : collected.files) {
        files.add(file);
        if (!std::cout)
            return exit_status::failure;
    }
    files.finish();
    outputs.finish();
    if (collected.left_out != 0)
        fmt::print(stderr,
                   "rollcall-validate: {} in folders left out: not called *.json, *.http, *.har, *.ndjson, *.jsonl or "
                   "*.gz, and not beginning like a payload\n",
                   collected.left_out == 1 ? "1 file" : fmt::format("{} files", collected.left_out));
    return outputs.status();
}

} // namespace rollcall::program
