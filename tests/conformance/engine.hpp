#pragma once

#include "arguments.hpp"

#include <rollcall/capture/payload.hpp> // capture::payload
#include <rollcall/report.hpp>          // report

#include <functional> // std::function

namespace rollcall::program {

/// Judges one payload. Throws a `std::runtime_error` when there is no schema file for its kind.
using engine = std::function<report(const capture::payload&)>;

/// The engine that is asked for. Throws a `std::runtime_error` when its schema files cannot be used.
[[nodiscard]] engine make_engine(const arguments& given);

} // namespace rollcall::program
