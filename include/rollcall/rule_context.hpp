#pragma once

#include <rollcall/date_time.hpp>
#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/text_case.hpp>
#include <rollcall/joined_page.hpp>
#include <rollcall/model/meetingAttendanceReport.hpp>
#include <rollcall/rules/interval_reading.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace rollcall {

/// When a meeting began and ended; nothing where the payload does not say.
struct meeting_times {
    std::optional<date_time> start;
    std::optional<date_time> end;
};

/// A collection that is being judged item by item.
struct judged_collection {
    /// Which of the payload's collections of its type it is, from 1.
    std::size_t number = 0;
    /// How many items it had, once it has ended.
    std::size_t item_count = 0;
    /// How many of its items so far have the id of another one.
    std::size_t repeated_count = 0;
};

/// What a rule may want to know beside the value it looks at.
///
/// A payload may say it behind the value: then it is looked up ahead, once per payload or report and only when asked
/// for.
class rule_context {
public:
    using report_type = model::borrowed::meetingAttendanceReport;

    rule_context(std::string_view payload, std::string request_url, const joined_page* page = nullptr)
        : payload_{payload}, request_url_{std::move(request_url)}, page_{page}
    {
    }

    /// Which of the payload's collections the value is in: when it changes, a rule forgets what it remembers of the
    /// last one.
    [[nodiscard]] std::size_t collection() const noexcept { return collection_ ? collection_->number : 0; }

    /// The value's place in its collection, from 0.
    [[nodiscard]] std::size_t index() const noexcept { return index_; }

    /// For a rule on a collection or report: how many items it had.
    [[nodiscard]] std::size_t item_count() const noexcept { return items_ ? items_->item_count : 0; }

    /// And how many of these have the id of another one: they are reported, so a count may leave them out.
    [[nodiscard]] std::size_t repeated_count() const noexcept { return items_ ? items_->repeated_count : 0; }

    /// For the rule that finds a value with the id of another one.
    void note_repeated() noexcept
    {
        if (collection_)
            ++collection_->repeated_count;
    }

    /// Which page of its collection the payload is, where pages are judged as one; else null.
    [[nodiscard]] const joined_page* page() const noexcept { return page_; }

    /// Whether the payload may be the only page of its collection: it names no next one, and the request asks for no
    /// part.
    [[nodiscard]] bool may_be_only_page() const
    {
        const auto asks_for = [&](std::string_view option) {
            return detail::contains_without_case(request_url_, "$" + std::string{option}) ||
                   detail::contains_without_case(request_url_, "%24" + std::string{option});
        };
        return !asks_for("skip") && !asks_for("top") && !detail::find_member(root(), end(), "@odata.nextLink");
    }

    /// Whether the records are those of a town hall, as `@odata.context` or the request's URL says.
    [[nodiscard]] bool is_town_hall()
    {
        if (!is_town_hall_) {
            const auto names_town_hall = [](const std::optional<std::string>& url) {
                return url && detail::contains_without_case(*url, "/townhalls");
            };
            is_town_hall_ = names_town_hall(request_url_) || names_town_hall(odata_context()) ||
                            (report_ && names_town_hall(detail::find_string_member(report_text_, end(),
                                                                                   "attendanceRecords@odata.context")));
        }
        return *is_town_hall_;
    }

    /// Whether the value is a report or a record of one.
    [[nodiscard]] bool is_in_report() const noexcept { return report_ != nullptr; }

    /// The times of the meeting that the record belongs to.
    [[nodiscard]] const meeting_times& meeting()
    {
        if (!meeting_)
            meeting_ = report_ ? meeting_times{time_of(report_->meetingStartDateTime, "meetingStartDateTime"),
                                               time_of(report_->meetingEndDateTime, "meetingEndDateTime")}
                               : meeting_times{};
        return *meeting_;
    }

    /// The id of the report that the record belongs to; nothing where the payload does not say. Looks for it anew
    /// whenever it stands behind the records.
    [[nodiscard]] std::optional<std::string> report_id() const
    {
        if (!report_ || report_->id.is_null())
            return std::nullopt;
        return report_->id ? std::string{*report_->id} : detail::find_only_string_member(report_text_, end(), "id");
    }

    /// The payload's `@odata.context`; nothing where it has none. Looks for it anew whenever it is asked for.
    [[nodiscard]] std::optional<std::string> odata_context() const
    {
        return detail::find_string_member(root(), end(), "@odata.context");
    }

    /// The URL that the payload was requested from; empty when that is not known.
    [[nodiscard]] const std::string& request_url() const noexcept { return request_url_; }

    /// For a rule on a record: what its intervals tell taken together.
    [[nodiscard]] const rules::interval_overview& intervals() const noexcept { return intervals_; }

    /// Whether a text lies in the payload, and so lasts until all is judged. Others last while the value is looked at.
    [[nodiscard]] bool lies_in_payload(std::string_view text) const noexcept { return detail::lies_in(payload_, text); }

    /// How many items the collection may have if it goes on to the payload's end as it did up to this text of the
    /// value, which lies in the payload.
    [[nodiscard]] std::size_t expected_items(std::string_view text) const noexcept
    {
        const auto offset = static_cast<std::size_t>(text.data() - payload_.data());
        return offset == 0 ? 0 : payload_.size() / offset * index_;
    }

    /// For whoever judges: the record that is next.
    void set_record(const rules::judged_record auto& record) noexcept { intervals_ = rules::interval_overview{record}; }

    /// For whoever judges: the collection that the next value is in and its place there, and the one that is in the
    /// value. Either may be null.
    void set_place(judged_collection* collection, std::size_t index, const judged_collection* items) noexcept
    {
        collection_ = collection;
        index_ = index;
        items_ = items;
    }

    /// For whoever judges: the report whose records follow, which begins at `text`. It may not have been read to its
    /// end.
    void set_report(const report_type* report, const char* text) noexcept
    {
        report_ = report;
        report_text_ = text;
        meeting_.reset();
        is_town_hall_.reset();
    }

private:
    [[nodiscard]] const char* end() const noexcept { return payload_.data() + payload_.size(); }
    [[nodiscard]] const char* root() const noexcept { return detail::skip_separators(payload_.data(), end()); }

    [[nodiscard]] std::optional<date_time> time_of(const property<date_time>& read, std::string_view name) const
    {
        if (read)
            return *read;
        if (!read.is_absent())
            return std::nullopt;
        const auto text = detail::find_only_string_member(report_text_, end(), name);
        return text ? date_time::parse(*text) : std::nullopt;
    }

    std::string_view payload_;
    std::string request_url_;
    const joined_page* page_;
    judged_collection* collection_ = nullptr;
    std::size_t index_ = 0;
    const judged_collection* items_ = nullptr;
    rules::interval_overview intervals_;
    const report_type* report_ = nullptr;
    const char* report_text_ = nullptr;
    std::optional<bool> is_town_hall_;
    std::optional<meeting_times> meeting_;
};

} // namespace rollcall
