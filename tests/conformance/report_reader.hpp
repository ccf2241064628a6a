#pragma once

#include <rollcall/report/attendance_figures.hpp> // attendance_figures
#include <rollcall/report/file_report.hpp>        // file_report

#include <functional> // std::function
#include <optional>   // std::optional
#include <string>     // std::string

namespace rollcall::program {

/// Reads the JSON or NDJSON report at `path`, or on standard input where that is `-`, and gives its files one by one,
/// in their order. What it says of who attended comes with the last one. Of NDJSON no more than a line is in memory at
/// once.
///
/// Throws `read_error`, with the path and the place, when it is none, or when its summaries count something else than
/// what is there: then a part of it is missing.
void read_report(const std::string& path, const std::function<void(file_report)>& take);

} // namespace rollcall::program
