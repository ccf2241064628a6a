#pragma once

#include <rollcall/detail/check_findings.hpp>
#include <rollcall/detail/counted.hpp>
#include <rollcall/detail/decimal.hpp>
#include <rollcall/detail/json_pointer.hpp>
#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/detail/write_string.hpp>
#include <rollcall/rules/schema_rules.hpp>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The keywords of draft-07 as functions, of which the checks of generated types are made. A value is judged by its
// text, so that numbers count exactly, whatever their size. Each reads the text of the value once.

namespace rollcall::checks {

/// A value by its text, which is JSON, and its way from the value that is judged.
class value {
public:
    explicit value(std::string_view text) : text_{text} {}
    value(const value& container, std::string_view name, std::string_view text)
        : text_{text}, container_{&container}, name_{name}
    {
    }
    value(const value& container, std::size_t index, std::string_view text)
        : text_{text}, container_{&container}, index_{index}
    {
    }

    [[nodiscard]] std::string_view text() const noexcept { return text_; }

    /// As JSON Schema calls it. A whole number is a number here.
    [[nodiscard]] std::string_view type() const noexcept
    {
        switch (text_.front()) {
        case '{':
            return "object";
        case '[':
            return "array";
        case '"':
            return "string";
        case 't':
        case 'f':
            return "boolean";
        case 'n':
            return "null";
        default:
            return "number";
        }
    }
    [[nodiscard]] bool is(std::string_view name) const noexcept { return type() == name; }
    [[nodiscard]] bool is_container() const noexcept { return text_.front() == '{' || text_.front() == '['; }

    /// The text of a string, unescaped.
    [[nodiscard]] std::string string() const { return detail::unescape(text_).value_or(std::string{}); }
    [[nodiscard]] detail::decimal number() const { return detail::decimal_of(text_); }

    /// Calls `visit(name, member)` for each member, if this is an object.
    template <class Visitor>
    void visit_members(Visitor visit) const
    {
        detail::visit_members(text_.data(), end(), [&](std::string_view name, const char* begin) {
            visit(name, value{*this, name, text_from(begin)});
            return true;
        });
    }

    /// Calls `visit(index, item)` for each item, if this is an array.
    template <class Visitor>
    void visit_items(Visitor visit) const
    {
        detail::visit_items(text_.data(), end(), [&](std::size_t index, const char* begin) {
            visit(index, value{*this, index, text_from(begin)});
            return true;
        });
    }

    [[nodiscard]] bool has(std::string_view name) const
    {
        return detail::find_member(text_.data(), end(), name) != nullptr;
    }

    /// How many members an object or items an array has.
    [[nodiscard]] std::size_t size() const
    {
        std::size_t result = 0;
        visit_members([&](std::string_view, const value&) { ++result; });
        visit_items([&](std::size_t, const value&) { ++result; });
        return result;
    }

    /// JSON Pointer from the value that is judged.
    [[nodiscard]] std::string pointer() const
    {
        if (!container_)
            return {};
        auto result = container_->pointer();
        if (container_->is("array"))
            detail::append_to_pointer(result, index_);
        else
            detail::append_to_pointer(result, name_);
        return result;
    }

    /// What messages call it, if they call the value that is judged `judged`.
    [[nodiscard]] std::string name(const std::string& judged) const
    {
        if (!container_)
            return judged;
        if (!container_->is("array"))
            return std::string{name_};
        return "item " + std::to_string(index_ + 1) + " of " + container_->name(judged);
    }

    /// The same for all values that are equal by JSON Schema: numbers by value, objects without order.
    [[nodiscard]] std::string canonical_text() const
    {
        std::string result;
        if (is("number")) {
            const auto exact = number();
            result = (exact.is_negative ? "-" : "") + exact.digits + "e" + std::to_string(exact.exponent);
        } else if (is("string")) {
            result = canonical(string());
        } else if (is("array")) {
            visit_items([&](std::size_t, const value& item) { result += item.canonical_text() + ','; });
            result = '[' + result + ']';
        } else if (is("object")) {
            std::map<std::string, std::string, std::less<>> members;
            visit_members(
                [&](std::string_view name, const value& member) { members.emplace(name, member.canonical_text()); });
            for (const auto& [name, text] : members)
                result += canonical(name) + ':' + text + ',';
            result = '{' + result + '}';
        } else {
            result = text_;
        }
        return result;
    }

private:
    [[nodiscard]] const char* end() const noexcept { return text_.data() + text_.size(); }
    [[nodiscard]] std::string_view text_from(const char* begin) const noexcept
    {
        return {begin, static_cast<std::size_t>(detail::skip_value(begin, end()) - begin)};
    }
    /// No text within can be taken for what follows it.
    [[nodiscard]] static std::string canonical(std::string_view text)
    {
        return std::to_string(text.size()) + '"' + std::string{text};
    }

    std::string_view text_;
    const value* container_ = nullptr;
    std::string_view name_{};
    std::size_t index_ = 0;
};

class findings;

/// The checks of a schema.
using schema = void (*)(const value&, findings&);

/// What is wrong with a value.
class findings {
public:
    explicit findings(detail::check_findings& to) : to_{&to}, judged_{&own_judged_} {}
    findings(const findings&) = delete;
    findings& operator=(const findings&) = delete;

    [[nodiscard]] bool empty() const noexcept { return count_ == 0; }

    /// `problem` follows the value's name: `is less than 3`.
    void add(const rule_information& rule, const value& at, std::string_view problem, std::string_view expected)
    {
        const auto found = at.is("object") ? "an object" : at.is("array") ? "an array" : detail::excerpt(at.text());
        add(rule, at, problem, expected, found);
    }
    void add(const rule_information& rule, const value& at, std::string_view problem, std::string_view expected,
             std::string_view found)
    {
        ++count_;
        if (to_)
            to_->add({rule, at.pointer(), at.text().data(), at.name(to_->name_of_value()) + ' ' + std::string{problem},
                      std::string{expected}, std::string{found}});
    }
    void add(const value& at, std::string_view problem, std::string_view expected)
    {
        add(rules::schema_constraint::information, at, problem, expected);
    }

    /// Adds what a schema finds wrong with a value, unless it has been added.
    void add_all(const value& at, schema checks)
    {
        if (!to_)
            count_ += conforms(at, checks) ? 0U : 1U;
        else if (!at.is_container() || !std::exchange(verdict_on(at, checks).is_told, true))
            checks(at, *this);
    }

    /// Whether a schema finds nothing wrong with a value. Schemas that refer to one another may ask that of a container
    /// again and again, and of what it contains each time: it is found out once.
    [[nodiscard]] bool conforms(const value& at, schema checks)
    {
        if (at.is_container())
            if (const auto known = verdict_on(at, checks).conforms)
                return *known;
        findings counted{judged_};
        checks(at, counted);
        if (at.is_container())
            verdict_on(at, checks).conforms = counted.empty();
        return counted.empty();
    }

private:
    struct verdict {
        schema checks;
        std::optional<bool> conforms{};
        bool is_told = false;
    };
    /// By where values begin.
    using verdicts = std::map<const char*, std::vector<verdict>>;

    /// Counts only.
    explicit findings(verdicts* judged) : judged_{judged} {}

    [[nodiscard]] verdict& verdict_on(const value& at, schema checks)
    {
        auto& all = (*judged_)[at.text().data()];
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const verdict& each) { return each.checks == checks; });
        return found == all.end() ? all.emplace_back(verdict{checks}) : *found;
    }

    detail::check_findings* to_ = nullptr;
    std::size_t count_ = 0;
    verdicts own_judged_;
    verdicts* judged_;
};

// ---------------------------------------------------------------- any value

/// No value is right.
inline void never(const value& at, findings& found)
{
    found.add(at, "must not be there", "no value");
}

inline void type(const value& at, findings& found, std::initializer_list<std::string_view> names)
{
    const auto accepts = [&](std::string_view name) {
        return at.is(name) || (name == "integer" && at.is("number") && at.number().is_whole());
    };
    if (std::any_of(names.begin(), names.end(), accepts))
        return;
    std::string expected;
    for (const auto name : names)
        expected += (expected.empty() ? "" : " or ") + std::string{name};
    found.add(at.is("null") ? rules::null_not_allowed::information : rules::type::information, at,
              "must be of type " + expected, expected);
}

/// The value is one of these, each as JSON.
inline void enumeration(const value& at, findings& found, std::initializer_list<std::string_view> texts)
{
    const auto canonical = at.canonical_text();
    if (std::any_of(texts.begin(), texts.end(),
                    [&](std::string_view text) { return value{text}.canonical_text() == canonical; }))
        return;
    std::string expected;
    for (const auto text : texts)
        expected += (expected.empty() ? "" : " or ") + detail::excerpt(text);
    found.add(at, "is not a value that the schema lists", expected);
}

inline void all_of(const value& at, findings& found, std::initializer_list<schema> schemas)
{
    for (const auto& each : schemas)
        found.add_all(at, each);
}

inline void any_of(const value& at, findings& found, std::initializer_list<schema> schemas)
{
    if (std::none_of(schemas.begin(), schemas.end(), [&](schema each) { return found.conforms(at, each); }))
        found.add(at, "is as none of the schemas in anyOf say",
                  "a value as one of the " + detail::counted(schemas.size(), "schema") + " says");
}

inline void one_of(const value& at, findings& found, std::initializer_list<schema> schemas)
{
    const auto count =
        std::count_if(schemas.begin(), schemas.end(), [&](schema each) { return found.conforms(at, each); });
    if (count != 1)
        found.add(at,
                  count == 0 ? "is as none of the schemas in oneOf say"
                             : "is as " + std::to_string(count) + " of the schemas in oneOf say",
                  "a value as exactly one of the " + detail::counted(schemas.size(), "schema") + " says");
}

inline void none_of(const value& at, findings& found, schema refused)
{
    if (found.conforms(at, refused))
        found.add(at, "is as the schema in not says", "a value that is not so");
}

/// The value keeps to `then` if it is as `condition` says, else to `otherwise`. Either may be null.
inline void condition(const value& at, findings& found, schema condition, schema then, schema otherwise)
{
    if (const auto next = found.conforms(at, condition) ? then : otherwise)
        found.add_all(at, next);
}

// ---------------------------------------------------------------- numbers

/// A bound is as the schema spells it.
inline void minimum(const value& at, findings& found, std::string_view bound)
{
    if (at.is("number") && at.number() < detail::decimal_of(bound))
        found.add(at, "is less than " + std::string{bound}, "at least " + std::string{bound});
}
inline void maximum(const value& at, findings& found, std::string_view bound)
{
    if (at.is("number") && at.number() > detail::decimal_of(bound))
        found.add(at, "is more than " + std::string{bound}, "at most " + std::string{bound});
}
inline void exclusive_minimum(const value& at, findings& found, std::string_view bound)
{
    if (at.is("number") && at.number() <= detail::decimal_of(bound))
        found.add(at, "is not more than " + std::string{bound}, "more than " + std::string{bound});
}
inline void exclusive_maximum(const value& at, findings& found, std::string_view bound)
{
    if (at.is("number") && at.number() >= detail::decimal_of(bound))
        found.add(at, "is not less than " + std::string{bound}, "less than " + std::string{bound});
}
inline void multiple_of(const value& at, findings& found, std::string_view divisor)
{
    if (at.is("number") && !detail::is_multiple_of(at.number(), detail::decimal_of(divisor)))
        found.add(at, "is no multiple of " + std::string{divisor}, "a multiple of " + std::string{divisor});
}

// ---------------------------------------------------------------- text

/// Lengths count code points.
inline void minimum_length(const value& at, findings& found, std::size_t least)
{
    const auto length = at.is("string") ? detail::count_lead_bytes(at.string()) : least;
    if (length < least)
        found.add(rules::schema_constraint::information, at, "is too short",
                  "at least " + detail::counted(least, "character") + " long", detail::counted(length, "character"));
}
inline void maximum_length(const value& at, findings& found, std::size_t most)
{
    const auto length = at.is("string") ? detail::count_lead_bytes(at.string()) : most;
    if (length > most)
        found.add(rules::schema_constraint::information, at, "is too long",
                  "at most " + detail::counted(most, "character") + " long", detail::counted(length, "character"));
}

/// Whether a text has what a pattern looks for.
using matcher = bool (*)(std::string_view);

inline void pattern(const value& at, findings& found, std::string_view pattern, matcher matches)
{
    if (at.is("string") && !matches(at.string()))
        found.add(at, "does not match the pattern", "a text that matches " + detail::excerpt(pattern));
}

// ---------------------------------------------------------------- arrays

inline void items(const value& at, findings& found, schema each)
{
    at.visit_items([&](std::size_t, const value& item) { found.add_all(item, each); });
}

/// Each of the first items has a schema of its own; `rest`, which may be null, is that of the others.
inline void items(const value& at, findings& found, std::initializer_list<schema> first, schema rest)
{
    at.visit_items([&](std::size_t index, const value& item) {
        if (index < first.size())
            found.add_all(item, first.begin()[index]);
        else if (rest)
            found.add_all(item, rest);
    });
}

inline void contains(const value& at, findings& found, schema wanted)
{
    bool has = !at.is("array");
    at.visit_items([&](std::size_t, const value& item) { has = has || found.conforms(item, wanted); });
    if (!has)
        found.add(at, "has no item as the schema in contains says", "one item at least that is so");
}

inline void minimum_items(const value& at, findings& found, std::size_t least)
{
    if (at.is("array") && at.size() < least)
        found.add(rules::schema_constraint::information, at, "has too few items",
                  "at least " + detail::counted(least, "item"), detail::counted(at.size(), "item"));
}
inline void maximum_items(const value& at, findings& found, std::size_t most)
{
    if (at.is("array") && at.size() > most)
        found.add(rules::schema_constraint::information, at, "has too many items",
                  "at most " + detail::counted(most, "item"), detail::counted(at.size(), "item"));
}
inline void unique_items(const value& at, findings& found)
{
    std::set<std::string> seen;
    at.visit_items([&](std::size_t, const value& item) {
        if (!seen.insert(item.canonical_text()).second)
            found.add(item, "is there already", "items that differ");
    });
}

// ---------------------------------------------------------------- objects

inline void required(const value& at, findings& found, std::initializer_list<std::string_view> names)
{
    for (const auto name : names) {
        if (at.is("object") && !at.has(name))
            found.add(rules::missing_property::information, at, "lacks the property " + detail::quoted_name(name),
                      detail::quoted_name(name), {});
    }
}

/// The schema of the member that is so called, or of those whose names match.
struct named_schema {
    std::string_view name;
    schema checks;
};
struct matching_schema {
    matcher matches;
    schema checks;
};

/// `rest`, which may be null, is for members that neither list is about.
inline void properties(const value& at, findings& found, std::initializer_list<named_schema> named,
                       std::initializer_list<matching_schema> matching, schema rest)
{
    at.visit_members([&](std::string_view name, const value& member) {
        bool is_known = false;
        const auto check = [&](bool concerns, schema checks) {
            if (concerns)
                found.add_all(member, checks);
            is_known = is_known || concerns;
        };
        for (const auto& each : named)
            check(each.name == name, each.checks);
        for (const auto& each : matching)
            check(each.matches(name), each.checks);
        if (!is_known && rest)
            found.add_all(member, rest);
    });
}

/// For the names of members, each as a JSON string.
inline void property_names(const value& at, findings& found, schema each)
{
    at.visit_members([&](std::string_view name, const value& member) {
        std::string text;
        detail::write_string(text, name);
        if (!found.conforms(value{text}, each))
            found.add(member, "has a name that is not as the schema in propertyNames says", "another name");
    });
}

inline void minimum_properties(const value& at, findings& found, std::size_t least)
{
    if (at.is("object") && at.size() < least)
        found.add(rules::schema_constraint::information, at, "has too few properties",
                  "at least " + std::to_string(least) + " of them", std::to_string(at.size()));
}
inline void maximum_properties(const value& at, findings& found, std::size_t most)
{
    if (at.is("object") && at.size() > most)
        found.add(rules::schema_constraint::information, at, "has too many properties",
                  "at most " + std::to_string(most) + " of them", std::to_string(at.size()));
}

/// An object that has the member keeps to the schema.
inline void dependency(const value& at, findings& found, std::string_view name, schema checks)
{
    if (at.is("object") && at.has(name))
        found.add_all(at, checks);
}

} // namespace rollcall::checks
