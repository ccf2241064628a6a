// With second.cpp: what both source files know of rollcall is one and the same.
#include "second.hpp"

#include <everything.hpp>

#include <iostream>

int main()
{
    const std::string payload = R"({"id":"1","totalAttendanceInSeconds":0,"attendanceIntervals":[]})";
    const auto record = rollcall::read<rollcall::model::attendanceRecord>(payload);
    if (!record || rollcall::write(record.value) != payload || written_in_second(record.value) != payload) {
        std::cerr << "a record does not come back as it was read: " << written_in_second(record.value) << '\n';
        return 1;
    }
    const rollcall::report here = rollcall::validate(payload);
    const rollcall::report there = judged_in_second(payload);
    if (here.kind != there.kind || here.diagnostics != there.diagnostics) {
        std::cerr << "two source files judge the same payload differently\n";
        return 1;
    }
}
