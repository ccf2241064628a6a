#include "measure_case.hpp"

#include "payload_set.hpp"    // payload_set
#include "processor_time.hpp" // used_seconds

#include <benchmark/benchmark.h>

#include <ostream>   // std::ostream
#include <stdexcept> // std::runtime_error
#include <string>    // std::string

namespace rollcall::bench {

namespace {

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

    const payload_set payloads{measured, settings.payload, settings.payloads};
    const double begin = used_seconds();
    const std::size_t right = payloads.run();
    const double first_run = used_seconds() - begin;
    const bool are_good = settings.payload.broken_per_million == 0;
    expect(right == payloads.size(), are_good, measured, are_good ? "a good payload" : "a broken payload");

    benchmark::RegisterBenchmark(std::string{measured.name}.c_str(),
                                 [&](benchmark::State& state) {
                                     for ([[maybe_unused]] auto each_time : state)
                                         benchmark::DoNotOptimize(payloads.run());
                                     state.counters["bytes"] = static_cast<double>(payloads.bytes());
                                     state.counters["records"] = static_cast<double>(payloads.records());
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
