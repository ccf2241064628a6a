#pragma once

#include "file_part.hpp"
#include "finding_filter.hpp" // finding_filter
#include "finding_sieve.hpp"  // finding_sieve
#include "judging_run.hpp"    // judging_run
#include "report_outputs.hpp" // report_outputs

#include <rollcall/report/attendance_collector.hpp> // default_maximum_participants

#include <atomic>  // std::atomic
#include <cstddef> // std::size_t
#include <string>  // std::string
#include <utility> // std::move

namespace rollcall::program {

/// Puts the parts of files together and shows each file once it is whole. The parts come in order, so the report does
/// not depend on who judged them and when.
class part_joiner {
public:
    /// Of all files together, `maximum_diagnostics` are shown, of those that `filter` leaves.
    part_joiner(report_outputs& outputs, std::size_t maximum_diagnostics, finding_filter& filter, judging_run& run)
        : outputs_{outputs}, room_{maximum_diagnostics}, filter_{filter}, run_{run}
    {
    }

    void add(file_part part, const std::string& path, bool ends_file);

    /// What may still be shown of a part of a file. Any thread may ask.
    [[nodiscard]] finding_sieve sieve_for(std::string path) const { return {filter_, std::move(path), room_}; }

private:
    void add_to_file(file_part& part, const std::string& path);
    void tell_of(const file_report& file);
    void add_attendance(attendance part);
    void show_file(const file_part& last_part, const std::string& path);

    report_outputs& outputs_;
    std::atomic<std::size_t> room_;
    finding_filter& filter_;
    judging_run& run_;
    /// How many participants can still be listed.
    std::size_t participant_room_ = default_maximum_participants;
    file_report file_;
    /// How many lines of the file there are in front of the next part.
    std::size_t lines_ = 0;
};

} // namespace rollcall::program
