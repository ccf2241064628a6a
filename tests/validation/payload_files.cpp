#include "payload_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>

namespace tests {

namespace {

constexpr std::string_view expectation_suffix = ".expected.json";

bool is_expectation(const std::filesystem::path& path)
{
    return path.filename().string().ends_with(expectation_suffix);
}

} // namespace

std::filesystem::path payload_folder()
{
    return std::filesystem::path{ROLLCALL_SOURCE_DIR} / "tests/conformance/payloads";
}

std::vector<std::filesystem::path> payloads_below(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> result;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder})
        if (entry.is_regular_file() && !is_expectation(entry.path()))
            result.push_back(entry.path());
    std::sort(result.begin(), result.end());
    return result;
}

std::filesystem::path expectation_of(const std::filesystem::path& payload)
{
    return payload.parent_path() / (payload.stem().string() + std::string{expectation_suffix});
}

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream stream{path, std::ios::binary};
    REQUIRE_MESSAGE(stream.is_open(), "cannot read ", path.string());
    return {std::istreambuf_iterator<char>{stream}, {}};
}

} // namespace tests
