#pragma once

#include <rollcall/additional_properties.hpp> // additional_properties
#include <rollcall/payload_kind.hpp>          // payload_kind
#include <rollcall/property.hpp>              // property
#include <rollcall/schema_of.hpp>             // schema_of
#include <rollcall/severity.hpp>              // severity

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <array>       // std::array
#include <concepts>    // std::derived_from, std::same_as
#include <cstddef>     // std::size_t
#include <cstdint>     // std::int64_t
#include <optional>    // std::optional
#include <string>      // std::string
#include <string_view> // std::string_view
#include <type_traits> // std::remove_reference_t
#include <utility>     // std::declval
#include <vector>      // std::vector

// A JSON or NDJSON report as a program reads it: what rollcall/report/json.hpp says that there is. A report may have
// more, which is passed over.

namespace rollcall {

BOOST_DESCRIBE_ENUM(severity, info, warning, error)
BOOST_DESCRIBE_ENUM(payload_kind, attendanceRecordCollection, attendanceRecord, meetingAttendanceReport,
                    meetingAttendanceReportCollection, error, unrecognised)

} // namespace rollcall

namespace rollcall::program::document {

struct part_of_report {};

/// An object whose properties have names that are data: the ids of rules, say.
struct by_name : part_of_report {
    additional_properties<owning> additionalProperties;
    BOOST_DESCRIBE_CLASS(by_name, (), (), (), ())
};

struct severities : part_of_report {
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::int64_t infos = 0;
    BOOST_DESCRIBE_CLASS(severities, (), (errors, warnings, infos), (), ())
};

/// Findings that are only counted.
struct counts : part_of_report {
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::int64_t infos = 0;
    /// `severities` by rule.
    by_name rules;
    BOOST_DESCRIBE_CLASS(counts, (), (errors, warnings, infos, rules), (), ())
};

struct unlisted_payloads : part_of_report {
    std::int64_t payloads = 0;
    std::int64_t records = 0;
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::int64_t infos = 0;
    by_name rules;
    BOOST_DESCRIBE_CLASS(unlisted_payloads, (), (payloads, records, errors, warnings, infos, rules), (), ())
};

/// A place in a payload.
struct place : part_of_report {
    std::int64_t line = 0;
    std::int64_t column = 0;
    BOOST_DESCRIBE_CLASS(place, (), (line, column), (), ())
};

struct finding : part_of_report {
    std::string rule;
    rollcall::severity severity{};
    std::string pointer;
    std::int64_t line = 0;
    std::int64_t column = 0;
    std::optional<place> body;
    std::string message;
    std::string expected;
    std::string found;
    std::optional<std::string> fix;
    std::string fingerprint;
    BOOST_DESCRIBE_CLASS(finding, (),
                         (rule, severity, pointer, line, column, body, message, expected, found, fix, fingerprint), (),
                         ())
};

struct payload : part_of_report {
    std::string source;
    std::int64_t line = 0;
    std::optional<std::int64_t> entry;
    std::optional<std::string> url;
    payload_kind kind{};
    std::int64_t records = 0;
    std::vector<finding> diagnostics;
    counts unlisted;
    BOOST_DESCRIBE_CLASS(payload, (), (source, line, entry, url, kind, records, diagnostics, unlisted), (), ())
};

struct file : part_of_report {
    std::string path;
    property<std::string> error;
    std::vector<payload> payloads;
    unlisted_payloads unlisted;
    std::optional<std::int64_t> passedOver;
    BOOST_DESCRIBE_CLASS(file, (), (path, error, payloads, unlisted, passedOver), (), ())
};

struct attendance : part_of_report {
    std::int64_t meetings = 0;
    std::int64_t participants = 0;
    std::int64_t sessions = 0;
    std::int64_t attendedSeconds = 0;
    by_name recordsBySessions;
    by_name recordsByRole;
    by_name recordsByIdentity;
    BOOST_DESCRIBE_CLASS(attendance, (),
                         (meetings, participants, sessions, attendedSeconds, recordsBySessions, recordsByRole,
                          recordsByIdentity),
                         (), ())
};

struct summary : part_of_report {
    std::int64_t files = 0;
    std::int64_t payloads = 0;
    std::int64_t records = 0;
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::int64_t infos = 0;
    property<document::attendance> attendance;
    BOOST_DESCRIBE_CLASS(summary, (), (files, payloads, records, errors, warnings, infos, attendance), (), ())
};

/// A JSON report.
struct report : part_of_report {
    std::vector<document::file> files;
    document::summary summary;
    BOOST_DESCRIBE_CLASS(report, (), (files, summary), (), ())
};

/// The last line of an NDJSON report.
struct summary_line : part_of_report {
    document::summary summary;
    BOOST_DESCRIBE_CLASS(summary_line, (), (summary), (), ())
};

inline constexpr value_constraints not_negative{.minimum = 0};

template <class T>
concept number = std::same_as<T, std::int64_t> || std::same_as<T, std::optional<std::int64_t>>;
template <class T>
concept can_be_absent = requires(T& value) { value.reset(); };
template <class T>
concept can_be_null = requires(T& value) { value.is_null(); };

/// What must hold of a member of a type above: it is there unless it is optional, a number is not negative, and null is
/// what can be null.
template <class T>
[[nodiscard]] constexpr property_schema property_called(std::string_view name)
{
    return {.name = name,
            .value = {.nullable = can_be_null<T>, .constraints = number<T> ? &not_negative : nullptr},
            .required = !can_be_absent<T>};
}

template <class T>
[[nodiscard]] constexpr auto properties_of()
{
    using members = boost::describe::describe_members<T, boost::describe::mod_public>;
    std::array<property_schema, boost::mp11::mp_size<members>::value> result{};
    std::size_t index = 0;
    boost::mp11::mp_for_each<members>([&](auto member) {
        using type = std::remove_reference_t<decltype(std::declval<T&>().*member.pointer)>;
        result[index++] = property_called<type>(member.name);
    });
    return result;
}

} // namespace rollcall::program::document

template <class T>
    requires std::derived_from<T, rollcall::program::document::part_of_report>
struct rollcall::schema_of<T> {
    static constexpr std::string_view name = "report";
    static constexpr std::string_view service_type = "";
    static constexpr std::string_view discriminator_property = "";
    static constexpr std::string_view discriminator = "";
    static constexpr bool open = true;
    static constexpr auto properties = rollcall::program::document::properties_of<T>();
};
