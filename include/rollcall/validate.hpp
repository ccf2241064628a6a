#pragma once

#include <rollcall/capture/payload.hpp>
#include <rollcall/detail/judge.hpp>
#include <rollcall/judging_observer.hpp>
#include <rollcall/report.hpp>
#include <rollcall/rules/default_rules.hpp>
#include <rollcall/write.hpp>

#include <string>
#include <string_view>

namespace rollcall {

/// Judges a payload as it was captured. Finds out what it is, reads it record by record and gives every defect, each
/// once. Never throws on a bad payload. Memory does not grow with the payload, but for the ids that must differ and
/// what is found. `observer` sees every record and report on the way:
///
///     rollcall::validate(payload, {}, [&](const rollcall::observed_record& seen) { … });
template <class Rules = default_rules>
[[nodiscard]] report validate(const capture::payload& payload, const validation_options& options = {},
                              const judging_observer& observer = {})
{
    return detail::judge<Rules>{payload, options, observer}.run(detail::recognise(payload.bytes));
}

/// Judges the text of a payload.
template <class Rules = default_rules>
[[nodiscard]] report validate(std::string_view payload, const validation_options& options = {},
                              const judging_observer& observer = {})
{
    return validate<Rules>(capture::payload{.bytes = payload}, options, observer);
}

/// Judges a value made in code: a record, a report, or a collection of either. It is judged as the payload it would be
/// written as; its diagnostics have pointers but no lines.
template <class Rules = default_rules, class T>
    requires detail::is_payload_type<T>
[[nodiscard]] report validate(const T& value, const validation_options& options = {},
                              const judging_observer& observer = {})
{
    const std::string text = write(value);
    report result = detail::judge<Rules>{capture::payload{.bytes = text}, options, observer}.run(detail::kind_of<T>);
    for (diagnostic& finding : result.diagnostics)
        finding.position = {};
    return result;
}

} // namespace rollcall
