#include "sample_reports.hpp"

#include <rollcall/report/figures.hpp>
#include <rollcall/report/github.hpp>
#include <rollcall/report/gitlab.hpp>
#include <rollcall/report/html.hpp>
#include <rollcall/report/json.hpp>
#include <rollcall/report/junit.hpp>
#include <rollcall/report/ndjson.hpp>
#include <rollcall/report/sarif.hpp>
#include <rollcall/report/text.hpp>
#include <rollcall/write.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <locale>
#include <span>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

/// Numbers as Germans write them: `1.234,5`.
struct german_numbers : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

/// While it lives, the whole program writes numbers so.
class german_program {
public:
    german_program() : before_{std::locale::global(std::locale{std::locale::classic(), new german_numbers})} {}
    german_program(const german_program&) = delete;
    german_program& operator=(const german_program&) = delete;
    ~german_program() { std::locale::global(before_); }

private:
    std::locale before_;
};

/// A payload of 2000 records, with a finding in line 1235 and column 1001.
sample::sample_file large_payload()
{
    const std::string text = std::string(1234, '\n') + std::string(1000, ' ') + "7\n";
    return {{.path = "large.json",
             .error = {},
             .payloads = {{"", 1,
                           sample::verdict_on(rollcall::payload_kind::attendanceRecordCollection, 2000,
                                              {sample::finding(text, "7", rollcall::severity::error, "type",
                                                               "/value/1999/role", "role must be a string")})}}},
            text};
}

template <class Report, class... Arguments>
std::string shown(const Arguments&... arguments)
{
    std::ostringstream out;
    Report report{out, arguments...};
    const sample::sample_file file = large_payload();
    for (int count = 0; count < 1500; ++count)
        report.add(file.report, file.text);
    report.finish();
    return out.str();
}

} // namespace

TEST_CASE("reports are the same whatever the program's locale makes of numbers")
{
    using namespace rollcall;
    const std::vector<std::pair<std::string, std::function<std::string()>>> formats{
        {"text", [] { return shown<text_report>(); }},
        {"figures", [] { return shown<figures_report>(); }},
        {"json", [] { return shown<json_report>("judge", "1.2.3"); }},
        {"ndjson", [] { return shown<ndjson_report>("judge", "1.2.3"); }},
        {"junit", [] { return shown<junit_report>("judge"); }},
        {"github", [] { return shown<github_report>(); }},
        {"html", [] { return shown<html_report>("judge", "1.2.3"); }},
        {"sarif", [] { return shown<sarif_report>("judge", "1.2.3", std::span<const rule_information>{}); }},
        {"gitlab", [] { return shown<gitlab_report>(); }}};
    for (const auto& [format, show] : formats) {
        const std::string& name = format;
        const std::string expected = show();
        const german_program german;
        CAPTURE(name);
        CHECK((show() == expected));
    }
}

TEST_CASE("what the program's locale makes of numbers is not in moments")
{
    const auto shown_moment = [] {
        std::ostringstream out;
        out << *rollcall::date_time::parse("2021-10-04T23:13:43.3776519+05:30");
        return out.str();
    };
    const std::string expected = shown_moment();
    const german_program german;
    CHECK(shown_moment() == expected);
    CHECK(expected == "2021-10-04T23:13:43.3776519+05:30");
}
