#include "report_format.hpp"

#include <rollcall/report/attendance_collector.hpp> // attendance_detail
#include <rollcall/report/figures.hpp>              // figures_report
#include <rollcall/report/github.hpp>               // github_report
#include <rollcall/report/gitlab.hpp>               // gitlab_report
#include <rollcall/report/html.hpp>                 // html_report
#include <rollcall/report/json.hpp>                 // json_report
#include <rollcall/report/junit.hpp>                // junit_report
#include <rollcall/report/ndjson.hpp>               // ndjson_report
#include <rollcall/report/sarif.hpp>                // sarif_report
#include <rollcall/report/text.hpp>                 // text_report
#include <rollcall/rules/catalogue.hpp>             // rule_catalogue
#include <rollcall/version.hpp>                     // version

#include <unistd.h> // isatty

#include <algorithm> // std::max
#include <array>     // std::array
#include <cstdlib>   // std::getenv

namespace rollcall::program {

namespace {

constexpr std::string_view tool_name = "rollcall-validate";

using made_writer = std::unique_ptr<report_writer>;

bool wants_colour()
{
    const auto variable = [](const char* name) {
        const char* const value = std::getenv(name);
        return std::string_view{value == nullptr ? "" : value};
    };
    return isatty(STDOUT_FILENO) != 0 && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
}

made_writer make_text(std::ostream& out, const report_setting& setting)
{
    return std::make_unique<text_report>(
        out, text_report_style{.is_coloured = setting.is_on_standard_output && wants_colour(),
                               .shows_file_errors = !setting.is_on_standard_output,
                               .shows_summary = !setting.is_quiet});
}

made_writer make_json(std::ostream& out, const report_setting&)
{
    return std::make_unique<json_report>(out, tool_name, version);
}

made_writer make_ndjson(std::ostream& out, const report_setting&)
{
    return std::make_unique<ndjson_report>(out, tool_name, version);
}

made_writer make_summary(std::ostream& out, const report_setting&)
{
    return std::make_unique<figures_report>(out);
}

made_writer make_html(std::ostream& out, const report_setting&)
{
    return std::make_unique<html_report>(out, tool_name, version, rule_catalogue());
}

made_writer make_sarif(std::ostream& out, const report_setting& setting)
{
    return std::make_unique<sarif_report>(out, tool_name, version, rule_catalogue(), setting.working_folder);
}

made_writer make_junit(std::ostream& out, const report_setting& setting)
{
    return std::make_unique<junit_report>(out, tool_name, setting.fail_on, setting.working_folder);
}

made_writer make_github(std::ostream& out, const report_setting& setting)
{
    return std::make_unique<github_report>(out, setting.working_folder);
}

made_writer make_gitlab(std::ostream& out, const report_setting& setting)
{
    return std::make_unique<gitlab_report>(out, setting.working_folder);
}

constexpr std::array all_formats{
    report_format{"text", attendance_detail::none, make_text},
    report_format{"json", attendance_detail::figures, make_json},
    report_format{"ndjson", attendance_detail::figures, make_ndjson},
    report_format{"summary", attendance_detail::figures, make_summary},
    report_format{"html", attendance_detail::participants, make_html},
    report_format{"sarif", attendance_detail::none, make_sarif},
    report_format{"junit", attendance_detail::none, make_junit},
    report_format{"github", attendance_detail::none, make_github},
    report_format{"gitlab", attendance_detail::none, make_gitlab},
};

} // namespace

std::span<const report_format> report_formats() noexcept
{
    return all_formats;
}

attendance_detail shown_attendance(const std::vector<report_output>& outputs) noexcept
{
    attendance_detail most = attendance_detail::none;
    for (const report_output& output : outputs)
        most = std::max(most, output.format->attendance);
    return most;
}

} // namespace rollcall::program
