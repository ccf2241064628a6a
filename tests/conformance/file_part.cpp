#include "file_part.hpp"

#include "payload_place.hpp" // place_in_file

#include <rollcall/capture/ndjson.hpp> // capture::ndjson_reader

#include <exception> // std::exception
#include <new>       // std::bad_alloc
#include <string>    // std::string
#include <utility>   // std::exchange, std::move

namespace rollcall::program {

namespace {

/// Does something for a file; gives why it could not be done.
template <class Action>
std::optional<std::string> error_of(const Action& action)
{
    try {
        action();
        return std::nullopt;
    } catch (const std::bad_alloc&) {
        return "there is not enough memory to judge this";
    } catch (const std::exception& error) {
        return error.what();
    }
}

/// The payload with what is known of its collection.
const capture::payload& as_page(capture::payload& payload, const opened_file& file)
{
    if (file.pages)
        payload.page = file.pages->page_of(file.number, payload);
    return payload;
}

} // namespace

opened_file open_to_judge(const collected_file& file, const input_options& options)
{
    opened_file result{.contents = {}, .error = file.error};
    if (!result.error)
        result.error = error_of([&] {
            result.contents =
                file.contents ? file.contents : std::make_shared<const input_file>(file.path, options.limits);
            result.kind = options.format ? *options.format : capture::kind_of(result.text());
        });
    return result;
}

file_part judge_all(const opened_file& file, const input_options& options, const engine& judge, finding_sieve sieve,
                    file_progress progress)
{
    if (file.kind == capture::file_kind::ndjson)
        return judge_lines(file, file.text(), judge, std::move(sieve));
    file_part result{.file = file, .report = {.path = {}, .error = file.error, .payloads = {}}};
    if (file.error)
        return result;
    result.report.error = error_of([&] {
        const capture::unwrap_options unwrapping = unwrap_options_of(options);
        capture::payload_reader payloads{file.text(), file.kind, unwrapping};
        while (auto payload = payloads.next()) {
            progress.reach(place_in_file(*payload));
            list_payload(result.report, judge(as_page(*payload, file), sieve, progress), file.kind);
        }
        result.report.passed_over = payloads.passed_over();
    });
    result.told_bytes = progress.told();
    return result;
}

file_part judge_lines(const opened_file& file, std::string_view lines, const engine& judge, finding_sieve sieve)
{
    file_part result{.file = file, .report = {.path = {}, .error = {}, .payloads = {}}};
    file_progress untold;
    capture::ndjson_reader reader{lines, file.text()};
    result.report.error = error_of([&] {
        while (auto payload = reader.next())
            list_payload(result.report, judge(as_page(*payload, file), sieve, untold), file.kind);
    });
    result.lines = reader.line();
    if (result.report.error)
        result.line_of_error = reader.line();
    return result;
}

void list_payload(file_report& file, payload_report payload, capture::file_kind kind)
{
    if (kind == capture::file_kind::ndjson && payload.attendance) {
        for (meeting_attendance& meeting : payload.attendance->meetings)
            for (participant_attendance& participant : meeting.participants)
                participant.line = payload.line;
        add_attendance(file, *std::exchange(payload.attendance, std::nullopt));
    }
    const report& verdict = payload.report;
    if (kind != capture::file_kind::ndjson || !verdict.diagnostics.empty()) {
        file.payloads.push_back(std::move(payload));
        return;
    }
    ++file.unlisted.count;
    file.unlisted.records += verdict.records;
    file.unlisted.findings += verdict.unlisted;
}

void add_attendance(file_report& file, attendance more)
{
    if (!file.attendance)
        file.attendance.emplace();
    file.attendance->append(std::move(more));
}

} // namespace rollcall::program
