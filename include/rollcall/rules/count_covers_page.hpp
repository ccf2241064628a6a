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

struct count_covers_page {
    static constexpr rule_information information{
        .id = "count-covers-page",
        .default_severity = severity::warning,
        .summary = "@odata.count is at least the number of entities in the page, and equal when it is the only page.",
        .reason = "It counts the whole collection. A page without a next link is taken for the only one, unless its "
                  "request skips others.",
        .good_example = R"({"@odata.count": 1, "value": [{"role": "Attendee"}]})",
        .bad_example = R"({"@odata.count": 2, "value": [{"role": "Attendee"}]})",
    };

    void operator()(const judged_page auto& page, const rule_context& context, const rule_findings& findings) const
    {
        if (!page.odataCount || *page.odataCount < 0 || !page.value)
            return;
        const page_collection* const pages = context.page() ? context.page()->collection : nullptr;
        const auto items = static_cast<std::int64_t>(pages ? pages->item_count() : context.item_count());
        const auto items_without_repeated =
            items - static_cast<std::int64_t>(pages ? pages->repeated_count() : context.repeated_count());
        if (*page.odataCount == items || *page.odataCount == items_without_repeated)
            return;
        const bool is_only_page = pages ? pages->is_complete() : context.may_be_only_page();
        if (!is_only_page && *page.odataCount > items)
            return;
        findings.add({"@odata.count"},
                     detail::message("@odata.count is ", detail::more_or_less(*page.odataCount - items),
                                     " than the number of entities ",
                                     pages          ? "on the " + std::to_string(pages->page_count()) + " pages"
                                     : is_only_page ? "in the only page"
                                                    : "in the page"),
                     (is_only_page ? "" : "at least ") + std::to_string(items), std::to_string(*page.odataCount),
                     is_only_page && items == items_without_repeated ? std::to_string(items) : std::string{});
    }
};

} // namespace rollcall::rules
