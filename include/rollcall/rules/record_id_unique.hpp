#pragma once

#include <rollcall/detail/known_ids.hpp>
#include <rollcall/detail/message.hpp>
#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/model/meetingAttendanceReport.hpp>
#include <rollcall/rule_context.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rule_information.hpp>
#include <rollcall/rules/participant.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
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
            "The id is the entity's key: a program that files records by id loses one of the two. Remembers "
            "where every id of the collection stands, some 30 bytes each. Pages of a collection are collections of "
            "their own unless they are joined (--join-pages).",
        .good_example = R"({"value": [{"id": "1", "role": "Attendee"}, {"id": "2", "role": "Attendee"}]})",
        .bad_example = R"({"value": [{"id": "1", "role": "Attendee"}, {"id": "1", "role": "Attendee"}]})",
    };

    void prepare(const judged_record auto& record) { records_.prepare(record.id); }

    void operator()(const judged_record auto& record, rule_context& context, const rule_findings& findings)
    {
        if (const std::uint32_t* const first = records_.remember(record.id, context))
            findings.add({"id"},
                         detail::message("record ", context.index() + 1, of_participant(record),
                                         " has the id of record ", *first + 1),
                         "an id of its own", detail::quoted_name(*record.id));
        else if (const auto earlier = place_on_earlier_page(record.id, context, false))
            findings.add({"id"},
                         detail::message("record ", context.index() + 1, of_participant(record),
                                         " has the id of record ", *earlier),
                         "an id of its own", detail::quoted_name(*record.id));
    }

    void prepare(const judged_report auto& report) { reports_.prepare(report.id); }

    void operator()(const judged_report auto& report, rule_context& context, const rule_findings& findings)
    {
        if (const std::uint32_t* const first = reports_.remember(report.id, context))
            findings.add({"id"}, detail::message("report ", context.index() + 1, " has the id of report ", *first + 1),
                         "an id of its own", detail::quoted_name(*report.id));
        else if (const auto earlier_report = place_on_earlier_page(report.id, context, true))
            findings.add({"id"},
                         detail::message("report ", context.index() + 1, " has the id of report ", *earlier_report),
                         "an id of its own", detail::quoted_name(*report.id));
    }

private:
    /// Which entity of an earlier page has the id, if pages are judged as one: `2 in page-1.json`.
    static std::optional<std::string> place_on_earlier_page(const property<std::string_view>& id,
                                                            const rule_context& context, bool of_report)
    {
        const joined_page* const page = context.page();
        if (!page || !id || page->holds_reports != of_report)
            return std::nullopt;
        const auto place = page->collection->place_before(*id, page->number);
        if (!place)
            return std::nullopt;
        return std::to_string(place->index + 1) + " in " + page->collection->name_of(place->page);
    }

    /// The ids of the collection that is being judged.
    class ids_of_collection {
    public:
        void prepare(const property<std::string_view>& id)
        {
            if (!id)
                return;
            hash_ = known_.hash_of(*id);
            known_.prefetch(hash_);
        }

        /// The index of the entity that had the id first, or null.
        const std::uint32_t* remember(const property<std::string_view>& id, rule_context& context)
        {
            if (collection_ != context.collection()) {
                collection_ = context.collection();
                known_.clear();
                copies_.clear();
            }
            if (!id)
                return nullptr;
            const std::uint32_t* const first =
                context.lies_in_payload(*id) ? remember_in_place(*id, context) : remember_copy(*id, context.index());
            if (first)
                context.note_repeated();
            return first;
        }

    private:
        const std::uint32_t* remember_in_place(std::string_view id, const rule_context& context)
        {
            if (known_.is_full())
                known_.grow(context.expected_items(id));
            return known_.remember(id, hash_, context.index());
        }

        const std::uint32_t* remember_copy(std::string_view id, std::size_t index)
        {
            const std::uint32_t* const first = known_.remember(copies_.emplace_back(id), hash_, index);
            if (first)
                copies_.pop_back();
            return first;
        }

        std::size_t collection_ = 0;
        detail::known_ids known_;
        /// Of the id that is next.
        std::uint32_t hash_ = 0;
        /// Of ids that had escapes.
        std::deque<std::string> copies_;
    };

    ids_of_collection records_;
    ids_of_collection reports_;
};

} // namespace rollcall::rules
