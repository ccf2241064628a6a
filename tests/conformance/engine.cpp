#include "engine.hpp"

#include <rollcall/fingerprints.hpp>  // add_fingerprints
#include <rollcall/schema_engine.hpp> // schema_engine
#include <rollcall/validate.hpp>      // validate

#include <memory>  // std::make_shared
#include <utility> // std::move

namespace rollcall::program {

namespace {

/// The engine that judges by `judge`, which takes a payload and an observer.
template <class Judge>
engine make_engine_of(Judge judge, attendance_detail detail, bool with_fixes)
{
    return [judge = std::move(judge), detail, with_fixes](const capture::payload& payload) {
        payload_report result{.source = payload.source,
                              .line = payload.line,
                              .report = {},
                              .entry = payload.entry,
                              .request_url = payload.request_url};
        if (detail == attendance_detail::none) {
            result.report = judge(payload, judging_observer{});
        } else {
            attendance_collector collector{detail};
            result.report = judge(payload, collector);
            result.attendance = std::move(collector).collected();
        }
        add_fingerprints(result.report);
        if (!with_fixes)
            for (diagnostic& finding : result.report.diagnostics)
                finding.fix.clear();
        return result;
    };
}

} // namespace

engine make_engine(const arguments& given, attendance_detail collected)
{
    if (given.engine == engine_name::fast)
        return make_engine_of(
            [options = given.options](const capture::payload& payload, const judging_observer& observer) {
                return validate(payload, options, observer);
            },
            collected, given.fix_hints);
    // Shared, since a std::function can be copied and an engine cannot.
    const auto by_schema = std::make_shared<const schema_engine>(
        given.schema ? schema_engine::from_folder(*given.schema) : schema_engine{});
    return make_engine_of(
        [by_schema, options = given.options](const capture::payload& payload, const judging_observer& observer) {
            return by_schema->validate(payload, options, observer);
        },
        collected, given.fix_hints);
}

} // namespace rollcall::program
