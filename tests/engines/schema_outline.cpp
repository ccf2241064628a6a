#include "schema_outline.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value_to.hpp>

#include <algorithm> // std::find_if

namespace rollcall::engines {

namespace json = boost::json;

namespace {

constexpr std::string_view file_ending = ".schema.json";

std::string text_of(const json::value& value)
{
    return json::value_to<std::string>(value);
}

bool describes_object(const json::object& schema)
{
    const json::value* const type = schema.if_contains("type");
    return schema.contains("allOf") || (type && *type == "object");
}

} // namespace

std::vector<const property_outline*> object_outline::properties() const
{
    std::vector<const property_outline*> result = base ? base->properties() : std::vector<const property_outline*>{};
    for (const property_outline& own : own_properties) {
        const bool is_inherited =
            std::any_of(result.begin(), result.end(), [&](const auto* other) { return other->name == own.name; });
        if (!is_inherited)
            result.push_back(&own);
    }
    return result;
}

bool object_outline::requires_property(std::string_view property) const
{
    return std::find(own_required.begin(), own_required.end(), property) != own_required.end() ||
           (base && base->requires_property(property));
}

const property_outline* object_outline::discriminator() const
{
    const auto all = properties();
    const auto found =
        std::find_if(all.begin(), all.end(), [](const auto* one) { return one->value.kind == value_kind::constant; });
    return found == all.end() ? nullptr : *found;
}

schema_outline::schema_outline(std::span<const schema_file> files)
{
    for (const schema_file& file : files)
        files_[std::string{file.name}] = json::parse({file.text.data(), file.text.size()}).as_object();
    for (const auto& [name, schema] : files_)
        if (describes_object(schema))
            types_.push_back(&object_at({&schema, name}));
}

bool schema_outline::is_discriminator(std::string_view property) const
{
    return std::any_of(types_.begin(), types_.end(), [&](const object_outline* type) {
        const property_outline* const discriminator = type->discriminator();
        return discriminator && discriminator->name == property;
    });
}

schema_outline::place schema_outline::referred_to(const place& from) const
{
    const std::string reference = text_of(from.schema->at("$ref"));
    const std::size_t hash = std::min(reference.find('#'), reference.size());
    const std::string file = hash == 0 ? from.file : reference.substr(0, hash);
    const json::object& root = files_.at(file);
    const std::size_t slash = reference.rfind('/');
    if (slash == std::string::npos)
        return {&root, file};
    return {&root.at("definitions").as_object().at(reference.substr(slash + 1)).as_object(), file};
}

value_outline schema_outline::value_at(const place& where)
{
    const json::object& schema = *where.schema;
    if (schema.contains("$ref"))
        return value_at(referred_to(where));
    if (const json::value* const choices = schema.if_contains("anyOf")) {
        value_outline value = value_at({&choices->as_array().front().as_object(), where.file});
        value.nullable = true;
        return value;
    }
    value_outline value;
    if (const json::value* const constant = schema.if_contains("const")) {
        value.kind = value_kind::constant;
        value.texts.push_back(text_of(*constant));
    } else if (schema.contains("oneOf")) {
        take_alternatives(value, where);
    } else if (describes_object(schema)) {
        value.kind = value_kind::object;
        value.types.push_back(&object_at(where));
    } else if (schema.contains("type")) {
        take_type(value, where);
    }
    return value;
}

/// The branch that refers to nothing is for the base: its first condition does.
void schema_outline::take_alternatives(value_outline& value, const place& where)
{
    value.kind = value_kind::object;
    for (const json::value& branch : where.schema->at("oneOf").as_array()) {
        const json::object& alternative = branch.as_object();
        if (const json::value* const conditions = alternative.if_contains("allOf"))
            value.types.insert(value.types.begin(),
                               &object_at(referred_to({&conditions->as_array().front().as_object(), where.file})));
        else
            value.types.push_back(&object_at(referred_to({&alternative, where.file})));
    }
}

const object_outline& schema_outline::object_at(const place& where)
{
    const json::object& schema = *where.schema;
    if (schema.contains("$ref"))
        return object_at(referred_to(where));
    // Types contain each other: one is known before it is complete.
    const auto [entry, is_new] = objects_.try_emplace(&schema);
    object_outline& object = entry->second;
    if (!is_new)
        return object;
    const bool is_file = &files_.at(where.file) == &schema;
    object.name = where.file.substr(0, where.file.size() - file_ending.size()) +
                  (is_file ? std::string{} : " #" + std::to_string(objects_.size()));
    if (const json::value* const bases = schema.if_contains("allOf"))
        object.base = &object_at({&bases->as_array().front().as_object(), where.file});
    if (const json::value* const properties = schema.if_contains("properties"))
        for (const auto& [name, value] : properties->as_object())
            object.own_properties.push_back(
                {std::string{name}, value.is_object() ? value_at({&value.as_object(), where.file}) : value_outline{}});
    if (const json::value* const required = schema.if_contains("required"))
        object.own_required = json::value_to<std::vector<std::string>>(*required);
    if (const json::value* const others = schema.if_contains("additionalProperties"))
        object.open = others->as_bool();
    return object;
}

void schema_outline::take_type(value_outline& value, const place& where)
{
    const json::object& schema = *where.schema;
    std::string type;
    const json::value& types = schema.at("type");
    const auto take = [&](const json::value& name) {
        if (name == "null")
            value.nullable = true;
        else
            type = text_of(name);
    };
    if (const json::array* const several = types.if_array())
        for (const json::value& name : *several)
            take(name);
    else
        take(types);

    const json::value* const format = schema.if_contains("format");
    if (const json::value* const members = schema.if_contains("enum")) {
        value.kind = value_kind::enumeration;
        value.texts = json::value_to<std::vector<std::string>>(*members);
    } else if (type == "string") {
        value.kind = !format                  ? value_kind::text
                     : *format == "date-time" ? value_kind::date_time
                     : *format == "date"      ? value_kind::date
                                              : value_kind::uuid;
    } else if (type == "array") {
        value.kind = value_kind::array;
        value.items = std::make_shared<const value_outline>(value_at({&schema.at("items").as_object(), where.file}));
    } else {
        value.kind = type == "integer"  ? value_kind::whole_number
                     : type == "number" ? value_kind::number
                                        : value_kind::boolean;
    }
    take_limits(value, schema);
}

void schema_outline::take_limits(value_outline& value, const json::object& schema)
{
    const auto number = [&](std::string_view keyword) -> std::optional<double> {
        const json::value* const limit = schema.if_contains(json::string_view{keyword.data(), keyword.size()});
        return limit ? std::optional{limit->to_number<double>()} : std::nullopt;
    };
    const auto size = [&](std::string_view keyword) -> std::optional<std::size_t> {
        const std::optional<double> limit = number(keyword);
        return limit ? std::optional{static_cast<std::size_t>(*limit)} : std::nullopt;
    };
    value.divisor = number("multipleOf");
    if (schema.contains("pattern") && value.kind == value_kind::text)
        value.texts = json::value_to<std::vector<std::string>>(schema.at("examples"));
    if (const json::value* const differ = schema.if_contains("uniqueItems"))
        value.is_set = differ->as_bool();
    value.minimum_size = size(value.kind == value_kind::array ? "minItems" : "minLength").value_or(0);
    value.maximum_size = size(value.kind == value_kind::array ? "maxItems" : "maxLength");

    if (value.kind == value_kind::whole_number) {
        if (const json::value* const format = schema.if_contains("format"); format && *format == "int32") {
            value.lowest = std::numeric_limits<std::int32_t>::min();
            value.highest = std::numeric_limits<std::int32_t>::max();
        }
        if (const json::value* const limit = schema.if_contains("minimum"))
            value.lowest = std::max(value.lowest, limit->to_number<std::int64_t>());
        if (const json::value* const limit = schema.if_contains("maximum"))
            value.highest = std::min(value.highest, limit->to_number<std::int64_t>());
        if (const json::value* const limit = schema.if_contains("exclusiveMinimum"))
            value.lowest = std::max(value.lowest, limit->to_number<std::int64_t>() + 1);
        if (const json::value* const limit = schema.if_contains("exclusiveMaximum"))
            value.highest = std::min(value.highest, limit->to_number<std::int64_t>() - 1);
        return;
    }
    value.minimum = number("minimum");
    value.maximum = number("maximum");
    if (const auto limit = number("exclusiveMinimum")) {
        value.minimum = limit;
        value.minimum_excluded = true;
    }
    if (const auto limit = number("exclusiveMaximum")) {
        value.maximum = limit;
        value.maximum_excluded = true;
    }
}

} // namespace rollcall::engines
