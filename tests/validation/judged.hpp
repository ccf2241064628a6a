#pragma once

// Judging, compiled once for all tests of a room: instantiating the rules is what costs.

#include <rollcall/detail/judge.hpp>
#include <rollcall/model/all.hpp>
#include <rollcall/report.hpp>

#include <string>
#include <string_view>

namespace tests {

[[nodiscard]] rollcall::report judge(std::string_view payload, const rollcall::validation_options& options = {});
[[nodiscard]] rollcall::report judge(const rollcall::capture::payload& payload,
                                     const rollcall::validation_options& options = {},
                                     const rollcall::judging_observer& observer = {});
[[nodiscard]] rollcall::report judge(const rollcall::model::attendanceRecord& value);
[[nodiscard]] rollcall::report judge(const rollcall::model::attendanceRecordCollection& value);
[[nodiscard]] rollcall::report judge(const rollcall::model::meetingAttendanceReport& value);
[[nodiscard]] rollcall::report judge(const rollcall::model::meetingAttendanceReportCollection& value);

/// What was found, to compare and to read: `rule pointer`, one after the other, with "; " between them.
[[nodiscard]] std::string findings(const rollcall::report& report);

/// The same with severities and places: `line:column severity rule pointer`.
[[nodiscard]] std::string placed_findings(const rollcall::report& report);

template <class Value>
[[nodiscard]] std::string findings_in(const Value& value)
{
    return findings(judge(value));
}

} // namespace tests
