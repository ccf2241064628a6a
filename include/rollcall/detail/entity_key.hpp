#pragma once

#include <rollcall/detail/json_pointer.hpp>
#include <rollcall/detail/locator.hpp>
#include <rollcall/detail/scanner.hpp>
#include <rollcall/diagnostic.hpp>
#include <rollcall/payload_kind.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What tells a record or report from others, wherever it stands: `diagnostic::entity` is made of it.

namespace rollcall::detail {

/// The key of a record or report as a step of a pointer; nothing for an empty one. Every finding in the entity has a
/// copy, so of an absurdly long one only the begin is taken.
[[nodiscard]] inline std::string entity_step(std::string_view key)
{
    constexpr std::size_t maximum_key_size = 200;
    std::string step;
    if (!key.empty())
        append_to_pointer(step, key.substr(0, maximum_key_size));
    return step;
}

/// The same of the record or report that begins at `entity`; nothing where it has no key.
[[nodiscard]] inline std::string entity_step(const char* entity, const char* end)
{
    const auto key_of = [&](const char* object, std::string_view name) {
        return find_string_member(object, end, name).value_or(std::string{});
    };
    std::string key = key_of(entity, "id");
    if (key.empty()) {
        const char* const identity = find_member(entity, end, "identity");
        key = identity ? key_of(identity, "id") : std::string{};
        if (key.empty())
            key = key_of(entity, "emailAddress");
        if (key.empty() && identity)
            key = key_of(identity, "displayName");
    }
    return entity_step(key);
}

/// The pointers of the entities that a value is in, outermost first.
[[nodiscard]] inline std::vector<std::string_view> pointers_of_entities(std::string_view pointer, payload_kind kind)
{
    const bool is_collection =
        kind == payload_kind::attendanceRecordCollection || kind == payload_kind::meetingAttendanceReportCollection;
    std::vector<std::string_view> result;
    std::size_t size = 0;
    const auto pass_item_of = [&](std::string_view array) {
        if (!pointer.substr(size).starts_with(array))
            return false;
        size = std::min(pointer.size(), pointer.find('/', size + array.size()));
        result.push_back(pointer.substr(0, size));
        return true;
    };
    if (!is_collection)
        result.push_back({});
    else if (!pass_item_of("/value/"))
        return result;
    if (kind == payload_kind::meetingAttendanceReport || kind == payload_kind::meetingAttendanceReportCollection)
        pass_item_of("/attendanceRecords/");
    return result;
}

/// Says of findings, by their pointers, which entities of the payload they are in.
inline void fill_entities(std::vector<diagnostic>& found, std::string_view payload, payload_kind kind)
{
    struct entity_place {
        diagnostic* finding;
        std::string_view pointer;
        std::size_t offset = 0;
    };
    std::vector<entity_place> places;
    for (diagnostic& finding : found)
        for (const std::string_view pointer : pointers_of_entities(finding.pointer, kind))
            places.push_back({&finding, pointer});
    locator entities;
    for (entity_place& place : places)
        entities.add(place.pointer, place.offset);
    const char* const end = payload.data() + payload.size();
    entities.find(payload.data(), skip_separators(payload.data(), end), end);
    for (const entity_place& place : places)
        place.finding->entity += entity_step(payload.data() + place.offset, end);
}

} // namespace rollcall::detail
