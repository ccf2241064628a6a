#pragma once

#include <rollcall/model/attendanceRecord.hpp>
#include <rollcall/model/attendanceRecordCollection.hpp>
#include <rollcall/model/meetingAttendanceReport.hpp>
#include <rollcall/model/meetingAttendanceReportCollection.hpp>

#include <concepts>

// The values that rules look at, as they are read while a payload is judged.
//
// A rule takes them as `const judged_record auto&`. So it is a template, and what it does is compiled only in programs
// that judge: most that include these headers do not, and compile a fifth faster for it.

namespace rollcall::rules {

template <class Value>
concept judged_record = std::same_as<Value, model::borrowed::attendanceRecord>;

template <class Value>
concept judged_interval = std::same_as<Value, model::borrowed::attendanceInterval>;

template <class Value>
concept judged_report = std::same_as<Value, model::borrowed::meetingAttendanceReport>;

/// A collection comes with an empty `value`: its items have been judged one by one by then.
template <class Value>
concept judged_page = std::same_as<Value, model::borrowed::attendanceRecordCollection> ||
                      std::same_as<Value, model::borrowed::meetingAttendanceReportCollection>;

} // namespace rollcall::rules
