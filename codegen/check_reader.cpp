#include "check_reader.hpp"

#include "cpp_text.hpp"            // string_literal
#include "dialect.hpp"             // advice_for, is_annotation
#include "json_node.hpp"           // json_node
#include "json_text.hpp"           // json_line
#include "pattern_translation.hpp" // translate_pattern
#include "references.hpp"          // resolve_anywhere
#include "schema_error.hpp"        // error_list

#include <rollcall/detail/decimal.hpp> // decimal_of

#include <fmt/format.h> // fmt::format
#include <fmt/ranges.h> // fmt::join

#include <algorithm> // std::all_of, std::any_of, std::find
#include <array>     // std::array
#include <deque>     // std::deque
#include <map>       // std::map
#include <set>       // std::set

namespace rollcall::codegen {

namespace {

constexpr std::string_view no_function = "nullptr";

class check_reader {
public:
    check_reader(const std::vector<schema_document>& documents, error_list& errors)
        : documents_{documents}, errors_{errors}
    {
    }

    value_checks read(const json_node& schema)
    {
        (void)function_for(schema, "check");
        return read_all();
    }

    value_checks read(const json_node& schema, const std::vector<std::string_view>& keywords)
    {
        // A reference to the schema means all of it, by another function.
        checks_.functions.push_back({free_name("check"), &schema});
        for (const auto& child : schema.children) {
            const auto* known = find_keyword(child.name);
            if (known && known->read && std::find(keywords.begin(), keywords.end(), child.name) != keywords.end())
                (this->*known->read)(schema, child);
        }
        checks_.functions.front().calls = std::move(calls_);
        return read_all();
    }

    using reading = void (check_reader::*)(const json_node& schema, const json_node& value);

    struct known_keyword {
        std::string_view name;
        /// Null for one that is read together with another.
        reading read = nullptr;
        /// The function of `rollcall::checks`.
        std::string_view function{};
    };

    static const known_keyword* find_keyword(std::string_view name)
    {
        using self = check_reader;
        static constexpr std::array keywords{
            known_keyword{"type", &self::read_type, "type"},
            known_keyword{"enum", &self::read_enumeration, "enumeration"},
            known_keyword{"const", &self::read_constant, "enumeration"},
            known_keyword{"minimum", &self::read_bound, "minimum"},
            known_keyword{"maximum", &self::read_bound, "maximum"},
            known_keyword{"exclusiveMinimum", &self::read_bound, "exclusive_minimum"},
            known_keyword{"exclusiveMaximum", &self::read_bound, "exclusive_maximum"},
            known_keyword{"multipleOf", &self::read_divisor, "multiple_of"},
            known_keyword{"minLength", &self::read_count, "minimum_length"},
            known_keyword{"maxLength", &self::read_count, "maximum_length"},
            known_keyword{"pattern", &self::read_pattern, "pattern"},
            known_keyword{"items", &self::read_items, "items"},
            known_keyword{"additionalItems"},
            known_keyword{"contains", &self::read_subschema, "contains"},
            known_keyword{"minItems", &self::read_count, "minimum_items"},
            known_keyword{"maxItems", &self::read_count, "maximum_items"},
            known_keyword{"uniqueItems", &self::read_uniqueness, "unique_items"},
            known_keyword{"required", &self::read_required, "required"},
            known_keyword{"properties"},
            known_keyword{"patternProperties"},
            known_keyword{"additionalProperties"},
            known_keyword{"propertyNames", &self::read_subschema, "property_names"},
            known_keyword{"minProperties", &self::read_count, "minimum_properties"},
            known_keyword{"maxProperties", &self::read_count, "maximum_properties"},
            known_keyword{"dependencies", &self::read_dependencies, "dependency"},
            known_keyword{"allOf", &self::read_schemas, "all_of"},
            known_keyword{"anyOf", &self::read_schemas, "any_of"},
            known_keyword{"oneOf", &self::read_schemas, "one_of"},
            known_keyword{"not", &self::read_subschema, "none_of"},
            known_keyword{"if", &self::read_condition, "condition"},
            known_keyword{"then"},
            known_keyword{"else"},
        };
        const auto found = std::find_if(keywords.begin(), keywords.end(),
                                        [&](const known_keyword& each) { return each.name == name; });
        return found == keywords.end() ? nullptr : &*found;
    }

private:
    value_checks read_all()
    {
        while (!unread_.empty()) {
            const auto index = unread_.front();
            unread_.pop_front();
            read_schema(index);
        }
        check_ends();
        return std::move(checks_);
    }

    // Functions ---------------------------------------------------------------------------------------------------

    /// The function for a schema, which is made unless there is one.
    const std::string& function_for(const json_node& schema, const std::string& wish)
    {
        const auto [entry, is_new] = functions_.try_emplace(&schema, wish);
        if (is_new) {
            entry->second = free_name(wish);
            unread_.push_back(checks_.functions.size());
            checks_.functions.push_back({entry->second, &schema});
        }
        return entry->second;
    }

    std::string address_for(const json_node& schema)
    {
        return '&' + function_for(schema, "check" + words_of(schema.pointer));
    }

    std::string free_name(std::string name)
    {
        const auto wish = name;
        for (int number = 2; !names_.insert(name).second; ++number)
            name = fmt::format("{}_{}", wish, number);
        return name;
    }

    /// `#/anyOf/0` → `_anyOf_0`.
    static std::string words_of(std::string_view pointer)
    {
        constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        std::string result;
        for (const char character : pointer.substr(1)) {
            if (letters.find(character) != std::string_view::npos)
                result += character;
            else if (!result.ends_with('_'))
                result += '_';
        }
        return result.ends_with('_') ? result.substr(0, result.size() - 1) : result;
    }

    void call(std::string_view function, std::vector<std::string> arguments)
    {
        calls_.push_back({std::string{function}, std::move(arguments)});
    }

    // Schemas -----------------------------------------------------------------------------------------------------

    void read_schema(std::size_t index)
    {
        const json_node& schema = *checks_.functions[index].schema;
        calls_.clear();
        if (schema.kind == json_kind::boolean) {
            if (!schema.boolean)
                call("never", {});
        } else if (!schema.is_object()) {
            errors_.add(schema, "", "a schema is a JSON object, true or false", "write the schema as an object");
        } else if (schema.has("$ref")) {
            read_reference(schema);
        } else {
            read_keywords(schema);
        }
        checks_.functions[index].calls = std::move(calls_);
    }

    void read_keywords(const json_node& schema)
    {
        for (const auto& child : schema.children) {
            const auto* known = find_keyword(child.name);
            if (known && known->read)
                (this->*known->read)(schema, child);
            else if (!known && is_for_files(child.name) && schema.pointer != "#")
                errors_.add(schema, child.name, "stands inside of a schema file",
                            "move it to the file's root, or take it out");
            else if (!known && !is_ignored(schema, child))
                errors_.add(schema, child.name, "is not in the dialect", advice_for(child.name));
        }
        if (schema.has("properties") || schema.has("patternProperties") || schema.has("additionalProperties"))
            read_properties(schema);
    }

    static bool is_for_files(std::string_view name)
    {
        return name == "$schema" || name == "$id" || name == "definitions";
    }

    /// What says nothing about the value.
    static bool is_ignored(const json_node& schema, const json_node& keyword)
    {
        if (is_annotation(keyword.name))
            return true;
        if (is_for_files(keyword.name))
            return schema.pointer == "#";
        for (const auto* own : {"x-name", "x-names", "x-key", "x-serviceType", "x-discriminator"}) {
            if (keyword.name == own)
                return true;
        }
        return false;
    }

    void read_reference(const json_node& schema)
    {
        for (const auto& child : schema.children) {
            if (child.name != "$ref" && !is_ignored(schema, child))
                errors_.add(schema, child.name, "stands beside \"$ref\", where draft-07 ignores it",
                            "move it to the schema referred to, or take it out");
        }
        const json_node* target = resolve_anywhere(documents_, schema, errors_);
        if (!target)
            return;
        const bool is_same_file = target->file == schema.file;
        const auto file = target->file.substr(0, target->file.find('.'));
        const auto& name = function_for(*target, "check" + (is_same_file ? "" : words_of('#' + ('/' + file))) +
                                                     words_of(target->pointer));
        calls_.push_back({.function = name, .is_own = true});
        same_value_[&schema].push_back(target);
    }

    /// A schema that leads back to itself for the same value would never end. Each such circle is reported once.
    void check_ends()
    {
        std::set<const json_node*> reported;
        for (const auto& function : checks_.functions)
            check_ends(*function.schema, reported);
    }

    void check_ends(const json_node& schema, std::set<const json_node*>& reported)
    {
        std::set<const json_node*> seen;
        std::deque<const json_node*> open{&schema};
        while (!open.empty()) {
            const auto* at = open.front();
            open.pop_front();
            for (const auto* next : same_value_[at]) {
                if (reported.contains(next))
                    return;
                if (next == &schema) {
                    reported.insert(&schema);
                    errors_.add(schema, schema.has("$ref") ? "$ref" : "",
                                "leads back to itself for the same value, without an end",
                                "take out a reference, or let it stand for an item or a property");
                    return;
                }
                if (seen.insert(next).second)
                    open.push_back(next);
            }
        }
    }

    // Keywords ----------------------------------------------------------------------------------------------------

    void read_type(const json_node& schema, const json_node& value)
    {
        static const std::set<std::string_view> types{"null",   "boolean", "string", "integer",
                                                      "number", "array",   "object"};
        std::vector<std::string> names;
        const auto add = [&](const json_node& name) {
            const auto literal = string_literal(name.text);
            const bool is_sound = name.is_string() && types.contains(name.text) &&
                                  std::find(names.begin(), names.end(), literal) == names.end();
            names.push_back(is_sound ? literal : std::string{});
        };
        if (value.is_array())
            std::for_each(value.children.begin(), value.children.end(), add);
        else
            add(value);
        if (names.empty() || std::find(names.begin(), names.end(), std::string{}) != names.end())
            return errors_.add(schema, "type", fmt::format("{} is no type, and no list of types", excerpt(value)),
                               "write one or several of object, array, string, integer, number, boolean, null");
        call("type", {listed(names)});
    }

    void read_enumeration(const json_node& schema, const json_node& value)
    {
        if (!value.is_array() || value.children.empty())
            return errors_.add(schema, "enum", value.is_array() ? "lists no member" : "is no array",
                               "write a list of values");
        std::vector<std::string> texts;
        for (const auto& member : value.children)
            texts.push_back(string_literal(json_line(member)));
        call("enumeration", {listed(texts)});
    }

    void read_constant(const json_node&, const json_node& value)
    {
        call("enumeration", {listed({string_literal(json_line(value))})});
    }

    void read_bound(const json_node& schema, const json_node& value)
    {
        if (value.kind != json_kind::number)
            return errors_.add(schema, value.name, fmt::format("{} is no number", excerpt(value)),
                               "write the limit itself, as draft-07 has it");
        call(find_keyword(value.name)->function, {string_literal(value.text)});
    }

    void read_divisor(const json_node& schema, const json_node& value)
    {
        constexpr std::size_t most_digits = 9;
        const auto divisor =
            value.kind == json_kind::number ? rollcall::detail::decimal_of(value.text) : rollcall::detail::decimal{};
        if (divisor.is_negative || divisor.digits.empty() || divisor.digits.size() > most_digits)
            return errors_.add(schema, value.name, fmt::format("{} is no divisor", excerpt(value)),
                               fmt::format("write a number above 0 with at most {} digits", most_digits));
        call("multiple_of", {string_literal(value.text)});
    }

    void read_count(const json_node& schema, const json_node& value)
    {
        // Draft-07 takes 2.0 for a whole number, too.
        const auto exact = value.kind == json_kind::number ? rollcall::detail::decimal_of(value.text)
                                                           : rollcall::detail::decimal{.is_negative = true};
        constexpr std::int64_t most_digits = 15;
        if (exact.is_negative || !exact.is_whole() ||
            static_cast<std::int64_t>(exact.digits.size()) + exact.exponent > most_digits)
            return errors_.add(schema, value.name, fmt::format("{} is no count", excerpt(value)),
                               "write a whole number, 0 or more");
        const auto digits = exact.digits.empty()
                                ? std::string{"0"}
                                : exact.digits + std::string(static_cast<std::size_t>(exact.exponent), '0');
        call(find_keyword(value.name)->function, {digits});
    }

    /// The name of the function that looks for the pattern; empty when it cannot be had.
    std::string matcher_for(const json_node& schema, std::string_view keyword, const std::string& pattern)
    {
        auto translated = translate_pattern(pattern);
        if (!translated.problem.empty()) {
            errors_.add(schema, keyword, fmt::format("the pattern {}", translated.problem),
                        "write it another way, or take it out and say it in the description");
            return {};
        }
        for (const auto& known : checks_.patterns) {
            if (known.expression == translated.text)
                return known.name;
        }
        checks_.patterns.push_back(
            {fmt::format("matches_{}", checks_.patterns.size() + 1), std::move(translated.text)});
        return checks_.patterns.back().name;
    }

    void read_pattern(const json_node& schema, const json_node& value)
    {
        if (!value.is_string())
            return errors_.add(schema, "pattern", "is no string", "write a regular expression");
        if (const auto matcher = matcher_for(schema, "pattern", value.text); !matcher.empty())
            call("pattern", {string_literal(value.text), '&' + matcher});
    }

    void read_items(const json_node& schema, const json_node& value)
    {
        if (!value.is_array())
            return call("items", {address_for(value)});
        const json_node* rest = schema.find("additionalItems");
        call("items", {addresses_for(value), rest ? address_for(*rest) : std::string{no_function}});
    }

    void read_uniqueness(const json_node& schema, const json_node& value)
    {
        if (value.kind != json_kind::boolean)
            errors_.add(schema, "uniqueItems", "is neither true nor false", "write one of them");
        else if (value.boolean)
            call("unique_items", {});
    }

    /// A list of names; nothing when it is none, which is reported.
    std::optional<std::string> names_in(const json_node& schema, const json_node& list)
    {
        std::vector<std::string> names;
        for (const auto& name : list.children)
            names.push_back(string_literal(name.text));
        if (list.is_array() && std::all_of(list.children.begin(), list.children.end(),
                                           [](const json_node& name) { return name.is_string(); }))
            return listed(names);
        errors_.add(schema, list.name, "is no list of names", "write a list of properties' names");
        return std::nullopt;
    }

    void read_required(const json_node& schema, const json_node& value)
    {
        const auto names = names_in(schema, value);
        if (names && !value.children.empty())
            call("required", {*names});
    }

    void read_properties(const json_node& schema)
    {
        std::vector<std::string> named;
        std::vector<std::string> matching;
        const auto members_of = [&](std::string_view keyword) {
            static const std::vector<json_node> none;
            const json_node* node = schema.find(keyword);
            if (node && !node->is_object())
                errors_.add(schema, keyword, "is no object", "write an object of name and schema");
            return std::cref(node && node->is_object() ? node->children : none);
        };
        for (const auto& property : members_of("properties").get())
            named.push_back(fmt::format("{{{}, {}}}", string_literal(property.name), address_for(property)));
        for (const auto& property : members_of("patternProperties").get()) {
            if (const auto matcher = matcher_for(schema, "patternProperties", property.name); !matcher.empty())
                matching.push_back(fmt::format("{{&{}, {}}}", matcher, address_for(property)));
        }
        const json_node* rest = schema.find("additionalProperties");
        call("properties", {listed(named), listed(matching), rest ? address_for(*rest) : std::string{no_function}});
    }

    void read_dependencies(const json_node& schema, const json_node& value)
    {
        if (!value.is_object())
            return errors_.add(schema, "dependencies", "is no object",
                               "write an object of name and names, or name and schema");
        for (const auto& dependency : value.children) {
            const auto name = string_literal(dependency.name);
            if (!dependency.is_array()) {
                same_value_[&schema].push_back(&dependency);
                call("dependency", {name, address_for(dependency)});
            } else if (const auto names = names_in(value, dependency)) {
                auto function = free_name("check" + words_of(dependency.pointer));
                call("dependency", {name, '&' + function});
                checks_.functions.push_back({std::move(function), &dependency, {{"required", {*names}}}});
            }
        }
    }

    void read_schemas(const json_node& schema, const json_node& value)
    {
        if (!value.is_array() || value.children.empty())
            return errors_.add(schema, value.name, "is no list of schemas", "list one schema at least");
        for (const auto& each : value.children)
            same_value_[&schema].push_back(&each);
        call(find_keyword(value.name)->function, {addresses_for(value)});
    }

    void read_subschema(const json_node& schema, const json_node& value)
    {
        if (value.name == "not")
            same_value_[&schema].push_back(&value);
        call(find_keyword(value.name)->function, {address_for(value)});
    }

    void read_condition(const json_node& schema, const json_node& value)
    {
        const auto branch = [&](std::string_view keyword) {
            const json_node* node = schema.find(keyword);
            if (node)
                same_value_[&schema].push_back(node);
            return node ? address_for(*node) : std::string{no_function};
        };
        same_value_[&schema].push_back(&value);
        const auto condition = address_for(value);
        const auto then = branch("then");
        const auto otherwise = branch("else");
        call("condition", {condition, then, otherwise});
    }

    // C++ ---------------------------------------------------------------------------------------------------------

    static std::string listed(const std::vector<std::string>& texts)
    {
        return fmt::format("{{{}}}", fmt::join(texts, ", "));
    }

    std::string addresses_for(const json_node& schemas)
    {
        std::vector<std::string> addresses;
        for (const auto& each : schemas.children)
            addresses.push_back(address_for(each));
        return listed(addresses);
    }

    const std::vector<schema_document>& documents_;
    error_list& errors_;
    value_checks checks_;
    /// Those of the schema that is being read.
    std::vector<check_call> calls_;
    std::map<const json_node*, std::string> functions_;
    std::set<std::string> names_;
    /// Indices of functions.
    std::deque<std::size_t> unread_;
    /// The schemas that a schema calls for the same value.
    std::map<const json_node*, std::vector<const json_node*>> same_value_;
};

} // namespace

bool is_check(std::string_view keyword)
{
    return check_reader::find_keyword(keyword) != nullptr;
}

value_checks read_checks(const json_node& schema, const std::vector<schema_document>& documents, error_list& errors)
{
    return check_reader{documents, errors}.read(schema);
}

value_checks read_checks(const json_node& schema, const std::vector<std::string_view>& keywords,
                         const std::vector<schema_document>& documents, error_list& errors)
{
    return check_reader{documents, errors}.read(schema, keywords);
}

} // namespace rollcall::codegen
