#include "comparison.hpp"    // compare
#include "measured_work.hpp" // do_work

#include "child_process.hpp" // run_child

#include <boost/version.hpp> // BOOST_LIB_VERSION

#include <charconv>     // std::from_chars
#include <exception>    // std::exception
#include <filesystem>   // std::filesystem
#include <fstream>      // std::ifstream, std::ofstream
#include <iostream>     // std::cout, std::cerr
#include <iterator>     // std::istreambuf_iterator
#include <stdexcept>    // std::runtime_error
#include <string>       // std::string
#include <system_error> // std::system_error
#include <vector>       // std::vector

// How many instructions a record takes: a number that does not depend on how fast the machine is and what else it does.
//   rollcall-instructions check FILE    holds it against what is recorded in the file
//   rollcall-instructions record FILE   records it
//   rollcall-instructions work NAME N   does the work over N records; this is what runs under valgrind

#if defined(__has_feature)
#define ROLLCALL_HAS_FEATURE(name) __has_feature(name)
#else
#define ROLLCALL_HAS_FEATURE(name) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || ROLLCALL_HAS_FEATURE(address_sanitizer) ||        \
    ROLLCALL_HAS_FEATURE(memory_sanitizer) || ROLLCALL_HAS_FEATURE(thread_sanitizer)
#define ROLLCALL_IS_SANITIZED 1
#else
#define ROLLCALL_IS_SANITIZED 0
#endif

namespace {

using namespace rollcall::instructions;
using rollcall::bench::child_result;
using rollcall::bench::run_child;

enum exit_status { success = 0, failure = 1, wrong_usage = 2, skipped = 77 };

/// What the counts depend on.
const std::string compiled_with = ROLLCALL_COMPILER ", Boost " BOOST_LIB_VERSION ", " ROLLCALL_PROCESSOR;

/// Counts the instructions of the work itself, without what makes it ready.
std::int64_t count_instructions(std::string_view work, std::size_t records)
{
    // The C library chooses by processor how it copies and compares; left without a choice, it does the same
    // everywhere.
    std::string one_choice = "GLIBC_TUNABLES=glibc.cpu.hwcaps=";
    for (const std::string_view feature :
         {"AVX", "AVX2", "AVX_Fast_Unaligned_Load", "AVX512F", "AVX512VL", "AVX512BW", "BMI1", "BMI2", "ERMS", "FSRM",
          "LZCNT", "MOVBE", "POPCNT", "RTM", "SSE4_1", "SSE4_2", "SSSE3"})
        (one_choice += '-').append(feature) += ',';
    one_choice += ":glibc.cpu.x86_non_temporal_threshold=0x40000000";
    const std::string program = std::filesystem::read_symlink("/proc/self/exe").string();
    const child_result run = run_child({"valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                                        "--toggle-collect=" + std::string{counted_function}, program, "work",
                                        std::string{work}, std::to_string(records)},
                                       {.environment = std::vector{one_choice}});
    const auto count = collected_in(run.standard_error);
    if (run.status != 0 || !count || *count == 0)
        throw std::runtime_error{"counting " + std::string{work} + " with valgrind failed:\n" + run.standard_error};
    return *count;
}

/// Twice as many records less as many: what is done only once goes away.
counts count_all()
{
    constexpr std::size_t records = 500;
    counts result;
    for (const std::string_view work : work_names) {
        const std::int64_t once = count_instructions(work, records);
        const std::int64_t twice = count_instructions(work, 2 * records);
        result[std::string{work}] = (twice - once) / static_cast<std::int64_t>(records);
    }
    return result;
}

recorded_counts read_recorded(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file)
        throw std::runtime_error{path + " cannot be read"};
    return from_json(std::string{std::istreambuf_iterator<char>{file}, {}});
}

exit_status check(const std::string& path)
{
    if (ROLLCALL_IS_SANITIZED) {
        std::cout << "skipped: valgrind does not run what a sanitizer has compiled\n";
        return skipped;
    }
    const recorded_counts recorded = read_recorded(path);
    const auto expected = recorded.find(compiled_with);
    if (expected == recorded.end()) {
        std::cout << "skipped: nothing is recorded for " << compiled_with
                  << "; to record: " ROLLCALL_RECORD_COMMAND "\n";
        return skipped;
    }
    counts counted;
    try {
        counted = count_all();
    } catch (const std::system_error& error) {
        if (error.code() != std::errc::no_such_file_or_directory)
            throw;
        std::cout << "skipped: " << error.what() << "; apt-get install valgrind\n";
        return skipped;
    }
    const comparison compared = compare(counted, expected->second);
    std::cout << compiled_with << '\n' << compared.text;
    if (compared.is_good)
        return success;
    std::cout << "A record costs more than it did. If that is worth it, record it: " ROLLCALL_RECORD_COMMAND "\n";
    return failure;
}

exit_status record(const std::string& path)
{
    if (ROLLCALL_IS_SANITIZED)
        throw std::runtime_error{"valgrind does not run what a sanitizer has compiled: record with another preset"};
    recorded_counts recorded = read_recorded(path);
    const counts counted = count_all();
    std::cout << compiled_with << '\n' << compare(counted, recorded[compiled_with]).text;
    recorded[compiled_with] = counted;
    std::ofstream file{path, std::ios::binary};
    file << to_json(recorded);
    if (!file.flush())
        throw std::runtime_error{path + " cannot be written"};
    return success;
}

exit_status run(const std::vector<std::string>& words)
{
    if (words.size() == 2 && words[0] == "check")
        return check(words[1]);
    if (words.size() == 2 && words[0] == "record")
        return record(words[1]);
    std::size_t records = 0;
    if (words.size() == 3 && words[0] == "work" &&
        std::from_chars(words[2].data(), words[2].data() + words[2].size(), records).ec == std::errc{}) {
        do_work(words[1], records);
        return success;
    }
    std::cerr << "rollcall-instructions check FILE | record FILE | work NAME RECORDS\n";
    return wrong_usage;
}

} // namespace

int main(int count, char** words)
{
    try {
        return run({words + 1, words + count});
    } catch (const std::exception& error) {
        std::cerr << "rollcall-instructions: " << error.what() << '\n';
        return failure;
    }
}
