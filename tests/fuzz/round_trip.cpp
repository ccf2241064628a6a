#include "claims.hpp"

#include <rollcall/rollcall.hpp>

namespace rollcall::fuzz {

namespace {

template <class Owning, class Borrowed>
void check_as(std::string_view text)
{
    const read_result<Owning> first = read<Owning>(text);
    const borrowed_result<Borrowed> borrowed = read_borrowed<Borrowed>(text);
    const std::string written = write(first.value);
    hold(written == write(borrowed.value), "what is borrowed is written as what is owned");
    hold(first.diagnostics == borrowed.diagnostics, "both readers find the same");
    if (!first)
        return;
    const read_result<Owning> second = read<Owning>(written);
    hold(static_cast<bool>(second), "what was written can be read");
    hold(second.value == first.value, "what was written is read as the same");
    hold(write(second.value) == written, "and is written as the same");
}

} // namespace

void round_trip(std::string_view text)
{
    check_as<model::attendanceRecord, model::borrowed::attendanceRecord>(text);
    check_as<model::attendanceRecordCollection, model::borrowed::attendanceRecordCollection>(text);
    check_as<model::meetingAttendanceReport, model::borrowed::meetingAttendanceReport>(text);
    check_as<model::meetingAttendanceReportCollection, model::borrowed::meetingAttendanceReportCollection>(text);
}

} // namespace rollcall::fuzz
