#pragma once

#include <rollcall/capture/payload.hpp>
#include <rollcall/detail/locator.hpp>
#include <rollcall/detail/schema_bundle.hpp>
#include <rollcall/detail/schema_folder.hpp>
#include <rollcall/detail/schema_judge.hpp>
#include <rollcall/detail/text_positions.hpp>
#include <rollcall/diagnostics.hpp>
#include <rollcall/model/schema_files.hpp>
#include <rollcall/payload_kind.hpp>
#include <rollcall/report.hpp>
#include <rollcall/rules/schema_rules.hpp>
#include <rollcall/schema_error.hpp>
#include <rollcall/schema_file.hpp>
#include <rollcall/validate.hpp>

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <algorithm>   // std::any_of
#include <deque>       // std::deque
#include <filesystem>  // std::filesystem::path
#include <map>         // std::map
#include <span>        // std::span
#include <string>      // std::string
#include <string_view> // std::string_view
#include <utility>     // std::move
#include <vector>      // std::vector

namespace rollcall {

/// The rules that the schema engine judges by itself.
using schema_rules = boost::mp11::mp_list<
    rules::type, rules::null_not_allowed, rules::int32_range, rules::date_time_format, rules::missing_property,
    rules::schema_constraint, rules::unknown_property, rules::unknown_enum_value>;

/// Judges by schema files that are read at run time, with valijson. It serves schemas that no program was generated from, and
/// holds the generated reader to the schema: on every payload both must find the same.
///
/// Works on a tree, so memory is many times the payload, and takes some 30 times as long as `rollcall::validate`. An engine can be
/// moved, and used by several threads at once.
class schema_engine {
public:
    /// By the schema files that the library's own types were generated from.
    schema_engine() : schema_engine{std::span<const schema_file>{model::schema_files}} {}

    /// By these files. Throws schema_error.
    explicit schema_engine(std::span<const schema_file> files) : schema_engine{texts_of(files)} {}

    /// By the files of a folder whose names end in `.schema.json`. Throws schema_error.
    [[nodiscard]] static schema_engine from_folder(const std::filesystem::path& folder)
    {
        return schema_engine{detail::read_schema_folder(folder)};
    }

    /// What the schema says against a payload of this kind; nothing for the kinds that have no schema. In the order of the
    /// document, with the rules' default severities and without positions. Throws schema_error when the file is not there
    /// (`attendanceRecord.schema.json` and so on).
    ///
    /// A tree does not keep how a number was written. One beyond 64 bits counts as one with an exponent.
    [[nodiscard]] std::vector<diagnostic> check(const boost::json::value& payload, payload_kind kind) const
    {
        if (!has_schema(kind))
            return {};
        return check(payload, file_name_of(kind));
    }

    /// The same by the schema of a file, named without its folder.
    [[nodiscard]] std::vector<diagnostic> check(const boost::json::value& value, std::string_view file) const
    {
        diagnostics report;
        for (const detail::schema_finding& finding : find(value, file))
            finding.add_to(report, 0, finding.value->is_structured() ? std::string{} : boost::json::serialize(*finding.value));
        return std::move(report.found());
    }

    /// Judges a payload as `rollcall::validate` does, and the same rules, but what it says of the schema is what valijson finds
    /// by the files of this engine. Throws schema_error when they have none for this kind of payload.
    template <class Rules = default_rules>
    [[nodiscard]] report validate(const capture::payload& payload, const validation_options& options = {}) const
    {
        report result = rollcall::validate<Rules>(payload, with_all_duplicates(options));
        boost::json::monotonic_resource memory;
        boost::json::error_code error;
        const boost::json::value tree =
            boost::json::parse({payload.bytes.data(), payload.bytes.size()}, error, &memory, parse_options_of(options));
        std::vector<diagnostic>& found = result.diagnostics;
        if (!error && has_schema(result.kind)) {
            diagnostics said_by_schema{severities_of<Rules>(options)};
            for_each_located(payload.bytes, find(tree, file_name_of(result.kind)), said_by_schema);
        }
        return result;
    }

private:
};

} // namespace rollcall
