#pragma once

#include <rollcall/date_time.hpp>
#include <rollcall/detail/counted.hpp>
#include <rollcall/detail/text_excerpt.hpp> // count_lead_bytes
#include <rollcall/detail/uuid.hpp>
#include <rollcall/schema_of.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// What the schema says about a value beyond its type, and which of it a value breaks.

namespace rollcall::detail {

/// A bound that a number breaks.
struct broken_bound {
    std::string_view is_wrong;
    std::string_view is_right;
    double bound;
};

[[nodiscard]] constexpr std::optional<broken_bound> broken_constraint(const value_constraints& constraints,
                                                                      double number)
{
    if (constraints.minimum && number < *constraints.minimum)
        return broken_bound{"less than ", "at least ", *constraints.minimum};
    if (constraints.maximum && number > *constraints.maximum)
        return broken_bound{"more than ", "at most ", *constraints.maximum};
    if (constraints.exclusive_minimum && number <= *constraints.exclusive_minimum)
        return broken_bound{"not more than ", "more than ", *constraints.exclusive_minimum};
    if (constraints.exclusive_maximum && number >= *constraints.exclusive_maximum)
        return broken_bound{"not less than ", "less than ", *constraints.exclusive_maximum};
    return std::nullopt;
}

/// What a text should be and is not.
struct broken_text_constraint {
    std::string expected;
    /// Its length, where that is what is wrong; else empty.
    std::string found_length{};
};

[[nodiscard]] inline std::optional<broken_text_constraint> broken_constraint(const value_constraints& constraints,
                                                                             std::string_view text)
{
    if (constraints.minimum_length || constraints.maximum_length) {
        const auto length = count_lead_bytes(text);
        const auto broken = [&](std::string_view bound, std::size_t characters) {
            return broken_text_constraint{std::string{bound} + " " + counted(characters, "character") + " long",
                                          counted(length, "character")};
        };
        if (constraints.minimum_length && length < *constraints.minimum_length)
            return broken("at least", *constraints.minimum_length);
        if (constraints.maximum_length && length > *constraints.maximum_length)
            return broken("at most", *constraints.maximum_length);
    }
    if (constraints.format == string_format::date && !date_time::parse(std::string{text} + "T00:00:00Z"))
        return broken_text_constraint{"a date such as 2022-06-29"};
    if (constraints.format == string_format::uuid && !is_uuid(text))
        return broken_text_constraint{"a UUID such as 0c6204c3-70b6-4981-9f2c-5194ced1cdd1"};
    return std::nullopt;
}

/// How many items an array should have and has not, in words.
[[nodiscard]] inline std::optional<std::string> broken_constraint(const value_constraints& constraints,
                                                                  std::size_t count)
{
    if (constraints.minimum_items && count < *constraints.minimum_items)
        return "at least " + counted(*constraints.minimum_items, "item");
    if (constraints.maximum_items && count > *constraints.maximum_items)
        return "at most " + counted(*constraints.maximum_items, "item");
    return std::nullopt;
}

} // namespace rollcall::detail
