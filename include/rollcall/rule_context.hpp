#pragma once

#include <rollcall/detail/scanner.hpp>
#include <rollcall/date_time.hpp>
#include <rollcall/model/meetingAttendanceReport.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rollcall {

/// When a meeting began and ended; nothing where the payload does not say.
struct meeting_times {
    std::optional<date_time> start;
    std::optional<date_time> end;
};

/// What a rule may want to know beside the value it looks at.
///
/// A payload may say it behind the value: then it is looked up ahead, once per payload or report and only when asked for.
class rule_context {
public:
    using report_type = model::borrowed::meetingAttendanceReport;

    rule_context(std::string_view payload, std::string_view request_url) : payload_{payload}, request_url_{request_url} {}

    /// Which of the payload's collections the value is in: when it changes, a rule forgets what it remembers of the last one.
    [[nodiscard]] std::size_t collection() const noexcept { return collection_; }

    /// The value's place in its collection, from 0.
    [[nodiscard]] std::size_t index() const noexcept { return index_; }

    /// For a rule on a collection or report: how many items it had.
    [[nodiscard]] std::size_t item_count() const noexcept { return item_count_; }

    /// Whether the payload is one page of several, as far as its request tells.
    [[nodiscard]] bool is_later_page() const noexcept { return request_url_.find("$skip") != std::string_view::npos; }

    /// Whether the records are those of a town hall, as `@odata.context` or the request's URL says.
    [[nodiscard]] bool is_town_hall()
    {
        if (!is_town_hall_) {
            const auto names_town_hall = [](std::string_view url) { return url.find("/townhalls") != std::string_view::npos; };
            const char* const end = payload_.data() + payload_.size();
            const auto context =
                detail::find_string_member(detail::skip_separators(payload_.data(), end), end, "@odata.context");
            is_town_hall_ = names_town_hall(request_url_) || (context && names_town_hall(*context));
        }
        return *is_town_hall_;
    }

    /// The times of the meeting that the record belongs to.
    [[nodiscard]] const meeting_times& meeting()
    {
        if (!meeting_)
            meeting_ = report_ ? meeting_times{time_of(report_->meetingStartDateTime, "meetingStartDateTime"),
                                               time_of(report_->meetingEndDateTime, "meetingEndDateTime")}
                               : meeting_times{};
        return *meeting_;
    }

    /// For whoever judges: the place that the next value has.
    void set_place(std::size_t collection, std::size_t index, std::size_t item_count) noexcept
    {
        collection_ = collection;
        index_ = index;
        item_count_ = item_count;
    }

    /// For whoever judges: the report whose records follow, which begins at `text`. It may not have been read to its end.
    void set_report(const report_type* report, const char* text) noexcept
    {
        report_ = report;
        report_text_ = text;
        meeting_.reset();
    }

private:
    [[nodiscard]] std::optional<date_time> time_of(const property<date_time>& read, std::string_view name) const
    {
        if (read)
            return *read;
        if (!read.is_absent())
            return std::nullopt;
        const auto text = detail::find_string_member(report_text_, payload_.data() + payload_.size(), name);
        return text ? date_time::parse(*text) : std::nullopt;
    }

    std::string_view payload_;
    std::string_view request_url_;
    std::size_t collection_ = 0;
    std::size_t index_ = 0;
    std::size_t item_count_ = 0;
    const report_type* report_ = nullptr;
    const char* report_text_ = nullptr;
    std::optional<bool> is_town_hall_;
    std::optional<meeting_times> meeting_;
};

} // namespace rollcall
