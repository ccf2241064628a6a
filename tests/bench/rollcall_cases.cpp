#include "benchmark_cases.hpp"

#include <rollcall/rollcall.hpp>

#include <memory> // std::make_shared

namespace rollcall::bench {

using collection = model::attendanceRecordCollection;

work prepare_judging(const std::string& payload)
{
    return [&] { return validate(std::string_view{payload}).diagnostics.empty(); };
}

work prepare_reading(const std::string& payload)
{
    return [&] { return read<collection>(payload).diagnostics.empty(); };
}

work prepare_borrowed_reading(const std::string& payload)
{
    return [&] { return read_borrowed<model::borrowed::attendanceRecordCollection>(payload).diagnostics.empty(); };
}

work prepare_writing(const std::string& payload)
{
    return [value = std::make_shared<collection>(std::move(read<collection>(payload).value_or_throw()))] {
        return !write(*value).empty();
    };
}

} // namespace rollcall::bench
