#include "type_outline.hpp"

#include "json_node.hpp" // json_node

#include <fmt/format.h> // fmt::format
#include <fmt/ranges.h> // fmt::join

#include <algorithm>   // std::copy_if
#include <iterator>    // std::back_inserter
#include <string_view> // std::string_view

namespace rollcall::codegen {

namespace {

constexpr std::string_view any_value = "any value";

std::string_view name_of(value_kind kind)
{
    switch (kind) {
    case value_kind::boolean:
        return "boolean";
    case value_kind::int32:
        return "int32";
    case value_kind::int64:
        return "int64";
    case value_kind::number:
        return "number";
    case value_kind::string:
        return "string";
    case value_kind::date_time:
        return "date-time";
    case value_kind::enumeration:
        return "enumeration";
    case value_kind::object:
    case value_kind::polymorphic:
        return "object";
    case value_kind::any_value:
        return any_value;
    case value_kind::array:
        break;
    }
    return "collection";
}

value_outline outline_of(const value_type& value)
{
    value_outline result{.type = std::string{name_of(value.kind)},
                         .nullable = value.nullable,
                         .service_type = value.service_type,
                         .limits = value.limits,
                         .is_union = value.kind == value_kind::polymorphic};
    if (value.enumeration)
        result.type = value.enumeration->name;
    if (value.checked)
        result.checks = value.checked->name;
    if (value.object)
        result.type = value.object->name;
    for (const auto* subtype : value.derived)
        result.subtypes.push_back(subtype->name);
    if (value.items)
        result.items.push_back(outline_of(*value.items));
    return result;
}

outline_place place_of(const json_node& schema, const std::string& folder)
{
    const bool needs_slash = !folder.empty() && folder.back() != '/' && folder.back() != ':';
    return {folder + (needs_slash ? "/" : "") + schema.file, schema.pointer, schema.line};
}

type_outline outline_of(const object_type& type, const std::string& folder)
{
    type_outline result{.name = type.name,
                        .service_type = type.service_type,
                        .place = place_of(*type.schema, folder),
                        .base = type.base ? type.base->name : "",
                        .open = type.open,
                        .discriminator_property = type.discriminator_property,
                        .discriminator = type.discriminator,
                        .key = type.key};
    std::copy_if(type.required.begin(), type.required.end(), std::back_inserter(result.required),
                 [&](const std::string& name) { return name != type.discriminator_property; });
    for (const auto& property : type.properties)
        result.properties.push_back({.name = property.name,
                                     .cpp_name = property.cpp_name,
                                     .value = outline_of(property.value),
                                     .place = place_of(*property.schema, folder)});
    return result;
}

type_outline outline_of(const checked_type& type, const std::string& folder)
{
    type_outline result{.name = type.name,
                        .shape = type_shape::checked_value,
                        .place = place_of(*type.schema, folder),
                        .value = outline_of(type.value)};
    // Many types may have checks beside the same plain one of the service's.
    if (is_of_any_type(result.value))
        result.service_type = type.service_type;
    for (const auto& function : type.checks.functions) {
        for (const auto& call : function.calls)
            result.checks.push_back(
                fmt::format("{}: {}({})", function.name, call.function, fmt::join(call.arguments, ", ")));
    }
    return result;
}

} // namespace

type_outlines outlines_of(const type_model& model, const std::string& folder)
{
    type_outlines result;
    for (const auto& type : model.objects)
        result.push_back(outline_of(*type, folder));
    for (const auto& type : model.enumerations)
        result.push_back({.name = type->name,
                          .service_type = type->service_type,
                          .shape = type_shape::enumeration,
                          .place = place_of(*type->schema, folder),
                          .members = type->members});
    for (const auto& type : model.checked_values)
        result.push_back(outline_of(*type, folder));
    return result;
}

std::string words_for(const value_outline& value)
{
    std::string words = value.items.empty() ? value.type : "collection of " + words_for(value.items.front());
    if (value.is_union)
        words += " or a derived type";
    if (!value.checks.empty())
        words = is_of_any_type(value) ? value.checks : fmt::format("{} ({})", value.checks, words);
    if (value.nullable)
        words += " or null";
    return words;
}

bool is_of_any_type(const value_outline& value)
{
    return value.type == any_value;
}

} // namespace rollcall::codegen
