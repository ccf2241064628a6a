#pragma once

#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/model/meetingAttendanceReport.hpp>
#include <rollcall/rule_context.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/participant.hpp>

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rollcall::rules {

struct record_id_unique {
    static constexpr rule_information information{
        .id = "record-id-unique",
        .default_severity = severity::error,
        .summary = "Ids differ within a collection or report.",
        .reason =
            "The id is the entity's key: a program that files records by id loses one of the two. Remembers every "
            "id of the collection.",
        .good_example = R"({"value": [{"id": "1", "role": "Attendee"}, {"id": "2", "role": "Attendee"}]})",
        .bad_example = R"({"value": [{"id": "1", "role": "Attendee"}, {"id": "1", "role": "Attendee"}]})",
    };

    void operator()(const judged_record& record, rule_context& context, const rule_findings& findings)
    {
        if (const auto first = records_.remember(record.id, context))
            findings.add({"id"},
                         "the id" + of_participant(record) + " is that of record " + std::to_string(*first + 1) +
                             " already",
                         "an id of its own", detail::quoted_name(*record.id));
    }

    void operator()(const model::borrowed::meetingAttendanceReport& report, rule_context& context,
                    const rule_findings& findings)
    {
        if (const auto first = reports_.remember(report.id, context))
            findings.add({"id"}, "the report's id is that of report " + std::to_string(*first + 1) + " already",
                         "an id of its own", detail::quoted_name(*report.id));
    }

private:
    /// The ids of the collection that is being judged.
    class known_ids {
    public:
        /// The index of the entity that had the id first, if there was one.
        std::optional<std::size_t> remember(const property<std::string_view>& id, rule_context& context)
        {
            if (collection_ != context.collection()) {
                collection_ = context.collection();
                indexes_.clear();
            }
            if (!id)
                return std::nullopt;
            const auto [entry, is_new] = indexes_.try_emplace(std::string{*id}, context.index());
            if (is_new)
                return std::nullopt;
            context.note_repeated();
            return entry->second;
        }

    private:
        std::size_t collection_ = 0;
        boost::unordered_flat_map<std::string, std::size_t> indexes_;
    };

    known_ids records_;
    known_ids reports_;
};

} // namespace rollcall::rules
