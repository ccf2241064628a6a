#include "benchmark_cases.hpp"

#include <algorithm> // std::find_if
#include <array>     // std::to_array

namespace rollcall::bench {

namespace {

#if defined(ROLLCALL_BENCH_HAS_RAPIDJSON)
constexpr auto rapidjson_judging = &prepare_rapidjson;
#else
constexpr decltype(&prepare_rapidjson) rapidjson_judging = nullptr;
#endif
#if defined(ROLLCALL_BENCH_HAS_SIMDJSON)
constexpr auto simdjson_judging = &prepare_simdjson_judging;
constexpr auto simdjson_reading = &prepare_simdjson_reading;
#else
constexpr decltype(&prepare_simdjson_judging) simdjson_judging = nullptr;
constexpr decltype(&prepare_simdjson_reading) simdjson_reading = nullptr;
#endif

constexpr auto cases = std::to_array<benchmark_case>({
    {"tokenizer", "Boost.JSON basic_parser, empty handler", &prepare_tokenizing, {}},
    {"judge", "rollcall: judge (schema and all default rules)", &prepare_judging, {}, true},
    {"simdjson-judge", "simdjson on-demand, schema checks by hand", simdjson_judging, "libsimdjson-dev", true},
    {"rapidjson", "RapidJSON, streaming schema", rapidjson_judging, "rapidjson-dev", true},
    {"valijson", "Boost.JSON tree + valijson", &prepare_valijson, {}, true},
    {"read", "rollcall: read, owning strings", &prepare_reading, {}, true},
    {"read-borrowed", "rollcall: read, borrowed strings", &prepare_borrowed_reading, {}, true},
    {"simdjson-read", "simdjson on-demand by hand, owning strings", simdjson_reading, "libsimdjson-dev", true},
    {"tree", "Boost.JSON tree, default memory", &prepare_tree, {}},
    {"tree-monotonic", "Boost.JSON tree, monotonic memory, kept", &prepare_monotonic_tree, {}},
    {"write", "rollcall: write", &prepare_writing, {}},
    {"serialize", "Boost.JSON serialize, of a tree", &prepare_serializing, {}},
});

} // namespace

std::span<const benchmark_case> benchmark_cases() noexcept
{
    return cases;
}

const benchmark_case* find_case(std::string_view name) noexcept
{
    const auto found = std::find_if(cases.begin(), cases.end(), [&](const auto& each) { return each.name == name; });
    return found == cases.end() ? nullptr : &*found;
}

} // namespace rollcall::bench
