#pragma once

#include <rollcall/detail/json_pointer.hpp>       // append_to_pointer
#include <rollcall/detail/schema_bundle.hpp>      // schema_bundle
#include <rollcall/detail/schema_expectation.hpp> // schema_expectation
#include <rollcall/detail/text_case.hpp>          // lower
#include <rollcall/detail/text_excerpt.hpp>       // excerpt, quoted
#include <rollcall/diagnostics.hpp>               // diagnostics

#if !defined(VALIJSON_USE_EXCEPTIONS) || !VALIJSON_USE_EXCEPTIONS
#error                                                                                                                 \
    "Without VALIJSON_USE_EXCEPTIONS=1 a faulty schema would end the program: link to rollcall::schema_engine, which sets it."
#endif
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/constraint_builder.hpp>
#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <algorithm>   // std::stable_sort
#include <charconv>    // std::from_chars
#include <cstddef>     // std::size_t
#include <memory>      // std::unique_ptr
#include <new>         // placement new
#include <set>         // std::set
#include <string>      // std::string
#include <string_view> // std::string_view
#include <tuple>       // std::tie
#include <utility>     // std::exchange
#include <vector>      // std::vector

// The keyword that `schema_bundle` complains with, and what becomes of the complaints.

namespace rollcall::detail {

/// An expectation that a value did not meet.
struct schema_complaint {
    /// valijson's path to the value: "<root>", then each step in brackets.
    std::vector<std::string> path;
    std::size_t expectation;
};

/// Takes the complaints of this thread for as long as it lives.
///
/// They cannot go through valijson's results: a condition hands these on only when the value fails it, and all that a
/// failure leads to further out would come with them. So a complaint is heard here and does not make the value fail.
class complaint_box {
public:
    complaint_box() : around_{std::exchange(current_, this)} {}
    complaint_box(const complaint_box&) = delete;
    complaint_box& operator=(const complaint_box&) = delete;
    ~complaint_box() { current_ = around_; }

    static void add(const std::vector<std::string>& path, std::size_t expectation)
    {
        if (current_)
            current_->complaints_.push_back({path, expectation});
    }

    [[nodiscard]] std::vector<schema_complaint> complaints() && { return std::move(complaints_); }

private:
    inline static thread_local complaint_box* current_ = nullptr;
    complaint_box* around_;
    std::vector<schema_complaint> complaints_;
};

/// The keyword: no value is right. Where valijson only weighs alternatives, it gives no results to write to, and wants
/// to know.
class complaint_constraint final : public valijson::constraints::PolyConstraint {
public:
    explicit complaint_constraint(std::size_t expectation) : expectation_{expectation} {}

    bool validate(const valijson::adapters::Adapter&, const std::vector<std::string>& path,
                  valijson::ValidationResults* results) const override
    {
        if (!results)
            return false;
        complaint_box::add(path, expectation_);
        return true;
    }

private:
    Constraint* cloneInto(void* memory) const override { return new (memory) complaint_constraint{*this}; }
    std::size_t sizeOf() const override { return sizeof(complaint_constraint); }

    std::size_t expectation_;
};

class complaint_builder final : public valijson::ConstraintBuilder {
public:
    valijson::constraints::Constraint* make(const valijson::adapters::Adapter& expectation) const override
    {
        return new complaint_constraint{static_cast<std::size_t>(expectation.asInteger())};
    }
};

[[nodiscard]] inline std::unique_ptr<const valijson::Schema> compile_schema(const boost::json::value& document)
{
    auto schema = std::make_unique<valijson::Schema>();
    valijson::SchemaParser parser;
    parser.addConstraintBuilder(std::string{schema_bundle::complaint_keyword}, new complaint_builder);
    parser.populateSchema(valijson::adapters::BoostJsonAdapter{document}, *schema);
    return schema;
}

/// What the schema says against one value of a tree.
struct schema_finding {
    const schema_expectation* expectation;
    std::string pointer;
    /// The value, for messages.
    std::string name;
    const boost::json::value* value;
    /// The way to the value: which member or item at each step. Compared with others it tells the order in the
    /// document.
    std::vector<std::size_t> place{};

    /// `spelling` is the JSON text of the value, and is not needed for objects and arrays.
    void add_to(diagnostics& report, std::size_t offset, std::string_view spelling) const
    {
        const rule_information& rule = broken_rule(*expectation, *value, spelling);
        const bool is_missing = &rule == &rules::missing_property::information;
        const bool is_unknown = &rule == &rules::unknown_property::information;
        std::string found = is_missing           ? std::string{}
                            : is_unknown         ? detail::quoted_name(name)
                            : value->is_object() ? "an object"
                            : value->is_array()  ? "an array"
                                                 : excerpt(spelling);
        report.add(rule, pointer, offset, describe(*expectation, rule, name), expected_by(*expectation, rule),
                   std::move(found), fix_by(*expectation, rule, name, spelling));
    }
};

/// Finds the value that a complaint is about.
[[nodiscard]] inline schema_finding locate(const boost::json::value& root, const std::vector<std::string>& path,
                                           const schema_expectation& expectation)
{
    schema_finding result{&expectation, {}, "the payload", &root};
    std::string_view name_of_container = "the array";
    for (std::size_t index = 1; index < path.size(); ++index) {
        const std::string_view step = std::string_view{path[index]}.substr(1, path[index].size() - 2);
        append_to_pointer(result.pointer, step);
        if (const boost::json::array* const array = result.value->if_array()) {
            std::size_t position = 0;
            std::from_chars(step.data(), step.data() + step.size(), position);
            result.place.push_back(position);
            result.value = &array->at(position);
            result.name = "item " + std::to_string(position + 1) + " of " + std::string{name_of_container};
            name_of_container = "the array";
        } else {
            const boost::json::object& object = result.value->as_object();
            const auto member = object.find(step);
            result.place.push_back(static_cast<std::size_t>(member - object.begin()));
            result.value = &member->value();
            result.name = step;
            name_of_container = step;
        }
    }
    return result;
}

/// Findings of a value in its order, one for each value that is not right and for each property that is missing.
inline void put_in_order(std::vector<schema_finding>& findings)
{
    const auto key = [](const schema_finding& finding) {
        return std::tie(finding.place, finding.expectation->property);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const auto& left, const auto& right) { return key(left) < key(right); });
    const auto same = [&](const auto& left, const auto& right) { return key(left) == key(right); };
    findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
}

/// Leaves out the property that is missing because its name is misspelt: the unknown one tells it.
inline void leave_out_misspelt(std::vector<schema_finding>& findings)
{
    const auto pointer_of = [](std::string pointer, std::string_view name) {
        std::string in_lower_case;
        for (const char character : name)
            in_lower_case += lower(character);
        append_to_pointer(pointer, in_lower_case);
        return pointer;
    };
    std::set<std::string> unknown;
    for (const schema_finding& finding : findings)
        if (finding.expectation->rule == &rules::unknown_property::information)
            unknown.insert(pointer_of(finding.pointer.substr(0, finding.pointer.rfind('/')), finding.name));
    std::erase_if(findings, [&](const schema_finding& finding) {
        return finding.expectation->rule == &rules::missing_property::information &&
               unknown.contains(pointer_of(finding.pointer, finding.expectation->property));
    });
}

/// The complaints about a value.
[[nodiscard]] inline std::vector<schema_complaint> complaints_about(const boost::json::value& value,
                                                                    const valijson::Schema& schema)
{
    boost::json::value copy;
    const bool is_odd = is_odd_for_valijson(value);
    if (is_odd)
        put_right_for_valijson(copy = value);
    const valijson::adapters::BoostJsonAdapter judged{is_odd ? copy : value};
    // It keeps the regular expressions, which take long to make.
    static thread_local valijson::Validator validator;
    complaint_box box;
    valijson::ValidationResults results;
    validator.validate(schema, judged, &results);
    return std::move(box).complaints();
}

} // namespace rollcall::detail
