#pragma once

#include <cstdint>     // std::uint64_t
#include <memory>      // std::unique_ptr, std::shared_ptr
#include <optional>    // std::optional
#include <string>      // std::string
#include <string_view> // std::string_view
#include <utility>     // std::pair
#include <vector>      // std::vector

namespace rollcall::codegen {

struct json_node;
struct checked_type;
struct object_type;

/// What stands between the schema files and the C++ text: the types, with every reference resolved.

enum class value_kind {
    boolean,
    int32,
    int64,
    number,
    string,
    date_time,
    enumeration,
    object,
    polymorphic,
    array,
    /// Of any JSON type, kept as its text.
    any_value,
};

enum class text_format { none, date, uuid };

/// What the schema says about a value beyond its C++ type.
struct constraints {
    std::optional<double> minimum{};
    std::optional<double> maximum{};
    std::optional<double> exclusive_minimum{};
    std::optional<double> exclusive_maximum{};
    std::optional<std::uint64_t> minimum_length{};
    std::optional<std::uint64_t> maximum_length{};
    std::optional<std::uint64_t> minimum_items{};
    std::optional<std::uint64_t> maximum_items{};
    text_format format = text_format::none;

    friend bool operator==(const constraints&, const constraints&) = default;

    [[nodiscard]] bool empty() const { return *this == constraints{}; }
};

/// A member of an enumeration.
struct enumeration_member {
    /// In the payload.
    std::string text;
    std::string cpp_name;
};

struct enumeration_type {
    const json_node* schema = nullptr;
    std::string name;
    /// The schema file, with the place in it unless the type is the file's root.
    std::string source;
    std::string description;
    std::string service_type;
    std::vector<enumeration_member> members;
};

/// A call of a function of `rollcall::checks`.
struct check_call {
    std::string function;
    /// In C++; those that every call has aside.
    std::vector<std::string> arguments{};
    /// Whether the function is another check function instead.
    bool is_own = false;
};

/// A function that checks a value by one schema.
struct check_function {
    std::string name;
    const json_node* schema = nullptr;
    std::vector<check_call> calls{};
};

/// A function that looks for a pattern in a text.
struct pattern_function {
    std::string name;
    /// As Boost.Regex has it.
    std::string expression;
};

/// What a schema demands of a value beyond what a C++ type can say. The first function is that of the schema itself,
/// and calls the others.
struct value_checks {
    std::vector<check_function> functions;
    std::vector<pattern_function> patterns;
};

/// What a place in a payload holds.
struct value_type {
    value_kind kind = value_kind::string;
    bool nullable = false;
    /// The service's name of a plain value's type: `Edm.Int32`.
    std::string service_type{};
    constraints limits{};
    const enumeration_type* enumeration = nullptr;
    /// What the value is checked by beside its type, if it is.
    const checked_type* checked = nullptr;
    /// An object's type; for a polymorphic one the base.
    const object_type* object = nullptr;
    /// What a polymorphic object can be beside its base, in the order of the schema.
    std::vector<const object_type*> derived{};
    std::shared_ptr<const value_type> items{};
};

/// A value that has more to keep to than its type can say, and is checked by its text.
struct checked_type {
    const json_node* schema = nullptr;
    std::string name;
    /// The schema file, with the place in it unless the type is the file's root.
    std::string source;
    std::string description;
    std::string service_type;
    /// Without the checks.
    value_type value;
    value_checks checks;
};

struct property_type {
    const json_node* schema = nullptr;
    /// In the payload.
    std::string name;
    std::string cpp_name;
    std::string description;
    value_type value;
    bool required = false;
    /// Whether the value needs memory of its own, since its type contains the property's.
    bool boxed = false;
};

struct object_type {
    const json_node* schema = nullptr;
    std::string name;
    /// The schema file, with the place in it unless the type is the file's root.
    std::string source;
    std::string description;
    std::string service_type;
    const object_type* base = nullptr;
    /// The property whose constant value says that an object is of this type; empty when none does.
    std::string discriminator_property;
    std::string discriminator;
    bool open = true;
    /// What the type declares itself, the base's properties aside, in the order of the schema.
    std::vector<property_type> properties;
    /// Names of the properties that must be there, inherited ones and the discriminator included.
    std::vector<std::string> required;
    std::vector<std::string> key;
    /// Inherited properties that a closed type lists with an empty schema, for other validators' sake.
    std::vector<const json_node*> repeated;

    /// The base's properties, then its own, each required or not as it is in this type.
    [[nodiscard]] std::vector<property_type> all_properties() const
    {
        auto result = base ? base->all_properties() : std::vector<property_type>{};
        result.insert(result.end(), properties.begin(), properties.end());
        for (auto& property : result) {
            for (const auto& name_of_required : required)
                property.required = property.required || property.name == name_of_required;
        }
        return result;
    }

    /// Its own key, or else its base's.
    [[nodiscard]] const std::vector<std::string>& effective_key() const
    {
        return key.empty() && base ? base->effective_key() : key;
    }
};

struct type_model {
    std::vector<std::unique_ptr<object_type>> objects;
    std::vector<std::unique_ptr<enumeration_type>> enumerations;
    std::vector<std::unique_ptr<checked_type>> checked_values;
    /// Name and text of every schema file.
    std::vector<std::pair<std::string, std::string>> files;
};

} // namespace rollcall::codegen
