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
    CHECK(summary.findings()[severity::error] == 3);
    CHECK(summary.findings()[severity::warning] == 1);
    CHECK(summary.findings()[severity::info] == 1);
    CHECK(summary.unlisted_findings().total() == 0);
}

TEST_CASE("a summary counts what a report does not list, too")
{
    rollcall::report_summary summary;
    summary.add(sample::cut_short().report);
    CHECK(summary.files() == 1);
    CHECK(summary.payloads() == 12);
    CHECK(summary.records() == 11);
    CHECK(summary.findings()[severity::error] == 8);
    CHECK(summary.findings()[severity::warning] == 1);
    CHECK(summary.findings()[severity::info] == 1);
    CHECK(summary.unlisted_findings()[severity::error] == 7);
    CHECK(summary.unlisted_findings()[severity::warning] == 0);
    CHECK(summary.unlisted_findings()[severity::info] == 1);
    CHECK(summary.unlisted_findings().total() == 8);
}

TEST_CASE("a summary counts entries that were passed over")
{
    rollcall::report_summary summary;
    summary.add(sample::entries().report);
    summary.add(sample::good_payload().report);
    summary.add(sample::entries().report);
    CHECK(summary.passed_over() == 28);
}

TEST_CASE("a finding that is only counted is one from its severity on downwards")
{
    rollcall::file_report file;
    file.unlisted.findings.add("unknown-role", severity::warning);
    rollcall::report_summary summary;
    summary.add(file);
    CHECK(summary.has_finding_from(severity::info));
    CHECK(summary.has_finding_from(severity::warning));
    CHECK_FALSE(summary.has_finding_from(severity::error));
}

TEST_CASE("a finding counts from its severity on downwards")
{
    const auto has_finding_from = [](severity found, severity level) {
        rollcall::file_report file{.path = {}, .error = {}, .payloads = {{}}};
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
