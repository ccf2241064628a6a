#include "measure_case.hpp"

#include "baton.hpp"       // await_baton, pass_baton
#include "payload_set.hpp" // payload_set

#include <benchmark/benchmark.h>
#include <unistd.h> // STDIN_FILENO

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

/// The other process has the baton until our turn begins, and again when it has ended.
class turn_taking {
public:
    /// To be made when all is ready for the first turn.
    explicit turn_taking(bool awaits_baton) : awaits_baton_{awaits_baton} { end(); }

    void begin() const
    {
        if (awaits_baton_ && !await_baton(STDIN_FILENO))
            fail();
    }

    void end() const
    {
        if (awaits_baton_ && !pass_baton(STDIN_FILENO))
            fail();
    }

private:
    [[noreturn]] static void fail() { throw std::runtime_error{"the process that takes turns with this one is gone"}; }

    bool awaits_baton_;
};

} // namespace

void measure_case(const benchmark_case& measured, const case_settings& settings, std::ostream& out)
{
    if (measured.judges_by_schema)
        expect_to_find_defects(measured);

    const payload_set payloads{measured, settings.payload, settings.payloads};
    const bool are_good = settings.payload.broken_per_million == 0;
    const std::string payload_name = are_good ? "a good payload" : "a broken payload";
    const turn_taking turns{settings.awaits_baton};
    benchmark::RegisterBenchmark(std::string{measured.name}.c_str(),
                                 [&](benchmark::State& state) {
                                     turns.begin();
                                     std::size_t right = 0;
                                     for ([[maybe_unused]] auto only_time : state)
                                         right = payloads.run();
                                     turns.end();
                                     expect(right == payloads.size(), are_good, measured, payload_name);
                                     state.counters["bytes"] = static_cast<double>(payloads.bytes());
                                     state.counters["records"] = static_cast<double>(payloads.records());
                                 })
        ->Unit(benchmark::kMillisecond)
        ->Iterations(1)
        ->Repetitions(1 + settings.turns);
    benchmark::JSONReporter reporter;
    reporter.SetOutputStream(&out);
    benchmark::RunSpecifiedBenchmarks(&reporter);
}

} // namespace rollcall::bench
