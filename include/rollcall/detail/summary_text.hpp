#pragma once

#include <rollcall/detail/counted.hpp>
#include <rollcall/finding_counts.hpp>
#include <rollcall/report/summary.hpp>
#include <rollcall/severity.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace rollcall::detail {

/// `no files`, `1 file`, `2 files`.
[[nodiscard]] inline std::string counted_or_no(std::size_t count, std::string_view noun)
{
    return count == 0 ? "no " + std::string{noun} + 's' : counted(count, noun);
}

/// `1 error, no warnings`, and infos if there are any.
[[nodiscard]] inline std::string text_of(const finding_counts& counts)
{
    std::string text =
        counted_or_no(counts[severity::error], "error") + ", " + counted_or_no(counts[severity::warning], "warning");
    if (counts[severity::info] != 0)
        text += ", " + counted_or_no(counts[severity::info], "info");
    return text;
}

/// How much was judged and found, in a line without an end.
[[nodiscard]] inline std::string text_of(const report_summary& summary)
{
    std::string text = counted_or_no(summary.files(), "file");
    if (summary.unjudged_files() != 0)
        text += " (" + std::to_string(summary.unjudged_files()) + " could not be judged)";
    text +=
        ", " + counted_or_no(summary.payloads(), "payload") + ", " + counted_or_no(summary.records(), "record") + ": ";
    if (summary.findings().total() != 0)
        return text + text_of(summary.findings());
    return text + (summary.payloads() == 0 ? "nothing was judged" : "nothing to report");
}

} // namespace rollcall::detail
