#pragma once

#include "file_part.hpp"
#include "report_outputs.hpp" // report_outputs

#include <rollcall/report/attendance_collector.hpp> // default_maximum_participants

#include <atomic>  // std::atomic
#include <cstddef> // std::size_t
#include <string>  // std::string

namespace rollcall::program {

/// Puts the parts of files together and shows each file once it is whole. The parts come in order, so the report does
/// not depend on who judged them and when.
class part_joiner {
public:
    /// Of all files together, `maximum_diagnostics` are shown.
    part_joiner(report_outputs& outputs, std::size_t maximum_diagnostics)
        : outputs_{outputs}, room_{maximum_diagnostics}
    {
    }

    void add(file_part part, const std::string& path, bool ends_file);

    /// How many diagnostics can still be shown: what is found beyond need not be kept. Any thread may ask.
    [[nodiscard]] std::size_t room() const noexcept { return room_; }

private:
    void add_to_file(file_part& part);
    void add_attendance(attendance part);
    void show_file(const file_part& last_part, const std::string& path);

    report_outputs& outputs_;
    std::atomic<std::size_t> room_;
    /// How many participants can still be listed.
    std::size_t participant_room_ = default_maximum_participants;
    file_report file_;
    /// How many lines of the file there are in front of the next part.
    std::size_t lines_ = 0;
};

} // namespace rollcall::program
