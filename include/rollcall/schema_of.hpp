#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rollcall {

/// A `format` of JSON Schema that is checked on a string.
enum class string_format : std::uint8_t { none, date, uuid };

/// What a schema says about a value beyond its type. Lengths count code points.
struct value_constraints {
    std::optional<double> minimum{};
    std::optional<double> maximum{};
    std::optional<double> exclusive_minimum{};
    std::optional<double> exclusive_maximum{};
    std::optional<std::size_t> minimum_length{};
    std::optional<std::size_t> maximum_length{};
    std::optional<std::size_t> minimum_items{};
    std::optional<std::size_t> maximum_items{};
    string_format format = string_format::none;
};

/// What a schema says about a place that holds a value.
struct value_schema {
    bool nullable = false;
    const value_constraints* constraints = nullptr;
    /// For an array: what holds for each of its items.
    const value_schema* items = nullptr;
};

/// What a schema says about a declared property.
struct property_schema {
    /// The name in the payload.
    std::string_view name;
    value_schema value{};
    /// Whether the property must be there.
    bool required = false;
};

/// What the schema says about a described type. Generated code specialises it; for a described type without a
/// specialisation every described member is a property of the same name that may be null or missing, and the type is
/// open.
template <class T>
struct schema_of;

} // namespace rollcall
