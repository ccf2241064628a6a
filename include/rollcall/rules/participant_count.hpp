#pragma once

#include <rollcall/detail/duration_text.hpp>
#include <rollcall/detail/message.hpp>
#include <rollcall/rule_context.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/judged_values.hpp>

#include <cstdint>
#include <string>

namespace rollcall::rules {

struct participant_count {
    static constexpr rule_information information{
        .id = "participant-count",
        .default_severity = severity::warning,
        .summary = "totalParticipantCount is the number of expanded records, when no next page follows.",
        .reason = "It holds in the service's samples. Silent where the records were not expanded or more of them "
                  "follow.",
        .good_example =
            R"({"totalParticipantCount": 1, "meetingStartDateTime": null, "attendanceRecords": [{"id": "1"}]})",
        .bad_example =
            R"({"totalParticipantCount": 2, "meetingStartDateTime": null, "attendanceRecords": [{"id": "1"}]})",
    };

    void operator()(const judged_report auto& report, rule_context& context, const rule_findings& findings) const
    {
        const page_collection* const pages =
            context.page() && !context.page()->holds_reports ? context.page()->collection : nullptr;
        const bool has_next_page = report.additionalProperties.contains("attendanceRecords@odata.nextLink");
        if (!report.totalParticipantCount || !report.attendanceRecords ||
            (pages ? !pages->is_complete() : has_next_page))
            return;
        const auto count = static_cast<std::int64_t>(pages ? pages->item_count() : context.item_count());
        const auto count_without_repeated =
            count - static_cast<std::int64_t>(pages ? pages->repeated_count() : context.repeated_count());
        if (*report.totalParticipantCount != count && *report.totalParticipantCount != count_without_repeated)
            findings.add({"totalParticipantCount"},
                         detail::message(
                             "totalParticipantCount is ", detail::more_or_less(*report.totalParticipantCount - count),
                             " than the number of records ",
                             pages ? "on the " + std::to_string(pages->page_count()) + " pages" : "that follow"),
                         std::to_string(count), std::to_string(*report.totalParticipantCount),
                         count == count_without_repeated ? std::to_string(count) : std::string{});
    }
};

} // namespace rollcall::rules
