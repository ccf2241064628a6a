#include "judged.hpp"

#include <rollcall/validate.hpp>

namespace tests {

using namespace rollcall;

report judge(std::string_view payload, const validation_options& options)
{
    return validate(payload, options);
}

report judge(const capture::payload& payload, const validation_options& options, const judging_observer& observer)
{
    return validate(payload, options, observer);
}

report judge(const model::attendanceRecord& value)
{
    return validate(value);
}

report judge(const model::attendanceRecordCollection& value)
{
    return validate(value);
}

report judge(const model::meetingAttendanceReport& value)
{
    return validate(value);
}

report judge(const model::meetingAttendanceReportCollection& value)
{
    return validate(value);
}

namespace {

template <class Describe>
std::string joined(const report& report, Describe describe)
{
    std::string result;
    for (const diagnostic& found : report.diagnostics)
        result += (result.empty() ? "" : "; ") + describe(found);
    return result;
}

} // namespace

std::string findings(const report& report)
{
    return joined(report, [](const diagnostic& found) {
        return found.rule + (found.pointer.empty() ? "" : " ") + found.pointer;
    });
}

std::string placed_findings(const report& report)
{
    return joined(report, [](const diagnostic& found) {
        return std::to_string(found.position.line) + ':' + std::to_string(found.position.column) + ' ' +
               std::string{name_of(found.severity)} + ' ' + found.rule + (found.pointer.empty() ? "" : " ") +
               found.pointer;
    });
}

} // namespace tests
