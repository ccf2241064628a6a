#pragma once

#include <rollcall/detail/json_pointer.hpp>       // append_to_pointer
#include <rollcall/detail/schema_expectation.hpp> // schema_expectation
#include <rollcall/detail/text_excerpt.hpp>       // excerpt, quoted
#include <rollcall/schema_error.hpp>              // schema_error

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>   // std::find
#include <array>       // std::array
#include <charconv>    // std::from_chars
#include <cstddef>     // std::size_t
#include <cstdint>     // std::int32_t
#include <limits>      // std::numeric_limits
#include <map>         // std::map
#include <regex>       // std::regex
#include <string>      // std::string
#include <string_view> // std::string_view
#include <utility>     // std::move
#include <vector>      // std::vector

namespace rollcall::detail {

/// Whether there is something in a tree that valijson 1.0 takes for something else: a whole number beyond 63 bits,
/// which is no number to it, or a zero character, where a string ends for it.
[[nodiscard]] inline bool is_odd_for_valijson(const boost::json::value& value)
{
    if (const boost::json::object* const object = value.if_object())
        return std::any_of(object->begin(), object->end(),
                           [](const auto& member) { return is_odd_for_valijson(member.value()); });
    if (const boost::json::array* const array = value.if_array())
        return std::any_of(array->begin(), array->end(), is_odd_for_valijson);
    return value.is_uint64() || (value.is_string() && value.get_string().find('\0') != std::string_view::npos);
}

/// Replaces such things by what valijson judges as JSON Schema says.
inline void put_right_for_valijson(boost::json::value& value)
{
    if (boost::json::object* const object = value.if_object()) {
        for (auto& member : *object)
            put_right_for_valijson(member.value());
    } else if (boost::json::array* const array = value.if_array()) {
        for (boost::json::value& item : *array)
            put_right_for_valijson(item);
    } else if (value.is_uint64()) {
        value = static_cast<double>(value.get_uint64());
    } else if (boost::json::string* const text = value.if_string()) {
        constexpr std::string_view replacement = "\xEF\xBF\xBD";
        for (std::size_t zero = text->find('\0'); zero != std::string_view::npos; zero = text->find('\0', zero))
            text->replace(zero, 1, replacement);
    }
}

/// Schema files, put together in one document for valijson and said in a way that makes its findings precise.
///
/// valijson tells a defect by a chain of sentences, from the value outward and with those of every alternative that was
/// tried. So each keyword K that can fail becomes `{"if": {K}, "else": {"complaint": N}}`: K is still valijson's to
/// judge, and the keyword `complaint`, which the engine adds to valijson, says that expectation N was not met, and
/// where. What holds schemas together (properties, items, allOf, references) stays as it is. Alternatives of which the
/// value itself says which is meant (`x-discriminator`, or null beside another) become conditions. A value is valid
/// just as before.
class schema_bundle {
public:
    static constexpr std::string_view complaint_keyword = "complaint";

    /// Throws schema_error.
    explicit schema_bundle(const std::map<std::string, std::string>& files)
    {
        for (const auto& [name, text] : files)
            files_.emplace(name, parsed(name, text));
        for (const auto& [name, root] : files_)
            roots_.emplace(name, definition_of(name, {}, root));
        // A definition that refers to others adds these at the end.
        for (std::size_t index = 0; index < definitions_.size(); ++index) {
            const place root{index, definitions_[index].file, definitions_[index].pointer};
            boost::json::value rewritten = precise(*definitions_[index].schema, root);
            definitions_[index].rewritten = std::move(rewritten);
        }
        refuse_endless_references();
    }

    /// The whole document, which is a schema for the file.
    [[nodiscard]] boost::json::value document_for(const std::string& file) const
    {
        boost::json::object all;
        for (std::size_t index = 0; index < definitions_.size(); ++index)
            all.emplace(std::to_string(index), definitions_[index].rewritten);
        return {{"$ref", reference_to(roots_.at(file))}, {"definitions", std::move(all)}};
    }

    [[nodiscard]] std::vector<schema_expectation>& expectations() noexcept { return expectations_; }

private:
    using json_value = boost::json::value;
    using json_object = boost::json::object;
    using json_array = boost::json::array;

    /// A file, or what a reference points to.
    struct definition {
        std::string file;
        std::string pointer;
        const json_value* schema;
        json_value rewritten{};
        /// The definitions that judge the same value as this one.
        std::vector<std::size_t> continued_by{};
    };

    /// Where in the files a schema stands.
    struct place {
        std::size_t definition;
        std::string file;
        std::string pointer;
        /// Whether it judges the same value as the definition.
        bool same_value = true;

        [[nodiscard]] place at(std::string_view step) const
        {
            place result = *this;
            append_to_pointer(result.pointer, step);
            return result;
        }
        [[nodiscard]] place at(std::size_t index) const { return at(std::to_string(index)); }
        /// The same place, as that of a schema for a part of the value.
        [[nodiscard]] place for_part() const
        {
            place result = *this;
            result.same_value = false;
            return result;
        }
    };

    /// A schema on its way to being rewritten.
    struct schema_in_work {
        const json_object& keywords;
        place where;
        /// Whether it is for whole numbers of 32 bits.
        bool is_int32;
        /// What stays as it is.
        json_object kept{};
        /// What is demanded besides.
        json_array demands{};
    };

    [[noreturn]] static void refuse(const std::string& file, const std::string& pointer, const std::string& reason)
    {
        throw schema_error{file + "#" + pointer + ": " + reason};
    }
    [[noreturn]] static void refuse(const place& where, const std::string& reason)
    {
        refuse(where.file, where.pointer, reason);
    }

    [[nodiscard]] static json_value parsed(const std::string& name, const std::string& text)
    {
        boost::json::parse_options options;
        options.max_depth = 256;
        boost::json::error_code error;
        json_value root = boost::json::parse(text, error, {}, options);
        if (error)
            throw schema_error{name + ": is not JSON (" + error.message() + ")"};
        put_right_for_valijson(root);
        return root;
    }

    // ------------------------------------------------------------ references

    [[nodiscard]] static std::string reference_to(std::size_t definition)
    {
        return "#/definitions/" + std::to_string(definition);
    }

    std::size_t definition_of(const std::string& file, const std::string& pointer, const json_value& schema)
    {
        const auto [known, is_new] = definition_indexes_.try_emplace(file + "#" + pointer, definitions_.size());
        if (is_new)
            definitions_.push_back({file, pointer, &schema});
        return known->second;
    }

    [[nodiscard]] std::size_t resolve(const json_value& reference, const place& from)
    {
        if (!reference.is_string())
            refuse(from, "is no string; write the file or the definition that is meant");
        const std::string_view text{reference.get_string().data(), reference.get_string().size()};
        const std::size_t hash = text.find('#');
        const std::string file = hash == 0 ? from.file : percent_decoded(text.substr(0, hash));
        const auto root = files_.find(file);
        if (root == files_.end())
            refuse(from, "refers to " + detail::quoted_name(text) +
                             ", but there is no schema file of this name; add it or correct the name");
        const std::string pointer =
            hash == std::string_view::npos ? std::string{} : percent_decoded(text.substr(hash + 1));
        boost::json::error_code error;
        const json_value* const schema = root->second.find_pointer(pointer, error);
        if (!schema)
            refuse(from, "refers to " + detail::quoted_name(text) + ", which is not in the file; correct it");
        return definition_of(file, pointer, *schema);
    }

    [[nodiscard]] static std::string percent_decoded(std::string_view text)
    {
        std::string result;
        for (std::size_t index = 0; index < text.size(); ++index) {
            unsigned code = 0;
            const char* const digits = text.data() + index + 1;
            if (text[index] == '%' && index + 2 < text.size() &&
                std::from_chars(digits, digits + 2, code, 16).ptr == digits + 2) {
                result += static_cast<char>(code);
                index += 2;
            } else {
                result += text[index];
            }
        }
        return result;
    }

    /// A schema that comes back to itself without a step into the value would be judged for ever.
    void refuse_endless_references() const
    {
        std::vector<int> states(definitions_.size());
        for (std::size_t index = 0; index < definitions_.size(); ++index)
            follow(index, states);
    }

    void follow(std::size_t index, std::vector<int>& states) const
    {
        constexpr int open = 1, done = 2;
        const definition& current = definitions_[index];
        if (states[index] == open)
            refuse(current.file, current.pointer,
                   "refers to itself for the same value, so that it has no end; take a reference out");
        if (states[index] == done)
            return;
        states[index] = open;
        for (const std::size_t next : current.continued_by)
            follow(next, states);
        states[index] = done;
    }

    // ------------------------------------------------------------ what a schema is made of

    [[nodiscard]] static const json_object& object_at(const json_value& value, const place& where)
    {
        if (!value.is_object())
            refuse(where, "must be an object");
        return value.get_object();
    }
    [[nodiscard]] static const json_array& array_at(const json_value& value, const place& where)
    {
        if (!value.is_array())
            refuse(where, "must be an array");
        return value.get_array();
    }
    [[nodiscard]] static std::string text_at(const json_value& value, const place& where)
    {
        if (!value.is_string())
            refuse(where, "must be a string");
        return {value.get_string().data(), value.get_string().size()};
    }

    /// The schema, rewritten.
    [[nodiscard]] json_value precise(const json_value& schema, const place& where)
    {
        if (schema.is_bool())
            return schema.get_bool() ? json_object{}
                                     : complaint({&rules::schema_constraint::information, "false", "no value"});
        const json_object& keywords = object_at(schema, where);
        if (const json_value* const reference = keywords.if_contains("$ref")) {
            const std::size_t target = resolve(*reference, where.at("$ref"));
            if (where.same_value)
                definitions_[where.definition].continued_by.push_back(target);
            return json_object{{"$ref", reference_to(target)}};
        }

        schema_in_work work{keywords, where, means_int32(keywords)};
        for (const auto& [keyword, value] : keywords)
            add_keyword(work, keyword, value);
        add_properties(work);
        if (!work.demands.empty())
            work.kept["allOf"] = std::move(work.demands);
        const json_value* const type = keywords.if_contains("type");
        if (!type)
            return std::move(work.kept);
        schema_expectation expectation = expected_type(*type, where.at("type"));
        expectation.is_int32 = work.is_int32;
        return condition({{"type", *type}}, std::move(work.kept), complaint(std::move(expectation)));
    }

    [[nodiscard]] json_array precise_each(const json_value& schemas, const place& where)
    {
        json_array result;
        for (const json_value& schema : array_at(schemas, where))
            result.push_back(precise(schema, where.at(result.size())));
        return result;
    }

    [[nodiscard]] json_object precise_members(const json_value& schemas, const place& where)
    {
        json_object result;
        for (const auto& [name, schema] : object_at(schemas, where))
            result.emplace(name, precise(schema, where.at(name).for_part()));
        return result;
    }

    [[nodiscard]] static json_object condition(json_value question, json_value yes, json_value no)
    {
        return {{"if", std::move(question)}, {"then", std::move(yes)}, {"else", std::move(no)}};
    }

    [[nodiscard]] json_object complaint(schema_expectation expectation)
    {
        expectations_.push_back(std::move(expectation));
        return {{complaint_keyword, static_cast<std::int64_t>(expectations_.size() - 1)}};
    }

    /// A demand that valijson is asked about as a whole.
    [[nodiscard]] json_object demand(json_object question, schema_expectation expectation)
    {
        return condition(std::move(question), json_object{}, complaint(std::move(expectation)));
    }

    [[nodiscard]] static std::string shown(const json_value& value) { return excerpt(boost::json::serialize(value)); }

    void add_keyword(schema_in_work& work, std::string_view keyword, const json_value& value)
    {
        constexpr std::array<std::string_view, 11> limits{
            "minimum",  "maximum",   "exclusiveMinimum", "exclusiveMaximum", "uniqueItems",  "minItems",
            "maxItems", "minLength", "maxLength",        "minProperties",    "maxProperties"};
        constexpr std::array<std::string_view, 7> said_with_others{
            "type", "properties", "patternProperties", "additionalProperties", "additionalItems", "then", "else"};
        constexpr std::array<std::string_view, 12> says_nothing_of_values{
            "$schema",  "$id",         "$comment", "title",     "description",     "default",
            "examples", "definitions", "readOnly", "writeOnly", "contentEncoding", "contentMediaType"};
        const auto is_one_of = [&](const auto& names) {
            return std::find(names.begin(), names.end(), keyword) != names.end();
        };

        const place where = work.where.at(keyword);
        schema_expectation expectation{&rules::schema_constraint::information, std::string{keyword},
                                       std::string{keyword} + " " + shown(value)};
        expectation.is_int32 = work.is_int32;
        const auto ask = [&](json_value question) {
            work.demands.push_back(demand({{keyword, std::move(question)}}, std::move(expectation)));
        };
        if (is_one_of(limits)) {
            ask(value);
        } else if (keyword == "const") {
            expectation.types = {json_type_of(value)};
            expectation.expected = shown(value);
            ask(value);
        } else if (keyword == "enum") {
            expectation.rule = &rules::unknown_enum_value::information;
            expectation.expected = "one of " + shown(value);
            for (const json_value& listed : array_at(value, where))
                expectation.types.push_back(json_type_of(listed));
            ask(value);
        } else if (keyword == "multipleOf") {
            if (!value.is_number() || value.to_number<double>() <= 0)
                refuse(where, "must be a number above 0");
            // valijson takes texts for numbers here, and cuts fractions off where the divisor is whole.
            work.demands.push_back(condition({{"type", "number"}},
                                             demand({{keyword, value.to_number<double>()}}, std::move(expectation)),
                                             json_object{}));
        } else if (keyword == "pattern") {
            add_pattern(work, text_at(value, where));
        } else if (keyword == "format") {
            add_format(work, text_at(value, where));
        } else if (keyword == "required") {
            for (const json_value& name : array_at(value, where))
                add_required(work, text_at(name, where));
        } else if (keyword == "allOf") {
            for (json_value& part : precise_each(value, where))
                work.demands.push_back(std::move(part));
        } else if (keyword == "anyOf") {
            if (!add_unless_null(work, array_at(value, where)))
                ask(precise_each(value, where));
        } else if (keyword == "oneOf") {
            if (!add_by_discriminator(work, array_at(value, where)))
                ask(precise_each(value, where));
        } else if (keyword == "not") {
            ask(precise(value, where));
        } else if (keyword == "contains" || keyword == "propertyNames") {
            ask(precise(value, where.for_part()));
        } else if (keyword == "dependencies") {
            json_object dependencies;
            for (const auto& [name, dependency] : object_at(value, where))
                dependencies.emplace(name, dependency.is_array() ? dependency : precise(dependency, where.at(name)));
            ask(std::move(dependencies));
        } else if (keyword == "if") {
            work.demands.push_back(condition(precise(value, where), branch(work, "then"), branch(work, "else")));
        } else if (keyword == "items") {
            add_items(work, value);
        } else if (!is_one_of(said_with_others) && !is_one_of(says_nothing_of_values) && !keyword.starts_with("x-")) {
            refuse(where,
                   "is no keyword of JSON Schema draft-07, so that nobody knows what it demands; correct or remove it");
        }
    }

    /// `then` or `else`.
    [[nodiscard]] json_value branch(const schema_in_work& work, std::string_view keyword)
    {
        const json_value* const schema = work.keywords.if_contains(keyword);
        return schema ? precise(*schema, work.where.at(keyword)) : json_value(json_object{});
    }

    void add_required(schema_in_work& work, const std::string& property)
    {
        schema_expectation expectation{&rules::missing_property::information, "required",
                                       detail::quoted_name(property)};
        expectation.property = property;
        work.demands.push_back(demand({{"required", json_array{json_value(property)}}}, std::move(expectation)));
    }

    /// The keywords that say together which properties an object may have.
    void add_properties(schema_in_work& work)
    {
        if (const json_value* const properties = work.keywords.if_contains("properties"))
            work.kept["properties"] = precise_members(*properties, work.where.at("properties"));
        if (const json_value* const patterns = work.keywords.if_contains("patternProperties")) {
            const place where = work.where.at("patternProperties");
            for (const auto& pattern : object_at(*patterns, where))
                check_pattern(std::string{pattern.key()}, where);
            work.kept["patternProperties"] = precise_members(*patterns, where);
        }
        if (const json_value* const others = work.keywords.if_contains("additionalProperties"))
            work.kept["additionalProperties"] =
                others->is_bool() && !others->get_bool()
                    ? complaint(expected_to_be_declared(work.keywords))
                    : precise(*others, work.where.at("additionalProperties").for_part());
    }

    [[nodiscard]] static schema_expectation expected_to_be_declared(const json_object& keywords)
    {
        schema_expectation result{&rules::unknown_property::information, "additionalProperties"};
        if (const json_value* const properties = keywords.if_contains("properties"))
            for (const auto& property : properties->as_object())
                result.declared.emplace_back(property.key());
        return result;
    }

    void add_items(schema_in_work& work, const json_value& items)
    {
        const place where = work.where.at("items");
        if (!items.is_array()) {
            work.kept["items"] = precise(items, where.for_part());
            return;
        }
        json_array each;
        for (const json_value& item : items.get_array())
            each.push_back(precise(item, where.at(each.size()).for_part()));
        work.kept["items"] = std::move(each);
        if (const json_value* const others = work.keywords.if_contains("additionalItems"))
            work.kept["additionalItems"] = precise(*others, work.where.at("additionalItems").for_part());
    }

    /// Adds `anyOf` where it is a choice between null and something else: whether the value is null decides. False when
    /// it is not.
    [[nodiscard]] bool add_unless_null(schema_in_work& work, const json_array& alternatives)
    {
        const json_value null_schema = json_object{{"type", "null"}};
        const auto found = std::find(alternatives.begin(), alternatives.end(), null_schema);
        if (alternatives.size() != 2 || found == alternatives.end())
            return false;
        const std::size_t other = found == alternatives.begin() ? 1 : 0;
        json_value otherwise = precise(alternatives[other], work.where.at("anyOf").at(other));
        work.demands.push_back(condition(null_schema, json_object{}, std::move(otherwise)));
        return true;
    }

    /// Adds `oneOf` where `x-discriminator` says by which property to choose; the alternative that the mapping does not
    /// name is for all other values. False when the two do not fit together like that.
    [[nodiscard]] bool add_by_discriminator(schema_in_work& work, const json_array& alternatives)
    {
        const json_value* const discriminator = work.keywords.if_contains("x-discriminator");
        const json_object* const parts = discriminator ? discriminator->if_object() : nullptr;
        const json_value* const property = parts ? parts->if_contains("propertyName") : nullptr;
        const json_value* const mapping = parts ? parts->if_contains("mapping") : nullptr;
        if (!property || !property->is_string() || !mapping || !mapping->is_object())
            return false;

        std::vector<std::pair<json_value, std::size_t>> named;
        std::vector<std::size_t> unnamed;
        for (std::size_t index = 0; index < alternatives.size(); ++index) {
            const std::size_t named_before = named.size();
            for (const auto& [name, reference] : mapping->get_object())
                if (alternatives[index] == json_value(json_object{{"$ref", reference}}))
                    named.emplace_back(name, index);
            if (named.size() == named_before)
                unnamed.push_back(index);
        }
        if (named.size() != mapping->get_object().size() || unnamed.size() != 1)
            return false;

        const auto alternative = [&](std::size_t index) {
            return precise(alternatives[index], work.where.at("oneOf").at(index));
        };
        json_value choice = alternative(unnamed.front());
        for (const auto& [name, index] : named) {
            json_object is_named{{"required", json_array{*property}},
                                 {"properties", json_object{{property->get_string(), json_object{{"const", name}}}}}};
            choice = condition(std::move(is_named), alternative(index), std::move(choice));
        }
        work.demands.push_back(std::move(choice));
        return true;
    }

    // ------------------------------------------------------------ scalars

    [[nodiscard]] schema_expectation expected_type(const json_value& type, const place& where) const
    {
        struct type_words {
            std::string_view type;
            std::string_view words;
        };
        constexpr std::array<type_words, 7> known{{
            {"string", "a string"},
            {"integer", "a whole number without fraction and exponent"},
            {"number", "a number"},
            {"boolean", "true or false"},
            {"object", "an object"},
            {"array", "an array"},
            {"null", "null"},
        }};
        schema_expectation result{&rules::type::information, "type"};
        const auto add = [&](const json_value& name) {
            const std::string text = text_at(name, where);
            const auto found =
                std::find_if(known.begin(), known.end(), [&](const type_words& one) { return one.type == text; });
            if (found == known.end())
                refuse(where, detail::quoted_name(text) + " is no type of JSON Schema");
            result.types.push_back(found->type);
            result.expected += (result.expected.empty() ? "" : " or ") + std::string{found->words};
        };
        if (!type.is_array())
            add(type);
        else
            for (const json_value& name : type.get_array())
                add(name);
        return result;
    }

    /// Whether a schema is for whole numbers of 32 bits.
    [[nodiscard]] static bool means_int32(const json_object& keywords)
    {
        using limits = std::numeric_limits<std::int32_t>;
        const json_value* const type = keywords.if_contains("type");
        const bool is_integer = type && (*type == "integer" || *type == json_array{"integer", "null"} ||
                                         *type == json_array{"null", "integer"});
        const auto bound = [&](std::string_view keyword, double otherwise) {
            const json_value* const value = keywords.if_contains(keyword);
            return value && value->is_number() ? value->to_number<double>() : otherwise;
        };
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const json_value* const format = keywords.if_contains("format");
        return is_integer &&
               ((format && *format == "int32") ||
                (std::max(bound("minimum", -infinity), bound("exclusiveMinimum", -infinity) + 1) >= limits::min() &&
                 std::min(bound("maximum", infinity), bound("exclusiveMaximum", infinity) - 1) <= limits::max()));
    }

    static void check_pattern(const std::string& pattern, const place& where)
    {
        try {
            static_cast<void>(std::regex{pattern});
        } catch (const std::regex_error& error) {
            refuse(where, "is no regular expression (" + std::string{error.what()} + ")");
        }
    }

    void add_pattern(schema_in_work& work, const std::string& pattern)
    {
        check_pattern(pattern, work.where.at("pattern"));
        const json_value* const format = work.keywords.if_contains("format");
        work.demands.push_back(
            demand(question(pattern), format && *format == "date-time"
                                          ? expected_date_time()
                                          : expected_text("pattern", "a text that matches " + excerpt(pattern))));
    }

    /// valijson's own idea of dates is loose (29 February in every year) and it throws for what is no string, so the
    /// formats that rollcall knows are patterns to it, if they do not have one already.
    void add_format(schema_in_work& work, const std::string& format)
    {
        json_array& demands = work.demands;
        if (format == "date-time") {
            if (!work.keywords.contains("pattern"))
                demands.push_back(
                    demand(question("^" + date_pattern() + "T" + time_pattern() + "$"), expected_date_time()));
        } else if (format == "date") {
            demands.push_back(demand(question("^" + date_pattern() + "$"),
                                     expected_text("format date", "a date such as 2022-06-29")));
        } else if (format == "uuid") {
            demands.push_back(
                demand(question("^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"),
                       expected_text("format uuid", "a UUID such as 0c6204c3-70b6-4981-9f2c-5194ced1cdd1")));
        } else if (format == "int32") {
            using limits = std::numeric_limits<std::int32_t>;
            schema_expectation expectation{&rules::schema_constraint::information, "format int32"};
            expectation.is_int32 = true;
            demands.push_back(demand({{"minimum", limits::min()}, {"maximum", limits::max()}}, std::move(expectation)));
        } else {
            const std::string name = "format " + excerpt(format);
            demands.push_back(condition({{"type", "string"}},
                                        demand({{"format", format}}, expected_text(name, "a text in the " + name)),
                                        json_object{}));
        }
    }

    /// The regular expressions of the standard library call themselves for each character, and longer texts than this
    /// could exhaust the stack.
    [[nodiscard]] static json_object question(const std::string& pattern)
    {
        constexpr int longest_text = 2000;
        return {{"maxLength", longest_text}, {"pattern", pattern}};
    }

    [[nodiscard]] static schema_expectation expected_text(std::string keyword, std::string expected)
    {
        return {&rules::schema_constraint::information, std::move(keyword), std::move(expected)};
    }

    [[nodiscard]] static schema_expectation expected_date_time()
    {
        return {&rules::date_time_format::information, "format date-time",
                "a date-time such as 2022-06-29T22:54:43.656285Z"};
    }

    /// A day of the years 0001 to 9999.
    [[nodiscard]] static std::string date_pattern()
    {
        return "(?:(?!0000)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|"
               "30)"
               "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
               "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)";
    }

    [[nodiscard]] static std::string time_pattern()
    {
        return "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,12})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])";
    }

    std::map<std::string, json_value> files_;
    std::map<std::string, std::size_t> roots_;
    std::map<std::string, std::size_t> definition_indexes_;
    std::vector<definition> definitions_;
    std::vector<schema_expectation> expectations_;
};

} // namespace rollcall::detail
