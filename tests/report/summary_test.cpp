#include "sample_reports.hpp"

#include <rollcall/report/summary.hpp>

#include <doctest/doctest.h>

using rollcall::severity;

TEST_CASE("a summary counts files, payloads, records and findings")
{
    rollcall::report_summary summary;
    for (const auto& [file, text] : {sample::response(), sample::hostile_payloads(), sample::missing_file()})
        summary.add(file);
    CHECK(summary.files() == 3);
    CHECK(summary.unjudged_files() == 1);
    CHECK(summary.payloads() == 3);
    CHECK(summary.records() == 1);
    CHECK(summary.findings(severity::error) == 3);
    CHECK(summary.findings(severity::warning) == 1);
    CHECK(summary.findings(severity::info) == 1);
}

TEST_CASE("a finding counts from its severity on downwards")
{
    const auto has_finding_from = [](severity found, severity level) {
        rollcall::file_report file{.path = {}, .error = {}, .payloads = {{"", {}}}};
        file.payloads.front().report.diagnostics.emplace_back().severity = found;
        rollcall::report_summary summary;
        summary.add(file);
        return summary.has_finding_from(level);
    };
    constexpr severity levels[]{severity::info, severity::warning, severity::error};
    for (const severity found : levels)
        for (const severity level : levels)
            CHECK(has_finding_from(found, level) == (found >= level));
}

TEST_CASE("a summary of nothing has no finding")
{
    CHECK_FALSE(rollcall::report_summary{}.has_finding_from(severity::info));
}
