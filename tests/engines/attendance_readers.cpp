#include "readers_of.hpp"

#include <rollcall/model/all.hpp>
#include <rollcall/validate.hpp>

#include <boost/mp11/algorithm.hpp>

namespace rollcall::engines {

const std::map<std::string_view, type_reader>& attendance_readers()
{
    using namespace model::borrowed;
    static const std::map<std::string_view, type_reader> readers =
        readers_of<attendanceInterval, attendanceRecord, attendanceRecordCollection,
                   azureCommunicationServicesUserIdentity, communicationsUserIdentity, externalEventInformation,
                   externalRegistrationInformation, identity, meetingAttendanceReport,
                   meetingAttendanceReportCollection, meetingEngagement>();
    return readers;
}

report judge(std::string_view text, const validation_options& options)
{
    return validate(text, options);
}

std::optional<std::vector<diagnostic>> judged(std::string_view type, std::string_view text)
{
    report found = judge(text);
    if (name_of(found.kind) != type)
        return std::nullopt;
    std::erase_if(found.diagnostics, [](const diagnostic& one) {
        bool is_of_reader = false;
        boost::mp11::mp_for_each<reader_rules>(
            [&]<class Rule>(Rule) { is_of_reader = is_of_reader || one.rule == Rule::information.id; });
        return !is_of_reader;
    });
    return std::move(found.diagnostics);
}

} // namespace rollcall::engines
