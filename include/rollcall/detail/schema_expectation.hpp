#pragma once

#include <rollcall/detail/nearest_name.hpp>
#include <rollcall/detail/right_spelling.hpp>
#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/schema_rules.hpp>

#include <boost/json/value.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rollcall::detail {

/// What one keyword of a schema demands of a value, and the rule that is broken when the value is not so.
struct schema_expectation {
    /// The rule for a value of the right type.
    const rule_information* rule;
    /// The keyword, for messages.
    std::string keyword{};
    /// What would be right, in words.
    std::string expected{};
    /// The JSON types that the value may have, as JSON Schema calls them; empty when the keyword says nothing of types.
    std::vector<std::string_view> types{};
    /// Whether the value is meant to be an Edm.Int32.
    bool is_int32 = false;
    /// For a property that must be there: its name.
    std::string property{};
    /// For properties that must not be there: the names of those that may.
    std::vector<std::string> declared{};
};

/// The type of a value as JSON Schema calls it. A whole number is a number here.
[[nodiscard]] inline std::string_view json_type_of(const boost::json::value& value) noexcept
{
    switch (value.kind()) {
    case boost::json::kind::null:
        return "null";
    case boost::json::kind::bool_:
        return "boolean";
    case boost::json::kind::string:
        return "string";
    case boost::json::kind::array:
        return "array";
    case boost::json::kind::object:
        return "object";
    default:
        return "number";
    }
}

/// Whether a number is written without fraction and exponent.
[[nodiscard]] inline bool is_spelt_whole(std::string_view number) noexcept
{
    return number.find_first_of(".eE") == std::string_view::npos;
}

[[nodiscard]] inline bool is_spelt_int32(std::string_view number) noexcept
{
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    return error == std::errc{} && end == number.data() + number.size();
}

/// The rule that a value breaks which is not as expected. `spelling` is the value's JSON text where it is a number.
[[nodiscard]] inline const rule_information& broken_rule(const schema_expectation& expectation,
                                                         const boost::json::value& value, std::string_view spelling)
{
    const auto accepts = [&](std::string_view type) {
        return std::find(expectation.types.begin(), expectation.types.end(), type) != expectation.types.end();
    };
    const bool is_whole_number = value.is_number() && is_spelt_whole(spelling);
    const bool breaks_type =
        expectation.rule == &rules::type::information || (!expectation.types.empty() && !accepts(json_type_of(value)));
    if (breaks_type && value.is_null())
        return rules::null_not_allowed::information;
    if (is_whole_number && expectation.is_int32 && !is_spelt_int32(spelling))
        return rules::int32_range::information;
    if (is_whole_number && accepts("integer"))
        return rules::schema_constraint::information;
    return breaks_type ? rules::type::information : *expectation.rule;
}

/// The declared property that was meant by an unknown name, in quotation marks; empty where none is near.
[[nodiscard]] inline std::string meant_property(const std::vector<std::string>& declared, std::string_view name)
{
    const std::string_view meant = nearest_name(declared, name);
    return meant.empty() ? std::string{} : quoted_name(meant);
}

/// What is wrong with the value called `name`, in a sentence.
[[nodiscard]] inline std::string describe(const schema_expectation& expectation, const rule_information& rule,
                                          const std::string& name)
{
    const auto is = [&](const rule_information& other) { return &rule == &other; };
    if (is(rules::missing_property::information))
        return "the property " + expectation.expected + " is missing";
    if (is(rules::unknown_property::information)) {
        const std::string meant = meant_property(expectation.declared, name);
        return "the property " + detail::quoted_name(name) + " is not declared for this type" +
               (meant.empty() ? std::string{} : "; did you mean " + meant + "?");
    }
    if (is(rules::null_not_allowed::information))
        return name + " must not be null";
    if (is(rules::date_time_format::information))
        return name + " is not a date-time";
    if (is(rules::unknown_enum_value::information))
        return name + " is not a value that the schema lists";
    if (is(rules::type::information))
        return name + " must be " + expectation.expected;
    if (is(rules::int32_range::information) || expectation.rule == &rules::type::information)
        return name + " is out of range";
    return name + " breaks " + expectation.keyword;
}

/// What would be right, in words.
[[nodiscard]] inline std::string expected_by(const schema_expectation& expectation, const rule_information& rule)
{
    if (&rule == &rules::int32_range::information)
        return "a whole number from -2147483648 to 2147483647";
    if (&rule == &rules::schema_constraint::information && expectation.rule == &rules::type::information)
        return "a whole number from -9223372036854775808 to 9223372036854775807";
    return expectation.expected;
}

/// `diagnostic::fix` for a value that is spelt so.
[[nodiscard]] inline std::string fix_by(const schema_expectation& expectation, const rule_information& rule,
                                        const std::string& name, std::string_view spelling)
{
    const auto is = [&](const rule_information& other) { return &rule == &other; };
    const auto accepts = [&](std::string_view type) {
        return std::find(expectation.types.begin(), expectation.types.end(), type) != expectation.types.end();
    };
    if (is(rules::unknown_property::information))
        return meant_property(expectation.declared, name);
    if (is(rules::date_time_format::information))
        return rewritten_date_time(spelling);
    if (is(rules::null_not_allowed::information) && accepts("array"))
        return "[]";
    if (is(rules::type::information) && accepts("integer") && !accepts("number"))
        return rewritten_whole_number(spelling);
    return {};
}

} // namespace rollcall::detail
