#include "schema_reader.hpp"

#include "check_reader.hpp" // is_check, read_checks
#include "cpp_names.hpp"    // why_no_identifier
#include "dialect.hpp"      // check_keywords, checks_beside_type, form_of, is_null_schema, type_of
#include "numbers.hpp"      // exact_double, whole_number
#include "references.hpp"   // named_schemas, resolve
#include "schema_error.hpp" // error_list
#include "type_checks.hpp"  // check_types, union_use

#include <fmt/format.h> // fmt::format

#include <algorithm> // std::all_of, std::any_of, std::find, std::none_of
#include <deque>     // std::deque
#include <limits>    // std::numeric_limits
#include <map>       // std::map
#include <memory>    // std::make_unique
#include <utility>   // std::move, std::pair

namespace rollcall::codegen {

namespace {

constexpr std::string_view widest_annotation_pattern = "@";

/// Where a schema stands, and what a type that it declares is called unless it says so itself.
struct naming {
    schema_place place;
    std::string type_name;
};

class schema_reader {
public:
    schema_reader(const std::vector<schema_document>& documents, error_list& errors)
        : documents_{documents}, errors_{errors}
    {
    }

    type_model read(std::string_view name_space)
    {
        for (const auto& document : documents_)
            model_.files.emplace_back(document.name, document.text);
        check_definitions();
        for (const auto& named : named_schemas(documents_)) {
            if (!named.is_definition && holds_definitions_only(*named.schema))
                check_only(*named.schema, {"$schema", "$id", "definitions"}, "a file of definitions", errors_);
            else
                (void)value_of(*named.schema, naming_of(named));
        }
        while (!unread_.empty()) {
            auto* type = unread_.front();
            unread_.pop_front();
            read_object(*type);
        }
        check_types(model_, unions_, name_space, errors_);
        return std::move(model_);
    }

private:
    // What a place holds ------------------------------------------------------------------------------------------

    static naming naming_of(const named_schema& named)
    {
        return {named.is_definition ? schema_place::definition : schema_place::file, named.name};
    }

    void check_definitions()
    {
        for (const auto& document : documents_) {
            const json_node* definitions = document.root.find("definitions");
            if (definitions && !definitions->is_object())
                errors_.add(document.root, "definitions", "is no object", "write an object of name and schema");
        }
    }

    /// Whether a file's root declares nothing but definitions.
    static bool holds_definitions_only(const json_node& root)
    {
        if (!root.has("definitions"))
            return false;
        return std::none_of(root.children.begin(), root.children.end(),
                            [](const json_node& child) { return child.name == "$ref" || is_check(child.name); });
    }

    /// What the schema allows, or null when that is not known because of an error, which is reported once.
    const value_type* value_of(const json_node& schema, const naming& name)
    {
        const auto [entry, is_new] = values_.try_emplace(&schema);
        auto& state = entry->second;
        if (is_new) {
            if (const auto form = form_of(schema, errors_)) {
                check_keywords(schema, *form, name.place, errors_);
                state.value = read_value(schema, *form, name);
                const auto checks = checks_beside_type(schema, *form);
                if (state.value && !checks.empty())
                    state.value =
                        checked_by(read_checks(schema, checks, documents_, errors_), *state.value, schema, name);
            }
            state.is_read = true;
        }
        return state.value ? &*state.value : nullptr;
    }

    bool is_being_read(const json_node& schema) const
    {
        const auto entry = values_.find(&schema);
        return entry != values_.end() && !entry->second.is_read;
    }

    std::optional<value_type> read_value(const json_node& schema, schema_form form, const naming& name)
    {
        switch (form) {
        case schema_form::reference:
            return read_reference(schema, name);
        case schema_form::nullable:
            return read_nullable(schema, name);
        case schema_form::polymorphic:
            return read_polymorphic(schema);
        case schema_form::object:
            return declare_object(schema, name);
        case schema_form::enumeration:
            return read_enumeration(schema, name);
        case schema_form::array:
            return read_array(schema, name);
        case schema_form::string:
            return read_string(schema);
        case schema_form::integer:
            return read_integer(schema);
        case schema_form::number:
            return read_number(schema);
        case schema_form::any_value:
            return read_any_value(schema, name);
        case schema_form::boolean:
            break;
        }
        return plain_value(schema, value_kind::boolean);
    }

    /// The type that is written in a schema whose form is known, and which is sound therefore.
    declared_type written_type(const json_node& schema) { return type_of(schema, errors_).value(); }

    value_type plain_value(const json_node& schema, value_kind kind)
    {
        value_type value{.kind = kind, .nullable = written_type(schema).nullable};
        if (const json_node* service_type = schema.find("x-serviceType"))
            value.service_type = service_type->text;
        return value;
    }

    // References --------------------------------------------------------------------------------------------------

    /// What a reference leads to.
    const value_type* value_referred_to(const std::string& reference, const json_node& place, std::string_view keyword)
    {
        const auto target = resolve(documents_, reference, place, keyword, errors_);
        if (!target)
            return nullptr;
        if (is_being_read(*target->schema)) {
            errors_.add(place, keyword,
                        fmt::format("\"{}\" leads back to where it stands, with no object type on the way", reference),
                        "let it refer to a type, or declare an object type in between");
            return nullptr;
        }
        if (!target->is_definition && holds_definitions_only(*target->schema)) {
            errors_.add(place, keyword,
                        fmt::format("\"{}\" refers to a file that has nothing but definitions", reference),
                        fmt::format("refer to one of them: \"{}#/definitions/…\"", reference));
            return nullptr;
        }
        return value_of(*target->schema, naming_of(*target));
    }

    const value_type* value_referred_to(const json_node& schema)
    {
        const json_node& reference = *schema.find("$ref");
        if (!reference.is_string()) {
            errors_.add(schema, "$ref", "is no string", "write the name of a schema file or \"#/definitions/…\"");
            return nullptr;
        }
        return value_referred_to(reference.text, schema, "$ref");
    }

    std::optional<value_type> read_reference(const json_node& schema, const naming& name)
    {
        if (name.place == schema_place::file) {
            errors_.add(schema, "$ref", "makes the file a mere other name, and draft-07 ignores what stands beside it",
                        "refer to that schema where this one is used, or derive from it with \"allOf\"");
            return std::nullopt;
        }
        const auto* value = value_referred_to(schema);
        return value ? std::optional{*value} : std::nullopt;
    }

    /// The object type that `{"$ref": …}` refers to.
    const object_type* object_referred_to(const json_node& schema, std::string_view what)
    {
        const auto* value = value_referred_to(schema);
        if (!value)
            return nullptr;
        if (value->kind != value_kind::object || value->nullable) {
            errors_.add(schema, "$ref",
                        fmt::format("refers to what is no object type{}", value->nullable ? ", or may be null" : ""),
                        fmt::format("{} must be an object type that is not nullable", what));
            return nullptr;
        }
        return value->object;
    }

    // Null and alternatives ---------------------------------------------------------------------------------------

    std::optional<value_type> read_nullable(const json_node& schema, const naming& name)
    {
        const json_node& choices = *schema.find("anyOf");
        const json_node* inner = nullptr;
        if (choices.is_array() && choices.children.size() == 2) {
            if (is_null_schema(choices.children[1]))
                inner = &choices.children[0];
            else if (is_null_schema(choices.children[0]))
                inner = &choices.children[1];
        }
        if (!inner || is_null_schema(*inner)) {
            errors_.add(schema, "anyOf", "is not a choice between one schema and null",
                        "write anyOf of the schema and {\"type\": \"null\"}; for a choice of object types write "
                        "\"oneOf\" with \"x-discriminator\"");
            return std::nullopt;
        }
        const auto* value = value_of(*inner, {schema_place::inner, name.type_name});
        if (!value)
            return std::nullopt;
        if (value->kind == value_kind::any_value)
            return read_any_value(schema, name);
        auto result = *value;
        result.nullable = true;
        return result;
    }

    struct discriminator {
        std::string property_name;
        /// The values, with the references that they stand for.
        const json_node* mapping = nullptr;
    };

    std::optional<discriminator> read_discriminator(const json_node& schema)
    {
        const json_node* node = schema.find("x-discriminator");
        if (!node) {
            errors_.add(schema, "oneOf", "has no \"x-discriminator\", so nothing says which of the types a value is",
                        "add \"x-discriminator\" with propertyName and mapping; to allow null, use \"anyOf\"");
            return std::nullopt;
        }
        const json_node* property_name = node->find("propertyName");
        const json_node* mapping = node->find("mapping");
        const auto is_reference = [](const json_node& entry) { return entry.is_string(); };
        if (!property_name || !property_name->is_string() || property_name->text.empty() || !mapping ||
            !mapping->is_object() || mapping->children.empty() || node->children.size() != 2 ||
            !std::all_of(mapping->children.begin(), mapping->children.end(), is_reference)) {
            errors_.add(schema, "x-discriminator", "is not a property's name and a mapping of its values",
                        "write {\"propertyName\": \"…\", \"mapping\": {\"value\": \"reference\", …}}");
            return std::nullopt;
        }
        return discriminator{property_name->text, mapping};
    }

    /// The `{"$ref": …}` of the base in a fallback branch, or null when the branch is none. A fallback takes whatever
    /// value of the discriminator the mapping does not list.
    const json_node* base_of_fallback(const json_node& branch, const discriminator& by)
    {
        const json_node& parts = *branch.find("allOf");
        const json_node* base = nullptr;
        const json_node* text = nullptr;
        if (parts.is_array() && parts.children.size() == 2) {
            base = &parts.children[0];
            const json_node* properties = parts.children[1].find("properties");
            if (properties && properties->children.size() == 1 && parts.children[1].children.size() == 1)
                text = properties->find(by.property_name);
        }
        const json_node* excluded = text && text->find("not") ? text->find("not")->find("enum") : nullptr;
        if (!base || !base->has("$ref") || !excluded || !excluded->is_array()) {
            errors_.add(
                branch, "allOf", "is not the fallback for a subtype that the schema does not know",
                fmt::format("write [{{\"$ref\": base}}, {{\"properties\": {{\"{}\": {{\"type\": \"string\", \"not\": "
                            "{{\"enum\": [every value of the mapping]}}}}}}}}]",
                            by.property_name));
            return nullptr;
        }
        check_only(branch, {"allOf"}, "a branch of oneOf", errors_);
        check_only(*base, {"$ref"}, "a reference", errors_);
        check_only(*text, {"type", "not"}, "the discriminator of a fallback", errors_);
        check_only(*text->find("not"), {"enum"}, "the discriminator of a fallback", errors_);
        const json_node* type = text->find("type");
        if (!type || !type->is_string("string"))
            errors_.add(*text, "type", "is not \"string\"", "write \"type\": \"string\"");

        const auto& mapped = by.mapping->children;
        const auto& values = excluded->children;
        const bool same =
            values.size() == mapped.size() && std::all_of(mapped.begin(), mapped.end(), [&](const json_node& entry) {
                return std::any_of(values.begin(), values.end(),
                                   [&](const json_node& value) { return value.is_string(entry.name); });
            });
        if (!same)
            errors_.add(*text->find("not"), "enum", "does not list exactly the values of the mapping",
                        "list each key of x-discriminator's mapping once");
        return base;
    }

    std::optional<value_type> read_polymorphic(const json_node& schema)
    {
        const auto errors_before = errors_.size();
        bool all_known = true;
        const json_node& branches = *schema.find("oneOf");
        if (!branches.is_array() || branches.children.size() < 2) {
            errors_.add(schema, "oneOf", "has less than two branches",
                        "list each subtype and the fallback to the base");
            return std::nullopt;
        }
        const auto by = read_discriminator(schema);
        if (!by)
            return std::nullopt;

        value_type value{.kind = value_kind::polymorphic};
        union_use use{.schema = &schema, .property_name = by->property_name, .base = nullptr, .branches = {}};
        for (const auto& branch : branches.children) {
            if (is_null_schema(branch)) {
                errors_.add(branch, "type", "stands as null among the subtypes",
                            "write \"anyOf\" of the oneOf and {\"type\": \"null\"} instead");
            } else if (branch.has("$ref")) {
                check_only(branch, {"$ref"}, "a branch of oneOf", errors_);
                const auto* type = object_referred_to(branch, "a branch of oneOf");
                if (!type)
                    all_known = false;
                else if (std::find(value.derived.begin(), value.derived.end(), type) != value.derived.end())
                    errors_.add(branch, "$ref", fmt::format("lists {} a second time", type->name), "take it out");
                else
                    value.derived.push_back(type);
            } else if (branch.has("allOf")) {
                const json_node* base = base_of_fallback(branch, *by);
                const auto* type = base ? object_referred_to(*base, "the base of a fallback") : nullptr;
                if (!type)
                    all_known = false;
                else if (use.base)
                    errors_.add(branch, "allOf", "is a second fallback", "keep one");
                else
                    use.base = type;
            } else {
                errors_.add(branch, "", "is neither a reference to a subtype nor the fallback to the base",
                            "write {\"$ref\": …}; move a type that is declared here to a file or to definitions");
            }
        }
        if (!all_known || errors_.size() != errors_before)
            return std::nullopt;
        if (!use.base) {
            errors_.add(
                schema, "oneOf", "has no fallback, so a subtype that is not listed would be lost",
                fmt::format("add {{\"allOf\": [{{\"$ref\": base}}, {{\"properties\": {{\"{}\": {{\"type\": \"string\", "
                            "\"not\": {{\"enum\": [every value of the mapping]}}}}}}}}]}}",
                            by->property_name));
            return std::nullopt;
        }
        read_mapping(schema, *by, value, use);
        if (errors_.size() != errors_before)
            return std::nullopt;
        value.object = use.base;
        unions_.push_back(std::move(use));
        return value;
    }

    void read_mapping(const json_node& schema, const discriminator& by, const value_type& value, union_use& use)
    {
        const auto errors_before = errors_.size();
        const json_node& place = *by.mapping;
        for (const auto& entry : by.mapping->children) {
            const auto* target = value_referred_to(entry.text, place, entry.name);
            if (!target)
                continue;
            const auto& types = value.derived;
            const auto is_mapped = [&](const auto& branch) { return branch.second == target->object; };
            if (std::find(types.begin(), types.end(), target->object) == types.end())
                errors_.add(place, entry.name, "names a type that is no branch of the oneOf", "add the branch");
            else if (std::any_of(use.branches.begin(), use.branches.end(), is_mapped))
                errors_.add(place, entry.name, "names a type that another value names already", "keep one of the two");
            else
                use.branches.emplace_back(entry.name, target->object);
        }
        if (errors_.size() != errors_before)
            return;
        for (const auto* type : value.derived) {
            const auto is_mapped = [&](const auto& branch) { return branch.second == type; };
            if (std::none_of(use.branches.begin(), use.branches.end(), is_mapped))
                errors_.add(schema, "x-discriminator", fmt::format("does not say which value names {}", type->name),
                            fmt::format("add it to the mapping, with the value that {} has for \"{}\"", type->name,
                                        by.property_name));
        }
    }

    // Plain values ------------------------------------------------------------------------------------------------

    value_type read_string(const json_node& schema)
    {
        auto value = plain_value(schema, value_kind::string);
        if (const json_node* format = schema.find("format")) {
            if (format->is_string("date-time"))
                value.kind = value_kind::date_time;
            else if (format->is_string("date"))
                value.limits.format = text_format::date;
            else if (format->is_string("uuid"))
                value.limits.format = text_format::uuid;
            else
                errors_.add(schema, "format", fmt::format("{} is not in the dialect", excerpt(*format)),
                            "use date-time, date or uuid, or take it out and say it in the description");
        }
        for (const auto* keyword : {"minLength", "maxLength"}) {
            if (value.kind == value_kind::date_time && schema.has(keyword))
                errors_.add(schema, keyword, "does not belong to a date-time", "take it out");
        }
        value.limits.minimum_length = read_count(schema, "minLength");
        value.limits.maximum_length = read_count(schema, "maxLength");
        check_order(schema, "minLength", value.limits.minimum_length, "maxLength", value.limits.maximum_length);
        return value;
    }

    std::optional<std::uint64_t> read_count(const json_node& schema, std::string_view keyword)
    {
        const json_node* node = schema.find(keyword);
        if (!node)
            return std::nullopt;
        const auto count = count_of(*node);
        if (!count)
            errors_.add(schema, keyword, fmt::format("{} is no count", excerpt(*node)),
                        "write a whole number, 0 or more, without fraction and exponent");
        return count;
    }

    template <class Limit>
    void check_order(const json_node& schema, std::string_view lower_keyword, const std::optional<Limit>& lower,
                     std::string_view upper_keyword, const std::optional<Limit>& upper)
    {
        if (lower && upper && *lower > *upper)
            errors_.add(schema, upper_keyword,
                        fmt::format("is less than {}, so no value is valid", quoted(lower_keyword)),
                        "correct one of the two");
    }

    value_type read_number(const json_node& schema)
    {
        auto value = plain_value(schema, value_kind::number);
        auto& limits = value.limits;
        limits.minimum = read_limit(schema, "minimum");
        limits.maximum = read_limit(schema, "maximum");
        limits.exclusive_minimum = read_limit(schema, "exclusiveMinimum");
        limits.exclusive_maximum = read_limit(schema, "exclusiveMaximum");
        const auto least = std::max(limits.minimum, limits.exclusive_minimum);
        const auto greatest = std::min(limits.maximum.value_or(HUGE_VAL), limits.exclusive_maximum.value_or(HUGE_VAL));
        const bool is_open = least == limits.exclusive_minimum || greatest == limits.exclusive_maximum;
        if (least && (*least > greatest || (*least == greatest && is_open)))
            errors_.add(schema, "", "no number lies within the bounds", "correct one of them");
        return value;
    }

    std::optional<double> read_limit(const json_node& schema, std::string_view keyword)
    {
        const json_node* node = schema.find(keyword);
        if (!node)
            return std::nullopt;
        const auto limit = exact_double(*node);
        if (!limit)
            report_limit(schema, *node);
        return limit;
    }

    void report_limit(const json_node& schema, const json_node& limit)
    {
        if (limit.kind == json_kind::number)
            errors_.add(schema, limit.name, fmt::format("{} cannot be held exactly", limit.text),
                        "use a limit within ±2^53 (9007199254740992), or that of the type itself");
        else
            errors_.add(schema, limit.name, fmt::format("{} is no number", excerpt(limit)),
                        "write the limit itself, as draft-07 has it");
    }

    /// The least (`direction` 1) or greatest (-1) whole number that a limit allows.
    std::optional<std::int64_t> read_whole_limit(const json_node& schema, std::string_view keyword, int direction)
    {
        const json_node* node = schema.find(keyword);
        if (!node)
            return std::nullopt;
        const bool exclusive = keyword.starts_with("exclusive");
        auto limit = whole_number(*node);
        if (limit && exclusive) {
            const auto last =
                direction > 0 ? std::numeric_limits<std::int64_t>::max() : std::numeric_limits<std::int64_t>::min();
            if (*limit == last) {
                errors_.add(schema, keyword, "leaves no value of 64 bits", "correct the limit");
                return std::nullopt;
            }
            return *limit + direction;
        }
        if (!limit) {
            const auto number = exact_double(*node);
            if (!number || std::abs(*number) >= static_cast<double>(largest_exact)) {
                report_limit(schema, *node);
                return std::nullopt;
            }
            const auto rounded = direction > 0 ? std::ceil(*number) : std::floor(*number);
            limit = static_cast<std::int64_t>(rounded);
            if (exclusive && rounded == *number)
                *limit += direction;
        }
        return limit;
    }

    value_type read_integer(const json_node& schema)
    {
        auto value = plain_value(schema, value_kind::int64);
        using int32_limits = std::numeric_limits<std::int32_t>;
        using int64_limits = std::numeric_limits<std::int64_t>;

        const auto errors_before = errors_.size();
        std::optional<std::int64_t> least;
        std::optional<std::int64_t> greatest;
        if (const json_node* format = schema.find("format")) {
            if (format->is_string("int32")) {
                least = int32_limits::min();
                greatest = int32_limits::max();
            } else if (format->is_string("int64")) {
                least = int64_limits::min();
                greatest = int64_limits::max();
            } else {
                errors_.add(schema, "format", fmt::format("{} is none that an integer has", excerpt(*format)),
                            "use int32 or int64, or give bounds");
            }
        }
        for (const auto* keyword : {"minimum", "exclusiveMinimum"}) {
            const auto limit = read_whole_limit(schema, keyword, 1);
            if (limit && (!least || *limit > *least))
                least = limit;
        }
        for (const auto* keyword : {"maximum", "exclusiveMaximum"}) {
            const auto limit = read_whole_limit(schema, keyword, -1);
            if (limit && (!greatest || *limit < *greatest))
                greatest = limit;
        }
        if (errors_.size() != errors_before)
            return value;
        const auto listed = range_of_listed(schema);
        if (!listed && (!least || !greatest)) {
            errors_.add(schema, "type",
                        fmt::format("is an integer without a {}, so that its size in C++ is not known",
                                    least ? "maximum" : "minimum"),
                        "add \"minimum\" and \"maximum\", or \"format\" int32 or int64");
            return value;
        }
        const auto lowest = least ? *least : listed->first;
        const auto highest = greatest ? *greatest : listed->second;
        if (lowest > highest) {
            errors_.add(schema, "", "no integer lies within the bounds", "correct one of them");
            return value;
        }
        const bool is_int32 = lowest >= int32_limits::min() && highest <= int32_limits::max();
        value.kind = is_int32 ? value_kind::int32 : value_kind::int64;
        if (least && *least != (is_int32 ? std::int64_t{int32_limits::min()} : int64_limits::min()))
            value.limits.minimum = limit_of_integer(schema, *least, "minimum");
        if (greatest && *greatest != (is_int32 ? std::int64_t{int32_limits::max()} : int64_limits::max()))
            value.limits.maximum = limit_of_integer(schema, *greatest, "maximum");
        return value;
    }

    /// The least and the greatest of the numbers that `const` or `enum` list, if they list some, and whole ones only.
    static std::optional<std::pair<std::int64_t, std::int64_t>> range_of_listed(const json_node& schema)
    {
        std::optional<std::pair<std::int64_t, std::int64_t>> range;
        const auto takes = [&](const json_node& value) {
            const auto number = whole_number(value);
            if (number) {
                const auto [least, greatest] = range.value_or(std::pair{*number, *number});
                range = {std::min(least, *number), std::max(greatest, *number)};
            }
            return number || value.kind == json_kind::null;
        };
        const json_node* constant = schema.find("const");
        const json_node* values = schema.find("enum");
        const bool are_whole = constant
                                   ? takes(*constant)
                                   : values && std::all_of(values->children.begin(), values->children.end(), takes);
        return are_whole ? range : std::nullopt;
    }

    std::optional<double> limit_of_integer(const json_node& schema, std::int64_t limit, std::string_view keyword)
    {
        if (limit >= -largest_exact && limit <= largest_exact)
            return static_cast<double>(limit);
        const json_node* node = schema.find(keyword);
        report_limit(schema,
                     node ? *node : *schema.find(keyword == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum"));
        return std::nullopt;
    }

    std::optional<value_type> read_array(const json_node& schema, const naming& name)
    {
        auto value = plain_value(schema, value_kind::array);
        value.limits.minimum_items = read_count(schema, "minItems");
        value.limits.maximum_items = read_count(schema, "maxItems");
        check_order(schema, "minItems", value.limits.minimum_items, "maxItems", value.limits.maximum_items);

        // The array that is checked is a type, too.
        const bool is_type = !checks_beside_type(schema, schema_form::array).empty();
        const auto* item =
            value_of(*schema.find("items"), {schema_place::inner, name.type_name + (is_type ? "_item" : "")});
        if (!item)
            return std::nullopt;
        value.items = std::make_shared<value_type>(*item);
        return value;
    }

    // Types -------------------------------------------------------------------------------------------------------

    static std::string quoted(std::string_view text) { return fmt::format("\"{}\"", text); }

    /// The name that the schema gives its type; the place's unless it has an `x-name`.
    static std::string type_name(const json_node& schema, const naming& name)
    {
        const json_node* own = schema.find("x-name");
        return own && own->is_string() && name.place != schema_place::property ? own->text : name.type_name;
    }

    static std::string source_of(const json_node& schema)
    {
        return schema.pointer == "#" ? schema.file : schema.file + schema.pointer;
    }

    template <class Type>
    static void describe(Type& type, const json_node& schema, const naming& name)
    {
        type.schema = &schema;
        type.name = type_name(schema, name);
        type.source = source_of(schema);
        type.description = description_of(schema);
        if (type.description == name.type_name)
            type.description.clear();
        if (const json_node* service_type = schema.find("x-serviceType"))
            type.service_type = service_type->text;
    }

    /// Declares the type; what it consists of is read later, so that types can refer to each other.
    value_type declare_object(const json_node& schema, const naming& name)
    {
        const auto type = schema.has("type") ? written_type(schema) : declared_type{"object"};
        auto& object = *model_.objects.emplace_back(std::make_unique<object_type>());
        describe(object, schema, name);
        unread_.push_back(&object);
        return value_type{.kind = value_kind::object, .nullable = type.nullable, .object = &object};
    }

    std::optional<value_type> read_any_value(const json_node& schema, const naming& name)
    {
        return checked_by(read_checks(schema, documents_, errors_), {.kind = value_kind::any_value}, schema, name);
    }

    /// Declares the type of a value that has to keep to checks, too.
    value_type checked_by(value_checks checks, value_type value, const json_node& schema, const naming& name)
    {
        auto& type = *model_.checked_values.emplace_back(std::make_unique<checked_type>());
        describe(type, schema, name);
        type.value = value;
        type.checks = std::move(checks);
        value.checked = &type;
        return value;
    }

    std::optional<value_type> read_enumeration(const json_node& schema, const naming& name)
    {
        const auto type = written_type(schema);
        const json_node& values = *schema.find("enum");
        if (!values.is_array()) {
            errors_.add(schema, "enum", "is no array", "write a list of strings");
            return std::nullopt;
        }
        auto& enumeration = *model_.enumerations.emplace_back(std::make_unique<enumeration_type>());
        describe(enumeration, schema, name);
        const json_node* names = schema.find("x-names");
        bool lists_null = false;
        for (const auto& value : values.children) {
            const auto is_same = [&](const enumeration_member& member) { return member.text == value.text; };
            const auto& members = enumeration.members;
            if (value.kind == json_kind::null && type.nullable && !lists_null) {
                lists_null = true;
            } else if (!value.is_string()) {
                errors_.add(schema, "enum", fmt::format("lists {}, which is no string", excerpt(value)),
                            "enumerate strings only, and null where it is allowed");
            } else if (std::any_of(members.begin(), members.end(), is_same)) {
                errors_.add(schema, "enum", fmt::format("lists \"{}\" twice", value.text), "list it once");
            } else {
                const json_node* own = names ? names->find(value.text) : nullptr;
                enumeration.members.push_back({value.text, own && own->is_string() ? own->text : value.text});
            }
        }
        if (type.nullable && !lists_null)
            errors_.add(schema, "enum", "does not list null, which \"type\" allows", "add null to the list");
        if (enumeration.members.empty())
            errors_.add(schema, "enum", "lists no member", "list them");
        if (names)
            check_member_names(schema, *names, enumeration);
        return value_type{.kind = value_kind::enumeration, .nullable = type.nullable, .enumeration = &enumeration};
    }

    void check_member_names(const json_node& schema, const json_node& names, const enumeration_type& enumeration)
    {
        if (!names.is_object()) {
            errors_.add(schema, "x-names", "is no object", "write {\"value\": \"C++ name\", …}");
            return;
        }
        for (const auto& entry : names.children) {
            const auto is_same = [&](const enumeration_member& member) { return member.text == entry.name; };
            if (std::none_of(enumeration.members.begin(), enumeration.members.end(), is_same))
                errors_.add(names, entry.name, "is no value of the enumeration", "correct or remove it");
            else if (!entry.is_string())
                errors_.add(names, entry.name, "is no string", "write a C++ name");
        }
    }

    void read_object(object_type& type)
    {
        const json_node& schema = *type.schema;
        if (schema.has("allOf"))
            type.base = read_base(schema);
        read_openness(type);
        if (const json_node* required = schema.find("required"))
            type.required = read_names(schema, *required);
        if (const json_node* key = schema.find("x-key")) {
            type.key = read_names(schema, *key);
            if (type.key.empty())
                errors_.add(schema, "x-key", "names no property", "list the key's properties, or take it out");
        }

        const json_node* properties = schema.find("properties");
        if (properties && !properties->is_object()) {
            errors_.add(schema, "properties", "is no object", "write an object of name and schema");
            return;
        }
        if (!properties)
            return;
        for (const auto& property : properties->children) {
            if (property.is_true() || (property.is_object() && property.children.empty()))
                type.repeated.push_back(&property);
            else if (const json_node* constant = property.find("const"); constant && constant->is_string())
                read_constant(type, property);
            else
                read_property(type, property);
        }
    }

    const object_type* read_base(const json_node& schema)
    {
        const json_node& bases = *schema.find("allOf");
        if (!bases.is_array() || bases.children.size() != 1 || !bases.children.front().has("$ref")) {
            errors_.add(schema, "allOf", "is not a reference to one base type",
                        "write [{\"$ref\": \"base.schema.json\"}] and put the type's own properties beside it");
            return nullptr;
        }
        check_only(bases.children.front(), {"$ref"}, "a reference to a base type", errors_);
        return object_referred_to(bases.children.front(), "a base type");
    }

    /// A closed type lets annotations pass, which every OData object may have.
    void read_openness(object_type& type)
    {
        const json_node& schema = *type.schema;
        const json_node* additional = schema.find("additionalProperties");
        if (additional && additional->kind != json_kind::boolean) {
            errors_.add(schema, "additionalProperties", "is neither true nor false",
                        "write true for an open type or false for a closed one; a map with values of one type has no "
                        "place in the dialect");
            return;
        }
        type.open = !additional || additional->boolean;
        const json_node* patterns = schema.find("patternProperties");
        const json_node* annotations = patterns ? patterns->find(widest_annotation_pattern) : nullptr;
        const bool lets_annotations_pass =
            annotations && patterns->children.size() == 1 &&
            (annotations->is_true() || (annotations->is_object() && annotations->children.empty()));
        if (patterns && !lets_annotations_pass)
            errors_.add(schema, "patternProperties", "is not {\"@\": {}}", "write just that, or take it out");
        else if (!patterns && !type.open)
            errors_.add(schema, "additionalProperties", "closes the type to annotations, which any object may have",
                        "add \"patternProperties\": {\"@\": {}}");
    }

    std::vector<std::string> read_names(const json_node& schema, const json_node& list)
    {
        std::vector<std::string> names;
        const auto is_name = [](const json_node& name) { return name.is_string(); };
        if (!list.is_array() || !std::all_of(list.children.begin(), list.children.end(), is_name)) {
            errors_.add(schema, list.name, "is no list of names", "write a list of properties' names");
            return names;
        }
        for (const auto& name : list.children) {
            if (std::find(names.begin(), names.end(), name.text) != names.end())
                errors_.add(schema, list.name, fmt::format("lists \"{}\" twice", name.text), "list it once");
            else
                names.push_back(name.text);
        }
        return names;
    }

    /// A property with one possible value names the object's type.
    void read_constant(object_type& type, const json_node& property)
    {
        check_only(property, {"const", "type"}, "the property that names an object's type", errors_);
        const json_node& constant = *property.find("const");
        const json_node* declared = property.find("type");
        if (!constant.is_string() || constant.text.empty())
            errors_.add(property, "const", "is no text", "write the name by which payloads call the type");
        else if (declared && !declared->is_string("string"))
            errors_.add(property, "type", "is not \"string\"", "write \"string\", or take it out");
        else if (!type.discriminator_property.empty())
            errors_.add(property, "const",
                        fmt::format("is a second one; \"{}\" names the type already", type.discriminator_property),
                        "keep one property with a constant value");
        else if (std::find(type.required.begin(), type.required.end(), property.name) == type.required.end())
            errors_.add(property, "const", "names the type, but the property may be missing",
                        fmt::format("add \"{}\" to \"required\"", property.name));
        else {
            type.discriminator_property = property.name;
            type.discriminator = constant.text;
        }
    }

    void read_property(object_type& type, const json_node& schema)
    {
        property_type property{
            .schema = &schema, .name = schema.name, .cpp_name = schema.name, .description = {}, .value = {}};
        const json_node* own = schema.find("x-name");
        if (own && own->is_string())
            property.cpp_name = own->text;
        if (auto reason = why_no_identifier(property.cpp_name); !reason.empty()) {
            // A schema that is no object, or a name that is no string, is reported as such.
            if (schema.is_object() && (!own || own->is_string()))
                errors_.add(schema, own ? "x-name" : "", std::move(reason),
                            "give the member a C++ name with \"x-name\"");
            property.cpp_name = fmt::format("property{}", type.properties.size());
        }
        property.description = description_of(schema);
        const auto* value =
            value_of(schema, {schema_place::property, fmt::format("{}_{}", type.name, property.cpp_name)});
        if (value)
            property.value = *value;
        type.properties.push_back(std::move(property));
    }

    struct value_state {
        std::optional<value_type> value{};
        bool is_read = false;
    };

    const std::vector<schema_document>& documents_;
    error_list& errors_;
    type_model model_;
    std::vector<union_use> unions_;
    std::map<const json_node*, value_state> values_;
    std::deque<object_type*> unread_;
};

} // namespace

type_model read_types(const std::vector<schema_document>& documents, std::string_view name_space, error_list& errors)
{
    return schema_reader{documents, errors}.read(name_space);
}

} // namespace rollcall::codegen
