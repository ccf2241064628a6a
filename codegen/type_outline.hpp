#pragma once

#include "type_model.hpp" // constraints, type_model

#include <cstddef> // std::size_t
#include <string>  // std::string
#include <vector>  // std::vector

namespace rollcall::codegen {

/// What is compared and shown of types, whichever way they were declared. It needs nothing of what it was made from,
/// and types refer to each other by name.

/// Where something is declared.
struct outline_place {
    /// As an error would name it, the folder included.
    std::string file{};
    /// `#/properties/id`; empty where the file is no JSON.
    std::string pointer{};
    /// Counted from 1; 0 where it is not known.
    std::size_t line = 0;
};

/// What a place in a payload holds.
struct value_outline {
    /// `int32`, `string`, … or the name of a type; `collection` where there are items, `any value` where only the
    /// checks know what it may be, null included.
    std::string type{};
    bool nullable = false;
    /// The name of the checked type that it has beside; empty when it has none.
    std::string checks{};
    /// The service's name of a plain value's type: `Edm.Int32`.
    std::string service_type{};
    constraints limits{};
    /// Whether it is a union of types, told apart by name: the type's own, the ones listed, and unknown ones.
    bool is_union = false;
    std::vector<std::string> subtypes{};
    /// One for a collection, none for anything else.
    std::vector<value_outline> items{};
};

struct property_outline {
    /// In the payload.
    std::string name{};
    std::string cpp_name{};
    value_outline value{};
    outline_place place{};
    /// Whether the service says that it will go; schema files do not say so.
    bool is_deprecated = false;
};

enum class type_shape { object, enumeration, checked_value };

struct type_outline {
    std::string name{};
    std::string service_type{};
    type_shape shape = type_shape::object;
    outline_place place{};
    /// Empty when there is none.
    std::string base{};
    bool open = true;
    /// The property that names the type in a payload, and its value there; empty when none does.
    std::string discriminator_property{};
    std::string discriminator{};
    /// Names of the properties that must be there, inherited ones included and the discriminator left out.
    std::vector<std::string> required{};
    std::vector<std::string> key{};
    /// Types that payloads name in its place wherever a property holds it; empty where the properties say so
    /// themselves.
    std::vector<std::string> subtypes{};
    /// What the type declares itself, in the order of declaration.
    std::vector<property_outline> properties{};
    /// Of an enumeration.
    std::vector<enumeration_member> members{};
    /// Of a checked value: what it holds, and what its checks are, one in each, such as
    /// `check_items: multiple_of("0.01")`.
    value_outline value{};
    std::vector<std::string> checks{};
};

using type_outlines = std::vector<type_outline>;

/// The outlines of a model's types, object types first. `folder` is put before the names of files.
[[nodiscard]] type_outlines outlines_of(const type_model& model, const std::string& folder);

/// In words: `string or null`, `collection of attendanceInterval`, `identity or a derived type`, `label_code (string)`
/// for a string that is checked.
[[nodiscard]] std::string words_for(const value_outline& value);

/// Whether only the checks know what the value may be.
[[nodiscard]] bool is_of_any_type(const value_outline& value);

} // namespace rollcall::codegen
