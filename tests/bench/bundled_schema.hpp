#pragma once

#include <boost/json/object.hpp>

namespace rollcall::bench {

/// The schema of attendanceRecordCollection as one document, for validators that do not load the files that a schema
/// refers to. Every file of `schema/` is one of its definitions, and the references point there.
[[nodiscard]] boost::json::object bundled_schema();

} // namespace rollcall::bench
