// What a program does that uses rollcall: with the service's types, and with one generated from a schema of its own.
#include <rollcall/rollcall.hpp>

#include <consumer/all.hpp>

#include <iostream>
#include <string>

namespace {

bool holds(bool condition, const char* what)
{
    if (!condition) {
        std::cerr << "this does not hold: " << what << '\n';
    }
    return condition;
}

} // namespace

int main()
{
    const std::string payload = R"({"id":"1","totalAttendanceInSeconds":1,"attendanceIntervals":[]})";
    const auto record = rollcall::read<rollcall::model::attendanceRecord>(payload);
    const rollcall::report report = rollcall::validate(rollcall::write(record.value));

    const std::string booking_payload = R"({"room":"Aula","seats":120,"floor":2})";
    auto booking = rollcall::read<consumer::booking>(booking_payload);
    const bool same = rollcall::write(booking.value) == booking_payload;
    booking.value.seats = rollcall::null;

    const bool all = holds(static_cast<bool>(record), "a record is read") &
                     holds(rollcall::write(record.value) == payload, "a record is written as it was read") &
                     holds(report.diagnostics.size() == 1 && report.diagnostics.front().rule == "total-is-sum",
                           "a total that is no sum is found, and nothing else") &
                     holds(booking && same, "an own type is written as it was read") &
                     holds(rollcall::write(booking.value) == R"({"room":"Aula","seats":null,"floor":2})",
                           "an own type is changed and written");
    return all ? 0 : 1;
}
