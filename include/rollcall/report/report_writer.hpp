#pragma once

#include <rollcall/report/file_report.hpp>
#include <rollcall/report/summary.hpp>

#include <ostream>
#include <string_view>

namespace rollcall {

/// Shows the verdicts on files one after the other, in some format, on a stream that must live as long. No file's
/// verdict is kept, so memory does not grow with their number. A stream that cannot be written to says so itself: see
/// its state.
class report_writer {
public:
    explicit report_writer(std::ostream& out) : out_{out} {}
    report_writer(const report_writer&) = delete;
    report_writer& operator=(const report_writer&) = delete;
    virtual ~report_writer() = default;

    /// Shows one file. `text` is what stands in it, for formats that quote it; it may be left out.
    void add(const file_report& file, std::string_view text = {})
    {
        write_file(file, text);
        summary_.add(file);
    }

    /// Ends the report; to be called once, behind the last file.
    void finish() { write_end(); }

    /// What was added so far.
    [[nodiscard]] const report_summary& summary() const noexcept { return summary_; }

protected:
    [[nodiscard]] std::ostream& out() noexcept { return out_; }

private:
    virtual void write_file(const file_report& file, std::string_view text) = 0;
    virtual void write_end() = 0;

    std::ostream& out_;
    report_summary summary_;
};

} // namespace rollcall
