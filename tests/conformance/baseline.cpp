#include "baseline.hpp"

#include "input_file.hpp" // input_file

#include <rollcall/detail/terminal_text.hpp> // detail::for_terminal
#include <rollcall/detail/utf8.hpp>          // detail::to_valid_utf8
#include <rollcall/read.hpp>                 // read
#include <rollcall/vocabulary.hpp>           // property, schema_of
#include <rollcall/write.hpp>                // detail::write_string

#include <fmt/format.h> // fmt::format

#include <algorithm>  // std::sort
#include <array>      // std::array
#include <cstdint>    // std::int32_t
#include <functional> // std::less
#include <tuple>      // std::tie
#include <vector>     // std::vector

namespace rollcall::program {

/// A baseline file, as it is read.
struct baseline_finding {
    property<std::string> fingerprint;
    property<std::string> path;
    property<std::string> pointer;
    property<std::string> rule;
    property<std::string> message;
    additional_properties<owning> additionalProperties{};

    BOOST_DESCRIBE_CLASS(baseline_finding, (), (fingerprint, path, pointer, rule, message), (), ())
};

struct baseline_document {
    property<std::int32_t> version;
    property<std::vector<baseline_finding>> findings;
    additional_properties<owning> additionalProperties{};

    BOOST_DESCRIBE_CLASS(baseline_document, (), (version, findings), (), ())
};

} // namespace rollcall::program

template <>
struct rollcall::schema_of<rollcall::program::baseline_finding> {
    static constexpr std::string_view name = "a finding of the baseline";
    static constexpr std::string_view discriminator_property{};
    static constexpr std::string_view discriminator{};
    static constexpr bool open = false;
    static constexpr value_constraints not_empty{.minimum_length = 1};
    static constexpr std::array<property_schema, 5> properties{{
        {.name = "fingerprint", .value = {.constraints = &not_empty}, .required = true},
        {.name = "path", .required = true},
        {.name = "pointer", .required = true},
        {.name = "rule", .required = true},
        {.name = "message", .required = true},
    }};
};

template <>
struct rollcall::schema_of<rollcall::program::baseline_document> {
    static constexpr std::string_view name = "a baseline";
    static constexpr std::string_view discriminator_property{};
    static constexpr std::string_view discriminator{};
    static constexpr bool open = false;
    static constexpr value_constraints only_version{.minimum = 1, .maximum = 1};
    static constexpr std::array<property_schema, 2> properties{{
        {.name = "version", .value = {.constraints = &only_version}, .required = true},
        {.name = "findings", .required = true},
    }};
};

namespace rollcall::program {

baseline::baseline(const std::string& path, std::string_view text)
{
    auto read = rollcall::read<baseline_document>(text);
    if (!read.diagnostics.empty()) {
        const diagnostic& first = read.diagnostics.front();
        throw baseline_error{
            fmt::format("{}:{}:{}: this is no baseline that --write-baseline wrote: {}; write it again",
                        detail::for_terminal(path), first.position.line, first.position.column, first.message)};
    }
    for (baseline_finding& finding : *read.value.findings)
        known_.emplace(*finding.fingerprint,
                       known_finding{*finding.path, *finding.pointer, *finding.rule, *finding.message});
}

baseline baseline::from_file(const std::string& path)
{
    try {
        return {path, input_file{path}.text()};
    } catch (const read_error& error) {
        throw baseline_error{fmt::format("the baseline {} {}", detail::for_terminal(path), error.what())};
    }
}

void baseline::add(const std::string& path, const diagnostic& finding)
{
    known_.emplace(finding.fingerprint, known_finding{path, finding.pointer, finding.rule, finding.message});
}

bool baseline_use::take(const std::string& fingerprint)
{
    const std::size_t known = known_ ? known_->count(fingerprint) : 0;
    if (known == 0 || taken_of_[fingerprint] == known)
        return false;
    ++taken_of_[fingerprint];
    ++taken_;
    return true;
}

std::string baseline::text() const
{
    using entry = decltype(known_)::value_type;
    std::vector<const entry*> entries;
    for (const entry& each : known_)
        entries.push_back(&each);
    std::sort(entries.begin(), entries.end(), [](const entry* left, const entry* right) {
        const auto key = [](const entry& each) {
            return std::tie(each.second.path, each.second.pointer, each.second.rule, each.first);
        };
        return key(*left) < key(*right);
    });
    std::string result = "{\n  \"version\": 1,\n  \"findings\": [";
    for (const entry* each : entries) {
        std::string_view separator = each == entries.front() ? "\n    {" : ",\n    {";
        const auto append = [&](std::string_view name, std::string_view value) {
            result += separator;
            detail::write_string(result, name);
            result += ": ";
            detail::write_string(result, detail::to_valid_utf8(value));
            separator = ", ";
        };
        append("path", each->second.path);
        append("pointer", each->second.pointer);
        append("rule", each->second.rule);
        append("fingerprint", each->first);
        append("message", each->second.message);
        result += '}';
    }
    return result + (entries.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

} // namespace rollcall::program
