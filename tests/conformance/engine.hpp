#pragma once

#include "arguments.hpp"
#include "file_progress.hpp" // file_progress
#include "finding_sieve.hpp" // finding_sieve

#include <rollcall/capture/payload.hpp>             // capture::payload
#include <rollcall/report/attendance_collector.hpp> // attendance_detail
#include <rollcall/report/file_report.hpp>          // payload_report

#include <functional> // std::function

namespace rollcall::program {

/// Judges one payload, and collects who attended if that is shown. Of what is found it leaves what the sieve does.
/// Throws a `std::runtime_error` when there is no schema file for the payload's kind.
using engine = std::function<payload_report(const capture::payload&, finding_sieve&, file_progress&)>;

/// The engine that is asked for. Throws a `std::runtime_error` when its schema files cannot be used.
[[nodiscard]] engine make_engine(const arguments& given, attendance_detail collected);

} // namespace rollcall::program
