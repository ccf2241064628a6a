#include "measurement.hpp"

#include "baton.hpp"         // pass_baton, await_baton
#include "child_process.hpp" // child_process

#include <boost/json/parse.hpp> // boost::json::parse
#include <boost/json/value.hpp> // boost::json::value

#include <iostream>  // std::cerr
#include <memory>    // std::unique_ptr
#include <stdexcept> // std::runtime_error
#include <string>    // std::string

namespace rollcall::bench {

namespace {

/// The command line that makes this program measure one case in turn with others, as main.cpp reads it.
std::vector<std::string> command_for(const measured_work& work, int turns)
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
                                   "--turns",
                                   std::to_string(turns),
                                   "--awaits-baton"};
    if (settings.payload.layout == payload_layout::indented)
        words.emplace_back("--indented");
    return words;
}

/// A case that is measured by a process of its own, turn by turn.
class case_process {
public:
    /// Returns when all is ready for the first turn.
    case_process(const measured_work& work, int turns)
        : name_{work.measured->name}, process_{command_for(work, turns), {.has_socket = true}}
    {
        if (!await_baton(process_.socket()))
            throw failure(process_.wait());
    }

    void take_turn()
    {
        if (!pass_baton(process_.socket()) || !await_baton(process_.socket()))
            throw failure(process_.wait());
    }

    /// To be called once, when all turns are taken.
    void add_to(measurement& taken)
    {
        const child_result ended = process_.wait();
        if (ended.status != 0)
            throw failure(ended);
        const boost::json::value report = boost::json::parse(ended.standard_output);
        bool is_first = true;
        for (const boost::json::value& run : report.at("benchmarks").as_array()) {
            // The others sum the turns up. Times are in milliseconds.
            if (run.at("run_type") != "iteration")
                continue;
            (is_first ? taken.first_run_seconds : taken.seconds)
                .push_back(run.at("cpu_time").to_number<double>() * 1e-3);
            taken.bytes = run.at("bytes").to_number<double>();
            taken.records = run.at("records").to_number<double>();
            is_first = false;
        }
    }

private:
    [[nodiscard]] std::runtime_error failure(const child_result& ended) const
    {
        return std::runtime_error{"measuring " + name_ + " failed with status " + std::to_string(ended.status) + ": " +
                                  ended.standard_error};
    }

    std::string name_;
    child_process process_;
};

} // namespace

std::vector<std::optional<measurement>> measure(std::span<const measured_work> works, const repetition& times)
{
    std::vector<std::optional<measurement>> result(works.size());
    for (int round = 1; round <= times.rounds; ++round) {
        std::vector<std::unique_ptr<case_process>> processes(works.size());
        for (std::size_t index = 0; index < works.size(); ++index) {
            const benchmark_case& measured = *works[index].measured;
            if (!measured.prepare)
                continue;
            std::cerr << "round " << round << " of " << times.rounds << ": " << measured.name << " gets ready\n";
            processes[index] = std::make_unique<case_process>(works[index], times.turns);
        }
        std::cerr << "round " << round << " of " << times.rounds << ": turns are taken\n";
        for (int turn = 0; turn <= times.turns; ++turn)
            for (const auto& process : processes)
                if (process)
                    process->take_turn();
        for (std::size_t index = 0; index < works.size(); ++index)
            if (processes[index]) {
                if (!result[index])
                    result[index].emplace();
                processes[index]->add_to(*result[index]);
            }
    }
    return result;
}

} // namespace rollcall::bench
