#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace rollcall {

/// What a payload is.
enum class payload_kind : std::uint8_t {
    attendanceRecordCollection,
    attendanceRecord,
    meetingAttendanceReport,
    meetingAttendanceReportCollection,
    /// The service's error body.
    error,
    unrecognised,
};

[[nodiscard]] constexpr std::string_view name_of(payload_kind kind) noexcept
{
    constexpr std::array<std::string_view, 6> names{"attendanceRecordCollection",
                                                    "attendanceRecord",
                                                    "meetingAttendanceReport",
                                                    "meetingAttendanceReportCollection",
                                                    "error",
                                                    "unrecognised"};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace rollcall
