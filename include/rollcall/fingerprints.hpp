#pragma once

#include <rollcall/report.hpp>

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// What `diagnostic::fingerprint` is. Whoever keeps fingerprints compares them with those of later versions: what goes
// into them, and how, stays as it is.

namespace rollcall::detail {

/// A UUID of version 5 (RFC 4122) for a name, in the namespace of rollcall's fingerprints.
[[nodiscard]] inline std::string fingerprint_of(std::string_view name)
{
    constexpr boost::uuids::uuid fingerprints{
        {0x6e, 0x33, 0x0e, 0xd8, 0xba, 0xd4, 0x43, 0x61, 0x97, 0xb4, 0x32, 0xfe, 0x9f, 0x74, 0x88, 0x50}};
    constexpr std::string_view digits = "0123456789abcdef";
    const boost::uuids::uuid identifier = boost::uuids::name_generator_sha1{fingerprints}(name.data(), name.size());
    std::string text;
    for (const std::uint8_t byte : identifier) {
        if (text.size() == 8 || text.size() == 13 || text.size() == 18 || text.size() == 23)
            text += '-';
        text += digits[byte >> 4];
        text += digits[byte & 0xF];
    }
    return text;
}

/// A JSON Pointer with * for each index.
[[nodiscard]] inline std::string without_indexes(std::string_view pointer)
{
    std::string result;
    while (!pointer.empty()) {
        const std::string_view step = pointer.substr(1, pointer.find('/', 1) - 1);
        const bool is_index = !step.empty() && std::all_of(step.begin(), step.end(), [](char character) {
            return character >= '0' && character <= '9';
        });
        result += '/';
        result += is_index ? "*" : step;
        pointer.remove_prefix(1 + step.size());
    }
    return result;
}

/// What a finding's fingerprint is made of, but for the number of those before it that are alike. Each text stands
/// behind its size, so that no two lists of texts make the same name.
[[nodiscard]] inline std::string name_to_fingerprint(const diagnostic& finding)
{
    std::string name;
    const auto add = [&](std::string_view text) {
        name += std::to_string(text.size());
        name += ':';
        name += text;
        name += ',';
    };
    add(finding.rule);
    add(without_indexes(finding.pointer));
    add(finding.entity);
    add(finding.found.empty() ? finding.expected : finding.found);
    return name;
}

} // namespace rollcall::detail

namespace rollcall {

/// Gives the diagnostics of a payload their `diagnostic::fingerprint`, in the order in which they were found. Costs
/// some 2 µs each, and 40 bytes for each that is like no other.
class fingerprinting {
public:
    void add_to(std::vector<diagnostic>& next)
    {
        for (diagnostic& finding : next) {
            std::string name = detail::name_to_fingerprint(finding);
            const std::size_t before = alike_[std::hash<std::string>{}(name)]++;
            finding.fingerprint = detail::fingerprint_of(name += std::to_string(before));
        }
    }

private:
    /// How many there were so far, by the hash of what they are alike in.
    std::unordered_map<std::size_t, std::size_t> alike_;
};

/// The same for a whole verdict.
inline void add_fingerprints(report& verdict)
{
    fingerprinting{}.add_to(verdict.diagnostics);
}

} // namespace rollcall
