#include "engine.hpp"

#include "payload_place.hpp" // place_in_file, text_in_file

#include <rollcall/fingerprints.hpp>  // fingerprinting
#include <rollcall/schema_engine.hpp> // schema_engine
#include <rollcall/validate.hpp>      // validate

#include <algorithm> // std::max, std::move
#include <iterator>  // std::back_inserter
#include <memory>    // std::make_shared
#include <optional>  // std::optional
#include <utility>   // std::exchange, std::move

namespace rollcall::program {

namespace {

/// Tells how far a payload has been judged, and hands on what it sees to a collector, if there is one.
class progress_observer {
public:
    progress_observer(const capture::payload& payload, file_progress& progress, attendance_collector* collector)
        : progress_{progress},
          collector_{collector},
          begin_{place_in_file(payload)},
          scale_{static_cast<double>(text_in_file(payload).size()) / static_cast<double>(payload.bytes.size())}
    {
    }

    void operator()(const observed_record& seen)
    {
        progress_.reach(begin_ + static_cast<std::size_t>(scale_ * static_cast<double>(seen.offset)));
        if (collector_)
            (*collector_)(seen);
    }

    void operator()(const observed_report& seen)
    {
        if (collector_)
            (*collector_)(seen);
    }

private:
    file_progress& progress_;
    attendance_collector* collector_;
    std::size_t begin_;
    double scale_;
};

/// Judges a payload by `judge`, which takes a payload, options and an observer. Where all findings are wanted, and they
/// are more than memory is to be taken for, it is judged once for each part of them.
template <class Judge>
report judge_and_sift(const Judge& judge, const capture::payload& payload, validation_options options,
                      finding_sieve& sieve, const judging_observer& observer)
{
    fingerprinting fingerprints;
    const auto judge_part = [&](const judging_observer& who_looks) {
        report part = judge(payload, options, who_looks);
        fingerprints.add_to(part.diagnostics);
        return part;
    };
    if (!sieve.wants_all()) {
        report result = judge_part(observer);
        sieve.sift(result);
        return result;
    }
    constexpr std::size_t least_part = 100'000;
    options.maximum_diagnostics = std::max(least_part, options.maximum_diagnostics);
    report result = judge_part(observer);
    const std::size_t all = result.diagnostics.size() + std::exchange(result.unlisted, {}).total();
    sieve.sift(result);
    while (all - options.skipped_diagnostics > options.maximum_diagnostics) {
        options.skipped_diagnostics += options.maximum_diagnostics;
        report part = judge_part({});
        part.unlisted = {};
        sieve.sift(part);
        std::move(part.diagnostics.begin(), part.diagnostics.end(), std::back_inserter(result.diagnostics));
        result.unlisted += part.unlisted;
    }
    return result;
}

/// The engine that judges by `judge`.
template <class Judge>
engine make_engine_of(Judge judge, const arguments& given, attendance_detail detail)
{
    return [judge = std::move(judge), options = given.options, with_fixes = given.fix_hints,
            detail](const capture::payload& payload, finding_sieve& sieve, file_progress& progress) {
        payload_report result{.source = payload.source,
                              .line = payload.line,
                              .report = {},
                              .entry = payload.entry,
                              .request_url = payload.request_url};
        const auto observe_with = [&](const judging_observer& observer) {
            result.report = judge_and_sift(judge, payload, options, sieve, observer);
        };
        std::optional<attendance_collector> collector;
        if (detail != attendance_detail::none)
            collector.emplace(detail);
        if (progress.is_wanted()) {
            progress_observer observer{payload, progress, collector ? &*collector : nullptr};
            observe_with(observer);
        } else if (collector) {
            observe_with(*collector);
        } else {
            observe_with({});
        }
        if (collector)
            result.attendance = std::move(*collector).collected();
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
        return make_engine_of([](const capture::payload& payload, const validation_options& options,
                                 const judging_observer& observer) { return validate(payload, options, observer); },
                              given, collected);
    // Shared, since a std::function can be copied and an engine cannot.
    const auto by_schema = std::make_shared<const schema_engine>(
        given.schema ? schema_engine::from_folder(*given.schema) : schema_engine{});
    return make_engine_of(
        [by_schema](const capture::payload& payload, const validation_options& options,
                    const judging_observer& observer) { return by_schema->validate(payload, options, observer); },
        given, collected);
}

} // namespace rollcall::program
