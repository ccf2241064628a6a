#include "sample_reports.hpp"

#include <rollcall/report/figures.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

namespace {

std::string shown(const std::vector<sample::sample_file>& files)
{
    std::ostringstream out;
    rollcall::figures_report report{out};
    for (const auto& [file, text] : files)
        report.add(file, text);
    report.finish();
    return out.str();
}

} // namespace

TEST_CASE("a report in figures counts who attended and what was found")
{
    sample::sample_file file = sample::response();
    file.report.payloads.front().attendance.emplace().figures = sample::figures();
    sample::check_snapshot("figures.txt", shown({file, sample::missing_file(), sample::cut_short()}));
}

TEST_CASE("a report in figures leaves out what was not collected")
{
    CHECK(shown({sample::good_payload()}) == "judged\n"
                                             "  files     1\n"
                                             "  payloads  1\n"
                                             "  records   1\n"
                                             "\n"
                                             "findings\n"
                                             "  none\n");
}

TEST_CASE("a report in figures on nothing does not divide by it")
{
    sample::sample_file file = sample::missing_file();
    file.report.attendance.emplace();
    CHECK(shown({file}) == "judged\n"
                           "  files     1  1 could not be judged\n"
                           "  payloads  0\n"
                           "  records   0\n"
                           "\n"
                           "attendance\n"
                           "  meetings        0\n"
                           "  participants    0\n"
                           "  sessions        0\n"
                           "  person-hours  0.0\n"
                           "\n"
                           "findings\n"
                           "  nothing was judged\n");
}

TEST_CASE("figures of several payloads add up")
{
    rollcall::attendance_figures sum = sample::figures();
    sum += sample::figures();
    sum += {};
    CHECK(sum.meetings == 2);
    CHECK(sum.participants == 10);
    CHECK(sum.sessions == 14);
    CHECK(sum.attended_seconds == 14'000);
    CHECK(sum.records_by_sessions == decltype(sum.records_by_sessions){0, 8, 0, 2, 0, 2});
    CHECK(sum.records_by_role == decltype(sum.records_by_role){0, 8, 0, 2, 2, 0});
    CHECK(sum.records_by_identity == decltype(sum.records_by_identity){6, 0, 4, 0, 2});
}
