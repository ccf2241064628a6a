#pragma once

#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/model/meetingAttendanceReport.hpp>
#include <rollcall/rule_context.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/participant.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace rollcall::rules {

struct record_id_unique {
    static constexpr rule_information information{
        .id = "record-id-unique",
        .default_severity = severity::error,
        .summary = "Ids differ within a collection or report.",
        .reason = "The id is the entity's key: a program that files records by id loses one of the two. Remembers every "
                  "id of the collection.",
        .good_example = R"({"value": [{"id": "1", "role": "Attendee"}, {"id": "2", "role": "Attendee"}]})",
        .bad_example = R"({"value": [{"id": "1", "role": "Attendee"}, {"id": "1", "role": "Attendee"}]})",
    };

    void operator()(const judged_record& record, rule_context& context, const rule_findings& findings)
    {
        if (context.index() == 0)
            records_.clear();
        if (const auto first = remember(records_, record.id, context.index()))
            findings.add({"id"}, "the id" + of_participant(record) + " is that of record " + std::to_string(*first + 1) + " already",
                         "an id of its own", detail::quoted(*record.id));
    }

    void operator()(const model::borrowed::meetingAttendanceReport& report, rule_context& context,
                    const rule_findings& findings)
    {
        if (context.index() == 0)
            reports_.clear();
        if (const auto first = remember(reports_, report.id, context.index()))
            findings.add({"id"}, "the report's id is that of report " + std::to_string(*first + 1) + " already",
                         "an id of its own", detail::quoted(*report.id));
    }

private:
    /// By id, the index of the entity that had it first.
    using index_by_id = std::unordered_map<std::string, std::size_t>;

    static std::optional<std::size_t> remember(index_by_id& known, const property<std::string_view>& id, std::size_t index)
    {
        if (!id)
            return std::nullopt;
        const auto [entry, is_new] = known.try_emplace(std::string{*id}, index);
        return is_new ? std::nullopt : std::optional{entry->second};
    }

    index_by_id records_;
    index_by_id reports_;
};

} // namespace rollcall::rules
