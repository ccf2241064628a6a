#include "dialect.hpp"

#include "date_time_pattern.hpp" // date_time_pattern
#include "json_node.hpp"         // json_node
#include "schema_error.hpp"      // error_list

#include <fmt/format.h> // fmt::format

#include <algorithm> // std::any_of, std::count_if, std::find
#include <string>    // std::string
#include <vector>    // std::vector

namespace rollcall::codegen {

namespace {

using keyword_list = std::vector<std::string_view>;

bool contains(const keyword_list& keywords, std::string_view keyword)
{
    return std::find(keywords.begin(), keywords.end(), keyword) != keywords.end();
}

const keyword_list& annotations()
{
    static const keyword_list keywords{"title", "description", "$comment", "examples", "default"};
    return keywords;
}

struct form_description {
    std::string_view words;
    keyword_list keywords;
    /// What a value can be checked by beside its type.
    keyword_list checks{};
};

/// What a value of every plain type can be checked by, and what else.
keyword_list checks_and(std::initializer_list<std::string_view> also)
{
    keyword_list result{"const", "allOf", "anyOf", "oneOf", "not", "if", "then", "else"};
    result.insert(result.end(), also);
    return result;
}

const form_description& describe(schema_form form)
{
    static const form_description reference{"a reference", {"$ref"}};
    static const form_description nullable{"a schema with anyOf", {"anyOf"}};
    static const form_description polymorphic{"a schema with oneOf", {"oneOf", "x-discriminator"}};
    static const form_description object{"an object type",
                                         {"type", "properties", "required", "additionalProperties", "patternProperties",
                                          "allOf", "x-serviceType", "x-key"}};
    static const form_description enumeration{"an enumeration", {"type", "enum", "x-names", "x-serviceType"}};
    static const form_description string{
        "a string", {"type", "minLength", "maxLength", "format", "x-serviceType"}, checks_and({"pattern"})};
    static const form_description integer{
        "an integer",
        {"type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "format", "x-serviceType"},
        checks_and({"enum", "multipleOf"})};
    static const form_description number{
        "a number",
        {"type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "x-serviceType"},
        checks_and({"enum", "multipleOf"})};
    static const form_description boolean{"a boolean", {"type", "x-serviceType"}, checks_and({"enum"})};
    static const form_description array{"an array",
                                        {"type", "items", "minItems", "maxItems", "x-serviceType"},
                                        checks_and({"enum", "contains", "uniqueItems"})};

    switch (form) {
    case schema_form::reference:
        return reference;
    case schema_form::nullable:
        return nullable;
    case schema_form::polymorphic:
        return polymorphic;
    case schema_form::object:
        return object;
    case schema_form::enumeration:
        return enumeration;
    case schema_form::string:
        return string;
    case schema_form::integer:
        return integer;
    case schema_form::number:
        return number;
    case schema_form::boolean:
        return boolean;
    case schema_form::array:
    case schema_form::any_value:
        break;
    }
    return array;
}

bool is_known(std::string_view keyword)
{
    for (int form = 0; form <= static_cast<int>(schema_form::array); ++form) {
        const auto& described = describe(static_cast<schema_form>(form));
        if (contains(described.keywords, keyword) || contains(described.checks, keyword))
            return true;
    }
    return is_annotation(keyword) || keyword == "x-name";
}

void check_annotation(const json_node& schema, const json_node& annotation, error_list& errors)
{
    if (annotation.name == "examples" && !annotation.is_array())
        errors.add(schema, annotation.name, "is no array", "write a list of examples");
    else if (annotation.name != "examples" && annotation.name != "default" && !annotation.is_string())
        errors.add(schema, annotation.name, "is no string", "write a text");
}

/// Whether it is a list of a schema and null.
bool is_choice_with_null(const json_node& choices)
{
    const auto& all = choices.children;
    return all.size() == 2 && is_null_schema(all[0]) != is_null_schema(all[1]);
}

const json_node& other_than_null(const json_node& choices)
{
    return choices.children[is_null_schema(choices.children[0]) ? 1 : 0];
}

/// Whether a list of schemas is about types that have names.
bool names_types(const json_node& schemas)
{
    return std::any_of(schemas.children.begin(), schemas.children.end(),
                       [](const json_node& each) { return each.has("$ref") || each.has("allOf"); });
}

/// Whether several types are listed, or null alone.
bool are_several_types(const json_node& type)
{
    const auto is_null = [](const json_node& each) { return each.is_string("null"); };
    const auto count = type.children.size();
    const auto nulls = std::count_if(type.children.begin(), type.children.end(), is_null);
    return is_null(type) || (nulls <= 1 && (count > 2 || (count == 2 && nulls == 0)));
}

/// Whether a value can be of several types, so that C++ has none for it.
bool is_of_no_type(const json_node& schema)
{
    if (schema.has("$ref"))
        return false;
    if (const json_node* type = schema.find("type")) {
        const auto is_array = [](const json_node& name) { return name.is_string("array"); };
        const bool may_be_array =
            is_array(*type) || std::any_of(type->children.begin(), type->children.end(), is_array);
        const json_node* items = schema.find("items");
        return are_several_types(*type) || (may_be_array && (!items || items->is_array()));
    }
    if (const json_node* choices = schema.find("anyOf"))
        return is_choice_with_null(*choices) ? is_of_no_type(other_than_null(*choices)) : !names_types(*choices);
    if (const json_node* branches = schema.find("oneOf"))
        return !schema.has("x-discriminator") && !names_types(*branches);
    if (const json_node* parts = schema.find("allOf"))
        return !names_types(*parts);
    // A keyword that nothing is checked by, either, is reported where the checks are read.
    return std::any_of(schema.children.begin(), schema.children.end(), [](const json_node& child) {
        const std::string_view name = child.name;
        return !is_annotation(name) && !name.starts_with("x-") && name != "$schema" && name != "$id" &&
               name != "definitions";
    });
}

schema_form plain_form(const json_node& schema, std::string_view type)
{
    if (type == "string")
        return schema.has("enum") ? schema_form::enumeration : schema_form::string;
    if (type == "integer")
        return schema_form::integer;
    if (type == "number")
        return schema_form::number;
    return type == "boolean" ? schema_form::boolean : schema_form::array;
}

/// Whether a check demands nothing by itself, or just what the C++ type sees to.
bool is_said_by_type(const json_node& schema, const json_node& check)
{
    if (check.name == "then" || check.name == "else")
        return true;
    if (check.name == "uniqueItems")
        return check.kind == json_kind::boolean && !check.boolean;
    const json_node* format = schema.find("format");
    return check.name == "pattern" && check.is_string(date_time_pattern) && format && format->is_string("date-time");
}

} // namespace

bool is_null_schema(const json_node& schema)
{
    const json_node* type = schema.find("type");
    return type && type->is_string("null") && schema.children.size() == 1;
}

bool is_annotation(std::string_view keyword)
{
    return contains(annotations(), keyword);
}

std::string advice_for(std::string_view keyword)
{
    if (keyword == "nullable")
        return "write \"type\": [\"…\", \"null\"], or \"anyOf\" of the schema and {\"type\": \"null\"}";
    if (keyword == "discriminator")
        return "write \"x-discriminator\"";
    if (keyword == "$defs")
        return "draft-07 calls it \"definitions\"";
    if (keyword == "id")
        return "draft-07 calls it \"$id\"";
    if (keyword.starts_with("x-"))
        return "the dialect's own keywords are x-serviceType, x-key, x-name, x-names and x-discriminator; correct the "
               "spelling or take it out";
    return "take it out; what it demands can be said in the description";
}

std::optional<schema_form> form_of(const json_node& schema, error_list& errors)
{
    if (!schema.is_object()) {
        const bool is_any = schema.kind == json_kind::boolean;
        errors.add(schema, "", is_any ? "a schema of true or false has no C++ type" : "a schema is a JSON object",
                   is_any ? "say which type the value has, or leave the property undeclared in an open type"
                          : "write the schema as an object");
        return std::nullopt;
    }
    if (schema.has("$ref"))
        return schema_form::reference;
    if (is_of_no_type(schema))
        return schema_form::any_value;
    const bool has_type = schema.has("type");
    const auto type = has_type ? type_of(schema, errors) : std::nullopt;
    if (has_type && !type)
        return std::nullopt;
    if (type && type->name != "object")
        return plain_form(schema, type->name);
    if (schema.has("anyOf"))
        return schema_form::nullable;
    if (schema.has("oneOf"))
        return schema_form::polymorphic;
    if (schema.has("allOf") || type)
        return schema_form::object;
    errors.add(schema, "type", "is missing",
               "say which type the value has; what may hold any value has no C++ type and is left undeclared in an "
               "open type");
    return std::nullopt;
}

void check_keywords(const json_node& schema, schema_form form, schema_place place, error_list& errors)
{
    // Whoever reads the checks knows the keywords.
    if (form == schema_form::any_value)
        return;
    const auto& [words, keywords, checks] = describe(form);
    const bool is_type =
        form == schema_form::object || form == schema_form::enumeration || !checks_beside_type(schema, form).empty();
    for (const auto& child : schema.children) {
        const auto& keyword = child.name;
        if (is_annotation(keyword)) {
            check_annotation(schema, child, errors);
        } else if (contains(keywords, keyword)) {
            if (keyword == "x-serviceType" && (!child.is_string() || child.text.empty()))
                errors.add(schema, keyword, "is no name", "write the service's name of the type as a string");
        } else if (contains(checks, keyword)) {
            // Whoever reads the checks knows what they must be.
        } else if (keyword == "$schema" || keyword == "$id" || keyword == "definitions") {
            if (place != schema_place::file)
                errors.add(schema, keyword, "stands inside of a schema file",
                           "move it to the file's root, or take it out");
        } else if (keyword == "x-name") {
            if (!child.is_string())
                errors.add(schema, keyword, "is no string", "write a C++ name");
            else if (!is_type && place != schema_place::property)
                errors.add(schema, keyword, fmt::format("names nothing: {} here is neither a member nor a type", words),
                           "take it out");
        } else if (!is_known(keyword)) {
            errors.add(schema, keyword, "is not in the dialect", advice_for(keyword));
        } else if (form == schema_form::reference) {
            errors.add(schema, keyword, "stands beside \"$ref\", where draft-07 ignores it",
                       "move it to the schema referred to, or take it out");
        } else {
            errors.add(schema, keyword, fmt::format("does not belong to {}", words),
                       "take it out, or correct the type");
        }
    }
}

std::vector<std::string_view> checks_beside_type(const json_node& schema, schema_form form)
{
    if (form == schema_form::any_value)
        return {};
    const auto& checks = describe(form).checks;
    std::vector<std::string_view> result;
    for (const auto& child : schema.children) {
        if (contains(checks, child.name) && !is_said_by_type(schema, child))
            result.emplace_back(child.name);
    }
    return result;
}

void check_only(const json_node& schema, std::initializer_list<std::string_view> keywords, std::string_view what,
                error_list& errors)
{
    for (const auto& child : schema.children) {
        if (is_annotation(child.name))
            check_annotation(schema, child, errors);
        else if (std::find(keywords.begin(), keywords.end(), child.name) == keywords.end())
            errors.add(schema, child.name, fmt::format("does not belong to {}", what), "take it out");
    }
}

std::optional<declared_type> type_of(const json_node& schema, error_list& errors)
{
    constexpr std::string_view advice = "write one of object, array, string, integer, number, boolean, alone or in a "
                                        "list of two with \"null\"";
    const json_node& type = *schema.find("type");
    std::vector<const json_node*> names;
    bool nullable = false;
    bool is_sound = type.is_string() || (type.is_array() && type.children.size() <= 2);
    const auto add = [&](const json_node& name) {
        if (name.is_string("null") && !nullable && type.is_array())
            nullable = true;
        else
            names.push_back(&name);
    };
    if (type.is_array()) {
        for (const auto& child : type.children)
            add(child);
    } else {
        add(type);
    }
    static const keyword_list types{"object", "array", "string", "integer", "number", "boolean"};
    is_sound = is_sound && names.size() == 1 && names.front()->is_string() && contains(types, names.front()->text);
    if (!is_sound) {
        errors.add(schema, "type", fmt::format("{} is not one type, or one and null", excerpt(type)),
                   std::string{advice});
        return std::nullopt;
    }
    return declared_type{names.front()->text, nullable};
}

std::string_view description_of(const json_node& schema)
{
    for (const auto* keyword : {"description", "title"}) {
        const json_node* text = schema.find(keyword);
        if (text && text->is_string())
            return text->text;
    }
    return {};
}

} // namespace rollcall::codegen
