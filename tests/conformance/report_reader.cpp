#include "report_reader.hpp"

#include "input_file.hpp"      // input_file, read_error
#include "report_document.hpp" // document::report

#include <rollcall/capture/ndjson.hpp> // capture::ndjson_reader
#include <rollcall/detail/scanner.hpp> // detail::find_member
#include <rollcall/read.hpp>           // read
#include <rollcall/report/summary.hpp> // report_summary

#include <fmt/format.h> // fmt::format

#include <algorithm>   // std::find
#include <charconv>    // std::from_chars
#include <span>        // std::span
#include <string_view> // std::string_view
#include <utility>     // std::move

namespace rollcall::program {

namespace {

std::size_t size_of(std::int64_t number)
{
    return static_cast<std::size_t>(number);
}

/// A value of the report, which begins in line `line`. Throws `read_error` when it is not what it must be.
template <class T>
T read_part(std::string_view text, const std::string& path, std::size_t line)
{
    auto result = rollcall::read<T>(text);
    if (result.diagnostics.empty())
        return std::move(result.value);
    const diagnostic& first = result.diagnostics.front();
    throw read_error{fmt::format("{}:{}:{}: this is no report of rollcall-validate: {}{}{}{}{}{}", path,
                                 line + first.position.line - 1, first.position.column, first.message,
                                 first.pointer.empty() ? "" : " at ", first.pointer,
                                 first.expected.empty() ? "" : ": expected ", first.expected,
                                 first.found.empty() ? std::string{} : ", found " + first.found)};
}

severity_counts counts_of(const document::severities& counts)
{
    severity_counts result;
    result[severity::error] = size_of(counts.errors);
    result[severity::warning] = size_of(counts.warnings);
    result[severity::info] = size_of(counts.infos);
    return result;
}

class report_reading {
public:
    report_reading(const std::string& path, const std::function<void(file_report)>& take) : path_{path}, take_{take} {}

    void read(std::string_view text)
    {
        if (!detail::is_ndjson(text))
            return read_value(text);
        for (capture::ndjson_reader lines{text, text}; const auto line = lines.next();) {
            line_ = lines.line();
            read_value(line->bytes);
        }
    }

    void finish()
    {
        if (!has_summary_)
            fail("there is no summary at its end: it was cut short");
        const finding_counts& there = read_.findings();
        if (read_.files() != told_.files || read_.payloads() != told_.payloads || read_.records() != told_.records ||
            there.by_severity() != told_.findings)
            fail(
                fmt::format("its summary counts {} files with {} payloads, {} records and {} findings, but here are {} "
                            "with {}, {} and {}: a part is missing, or there twice",
                            told_.files, told_.payloads, told_.records, told_.findings.total(), read_.files(),
                            read_.payloads(), read_.records(), there.total()));
        pass_on();
    }

private:
    /// A line of an NDJSON report, or a JSON report.
    void read_value(std::string_view text)
    {
        const char* const end = text.data() + text.size();
        const auto has = [&, begin = detail::skip_separators(text.data(), end)](std::string_view member) {
            return detail::find_member(begin, end, member) != nullptr;
        };
        if (has("path"))
            return add(read_part<document::file>(text, path_, line_));
        if (has("summary") && !has("files"))
            return add(read_part<document::summary_line>(text, path_, line_).summary);
        document::report report = read_part<document::report>(text, path_, line_);
        for (document::file& file : report.files)
            add(std::move(file));
        add(report.summary);
    }

    struct told_counts {
        std::size_t files = 0;
        std::size_t payloads = 0;
        std::size_t records = 0;
        severity_counts findings;
    };

    [[noreturn]] void fail(const std::string& problem) const
    {
        throw read_error{fmt::format("{}: this report is not whole: {}", path_, problem)};
    }

    void add(document::file&& file)
    {
        pass_on();
        file_report& report = waiting_.emplace();
        report.path = std::move(file.path);
        if (file.error)
            report.error = std::move(*file.error);
        for (document::payload& payload : file.payloads)
            report.payloads.push_back(payload_of(std::move(payload)));
        report.passed_over = size_of(file.passedOver.value_or(0));
        report.unlisted.count = size_of(file.unlisted.payloads);
        report.unlisted.records = size_of(file.unlisted.records);
        report.unlisted.findings = unlisted_of(file.unlisted);
        read_.add(report);
    }

    void add(const document::summary& summary)
    {
        has_summary_ = true;
        told_.files += size_of(summary.files);
        told_.payloads += size_of(summary.payloads);
        told_.records += size_of(summary.records);
        told_.findings += counts_of({{}, summary.errors, summary.warnings, summary.infos});
        if (!summary.attendance || !waiting_)
            return;
        if (!waiting_->attendance)
            waiting_->attendance.emplace();
        waiting_->attendance->figures += figures_of(*summary.attendance);
    }

    /// Gives the last file; what comes behind it may belong to it.
    void pass_on()
    {
        if (waiting_)
            take_(*std::exchange(waiting_, {}));
    }

    [[nodiscard]] payload_report payload_of(document::payload&& payload) const
    {
        payload_report result;
        result.source = std::move(payload.source);
        result.line = size_of(payload.line);
        result.entry = size_of(payload.entry.value_or(0));
        result.request_url = std::move(payload.url).value_or(std::string{});
        result.report.kind = payload.kind;
        result.report.records = size_of(payload.records);
        result.report.unlisted = unlisted_of(payload.unlisted);
        for (document::finding& finding : payload.diagnostics) {
            diagnostic& read = result.report.diagnostics.emplace_back(diagnostic{
                .rule = std::move(finding.rule),
                .severity = finding.severity,
                .pointer = std::move(finding.pointer),
                .position = {.line = size_of(finding.line), .column = size_of(finding.column)},
                .message = std::move(finding.message),
                .expected = std::move(finding.expected),
                .found = std::move(finding.found),
                .fingerprint = std::move(finding.fingerprint),
            });
            read.fix = std::move(finding.fix).value_or(std::string{});
            if (finding.body)
                read.body = {
                    .position = {.line = size_of(finding.body->line), .column = size_of(finding.body->column)}};
        }
        return result;
    }

    /// Findings that are only counted, of each rule and all together.
    template <class Counts>
    [[nodiscard]] finding_counts unlisted_of(const Counts& counts) const
    {
        finding_counts result;
        for (const auto& [rule, text] : counts.rules.additionalProperties) {
            const severity_counts of_rule = counts_of(read_part<document::severities>(text, path_, line_));
            for (const severity level : {severity::info, severity::warning, severity::error})
                if (of_rule[level] != 0)
                    result.add(rule, level, of_rule[level]);
        }
        if (result.by_severity() != counts_of({{}, counts.errors, counts.warnings, counts.infos}))
            fail(fmt::format("in line {}, what is not listed is counted in two ways that differ", line_));
        return result;
    }

    [[nodiscard]] attendance_figures figures_of(const document::attendance& told) const
    {
        attendance_figures figures{.meetings = size_of(told.meetings),
                                   .participants = size_of(told.participants),
                                   .sessions = size_of(told.sessions),
                                   .attended_seconds = size_of(told.attendedSeconds)};
        add_shares(figures.records_by_sessions, session_count_names, told.recordsBySessions);
        add_shares(figures.records_by_role, role_kind_names, told.recordsByRole);
        add_shares(figures.records_by_identity, identity_kind_names, told.recordsByIdentity);
        return figures;
    }

    void add_shares(std::span<std::size_t> shares, std::span<const std::string_view> names,
                    const document::by_name& told) const
    {
        for (const auto& [name, text] : told.additionalProperties) {
            const auto known = std::find(names.begin(), names.end(), name);
            if (known != names.end())
                shares[static_cast<std::size_t>(known - names.begin())] +=
                    size_of(read_part<std::int64_t>(text, path_, line_));
        }
    }

    const std::string& path_;
    const std::function<void(file_report)>& take_;
    std::size_t line_ = 1;
    std::optional<file_report> waiting_;
    /// What is there, and what the summaries say is there.
    report_summary read_;
    told_counts told_;
    bool has_summary_ = false;
};

} // namespace

void read_report(const std::string& path, const std::function<void(file_report)>& take)
{
    const input_file contents = [&] {
        try {
            return input_file{path};
        } catch (const read_error& error) {
            throw read_error{fmt::format("{}: {}", path, error.what())};
        }
    }();
    report_reading reading{path, take};
    reading.read(contents.text());
    reading.finish();
}

} // namespace rollcall::program
