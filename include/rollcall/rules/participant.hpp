#pragma once

#include <rollcall/model/attendanceRecord.hpp>

#include <string>

namespace rollcall::rules {

using judged_record = model::borrowed::attendanceRecord;

/// " of Lisa Adkins", or nothing where the record does not say who it is: for messages.
[[nodiscard]] inline std::string of_participant(const judged_record& record)
{
    if (record.identity && record.identity->base().displayName && !record.identity->base().displayName->empty())
        return " of " + std::string{*record.identity->base().displayName};
    if (record.emailAddress && !record.emailAddress->empty())
        return " of " + std::string{*record.emailAddress};
    return {};
}

} // namespace rollcall::rules
