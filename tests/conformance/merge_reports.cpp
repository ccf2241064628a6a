#include "merge_reports.hpp"

#include "file_part.hpp"      // list_payload
#include "report_outputs.hpp" // report_outputs
#include "report_reader.hpp"  // read_report

#include <utility> // std::exchange, std::move

namespace rollcall::program {

namespace {

/// What a file was whose report this is: lines of NDJSON are the payloads that have no other name.
capture::file_kind kind_of(const file_report& file)
{
    const bool is_ndjson = file.payloads.size() + file.unlisted.count > 1 &&
                           (file.payloads.empty() || file.payloads.front().source.empty());
    return is_ndjson ? capture::file_kind::ndjson : capture::file_kind::plain;
}

/// Lists no more findings than there is room for, as when the file is judged, and takes that room.
void limit(file_report& file, std::size_t& room)
{
    const capture::file_kind kind = kind_of(file);
    for (payload_report& payload : std::exchange(file.payloads, {})) {
        payload.report.limit(room);
        room -= payload.report.diagnostics.size();
        list_payload(file, std::move(payload), kind);
    }
}

} // namespace

exit_status merge_reports(const merge_arguments& given)
{
    report_outputs outputs{given.outputs, given.fail_on};
    std::size_t room = given.maximum_diagnostics;
    for (const std::string& path : given.reports)
        read_report(path, [&](file_report file) {
            limit(file, room);
            outputs.add(file, {});
        });
    outputs.finish();
    return outputs.status();
}

} // namespace rollcall::program
