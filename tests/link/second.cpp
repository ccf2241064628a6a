#include "second.hpp"

std::string written_in_second(const rollcall::model::attendanceRecord& record)
{
    return rollcall::write(record);
}

rollcall::report judged_in_second(std::string_view payload)
{
    return rollcall::validate(payload);
}
