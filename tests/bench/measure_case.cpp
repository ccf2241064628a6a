#include "measure_case.hpp"

#include <benchmark/benchmark.h>

#include <algorithm> // std::count
#include <ctime>     // clock_gettime
#include <ostream>   // std::ostream
#include <stdexcept> // std::runtime_error
#include <string>    // std::string
#include <vector>    // std::vector

namespace rollcall::bench {

namespace {

/// The processor time of this process.
double used_seconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void expect(bool verdict, bool expected, const benchmark_case& measured, const std::string& payload_name)
{
    if (verdict != expected)
        throw std::runtime_error{std::string{measured.name} + " takes " + payload_name + " for " +
                                 (verdict ? "right" : "wrong") + ": it does not do the work that it is measured for"};
}

/// A peer that is fast because it does not look is no peer.
void expect_to_find_defects(const benchmark_case& measured)
{
    for (const defect kind : schema_defects()) {
        std::string payload = make_payload({.records = 100, .broken_per_million = 10'000, .defects = {kind}});
        payload.reserve(payload.size() + payload_padding);
        expect(measured.prepare(payload)(), false, measured, "a payload that breaks " + std::string{rule_of(kind)});
    }
}

} // namespace

void measure_case(const benchmark_case& measured, const case_settings& settings, std::ostream& out)
{
    if (measured.judges_by_schema)
        expect_to_find_defects(measured);

    std::vector<std::string> payloads(settings.payloads);
    std::vector<work> works;
    std::size_t bytes = 0;
    for (std::size_t index = 0; index < payloads.size(); ++index) {
        payload_options options = settings.payload;
        options.seed += index;
        std::string& payload = payloads[index];
        payload = make_payload(options);
        payload.reserve(payload.size() + payload_padding);
        bytes += payload.size();
        works.push_back(measured.prepare(payload));
    }

    const double begin = used_seconds();
    const auto right =
        static_cast<std::size_t>(std::count_if(works.begin(), works.end(), [](const work& each) { return each(); }));
    const double first_run = used_seconds() - begin;
    const bool are_good = settings.payload.broken_per_million == 0;
    expect(right == works.size(), are_good, measured, are_good ? "a good payload" : "a broken payload");

    benchmark::RegisterBenchmark(std::string{measured.name}.c_str(),
                                 [&](benchmark::State& state) {
                                     for ([[maybe_unused]] auto each_time : state)
                                         for (const work& each : works)
                                             benchmark::DoNotOptimize(each());
                                     state.counters["bytes"] = static_cast<double>(bytes);
                                     state.counters["records"] =
                                         static_cast<double>(settings.payload.records * settings.payloads);
                                     state.counters["first_run"] = first_run;
                                 })
        ->Unit(benchmark::kMillisecond)
        ->MinTime(settings.minimum_time)
        ->Repetitions(settings.repetitions);
    benchmark::JSONReporter reporter;
    reporter.SetOutputStream(&out);
    benchmark::RunSpecifiedBenchmarks(&reporter);
}

} // namespace rollcall::bench
