#pragma once

#include "type_model.hpp" // type_model

#include <string>      // std::string
#include <string_view> // std::string_view
#include <utility>     // std::pair
#include <vector>      // std::vector

namespace rollcall::codegen {

class error_list;

/// A `oneOf` with its discriminator, as it was read.
struct union_use {
    const json_node* schema = nullptr;
    std::string property_name;
    const object_type* base = nullptr;
    /// The discriminator's value → the type that it names.
    std::vector<std::pair<std::string, const object_type*>> branches;
};

/// What can only be said when all types are known: inheritance, required properties and keys, discriminators, names
/// in C++, and whether every type has a finite value. Marks the properties that need a box.
void check_types(type_model& model, const std::vector<union_use>& unions, std::string_view name_space,
                 error_list& errors);

} // namespace rollcall::codegen
