#pragma once

#include <string_view>

namespace rollcall {

/// A JSON Schema file that types were generated from, carried in the program so that a schema engine needs no files.
struct schema_file {
    /// The name that other schema files refer to it by; its `$id`.
    std::string_view name;
    /// The file, byte for byte.
    std::string_view text;
};

} // namespace rollcall
