#pragma once

#include <cstddef>  // std::size_t
#include <iosfwd>   // std::ostream
#include <optional> // std::optional
#include <string>   // std::string
#include <vector>   // std::vector

// What the program tells: tables of what was measured, and at the end what was asked for beside what is.

namespace rollcall::bench {

struct report_settings {
    /// Of the payload that most is measured with.
    std::size_t records = 100'000;
    int rounds = 3;
    /// Of each round, for works that differ by much; those that differ by few percent take more.
    int turns = 5;
    /// Of each large file.
    std::size_t file_bytes = 1'000'000'000;
};

/// Something that is asked for, and what there is.
struct demand {
    std::string what;
    /// None where a peer is not installed.
    std::optional<double> measured;
    bool at_least;
    double asked;
};

class benchmark_report {
public:
    benchmark_report(const report_settings& settings, std::ostream& out) : settings_{settings}, out_{out} {}

    /// The machine, the compiler and the day.
    void write_circumstances();
    /// Every case over the same bytes.
    void measure_cases();
    /// The same payload with an indented property a line.
    void measure_layouts();
    /// Payloads with broken records.
    void measure_defects();
    /// Payloads of different sizes.
    void measure_sizes();
    /// What including and using the headers costs to compile.
    void measure_compiling();
    /// rollcall-validate with large files: its memory, and what a second thread brings.
    void measure_files();
    /// All that was asked for so far.
    void write_demands();

private:
    report_settings settings_;
    std::ostream& out_;
    std::vector<demand> demands_;
};

} // namespace rollcall::bench
