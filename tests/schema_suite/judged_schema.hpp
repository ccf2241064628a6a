#pragma once

#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace schema_suite {

/// A schema of the suite for which there is a type.
struct judged_schema {
    std::string_view name;
    /// Whether the type has the payload as its member `value`.
    bool is_held;
    /// Whether a payload is what the schema says.
    bool (*is_valid)(std::string_view payload);
};

/// Those that the generator takes, in the order of the suite.
[[nodiscard]] const std::vector<judged_schema>& judged_schemas();

} // namespace schema_suite
