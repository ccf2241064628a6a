#include "benchmark_report.hpp" // benchmark_report
#include "measure_case.hpp"     // measure_case

#include <CLI/CLI.hpp> // CLI::App

#include <algorithm> // std::find
#include <exception> // std::exception
#include <iostream>  // std::cout, std::cerr
#include <stdexcept> // std::invalid_argument
#include <string>    // std::string
#include <vector>    // std::vector

// The program rollcall-bench. It runs itself for each case (--case), so that none finds the memory as another left it,
// and lets these processes take turns.

namespace {

using namespace rollcall::bench;

struct part {
    std::string name;
    void (benchmark_report::*measure)();
};

const std::vector<part> parts{
    {"cases", &benchmark_report::measure_cases},         {"layouts", &benchmark_report::measure_layouts},
    {"defects", &benchmark_report::measure_defects},     {"sizes", &benchmark_report::measure_sizes},
    {"compiling", &benchmark_report::measure_compiling}, {"files", &benchmark_report::measure_files},
};

void write_report(const report_settings& settings, const std::vector<std::string>& chosen)
{
    benchmark_report report{settings, std::cout};
    report.write_circumstances();
    for (const part& each : parts)
        if (std::find(chosen.begin(), chosen.end(), each.name) != chosen.end()) {
            (report.*each.measure)();
            std::cout.flush();
        }
    report.write_demands();
}

} // namespace

int main(int argument_count, char** arguments)
{
    CLI::App app{"Measures what judging, reading and writing cost, and what others do it at.", "rollcall-bench"};
    report_settings report;
    case_settings settings;
    std::vector<std::string> names;
    names.reserve(parts.size());
    for (const part& each : parts)
        names.push_back(each.name);
    std::vector<std::string> chosen{names.begin(), names.end() - 1};
    app.add_option("--parts", chosen, "What to measure; default: all but files, which writes two large ones")
        ->delimiter(',')
        ->check(CLI::IsMember(names));
    bool is_quick = false;
    app.add_flag("--quick", is_quick, "Measure only the first part, cases");
    app.add_option("--records", report.records, "Records of a payload; at least 100, but for --case")
        ->check(CLI::Range(std::size_t{1}, std::size_t{10'000'000}))
        ->capture_default_str();
    app.add_option("--rounds", report.rounds, "How often the cases' processes are started anew")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_option("--turns", report.turns, "How often a case is measured in a round")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_option("--file-size", report.file_bytes, "Size of each of them, such as 1GB")
        ->transform(CLI::AsSizeValue{true})
        ->capture_default_str();

    std::vector<std::string> case_names;
    for (const benchmark_case& each : benchmark_cases())
        case_names.emplace_back(each.name);
    std::string case_name;
    auto* const of_case = app.add_option_group("One case", "Measures one case in this process, for a profiler");
    auto* const named = of_case->add_option("--case", case_name, "The case; prints Google Benchmark's JSON")
                            ->check(CLI::IsMember(case_names));
    of_case->add_option("--payloads", settings.payloads, "How many payloads")->needs(named)->capture_default_str();
    of_case->add_option("--broken", settings.payload.broken_per_million, "How many of a million records are broken")
        ->needs(named)
        ->capture_default_str();
    bool is_indented = false;
    of_case->add_flag("--indented", is_indented, "One property a line")->needs(named);
    of_case
        ->add_flag("--awaits-baton", settings.awaits_baton, "Standard input is a socket that says when to take a turn")
        ->needs(named);
    try {
        app.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }

    try {
        if (case_name.empty()) {
            if (report.records < 100)
                throw std::invalid_argument{"--records " + std::to_string(report.records) +
                                            " are too few to break 1 % of them: give at least 100"};
            write_report(report, is_quick ? std::vector{names.front()} : chosen);
            return 0;
        }
        settings.payload.records = report.records;
        settings.turns = report.turns;
        if (is_indented)
            settings.payload.layout = payload_layout::indented;
        const benchmark_case& measured = *find_case(case_name);
        if (!measured.prepare) {
            std::cerr << "rollcall-bench: " << case_name << " needs what apt-get install " << measured.package
                      << " installs; then configure and build again\n";
            return 2;
        }
        measure_case(measured, settings, std::cout);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "rollcall-bench: " << error.what() << '\n';
        return 2;
    }
}
