#pragma once

#include <rollcall/fingerprints.hpp>
#include <rollcall/report.hpp>
#include <rollcall/schema_engine.hpp>
#include <rollcall/validate.hpp>

#include <algorithm>   // std::sort
#include <sstream>     // std::ostringstream
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

// Compares what the two engines find.

/// What matters of each finding, sorted, since the order of two findings in one place means nothing.
inline std::string outline(const rollcall::report& report, bool with_fingerprints = false)
{
    std::vector<std::string> lines;
    for (const rollcall::diagnostic& finding : report.diagnostics) {
        std::ostringstream line;
        line << finding.position.line << ':' << finding.position.column << ' ' << name_of(finding.severity) << ' '
             << finding.rule << " \"" << finding.pointer << '"'
             << (with_fingerprints ? ' ' + finding.fingerprint : std::string{}) << '\n';
        lines.push_back(line.str());
    }
    std::sort(lines.begin(), lines.end());
    std::string result = std::string{name_of(report.kind)} + ", " + std::to_string(report.records) + " records\n";
    for (const std::string& line : lines)
        result += line;
    return result;
}

inline const rollcall::schema_engine& bundled_engine()
{
    static const rollcall::schema_engine instance;
    return instance;
}

/// Empty when both engines find the same in a payload, else both outlines.
inline std::string disagreement(const rollcall::schema_engine& engine, std::string_view payload,
                                const rollcall::validation_options& options = {})
{
    const auto outline_with_fingerprints = [](rollcall::report report) {
        add_fingerprints(report);
        return outline(report, true);
    };
    const std::string fast = outline_with_fingerprints(rollcall::validate(payload, options));
    const std::string by_schema = outline_with_fingerprints(engine.validate(payload, options));
    if (fast == by_schema)
        return {};
    return "payload: " + std::string{payload} + "\nthe generated reader finds: " + fast +
           "valijson finds: " + by_schema;
}
