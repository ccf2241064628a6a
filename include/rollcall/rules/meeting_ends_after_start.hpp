#pragma once

#include <rollcall/detail/duration_text.hpp>
#include <rollcall/detail/message.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/judged_values.hpp>

#include <string>

namespace rollcall::rules {

struct meeting_ends_after_start {
    static constexpr rule_information information{
        .id = "meeting-ends-after-start",
        .default_severity = severity::error,
        .summary = "meetingEndDateTime is not before meetingStartDateTime.",
        .reason = "A meeting ends after it begins.",
        .good_example =
            R"({"totalParticipantCount": 0, "meetingStartDateTime": "2022-06-29T22:00:00Z", "meetingEndDateTime": "2022-06-29T22:00:00Z"})",
        .bad_example =
            R"({"totalParticipantCount": 0, "meetingStartDateTime": "2022-06-29T22:00:00Z", "meetingEndDateTime": "2022-06-29T21:00:00Z"})",
    };

    void operator()(const judged_report auto& report, const rule_findings& findings) const
    {
        if (report.meetingStartDateTime && report.meetingEndDateTime &&
            *report.meetingEndDateTime < *report.meetingStartDateTime)
            findings.add(
                {"meetingEndDateTime"},
                detail::message("the meeting ends ",
                                detail::duration_text(report.meetingEndDateTime->since(*report.meetingStartDateTime)),
                                " before it begins"),
                "not before " + report.meetingStartDateTime->text(), report.meetingEndDateTime->text());
    }
};

} // namespace rollcall::rules
