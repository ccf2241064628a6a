#pragma once

#include <rollcall/detail/recognise.hpp>
#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/text_case.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

// Which of the many requests of a capture are about attendance.

namespace rollcall::detail {

/// Whether a URL, or the path of one, is that of attendance reports or records: has a segment `attendanceReports` or
/// `attendanceRecords`, in whatever case, perhaps with a key in parentheses.
[[nodiscard]] inline bool is_attendance_url(std::string_view url) noexcept
{
    url = url.substr(0, url.find_first_of("?#"));
    while (!url.empty()) {
        const std::string_view segment = url.substr(0, url.find('/'));
        const std::string_view name = segment.substr(0, segment.find('('));
        if (equal_without_case(name, "attendanceReports") || equal_without_case(name, "attendanceRecords"))
            return true;
        url.remove_prefix(std::min(segment.size() + 1, url.size()));
    }
    return false;
}

/// Whether a body is an attendance payload for certain: its context says so, or the first of its entities that tells
/// has a property that no other entity has. What `recognise` takes for one because nothing speaks against it is none
/// here.
[[nodiscard]] inline bool is_attendance_body(std::string_view body)
{
    const char* const end = body.data() + body.size();
    const char* const root = skip_separators(body.data(), end);
    if (const auto context = find_string_member(root, end, "@odata.context"))
        if (kind_by_context(*context))
            return true;
    constexpr std::array<std::string_view, 7> telling_names{
        "attendanceIntervals",  "totalAttendanceInSeconds", "registrantId",     "totalParticipantCount",
        "meetingStartDateTime", "meetingEndDateTime",       "attendanceRecords"};
    const auto tells = [&](const char* entity) {
        bool found = false;
        visit_members(entity, end, [&](std::string_view name, const char*) {
            found = std::find(telling_names.begin(), telling_names.end(), name) != telling_names.end();
            return !found;
        });
        return found;
    };
    bool found = tells(root);
    constexpr std::size_t items_to_look_at = 16;
    if (const char* const items = found ? nullptr : find_member(root, end, "value"))
        visit_items(items, end, [&](std::size_t index, const char* item) {
            found = tells(item);
            return !found && index + 1 < items_to_look_at;
        });
    return found;
}

} // namespace rollcall::detail
