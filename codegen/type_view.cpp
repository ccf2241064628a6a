#include "type_view.hpp"

#include "one_line.hpp" // in_one_line

#include <boost/json/array.hpp>     // boost::json::array
#include <boost/json/object.hpp>    // boost::json::object
#include <boost/json/serialize.hpp> // boost::json::serialize

#include <fmt/format.h>  // fmt::format, fmt::join
#include <fmt/ostream.h> // fmt::print

#include <algorithm>   // std::find, std::max, std::replace_if
#include <array>       // std::array
#include <map>         // std::map
#include <string_view> // std::string_view

namespace rollcall::codegen {

namespace {

bool is_required(const type_outline& type, const property_outline& property)
{
    return std::find(type.required.begin(), type.required.end(), property.name) != type.required.end();
}

/// The types that a value names: by what it is checked, and what it holds.
std::vector<std::string_view> types_named_by(const value_outline& value)
{
    auto names = value.items.empty() ? std::vector<std::string_view>{value.type} : types_named_by(value.items.front());
    if (!value.checks.empty())
        names.emplace_back(value.checks);
    return names;
}

std::vector<std::string> subtypes_of(const type_outlines& types, const type_outline& base)
{
    std::vector<std::string> names;
    for (const auto& type : types) {
        if (type.base == base.name)
            names.push_back(type.name);
    }
    return names;
}

// Table ---------------------------------------------------------------------------------------------------------------

std::string word_for(const type_outline& type)
{
    if (type.shape == type_shape::object)
        return type.open ? "open" : "closed";
    return type.shape == type_shape::enumeration ? "enumeration" : words_for(type.value);
}

std::string_view word_for(const value_outline& value)
{
    if (is_of_any_type(value))
        return "checked";
    return value.nullable ? "null" : "not null";
}

std::string heading_of(const type_outline& type, const type_outlines& types)
{
    auto heading = type.name;
    if (!type.base.empty())
        heading += " : " + type.base;
    heading += ", ";
    heading += word_for(type);
    if (!type.service_type.empty() && type.service_type != type.name)
        heading += ", " + type.service_type;
    if (!type.key.empty())
        heading += fmt::format(", key {}", fmt::join(type.key, " "));
    if (const auto subtypes = subtypes_of(types, type); !subtypes.empty())
        heading += fmt::format(", subtypes {}", fmt::join(subtypes, " "));
    return in_one_line(heading);
}

void write_table(const type_outlines& types, std::ostream& out)
{
    for (const auto& type : types) {
        fmt::print(out, "{}\n", heading_of(type, types));
        std::vector<std::array<std::string, 2>> rows;
        std::array<std::size_t, 2> widths{};
        for (const auto& property : type.properties) {
            auto value = property.value;
            value.nullable = false;
            auto& row = rows.emplace_back(std::array{in_one_line(property.name), in_one_line(words_for(value))});
            for (std::size_t column = 0; column < widths.size(); ++column)
                widths[column] = std::max(widths[column], row[column].size());
        }
        for (std::size_t index = 0; index < rows.size(); ++index)
            fmt::print(out, "  {:<{}}  {:<{}}  {:<8}  {}\n", rows[index][0], widths[0], rows[index][1], widths[1],
                       word_for(type.properties[index].value),
                       is_required(type, type.properties[index]) ? "required" : "optional");
        for (const auto& member : type.members)
            fmt::print(out, "  {}\n", in_one_line(member.text));
        for (const auto& check : type.checks)
            fmt::print(out, "  {}\n", in_one_line(check));
    }
}

// Diagrams ------------------------------------------------------------------------------------------------------------

/// Each type's name in a diagram, where the types' own names have characters of any kind.
std::map<std::string_view, std::string> node_names(const type_outlines& types)
{
    std::map<std::string_view, std::string> names;
    for (const auto& type : types)
        names.emplace(type.name, fmt::format("type{}", names.size()));
    return names;
}

/// Text for a node of the shape `record` or a label, in quotes.
std::string in_dot(std::string_view text)
{
    constexpr std::string_view special = "{}|<>\"\\ ";
    std::string result;
    for (const char character : text) {
        if (static_cast<unsigned char>(character) < 0x20)
            result += ' ';
        else
            result += (special.find(character) == std::string_view::npos ? "" : "\\") + std::string(1, character);
    }
    return result;
}

void write_dot(const type_outlines& types, std::ostream& out)
{
    const auto names = node_names(types);
    out << "digraph types {\n  rankdir=LR;\n  node [shape=record];\n";
    for (const auto& type : types) {
        std::string lines;
        for (const auto& property : type.properties)
            lines += in_dot(fmt::format("{}: {}", property.name, words_for(property.value))) + "\\l";
        for (const auto& member : type.members)
            lines += in_dot(member.text) + "\\l";
        fmt::print(out, "  {} [label=\"{{{}|{}}}\"];\n", names.at(type.name), in_dot(type.name), lines);
    }
    for (const auto& type : types) {
        if (const auto base = names.find(type.base); base != names.end())
            fmt::print(out, "  {} -> {} [arrowhead=empty];\n", names.at(type.name), base->second);
        for (const auto& property : type.properties) {
            for (const auto name : types_named_by(property.value)) {
                if (const auto target = names.find(name); target != names.end())
                    fmt::print(out, "  {} -> {} [label=\"{}\", arrowhead=vee, style=dashed];\n", names.at(type.name),
                               target->second, in_dot(property.name));
            }
        }
    }
    out << "}\n";
}

std::string in_mermaid(std::string_view text)
{
    std::string result{text};
    std::replace_if(
        result.begin(), result.end(),
        [](char character) {
            constexpr std::string_view harmless = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.- ";
            return static_cast<unsigned char>(character) < 0x80 && harmless.find(character) == std::string_view::npos;
        },
        '_');
    return result;
}

void write_mermaid(const type_outlines& types, std::ostream& out)
{
    const auto names = node_names(types);
    out << "classDiagram\n";
    for (const auto& type : types) {
        fmt::print(out, "  class {}[\"{}\"] {{\n", names.at(type.name), in_mermaid(type.name));
        if (type.shape == type_shape::enumeration)
            out << "    <<enumeration>>\n";
        if (type.shape == type_shape::checked_value)
            out << "    <<value>>\n";
        for (const auto& property : type.properties)
            fmt::print(out, "    {} {}\n", in_mermaid(property.name), in_mermaid(words_for(property.value)));
        for (const auto& member : type.members)
            fmt::print(out, "    {}\n", in_mermaid(member.text));
        out << "  }\n";
    }
    for (const auto& type : types) {
        if (const auto base = names.find(type.base); base != names.end())
            fmt::print(out, "  {} <|-- {}\n", base->second, names.at(type.name));
        for (const auto& property : type.properties) {
            for (const auto name : types_named_by(property.value)) {
                if (const auto target = names.find(name); target != names.end())
                    fmt::print(out, "  {} ..> {} : {}\n", names.at(type.name), target->second,
                               in_mermaid(property.name));
            }
        }
    }
}

// JSON ----------------------------------------------------------------------------------------------------------------

boost::json::array json_of(const std::vector<std::string>& names)
{
    boost::json::array array;
    for (const auto& name : names)
        array.emplace_back(name);
    return array;
}

boost::json::object json_of(const value_outline& value)
{
    boost::json::object object{{"type", value.type}};
    if (!is_of_any_type(value))
        object["nullable"] = value.nullable;
    if (!value.checks.empty())
        object["checks"] = value.checks;
    if (!value.service_type.empty())
        object["serviceType"] = value.service_type;
    if (value.is_union)
        object["subtypes"] = json_of(value.subtypes);
    if (!value.items.empty())
        object["items"] = json_of(value.items.front());
    return object;
}

boost::json::object json_of(const type_outline& type)
{
    boost::json::object object{{"name", type.name}};
    if (!type.service_type.empty())
        object["serviceType"] = type.service_type;
    if (type.shape == type_shape::enumeration) {
        boost::json::array members;
        for (const auto& member : type.members)
            members.emplace_back(member.text);
        object["members"] = std::move(members);
        return object;
    }
    if (type.shape == type_shape::checked_value) {
        object["value"] = json_of(type.value);
        object["checks"] = json_of(type.checks);
        return object;
    }
    if (!type.base.empty())
        object["base"] = type.base;
    object["open"] = type.open;
    object["key"] = json_of(type.key);
    boost::json::array properties;
    for (const auto& property : type.properties)
        properties.push_back(boost::json::object{
            {"name", property.name}, {"required", is_required(type, property)}, {"value", json_of(property.value)}});
    object["properties"] = std::move(properties);
    return object;
}

void write_json(const type_outlines& types, std::ostream& out)
{
    boost::json::array array;
    for (const auto& type : types)
        array.push_back(json_of(type));
    out << boost::json::serialize(boost::json::object{{"types", std::move(array)}}) << '\n';
}

} // namespace

void write_types(const type_outlines& types, view_format format, std::ostream& out)
{
    switch (format) {
    case view_format::table:
        write_table(types, out);
        break;
    case view_format::dot:
        write_dot(types, out);
        break;
    case view_format::mermaid:
        write_mermaid(types, out);
        break;
    case view_format::json:
        write_json(types, out);
        break;
    }
}

} // namespace rollcall::codegen
