#pragma once

#include "schema_folder.hpp" // schema_document

#include <cstdint>     // std::uint64_t
#include <optional>    // std::optional
#include <set>         // std::set
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::codegen {

/// What a place in a payload holds, in the words of the service. Of a collection, `type` and `alternatives` are those
/// of its items.
struct described_value {
    /// `Edm.Int32`, `microsoft.graph.identity`.
    std::string type{};
    bool is_collection = false;
    bool is_nullable = false;
    bool has_nullable_items = false;
    /// The types that may stand in the type's place, by name.
    std::set<std::string> alternatives{};
    std::optional<std::uint64_t> maximum_length{};
};

/// What the schema describes, or nothing when that is no type of the service. A plain value can stand for several
/// primitive types, and counts as `expected` wherever it may: a whole number from 0 to 100 is an `Edm.Int32` as well
/// as an `Edm.Byte`.
[[nodiscard]] std::optional<described_value> describe_value(const json_node& schema, std::string_view expected,
                                                            const std::vector<schema_document>& documents);

} // namespace rollcall::codegen
