#include "judge_files.hpp"

#include "collect_files.hpp"  // collect_files
#include "engine.hpp"         // make_engine
#include "file_part.hpp"      // judge_all, judge_lines, open_to_judge
#include "new_file.hpp"       // new_file
#include "ordered_tasks.hpp"  // ordered_tasks
#include "page_index.hpp"     // page_index
#include "part_joiner.hpp"    // part_joiner
#include "report_outputs.hpp" // report_outputs
#include "today.hpp"          // today
#include "watch_files.hpp"    // watch_files

#include <rollcall/capture/ndjson.hpp> // capture::take_lines
#include <rollcall/detail/counted.hpp> // detail::counted

#include <fmt/format.h> // fmt::format

#include <sys/stat.h> // stat

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

/// How large a file is; 0 where that is not known.
std::size_t size_of_file(const std::string& path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
}

/// Judges the files by several threads and hands their parts to `joiner` in order.
class judging {
public:
    /// `pages` is null where pages are not joined.
    judging(std::size_t threads, const input_options& options, const engine& judge, const page_index* pages,
            part_joiner& joiner, judging_run& run)
        : options_{options},
          pages_{pages},
          judge_{judge},
          joiner_{joiner},
          state_{run.state()},
          tells_progress_{run.progress().is_wanted()},
          most_waiting_{tasks_per_thread * threads},
          tasks_{threads}
    {
    }

    void add(const collected_file& file)
    {
        const std::size_t number = files_++;
        const std::size_t size = size_of_file(file.path);
        if (!file.error && !is_opened_first(file.path))
            return add({&file.path, true, size}, [this, &file, number] {
                return judge_all(open(file, number), options_, judge_, joiner_.sieve_for(file.path), {});
            });
        const opened_file opened = open(file, number);
        if (opened.kind != capture::file_kind::ndjson)
            return add({&file.path, true, size}, [this, opened, &file, size] {
                return judge_all(opened, options_, judge_, joiner_.sieve_for(file.path), progress_of(opened, size));
            });
        std::string_view rest = opened.text();
        do {
            const std::string_view lines = capture::take_lines(rest, part_size);
            add({&file.path, rest.empty(), lines.size()}, [this, opened, lines, &file] {
                return judge_lines(opened, lines, judge_, joiner_.sieve_for(file.path));
            });
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
        std::size_t bytes;
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
        file_part part = tasks_.take();
        const std::size_t bytes_to_tell = origin.bytes - part.told_bytes;
        joiner_.add(std::move(part), *origin.path, origin.ends_file);
        state_.bytes += bytes_to_tell;
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

    [[nodiscard]] file_progress progress_of(const opened_file& file, std::size_t size) const
    {
        return tells_progress_ ? file_progress{state_.bytes, size, file.text().size()} : file_progress{};
    }

    const input_options& options_;
    const page_index* pages_;
    const engine& judge_;
    part_joiner& joiner_;
    run_state& state_;
    bool tells_progress_;
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

/// Notes what there is to judge, for those who are shown how far it has got.
void note_all(const collected_files& collected, judging_run& run)
{
    run.state().all_files += collected.files.size();
    if (!run.progress().is_wanted())
        return;
    for (const collected_file& file : collected.files)
        run.state().all_bytes += size_of_file(file.path);
}

finding_filter make_filter(const arguments& given, const std::optional<baseline>& known, judging_run& run)
{
    finding_filter::listener told;
    if (run.tells_details())
        told = [&run](const std::string& path, const diagnostic& finding, std::string_view why) {
            run.tell_detail(fmt::format("ignored {}:{}:{}: [{}] {} ({})", path, finding.position.line,
                                        finding.position.column, finding.rule, finding.message, why));
        };
    return {given.ignores, today(), known ? &*known : nullptr,
            given.written_baseline ? std::optional{baseline{}} : std::nullopt, std::move(told)};
}

void tell_of_filter(const finding_filter& filter, files_judge::scope of, judging_run& run)
{
    if (filter.ignored() != 0)
        run.tell(fmt::format("{} ignored, as the configuration says", detail::counted(filter.ignored(), "finding")));
    if (filter.known() != 0)
        run.tell(fmt::format("{} not shown: in the baseline", detail::counted(filter.known(), "finding")));
    if (of == files_judge::scope::some)
        return;
    if (filter.gone() != 0)
        run.tell(fmt::format("{} of the baseline {} gone; write it again", filter.gone(),
                             filter.gone() == 1 ? "is" : "are"));
    for (const ignore& expired : filter.expired())
        run.tell(
            fmt::format("{}: this ignore does not count any more, it has expired ({})", expired.place, expired.reason));
    for (const ignore& unused : filter.unused())
        run.tell_detail(fmt::format("{}: this ignore matched nothing ({})", unused.place, unused.reason));
}

void write_baseline(const baseline& findings, const std::string& path, judging_run& run)
{
    new_file file{path};
    file.out() << findings.text();
    file.flush();
    file.put_in_place();
    run.tell(fmt::format("{} written to {}", detail::counted(findings.size(), "finding"), path));
}

} // namespace

files_judge::files_judge(const arguments& given, judging_run& run)
    : given_{given},
      run_{run},
      engine_{make_engine(given, shown_attendance(given.outputs))},
      known_{given.baseline ? std::optional{baseline::from_file(*given.baseline)} : std::nullopt}
{
}

exit_status files_judge::judge(collected_files collected, scope of)
{
    note_all(collected, run_);
    finding_filter filter = make_filter(given_, known_, run_);
    report_outputs outputs{given_.outputs, given_.fail_on, given_.quiet};
    part_joiner joiner{outputs, given_.options.maximum_diagnostics, filter, run_};
    const std::optional<page_index> pages =
        given_.input.joins_pages ? std::optional<page_index>{std::in_place, collected.files, given_.input}
                                 : std::nullopt;
    judging files{given_.jobs, given_.input, engine_, pages ? &*pages : nullptr, joiner, run_};
    for (const collected_file& file : collected.files) {
        files.add(file);
        if (!std::cout)
            return exit_status::failure;
    }
    files.finish();
    {
        const auto lock = run_.progress().hold();
        outputs.finish();
    }
    if (filter.written())
        write_baseline(*filter.written(), *given_.written_baseline, run_);
    if (!given_.quiet) {
        tell_of_filter(filter, of, run_);
        for (const std::string& path : collected.left_out)
            run_.tell_detail("left out " + path);
        if (!collected.left_out.empty())
            run_.tell(fmt::format("{} in folders left out: not called *.json, *.http, *.har, *.ndjson, "
                                  "*.jsonl or *.gz, and not beginning like a payload",
                                  detail::counted(collected.left_out.size(), "file")));
    }
    return outputs.status();
}

exit_status judge_files(const arguments& given)
{
    judging_run run{given};
    if (given.configuration)
        run.tell_detail(fmt::format("configuration {}", *given.configuration));
    files_judge files{given, run};
    if (given.watch)
        watch_files(given, files);
    collected_files collected = collect_files(given.paths, given.patterns, given.inputs);
    leave_out_reports(collected.files, given.outputs);
    const exit_status status = files.judge(std::move(collected));
    if (given.statistics)
        run.tell_statistics();
    return status;
}

} // namespace rollcall::program
