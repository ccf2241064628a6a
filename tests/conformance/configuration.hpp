#pragma once

#include "limit_options.hpp" // deepest_payload

#include <rollcall/vocabulary.hpp> // property, additional_properties, schema_of

#include <array>       // std::array
#include <cstdint>     // std::int32_t
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

// The file rollcall.json, as it is read. schema/configuration.json describes it.

namespace rollcall::program {

/// Severities by rule id, each as JSON.
struct configured_severities {
    additional_properties<owning> additionalProperties{};

    BOOST_DESCRIBE_CLASS(configured_severities, (), (), (), ())
};

/// Findings that do not count: those that all that is said here is true of.
struct configured_ignore {
    property<std::string> rule;
    property<std::string> path;
    property<std::string> pointer;
    property<std::string> fingerprint;
    property<std::string> reason;
    /// The last day on which it counts.
    property<std::string> expires;
    additional_properties<owning> additionalProperties{};

    BOOST_DESCRIBE_CLASS(configured_ignore, (), (rule, path, pointer, fingerprint, reason, expires), (), ())
};

struct configured_inputs {
    property<std::vector<std::string>> paths;
    property<std::vector<std::string>> include;
    property<std::vector<std::string>> exclude;
    additional_properties<owning> additionalProperties{};

    BOOST_DESCRIBE_CLASS(configured_inputs, (), (paths, include, exclude), (), ())
};

struct configured_output {
    property<std::string> format;
    property<std::string> file;
    additional_properties<owning> additionalProperties{};

    BOOST_DESCRIBE_CLASS(configured_output, (), (format, file), (), ())
};

struct configuration {
    /// Of this file, for editors.
    property<std::string> schemaOfFile;
    property<configured_severities> severities;
    property<std::vector<configured_ignore>> ignores;
    property<configured_inputs> inputs;
    property<std::vector<configured_output>> outputs;
    property<std::string> failOn;
    property<bool> lenient;
    property<std::int32_t> maximumDiagnostics;
    property<std::int32_t> maximumDepth;
    /// Sizes as the command line takes them: `64K`.
    property<std::string> maximumDecompressedSize;
    property<std::string> maximumPipedSize;
    property<std::int32_t> jobs;
    property<std::string> engine;
    property<std::string> schema;
    additional_properties<owning> additionalProperties{};

    BOOST_DESCRIBE_CLASS(configuration, (),
                         (schemaOfFile, severities, ignores, inputs, outputs, failOn, lenient, maximumDiagnostics,
                          maximumDepth, maximumDecompressedSize, maximumPipedSize, jobs, engine, schema),
                         (), ())
};

} // namespace rollcall::program

template <>
struct rollcall::schema_of<rollcall::program::configured_severities> {
    static constexpr std::string_view name = "severities";
    static constexpr std::string_view discriminator_property{};
    static constexpr std::string_view discriminator{};
    static constexpr bool open = true;
    static constexpr std::array<property_schema, 0> properties{};
};

template <>
struct rollcall::schema_of<rollcall::program::configured_ignore> {
    static constexpr std::string_view name = "an item of ignores";
    static constexpr std::string_view discriminator_property{};
    static constexpr std::string_view discriminator{};
    static constexpr bool open = false;
    static constexpr value_constraints not_empty{.minimum_length = 1};
    static constexpr std::array<property_schema, 6> properties{{
        {.name = "rule"},
        {.name = "path", .value = {.constraints = &not_empty}},
        {.name = "pointer"},
        {.name = "fingerprint", .value = {.constraints = &not_empty}},
        {.name = "reason", .value = {.constraints = &not_empty}, .required = true},
        {.name = "expires"},
    }};
};

template <>
struct rollcall::schema_of<rollcall::program::configured_inputs> {
    static constexpr std::string_view name = "inputs";
    static constexpr std::string_view discriminator_property{};
    static constexpr std::string_view discriminator{};
    static constexpr bool open = false;
    static constexpr value_constraints not_empty{.minimum_length = 1};
    static constexpr value_schema item{.constraints = &not_empty};
    static constexpr std::array<property_schema, 3> properties{{
        {.name = "paths", .value = {.items = &item}},
        {.name = "include", .value = {.items = &item}},
        {.name = "exclude", .value = {.items = &item}},
    }};
};

template <>
struct rollcall::schema_of<rollcall::program::configured_output> {
    static constexpr std::string_view name = "an item of outputs";
    static constexpr std::string_view discriminator_property{};
    static constexpr std::string_view discriminator{};
    static constexpr bool open = false;
    static constexpr value_constraints not_empty{.minimum_length = 1};
    static constexpr std::array<property_schema, 2> properties{{
        {.name = "format", .required = true},
        {.name = "file", .value = {.constraints = &not_empty}},
    }};
};

template <>
struct rollcall::schema_of<rollcall::program::configuration> {
    static constexpr std::string_view name = "the configuration";
    static constexpr std::string_view discriminator_property{};
    static constexpr std::string_view discriminator{};
    static constexpr bool open = false;
    static constexpr value_constraints shown_findings{.minimum = 0, .maximum = 1'000'000'000};
    static constexpr value_constraints depths{.minimum = 1, .maximum = program::deepest_payload};
    static constexpr value_constraints threads{.minimum = 1, .maximum = 1024};
    static constexpr std::array<property_schema, 14> properties{{
        {.name = "$schema"},
        {.name = "severities"},
        {.name = "ignores"},
        {.name = "inputs"},
        {.name = "outputs"},
        {.name = "fail-on"},
        {.name = "lenient"},
        {.name = "max-diagnostics", .value = {.constraints = &shown_findings}},
        {.name = "max-depth", .value = {.constraints = &depths}},
        {.name = "max-decompressed-size"},
        {.name = "max-piped-size"},
        {.name = "jobs", .value = {.constraints = &threads}},
        {.name = "engine"},
        {.name = "schema"},
    }};
};
