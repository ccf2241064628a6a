#include "part_joiner.hpp"

#include <rollcall/detail/counted.hpp> // detail::counted

#include <fmt/format.h> // fmt::format

#include <iostream> // std::cout
#include <utility>  // std::exchange, std::move

namespace rollcall::program {

void part_joiner::add(file_part part, const std::string& path, bool ends_file)
{
    add_to_file(part, path);
    if (ends_file)
        show_file(part, path);
}

void part_joiner::add_to_file(file_part& part, const std::string& path)
{
    for (payload_report& payload : part.report.payloads) {
        payload.line += lines_;
        for (diagnostic& finding : payload.report.diagnostics)
            finding.position.line += lines_;
        filter_.apply(path, payload.report);
        payload.report.limit(room_);
        room_ -= payload.report.diagnostics.size();
        run_.state().payloads += 1;
        run_.state().records += payload.report.records;
        run_.state().findings += payload.report.diagnostics.size() + payload.report.unlisted.total();
        if (payload.attendance)
            payload.attendance->limit_participants(participant_room_);
        list_payload(file_, std::move(payload), part.file.kind);
    }
    run_.state().payloads += part.report.unlisted.count;
    run_.state().records += part.report.unlisted.records;
    run_.state().findings += part.report.unlisted.findings.total();
    file_.unlisted.count += part.report.unlisted.count;
    file_.unlisted.records += part.report.unlisted.records;
    file_.unlisted.findings += part.report.unlisted.findings;
    if (part.report.attendance)
        add_attendance(*std::move(part.report.attendance));
    file_.passed_over += part.report.passed_over;
    if (part.report.error && !file_.error)
        file_.error = part.line_of_error == 0
                          ? std::move(part.report.error)
                          : fmt::format("line {}: {}", lines_ + part.line_of_error, *part.report.error);
    lines_ += part.lines;
}

void part_joiner::add_attendance(attendance part)
{
    part.limit_participants(participant_room_);
    for (meeting_attendance& meeting : part.meetings)
        for (participant_attendance& participant : meeting.participants)
            participant.line += lines_;
    program::add_attendance(file_, std::move(part));
}

void part_joiner::show_file(const file_part& last_part, const std::string& path)
{
    file_report whole = std::exchange(file_, {});
    lines_ = 0;
    whole.path = path;
    if (last_part.file.contents && last_part.file.contents->is_cut_short())
        whole.error = "another program cut it short while it was judged; judge it again";
    if (whole.error) {
        whole.payloads.clear();
        whole.unlisted = {};
        whole.attendance.reset();
        whole.passed_over = 0;
    }
    if (run_.tells_details())
        tell_of(whole);
    const auto lock = run_.progress().hold();
    outputs_.add(whole, last_part.file.text());
    std::cout.flush();
    ++run_.state().files;
}

void part_joiner::tell_of(const file_report& file)
{
    if (file.error)
        return;
    for (const payload_report& payload : file.payloads)
        run_.tell_detail(fmt::format("judged {}: {}, {}{}{}", file.path, name_of(payload.report.kind),
                                     detail::counted(payload.report.records, "record"),
                                     payload.source.empty() ? "" : ", ", payload.source));
    if (file.unlisted.count != 0)
        run_.tell_detail(fmt::format("judged {}: {} without findings, {}", file.path,
                                     detail::counted(file.unlisted.count, "line"),
                                     detail::counted(file.unlisted.records, "record")));
    if (file.payloads.empty() && file.unlisted.count == 0)
        run_.tell_detail(fmt::format("judged {}: no payload", file.path));
}

} // namespace rollcall::program
