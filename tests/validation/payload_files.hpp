#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tests {

/// `tests/conformance/payloads`.
[[nodiscard]] std::filesystem::path payload_folder();

/// The payloads below a folder, without their expectations, sorted.
[[nodiscard]] std::vector<std::filesystem::path> payloads_below(const std::filesystem::path& folder);

/// The file beside a payload that says what is to be found in it.
[[nodiscard]] std::filesystem::path expectation_of(const std::filesystem::path& payload);

/// The bytes of a file; fails the test when it cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

} // namespace tests
