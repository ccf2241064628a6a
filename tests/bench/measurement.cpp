#include "measurement.hpp"

#include "child_process.hpp" // run_child
#include "median.hpp"        // median

#include <boost/json/parse.hpp> // boost::json::parse
#include <boost/json/value.hpp> // boost::json::value

#include <iostream>  // std::cerr
#include <stdexcept> // std::runtime_error
#include <string>    // std::string

namespace rollcall::bench {

namespace {

struct samples {
    std::vector<double> seconds;
    std::vector<double> first_run_seconds;
    double bytes = 0;
    double records = 0;
};

/// The command line that makes this program measure one case, as main.cpp reads it.
std::vector<std::string> command_for(const measured_work& work)
{
    const case_settings& settings = work.settings;
    std::vector<std::string> words{"/proc/self/exe",
                                   "--case",
                                   std::string{work.measured->name},
                                   "--records",
                                   std::to_string(settings.payload.records),
                                   "--payloads",
                                   std::to_string(settings.payloads),
                                   "--broken",
                                   std::to_string(settings.payload.broken_per_million),
                                   "--repetitions",
                                   std::to_string(settings.repetitions),
                                   "--minimum-time",
                                   std::to_string(settings.minimum_time)};
    if (settings.payload.layout == payload_layout::indented)
        words.emplace_back("--indented");
    return words;
}

void measure_once(const measured_work& work, samples& taken)
{
    const child_result child = run_child(command_for(work));
    if (child.status != 0)
        throw std::runtime_error{"measuring " + std::string{work.measured->name} + " failed: " + child.standard_error};
    const boost::json::value report = boost::json::parse(child.standard_output);
    for (const boost::json::value& run : report.at("benchmarks").as_array()) {
        // The others sum the repetitions up. Times are in milliseconds.
        if (run.at("run_type") != "iteration")
            continue;
        taken.seconds.push_back(run.at("cpu_time").to_number<double>() * 1e-3);
        taken.first_run_seconds.push_back(run.at("first_run").to_number<double>());
        taken.bytes = run.at("bytes").to_number<double>();
        taken.records = run.at("records").to_number<double>();
    }
}

} // namespace

std::vector<std::optional<measurement>> measure(std::span<const measured_work> works, int rounds)
{
    std::vector<samples> all(works.size());
    for (int round = 1; round <= rounds; ++round)
        for (std::size_t index = 0; index < works.size(); ++index) {
            const benchmark_case& measured = *works[index].measured;
            if (!measured.prepare)
                continue;
            std::cerr << "round " << round << " of " << rounds << ": " << measured.name << '\n';
            measure_once(works[index], all[index]);
        }

    std::vector<std::optional<measurement>> result(works.size());
    for (std::size_t index = 0; index < works.size(); ++index)
        if (const samples& taken = all[index]; !taken.seconds.empty())
            result[index] = {median(taken.seconds), median(taken.first_run_seconds), taken.bytes, taken.records};
    return result;
}

} // namespace rollcall::bench
