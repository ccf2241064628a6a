#pragma once

#include "schema_error.hpp"  // schema_error
#include "schema_folder.hpp" // schema_document

#include <cstddef> // std::size_t
#include <string>  // std::string
#include <vector>  // std::vector

namespace schema_suite {

/// A payload, and whether it is valid by the schema.
struct suite_case {
    std::string description;
    std::string payload;
    bool is_valid;
};

/// A schema of the suite, with the cases that it is tested by.
struct suite_schema {
    /// The suite's file: `type.json`.
    std::string file;
    std::string description;
    /// What the type is called in C++: the file's name and the schema's number in it.
    std::string name;
    /// As it stands in the suite, which is JSON without the head that a schema file needs.
    std::string text;
    std::vector<suite_case> cases;
};

/// All of the suite, by file. Throws when it cannot be read.
[[nodiscard]] std::vector<suite_schema> read_suite();

/// What the generator makes of a schema.
struct attempt {
    std::vector<rollcall::codegen::schema_document> documents;
    /// Empty when the generator takes the schema.
    std::vector<rollcall::codegen::schema_error> errors;
    /// Whether the schema is a plain value's, which has no type of its own, so that an object has it as `value`.
    bool is_held = false;
};

[[nodiscard]] attempt try_schema(const suite_schema& schema);

/// The object that holds a plain value is called so.
[[nodiscard]] std::string holder_of(const std::string& name);

} // namespace schema_suite
