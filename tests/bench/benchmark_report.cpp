#include "benchmark_report.hpp"

#include "benchmark_cases.hpp"   // benchmark_cases
#include "build_information.hpp" // compiler_name
#include "child_process.hpp"     // run_child
#include "compile_cost.hpp"      // compile_cost
#include "measurement.hpp"       // measure
#include "median.hpp"            // median, median_ratio
#include "payload_generator.hpp" // write_payload
#include "table.hpp"             // table
#include "temporary_folder.hpp"  // temporary_folder

#include <algorithm>   // std::max
#include <chrono>      // std::chrono
#include <fstream>     // std::ifstream, std::ofstream
#include <iostream>    // std::cerr
#include <map>         // std::map
#include <optional>    // std::optional
#include <span>        // std::span
#include <stdexcept>   // std::runtime_error
#include <string_view> // std::string_view
#include <thread>      // std::thread::hardware_concurrency

namespace rollcall::bench {

namespace {

/// What stands behind the first `separator` of the first line of a file that begins with `name`.
std::string value_in_file(const char* path, std::string_view name, char separator)
{
    std::ifstream file{path};
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(name)) {
            const std::size_t begin = line.find_first_not_of(" \t\"", line.find(separator) + 1);
            const std::size_t end = line.find_last_not_of(" \t\"");
            return begin == std::string::npos ? std::string{} : line.substr(begin, end - begin + 1);
        }
    return "unknown";
}

std::string today()
{
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
    const auto two_digits = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(static_cast<int>(date.year())) + '-' + two_digits(static_cast<unsigned>(date.month())) + '-' +
           two_digits(static_cast<unsigned>(date.day()));
}

measured_work work_on(std::string_view name, const payload_options& payload, std::size_t payloads = 1)
{
    return {find_case(name), {.payload = payload, .payloads = payloads}};
}

/// By the names of the cases; without peers that are not installed.
using measurements = std::map<std::string_view, measurement>;

/// The first is the tokenizer, which the others are held against.
measurements measure_and_write(const std::vector<std::string_view>& names, const report_settings& settings,
                               const payload_options& payload, std::ostream& out)
{
    std::vector<measured_work> works;
    works.reserve(names.size());
    for (const std::string_view name : names)
        works.push_back(work_on(name, payload));
    const auto taken = measure(works, {settings.rounds, settings.turns});

    measurements result;
    table shown{{"", "MB/s", "first run", "ns per record", "of the tokenizer"}};
    for (std::size_t index = 0; index < works.size(); ++index) {
        const benchmark_case& measured = *works[index].measured;
        if (const auto& each = taken[index]) {
            result.emplace(measured.name, *each);
            shown.rows.push_back({std::string{measured.title}, grouped(each->speed()), grouped(each->first_run_speed()),
                                  grouped(each->nanoseconds_per_record()),
                                  decimal(time_ratio(*taken.front(), *each), 3)});
        } else {
            shown.rows.push_back(
                {std::string{measured.title} + " — not installed: apt-get install " + std::string{measured.package}, "",
                 "", "", ""});
        }
    }
    write(shown, out);
    return result;
}

/// Gives the number of records.
std::size_t write_file(const std::string& path, const payload_options& options)
{
    std::cerr << "writing " << path << '\n';
    std::ofstream file{path, std::ios::binary};
    const std::size_t records = write_payload(options, [&](std::string_view piece) { file << piece; });
    if (!file.flush())
        throw std::runtime_error{path + " cannot be written; TMPDIR can name a folder with more room"};
    return records;
}

child_result judge_file(const std::string& path, const char* jobs, const child_settings& settings)
{
    std::cerr << "judging " << path << " with --jobs " << jobs << '\n';
    child_result judged = run_child({ROLLCALL_VALIDATE, "--jobs", jobs, path}, settings);
    if (judged.status != 0)
        throw std::runtime_error{"rollcall-validate does not take a good payload for one:\n" + judged.standard_output +
                                 judged.standard_error};
    return judged;
}

} // namespace

void benchmark_report::write_circumstances()
{
    out_ << today() << ", " << value_in_file("/proc/cpuinfo", "model name", ':') << ", "
         << std::thread::hardware_concurrency() << " cores, " << value_in_file("/etc/os-release", "PRETTY_NAME", '=')
         << ", " << compiler_name << ' ' << compiler_flags << "\n";
}

void benchmark_report::measure_cases()
{
    const payload_options payload{.records = settings_.records};
    out_ << "\n## A compact collection of " << grouped(static_cast<double>(payload.records))
         << " records, in memory\n\n"
            "One thread, each case in a process of its own; these take "
         << settings_.rounds * settings_.turns
         << " turns. The median; ratios are of each turn. The first run has to get its memory from the system.\n\n";
    std::vector<std::string_view> names;
    for (const benchmark_case& each : benchmark_cases())
        names.push_back(each.name);
    const measurements taken = measure_and_write(names, settings_, payload, out_);
    const auto ask = [&](std::string_view ours, std::string_view theirs, double factor, const std::string& what) {
        const auto theirs_taken = taken.find(theirs);
        demands_.push_back({what,
                            theirs_taken == taken.end()
                                ? std::nullopt
                                : std::optional{time_ratio(theirs_taken->second, taken.at(ours))},
                            true, factor});
    };
    ask("judge", "tokenizer", 0.60, "judging, of the tokenizer's speed");
    ask("judge", "simdjson-judge", 1, "judging, of simdjson by hand");
    ask("judge", "valijson", 20, "judging, of tree + valijson");
    ask("judge", "rapidjson", 15, "judging, of RapidJSON's streaming schema");
    ask("read", "simdjson-read", 1.5, "owning read, of simdjson by hand");
    ask("read-borrowed", "read", 2, "borrowed read, of owning read");
    ask("write", "serialize", 1.5, "writing, of Boost.JSON's serialize");
}

void benchmark_report::measure_layouts()
{
    out_ << "\n## The same records, indented\n\n";
    measure_and_write({"tokenizer", "judge", "simdjson-judge", "read", "read-borrowed", "simdjson-read"}, settings_,
                      {.records = settings_.records, .layout = payload_layout::indented}, out_);
}

void benchmark_report::measure_defects()
{
    constexpr std::uint32_t all = 1'000'000;
    constexpr std::size_t parts = 10;
    const std::size_t records = settings_.records;
    const measured_work good = work_on("judge", {.records = records});
    const measured_work few_broken = work_on("judge", {.records = records, .broken_per_million = all / 100});
    const measured_work all_broken = work_on("judge", {.records = records, .broken_per_million = all});
    const measured_work parts_broken = work_on("judge", {.records = records / parts, .broken_per_million = all}, parts);
    // Few broken ones make a difference that is smaller than what one turn differs from the next.
    const int turns_of_few = settings_.turns * 15;
    const auto few = measure(std::vector{good, few_broken}, {settings_.rounds, turns_of_few});
    const auto many = measure(std::vector{good, all_broken, parts_broken}, {settings_.rounds, settings_.turns});

    out_ << "\n## Judging broken records, of every kind of defect in turn\n\n"
            "1 % broken takes "
         << settings_.rounds * turns_of_few << " turns beside good ones, the rest "
         << settings_.rounds * settings_.turns << ". The median; ratios are of each turn.\n\n";
    table shown{{"", "ns per record", "of good ones"}};
    const auto show = [&](const std::string& title, const measurement& taken, const measurement& taken_by_good) {
        shown.rows.push_back(
            {title, grouped(taken.nanoseconds_per_record()), decimal(time_ratio(taken, taken_by_good), 2)});
    };
    show("no record broken", *few[0], *few[0]);
    show("1 % broken", *few[1], *few[0]);
    show("every record broken", *many[1], *many[0]);
    show("every record broken, " + std::to_string(parts) + " collections of " +
             grouped(static_cast<double>(records / parts)),
         *many[2], *many[0]);
    write(shown, out_);
    demands_.push_back({"judging with 1 % broken, time of a good payload", time_ratio(*few[1], *few[0]), false, 1.10});
    demands_.push_back({"judging with all broken, time per record of a tenth of the records",
                        time_ratio(*many[1], *many[2]), false, 1.15});
}

void benchmark_report::measure_sizes()
{
    const std::size_t usual = settings_.records;
    std::vector<measured_work> works;
    for (const std::size_t parts : {std::size_t{100}, std::size_t{10}, std::size_t{1}})
        works.push_back(work_on("judge", {.records = usual / parts}, parts));
    works.push_back(work_on("judge", {.records = usual * 10}));
    const auto taken = measure(works, {settings_.rounds, settings_.turns});
    const measurement& of_usual = *taken[2];

    out_ << "\n## Judging collections of different sizes\n\nSmall ones come in numbers that do not fit a cache.\n\n";
    table shown{{"records", "ns per record", "of " + grouped(static_cast<double>(usual))}};
    double most = 0;
    for (std::size_t index = 0; index < works.size(); ++index) {
        const double ratio = time_ratio(*taken[index], of_usual);
        most = std::max({most, ratio - 1, 1 - ratio});
        shown.rows.push_back({grouped(static_cast<double>(works[index].settings.payload.records)),
                              grouped(taken[index]->nanoseconds_per_record()), decimal(ratio, 2)});
    }
    write(shown, out_);
    demands_.push_back({"cost per record, most that a size differs", most, false, 0.15});
}

void benchmark_report::measure_compiling()
{
    struct compiled {
        std::string title;
        std::string source;
    };
    constexpr std::string_view read_headers =
        "#include <rollcall/model/attendanceRecordCollection.hpp>\n#include <rollcall/read.hpp>\n";
    const std::vector<compiled> headers{
        {"boost/json.hpp, boost/describe.hpp", "#include <boost/describe.hpp>\n#include <boost/json.hpp>\n"},
        {"rollcall/rollcall.hpp", "#include <rollcall/rollcall.hpp>\n"},
        {"rollcall/validate.hpp", "#include <rollcall/validate.hpp>\n"},
        {"rollcall/read.hpp and a type", std::string{read_headers}},
        {"rollcall/write.hpp", "#include <rollcall/write.hpp>\n"},
    };
    const std::vector<compiled> programs{
        {"reading with boost::json::value_to",
         "#include <boost/describe.hpp>\n#include <boost/json.hpp>\n#include <string>\n#include <vector>\n"
         "struct interval { std::string joinDateTime, leaveDateTime; int durationInSeconds; };\n"
         "BOOST_DESCRIBE_STRUCT(interval, (), (joinDateTime, leaveDateTime, durationInSeconds))\n"
         "struct record { std::string id, role; std::vector<interval> attendanceIntervals; };\n"
         "BOOST_DESCRIBE_STRUCT(record, (), (id, role, attendanceIntervals))\n"
         "std::vector<record> read(boost::json::string_view text)\n"
         "{ return boost::json::value_to<std::vector<record>>(boost::json::parse(text)); }\n"},
        {"reading with rollcall::read", std::string{read_headers} +
                                            "using collection = rollcall::model::attendanceRecordCollection;\n"
                                            "rollcall::read_result<collection> read(std::string_view text)\n"
                                            "{ return rollcall::read<collection>(text); }\n"},
        {"judging with rollcall::validate",
         "#include <rollcall/validate.hpp>\n"
         "bool conforms(std::string_view text) { return rollcall::validate(text).conforms(); }\n"},
    };
    const auto measure_and_write = [&](const std::vector<compiled>& all, compilation kind) {
        std::vector<std::vector<double>> seconds(all.size());
        for (int turn = 0; turn < settings_.turns; ++turn)
            for (std::size_t index = 0; index < all.size(); ++index) {
                std::cerr << "compiling: " << all[index].title << '\n';
                seconds[index].push_back(compile_cost(all[index].source, kind));
            }
        table shown{{"", "seconds", "of the first"}};
        std::vector<double> ratios;
        for (std::size_t index = 0; index < all.size(); ++index) {
            ratios.push_back(median_ratio(seconds[index], seconds.front()));
            shown.rows.push_back({all[index].title, decimal(median(seconds[index]), 2), decimal(ratios.back(), 2)});
        }
        write(shown, out_);
        return ratios;
    };
    out_ << "\n## Compiling, in user time\n\nIncluding headers, with -fsyntax-only:\n\n";
    const auto ratios = measure_and_write(headers, compilation::check);
    demands_.push_back({"including rollcall.hpp, time of Boost's two headers", ratios[1], false, 2});
    out_ << "\nA function that uses them, with -O2:\n\n";
    measure_and_write(programs, compilation::optimise);
}

void benchmark_report::measure_files()
{
    const temporary_folder folder;
    const std::string one_payload = (folder.path() / "payload.json").string();
    const std::string lines = (folder.path() / "payloads.ndjson").string();
    const std::size_t records = write_file(one_payload, {.bytes = settings_.file_bytes});
    write_file(lines, {.bytes = settings_.file_bytes, .shape = payload_shape::collection_lines});

    struct judging {
        std::string title;
        std::string file;
        const char* jobs;
    };
    const std::vector<judging> kinds{
        {"one collection, with " + grouped(static_cast<double>(records)) + " ids to remember, --jobs 1", one_payload,
         "1"},
        {"NDJSON, 100 records a line, --jobs 1", lines, "1"},
        {"NDJSON, 100 records a line, --jobs 2", lines, "2"},
    };
    std::vector<double> megabytes_of_memory;
    for (const judging& each : kinds)
        megabytes_of_memory.push_back(
            static_cast<double>(judge_file(each.file, each.jobs, {.watches_memory = true}).most_anonymous_memory) *
            1e-6);
    std::vector<std::vector<double>> seconds(kinds.size());
    for (int turn = 0; turn < settings_.turns; ++turn)
        for (std::size_t index = 0; index < kinds.size(); ++index)
            seconds[index].push_back(judge_file(kinds[index].file, kinds[index].jobs, {}).real_time);

    out_ << "\n## rollcall-validate with files of " << grouped(static_cast<double>(settings_.file_bytes) * 1e-6)
         << " MB\n\nSeconds on the clock, the median of " << settings_.turns << " turns.\n\n";
    table shown{{"", "seconds", "MB/s", "anonymous memory"}};
    for (std::size_t index = 0; index < kinds.size(); ++index) {
        const double usual = median(seconds[index]);
        const double megabytes = static_cast<double>(std::filesystem::file_size(kinds[index].file)) * 1e-6;
        shown.rows.push_back({kinds[index].title, decimal(usual, 2), grouped(megabytes / usual),
                              decimal(megabytes_of_memory[index], 1) + " MB"});
    }
    write(shown, out_);
    demands_.push_back({"memory while a large collection is judged, in MB", megabytes_of_memory.front(), false, 64});
    if (std::thread::hardware_concurrency() > 1)
        demands_.push_back({"NDJSON with --jobs 2, of --jobs 1", median_ratio(seconds[1], seconds[2]), true, 1.8});
}

void benchmark_report::write_demands()
{
    table shown{{"asked for", "measured", "asked", "met"}};
    for (const demand& each : demands_) {
        const bool is_met =
            each.measured && (each.at_least ? *each.measured >= each.asked : *each.measured <= each.asked);
        shown.rows.push_back({each.what, each.measured ? decimal(*each.measured, 2) : "not installed",
                              (each.at_least ? "≥ " : "≤ ") + decimal(each.asked, 2), is_met ? "yes" : "no"});
    }
    out_ << "\n## What is asked for\n\n";
    write(shown, out_);
}

} // namespace rollcall::bench
