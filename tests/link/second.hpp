#pragma once

#include <everything.hpp>

#include <string>
#include <string_view>

std::string written_in_second(const rollcall::model::attendanceRecord& record);
rollcall::report judged_in_second(std::string_view payload);
