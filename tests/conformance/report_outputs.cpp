#include "report_outputs.hpp"

#include "error_output.hpp" // print_error

#include <rollcall/detail/terminal_text.hpp> // detail::for_terminal

#include <fmt/format.h> // fmt::format

#include <filesystem>   // std::filesystem
#include <iostream>     // std::cout
#include <system_error> // std::error_code

namespace rollcall::program {

report_outputs::report_outputs(const std::vector<report_output>& wanted, severity fail_on, bool is_quiet)
    : fail_on_{fail_on}
{
    std::error_code ignored;
    report_setting setting{
        .is_quiet = is_quiet, .fail_on = fail_on, .working_folder = std::filesystem::current_path(ignored)};
    for (const report_output& output : wanted) {
        setting.is_on_standard_output = output.file.empty();
        if (!setting.is_on_standard_output)
            files_.push_back(std::make_unique<new_file>(output.file));
        writers_.push_back(
            output.format->make_writer(setting.is_on_standard_output ? std::cout : files_.back()->out(), setting));
    }
}

void report_outputs::add(const file_report& file, std::string_view text)
{
    for (const auto& writer : writers_)
        writer->add(file, text);
    for (const auto& written : files_)
        written->check();
    summary_.add(file);
    if (file.error)
        print_error(fmt::format("{}: error: {}\n", detail::for_terminal(file.path), detail::for_terminal(*file.error)));
}

void report_outputs::finish()
{
    for (const auto& writer : writers_)
        writer->finish();
    for (const auto& file : files_)
        file->flush();
    if (!std::cout.flush())
        return;
    for (const auto& file : files_)
        file->put_in_place();
}

exit_status report_outputs::status() const noexcept
{
    if (summary_.unjudged_files() != 0)
        return exit_status::failure;
    return summary_.has_finding_from(fail_on_) ? exit_status::findings : exit_status::success;
}

} // namespace rollcall::program
