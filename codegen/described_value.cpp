#include "described_value.hpp"

#include "edm_types.hpp"    // edm_definition, is_within
#include "json_node.hpp"    // json_node
#include "references.hpp"   // resolve
#include "schema_error.hpp" // error_list

#include <algorithm> // std::any_of
#include <charconv>  // std::from_chars

namespace rollcall::codegen {

namespace {

class value_describer {
public:
    value_describer(std::string_view expected, const std::vector<schema_document>& documents)
        : expected_{expected}, documents_{documents}
    {
    }

    std::optional<described_value> describe(const json_node& schema)
    {
        if (const json_node* reference = schema.find("$ref"))
            return describe_reference(schema, *reference);
        // Beside a type they are checks.
        const bool has_type = schema.has("type");
        if (const json_node* choices = schema.find("anyOf"); choices && !has_type)
            return describe_nullable(*choices);
        if (const json_node* branches = schema.find("oneOf"); branches && !has_type)
            return describe_union(*branches);
        if (const json_node* items = schema.find("items"))
            return describe_collection(schema, *items);
        return describe_plain(schema);
    }

private:
    std::optional<described_value> describe_reference(const json_node& schema, const json_node& reference)
    {
        // What refers to nothing is no type of the service; the reader of the schema files reports it.
        error_list ignored;
        const auto target = resolve(documents_, reference.text, schema, "$ref", ignored);
        if (!target)
            return std::nullopt;
        if (const json_node* name = target->schema->find("x-serviceType"))
            return described_value{.type = name->text};
        // A definition may stand for a plain value; what refers to itself has no name at all.
        return target->schema->has("$ref") ? std::nullopt : describe(*target->schema);
    }

    std::optional<described_value> describe_nullable(const json_node& choices)
    {
        for (const auto& choice : choices.children) {
            const json_node* type = choice.find("type");
            if (type && type->is_string("null"))
                continue;
            auto value = describe(choice);
            if (value)
                value->is_nullable = true;
            return value;
        }
        return std::nullopt;
    }

    std::optional<described_value> describe_union(const json_node& branches)
    {
        described_value value;
        for (const auto& branch : branches.children) {
            const json_node* base = branch.find("allOf");
            const auto part = describe(base && !base->children.empty() ? base->children.front() : branch);
            if (!part)
                return std::nullopt;
            if (base)
                value.type = part->type;
            else
                value.alternatives.insert(part->type);
        }
        return value;
    }

    std::optional<described_value> describe_collection(const json_node& schema, const json_node& items)
    {
        auto value = describe(items);
        if (!value || value->is_collection)
            return std::nullopt;
        value->is_collection = true;
        value->has_nullable_items = value->is_nullable;
        value->is_nullable = may_be_null(schema);
        return value;
    }

    static bool may_be_null(const json_node& schema)
    {
        const json_node* type = schema.find("type");
        return type && std::any_of(type->children.begin(), type->children.end(),
                                   [](const json_node& each) { return each.is_string("null"); });
    }

    std::optional<described_value> describe_plain(const json_node& schema) const
    {
        described_value value{.is_nullable = may_be_null(schema)};
        if (const json_node* name = schema.find("x-serviceType"))
            value.type = name->text;
        else
            value.type = plain_type(schema);
        if (const json_node* length = schema.find("maxLength")) {
            std::uint64_t number = 0;
            (void)std::from_chars(length->text.data(), length->text.data() + length->text.size(), number);
            value.maximum_length = number;
        }
        return value.type.empty() ? std::nullopt : std::optional{value};
    }

    std::string plain_type(const json_node& schema) const
    {
        const auto type = type_name(schema);
        const auto expected = edm_definition(expected_);
        const json_node* expected_type = expected.find("type");
        if (!expected_type || !expected_type->is_string(type))
            return {};
        if (type == "integer")
            return is_within(schema, expected) ? std::string{expected_} : std::string{};
        const json_node* format = schema.find("format");
        const json_node* expected_format = expected.find("format");
        const std::string_view format_name = format ? std::string_view{format->text} : std::string_view{};
        const bool is_same_format = expected_format ? expected_format->is_string(format_name) : format_name.empty();
        // Text that is told by no format is just text.
        const bool says_enough = type != "string" || expected_format || expected_ == "Edm.String";
        return is_same_format && says_enough ? std::string{expected_} : std::string{};
    }

    static std::string_view type_name(const json_node& schema)
    {
        const json_node* type = schema.find("type");
        if (!type)
            return {};
        if (type->is_string())
            return type->text;
        for (const auto& each : type->children) {
            if (!each.is_string("null"))
                return each.text;
        }
        return {};
    }

    std::string_view expected_;
    const std::vector<schema_document>& documents_;
};

} // namespace

std::optional<described_value> describe_value(const json_node& schema, std::string_view expected,
                                              const std::vector<schema_document>& documents)
{
    return value_describer{expected, documents}.describe(schema);
}

} // namespace rollcall::codegen
