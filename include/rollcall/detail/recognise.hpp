#pragma once

#include <rollcall/detail/operations.hpp>
#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/text_case.hpp>
#include <rollcall/model/all.hpp>
#include <rollcall/payload_kind.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// Finds out what a payload is, before it is read.

namespace rollcall::detail {

/// What an `@odata.context` says: `…#users('1')/onlineMeetings('2')/attendanceReports('3')/attendanceRecords(id,role)`,
/// `…/attendanceReports/$entity`, `…#Collection(microsoft.graph.attendanceRecord)`. Case does not matter: both
/// `attendanceRecords` and `attendancerecords` are seen.
[[nodiscard]] inline std::optional<payload_kind> kind_by_context(std::string_view context)
{
    const std::size_t hash = context.find('#');
    if (hash == std::string_view::npos)
        return std::nullopt;
    std::string_view path = context.substr(hash + 1);
    constexpr std::string_view entity_suffix = "/$entity";
    bool is_entity = path.ends_with(entity_suffix);
    if (is_entity)
        path.remove_suffix(entity_suffix.size());

    std::size_t segment_begin = 0;
    std::size_t name_end = std::string_view::npos;
    bool in_quotes = false;
    std::size_t parentheses = 0;
    for (std::size_t index = 0; index < path.size(); ++index) {
        const char character = path[index];
        if (character == '\'')
            in_quotes = !in_quotes;
        if (in_quotes)
            continue;
        if (character == '(' && parentheses++ == 0)
            name_end = index;
        else if (character == ')')
            parentheses -= parentheses != 0;
        else if (character == '/' && parentheses == 0) {
            segment_begin = index + 1;
            name_end = std::string_view::npos;
        }
    }
    std::string_view name =
        path.substr(segment_begin, name_end == std::string_view::npos ? name_end : name_end - segment_begin);
    const std::string_view arguments =
        name_end == std::string_view::npos ? std::string_view{} : path.substr(name_end + 1);
    is_entity = is_entity || arguments.starts_with('\'');

    const bool is_typed_collection = equal_without_case(name, "Collection");
    if (is_typed_collection)
        name = arguments.substr(0, arguments.find(')'));
    const auto names = [&](std::string_view collection, std::string_view type) {
        const bool names_type = equal_without_case(name, type);
        if (names_type && !is_typed_collection)
            is_entity = true;
        return names_type || equal_without_case(name, collection);
    };
    if (names("attendanceRecords", schema_of<model::attendanceRecord>::service_type))
        return is_entity ? payload_kind::attendanceRecord : payload_kind::attendanceRecordCollection;
    if (names("attendanceReports", schema_of<model::meetingAttendanceReport>::service_type))
        return is_entity ? payload_kind::meetingAttendanceReport : payload_kind::meetingAttendanceReportCollection;
    return std::nullopt;
}

/// Which of the two entities an object is, by the names of its properties. `id` tells nothing.
class entity_guess {
public:
    /// Takes in one property; false when no more are needed.
    bool add(std::string_view name)
    {
        if (name == "id" || name.find('@') != std::string_view::npos)
            return true;
        const bool is_record = declares<model::attendanceRecord>(name);
        const bool is_report = declares<model::meetingAttendanceReport>(name);
        record_properties_ += is_record;
        report_properties_ += is_report;
        other_properties_ += !is_record && !is_report;
        return std::max(record_properties_, report_properties_) < sufficient_properties;
    }

    [[nodiscard]] bool is_undecided() const noexcept
    {
        return record_properties_ + report_properties_ + other_properties_ == 0;
    }

    [[nodiscard]] payload_kind kind() const noexcept
    {
        const std::size_t most = std::max(record_properties_, report_properties_);
        if (most == 0 || most < other_properties_)
            return payload_kind::unrecognised;
        return record_properties_ >= report_properties_ ? payload_kind::attendanceRecord
                                                        : payload_kind::meetingAttendanceReport;
    }

private:
    static constexpr std::size_t sufficient_properties = 3;

    template <class T>
    [[nodiscard]] static bool declares(std::string_view name)
    {
        const auto& properties = schema_of<T>::properties;
        return std::any_of(properties.begin(), properties.end(),
                           [&](const property_schema& property) { return property.name == name; });
    }

    std::size_t record_properties_ = 0;
    std::size_t report_properties_ = 0;
    std::size_t other_properties_ = 0;
};

/// A collection is known by its first items, as far as they are objects and tell; nothing when there are no items, or
/// they have nothing but ids.
[[nodiscard]] inline std::optional<payload_kind> guess_collection(const char* array, const char* end)
{
    constexpr std::size_t items_to_look_at = 16;
    entity_guess guess;
    bool has_items = false;
    bool has_objects = false;
    visit_items(array, end, [&](std::size_t index, const char* item) {
        has_items = true;
        has_objects = has_objects || *item == '{';
        bool is_open = true;
        visit_members(item, end, [&](std::string_view name, const char*) { return is_open = guess.add(name); });
        return is_open && index + 1 < items_to_look_at;
    });
    if (has_items && !has_objects)
        return payload_kind::unrecognised;
    if (guess.is_undecided())
        return std::nullopt;
    switch (guess.kind()) {
    case payload_kind::attendanceRecord:
        return payload_kind::attendanceRecordCollection;
    case payload_kind::meetingAttendanceReport:
        return payload_kind::meetingAttendanceReportCollection;
    default:
        return payload_kind::unrecognised;
    }
}

/// What a payload is: as its `@odata.context` says where that stands in front of the entities, else by the names of
/// its properties. Looks no further than it must. A collection that tells nothing is taken for one of records, unless
/// its context names something else.
[[nodiscard]] inline payload_kind recognise(std::string_view payload)
{
    const char* const end = payload.data() + payload.size();
    std::optional<payload_kind> kind;
    entity_guess guess;
    bool has_collection = false;
    bool names_something_else = false;
    visit_members(skip_separators(payload.data(), end), end, [&](std::string_view name, const char* value) {
        if (value == end)
            return false;
        if (name == "@odata.context") {
            const std::string context = string_at(value, end).value_or(std::string{});
            kind = kind_by_context(context);
            names_something_else = !kind && !context.empty();
        } else if (name == "error" && *value == '{') {
            kind = payload_kind::error;
        } else if (name == "value" && *value == '[') {
            has_collection = true;
            kind = guess_collection(value, end);
        } else {
            return guess.add(name);
        }
        return !kind;
    });
    if (kind)
        return *kind;
    if (has_collection)
        return names_something_else ? payload_kind::unrecognised : payload_kind::attendanceRecordCollection;
    return guess.kind();
}

} // namespace rollcall::detail
