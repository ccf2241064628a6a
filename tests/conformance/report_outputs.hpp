#pragma once

#include "exit_status.hpp"   // exit_status
#include "new_file.hpp"      // new_file
#include "report_format.hpp" // report_output

#include <rollcall/report/file_report.hpp> // file_report
#include <rollcall/report/summary.hpp>     // report_summary
#include <rollcall/severity.hpp>           // severity

#include <memory>      // std::unique_ptr
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::program {

/// Shows the verdicts on files in several formats at once, each on standard output or in a file.
class report_outputs {
public:
    /// `fail_on` is from which severity on a finding counts as a failure; one that `is_quiet` leaves out what people
    /// can do without. Throws `write_error` when one of the files
    /// cannot be made.
    report_outputs(const std::vector<report_output>& wanted, severity fail_on, bool is_quiet = false);

    /// Shows one file. `text` is what stands in it. Why it could not be judged is told on standard error, too. Throws
    /// `write_error`; whether standard output could be written says its stream.
    void add(const file_report& file, std::string_view text);

    /// Ends the reports; to be called once, behind the last file. The files get their names when all reports could be
    /// written, standard output included. Throws `write_error`.
    void finish();

    /// What the program is to end with after what was added so far.
    [[nodiscard]] exit_status status() const noexcept;

private:
    /// In front of the writers that refer to them.
    std::vector<std::unique_ptr<new_file>> files_;
    std::vector<std::unique_ptr<report_writer>> writers_;
    report_summary summary_;
    severity fail_on_;
};

} // namespace rollcall::program
