#pragma once

#include <rollcall/rule_information.hpp>

#include <boost/mp11/list.hpp>

// What the reader itself finds: the payload is JSON, and its values are what the schema says.

namespace rollcall::rules {

struct json_syntax {
    static constexpr rule_information information{
        .id = "json-syntax",
        .default_severity = severity::error,
        .summary = "The payload is JSON (RFC 8259).",
        .reason = "No JSON parser reads what is not JSON, and parsers that try differ in what they make of it. The "
                  "samples of the "
                  "service's own documentation have a comma behind the last member of an object; such a trailing comma "
                  "is named, "
                  "and --lenient reads on behind it.",
        .good_example = R"({"value": []})",
        .bad_example = R"({"value": [],})",
    };
};

struct duplicate_property {
    static constexpr rule_information information{
        .id = "duplicate-property",
        .default_severity = severity::error,
        .summary = "No object has a property twice.",
        .reason = "OData's JSON format forbids it, and readers disagree about which of the two counts.",
        .good_example = R"({"value": [{"id": "1", "role": "Attendee"}]})",
        .bad_example = R"({"value": [{"id": "1", "role": "Attendee", "role": "Organizer"}]})",
    };
};

struct type {
    static constexpr rule_information information{
        .id = "type",
        .default_severity = severity::error,
        .summary = "A value is of the type that the schema says.",
        .reason = "Programs that trust the service's schema fail on anything else. A whole number is written without "
                  "fraction and "
                  "exponent: the service never writes 322.0.",
        .good_example = R"({"value": [{"totalAttendanceInSeconds": 322}]})",
        .bad_example = R"({"value": [{"totalAttendanceInSeconds": "322"}]})",
    };
};

struct null_not_allowed {
    static constexpr rule_information information{
        .id = "null-not-allowed",
        .default_severity = severity::error,
        .summary = "A value is null only where the schema allows it.",
        .reason =
            "A record's id is its key and a collection is empty rather than null; most other properties may be null.",
        .good_example = R"({"value": [{"emailAddress": null, "attendanceIntervals": []}]})",
        .bad_example = R"({"value": [{"emailAddress": null, "attendanceIntervals": null}]})",
    };
};

struct int32_range {
    static constexpr rule_information information{
        .id = "int32-range",
        .default_severity = severity::error,
        .summary = "An Edm.Int32 lies between -2147483648 and 2147483647.",
        .reason = "A larger number does not fit where programs keep it, and is cut or refused.",
        .good_example = R"({"totalAttendanceInSeconds": 2147483647})",
        .bad_example = R"({"totalAttendanceInSeconds": 2147483648})",
    };
};

struct date_time_format {
    static constexpr rule_information information{
        .id = "date-time-format",
        .default_severity = severity::error,
        .summary = "A date-time is an Edm.DateTimeOffset: 2022-06-29T22:54:43.656285Z.",
        .reason = "Date, time to the second, up to 12 fraction digits, and Z or an offset such as +02:00; a day that "
                  "its month has.",
        .good_example = R"({"attendanceIntervals": [{"joinDateTime": "2024-02-29T08:00:00Z"}]})",
        .bad_example = R"({"attendanceIntervals": [{"joinDateTime": "2023-02-29T08:00:00Z"}]})",
    };
};

struct missing_property {
    static constexpr rule_information information{
        .id = "missing-property",
        .default_severity = severity::error,
        .summary = "A property that the schema requires is there.",
        .reason = "OData lets a request leave out any property of an entity, but not what makes the response: a "
                  "collection has a value.",
        .good_example = R"({"@odata.context": "$metadata#attendanceRecords", "value": []})",
        .bad_example = R"({"@odata.context": "$metadata#attendanceRecords"})",
    };
};

struct schema_constraint {
    static constexpr rule_information information{
        .id = "schema-constraint",
        .default_severity = severity::error,
        .summary = "A value keeps the schema's bounds, such as minimum and maxLength.",
        .reason = "For what a schema says of a value beyond its type and has no rule of its own.",
        .good_example = R"({"@odata.count": 0, "value": []})",
        .bad_example = R"({"@odata.count": -1, "value": []})",
    };
};

struct unknown_property {
    static constexpr rule_information information{
        .id = "unknown-property",
        .default_severity = severity::warning,
        .summary = "A closed type has only the properties that the schema declares.",
        .reason = "A misspelt name, or a property that the service has added since the schema was made. Annotations, "
                  "whose names "
                  "contain @, may stand anywhere; identities are open types and may have any property.",
        .good_example = R"({"value": [{"emailAddress": "lisa.adkins@contoso.com", "@odata.etag": "1"}]})",
        .bad_example =
            R"({"value": [{"emailAddress": "lisa.adkins@contoso.com", "email": "lisa.adkins@contoso.com"}]})",
    };
};

struct unknown_enum_value {
    static constexpr rule_information information{
        .id = "unknown-enum-value",
        .default_severity = severity::warning,
        .summary = "A member of an enumeration is one that the schema lists.",
        .reason = "The service may add members to an enumeration; until the schema knows them they are a doubt. They "
                  "are kept.",
        .good_example = R"({"value": [{"role": "Attendee", "engagements": [{"engagementType": "hand"}]}]})",
        .bad_example = R"({"value": [{"role": "Attendee", "engagements": [{"engagementType": "foot"}]}]})",
    };
};

struct error_response {
    static constexpr rule_information information{
        .id = "error-response",
        .default_severity = severity::error,
        .summary = "The payload is not the service's error body.",
        .reason = "The request failed: the capture holds no attendance data.",
        .good_example = R"({"value": []})",
        .bad_example =
            R"({"error": {"code": "Forbidden", "message": "Application is not allowed to perform this operation."}})",
    };
};

struct unrecognised_payload {
    static constexpr rule_information information{
        .id = "unrecognised-payload",
        .default_severity = severity::error,
        .summary = "The payload is an attendance record or report, or a collection of them.",
        .reason = "Known by @odata.context where it is there, else by the names of the properties.",
        .good_example = R"({"value": [{"emailAddress": "lisa.adkins@contoso.com"}]})",
        .bad_example = R"({"value": [{"mail": "lisa.adkins@contoso.com"}]})",
    };
};

} // namespace rollcall::rules

namespace rollcall {

/// The rules that the reader judges by. They have no call operators: a list of rules holds them to say that they count,
/// and how much.
using reader_rules =
    boost::mp11::mp_list<rules::json_syntax, rules::duplicate_property, rules::type, rules::null_not_allowed,
                         rules::int32_range, rules::date_time_format, rules::missing_property, rules::schema_constraint,
                         rules::unknown_property, rules::unknown_enum_value, rules::error_response,
                         rules::unrecognised_payload>;

} // namespace rollcall
