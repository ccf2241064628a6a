#pragma once

#include <rollcall/detail/terminal_text.hpp>
#include <rollcall/report/report_writer.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rollcall {

/// Shows what was judged in figures: how much attendance there was, if that was collected, and how many findings of
/// each rule. Not one of them is shown by itself.
class figures_report final : public report_writer {
public:
    using report_writer::report_writer;

private:
    void write_file(const file_report&, std::string_view) override {}

    void write_end() override
    {
        out() << "judged\n";
        write_table({{"files", number(summary().files()),
                      summary().unjudged_files() == 0 ? std::string{}
                                                      : number(summary().unjudged_files()) + " could not be judged"},
                     {"payloads", number(summary().payloads()), {}},
                     {"records", number(summary().records()), {}}});
        if (summary().attendance())
            write(*summary().attendance());
        write_findings();
    }

    /// A name, how many, and more about it.
    struct row {
        std::string name;
        std::string count;
        std::string remark;
    };

    void write(const attendance_figures& figures)
    {
        const auto for_each = [&](std::string share) {
            return figures.participants == 0 ? std::string{} : std::move(share) + " a participant";
        };
        const std::uint64_t count = std::max<std::uint64_t>(figures.participants, 1);
        write_title("attendance");
        write_table({{"meetings", number(figures.meetings), {}},
                     {"participants", number(figures.participants), {}},
                     {"sessions", number(figures.sessions), for_each(in_tenths(rounded(figures.sessions * 10, count)))},
                     {"person-hours", in_tenths(rounded(figures.attended_seconds, 360)),
                      for_each(in_tenths(rounded(figures.attended_seconds, count * 6)) + " minutes")}});
        write_shares("records by sessions", session_count_names, figures.records_by_sessions);
        write_shares("records by role", role_kind_names, figures.records_by_role);
        write_shares("records by identity", identity_kind_names, figures.records_by_identity);
    }

    void write_shares(std::string_view title, std::span<const std::string_view> names,
                      std::span<const std::size_t> counts)
    {
        std::size_t sum = 0;
        for (const std::size_t count : counts)
            sum += count;
        std::vector<row> rows;
        for (std::size_t index = 0; index < names.size(); ++index)
            if (counts[index] != 0)
                rows.push_back({std::string{names[index]}, number(counts[index]),
                                in_tenths(rounded(std::uint64_t{counts[index]} * 1000, sum)) + " %"});
        if (rows.empty())
            return;
        write_title(title);
        write_table(rows);
    }

    void write_findings()
    {
        const finding_counts& findings = summary().findings();
        write_title("findings");
        if (findings.total() == 0) {
            out() << (summary().payloads() == 0 ? "  nothing was judged\n" : "  none\n");
            return;
        }
        std::size_t width = 0;
        for (const auto& rule : findings.by_rule())
            width = std::max(width, rule.first.size());
        const auto write_line = [&](std::string_view name, const auto& count_of) {
            std::string line = "  " + detail::for_terminal(name);
            line.resize(std::max(line.size(), width + 2), ' ');
            for (const severity level : {severity::error, severity::warning, severity::info})
                line += aligned(count_of(level), 10);
            out() << line << '\n';
        };
        write_line("", [](severity level) {
            return level == severity::error ? "errors" : level == severity::warning ? "warnings" : "infos";
        });
        for (const auto& [rule, counts] : findings.by_rule())
            write_line(rule, [&, &of_rule = counts](severity level) { return number(of_rule[level]); });
        write_line("all", [&](severity level) { return number(findings[level]); });
    }

    void write_title(std::string_view title) { out() << '\n' << title << '\n'; }

    void write_table(const std::vector<row>& rows)
    {
        std::size_t name_width = 0;
        std::size_t count_width = 0;
        for (const row& line : rows) {
            name_width = std::max(name_width, line.name.size());
            count_width = std::max(count_width, line.count.size());
        }
        for (const row& line : rows)
            out() << "  " << line.name << std::string(name_width - line.name.size(), ' ')
                  << aligned(line.count, count_width + 2) << (line.remark.empty() ? "" : "  ") << line.remark << '\n';
    }

    [[nodiscard]] static std::string aligned(std::string text, std::size_t width)
    {
        text.insert(0, width - std::min(width, text.size()), ' ');
        return text;
    }

    [[nodiscard]] static std::string number(std::uint64_t value) { return std::to_string(value); }

    [[nodiscard]] static std::uint64_t rounded(std::uint64_t dividend, std::uint64_t divisor)
    {
        return (dividend + divisor / 2) / divisor;
    }

    [[nodiscard]] static std::string in_tenths(std::uint64_t tenths)
    {
        return number(tenths / 10) + '.' + number(tenths % 10);
    }
};

} // namespace rollcall
