#pragma once

#include <rollcall/capture/payload.hpp>
#include <rollcall/detail/entity_key.hpp>
#include <rollcall/detail/locator.hpp>
#include <rollcall/detail/schema_bundle.hpp>
#include <rollcall/detail/schema_folder.hpp>
#include <rollcall/detail/schema_judge.hpp>
#include <rollcall/detail/severities_of.hpp>
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

#include <cstddef>     // std::size_t
#include <exception>   // std::exception
#include <filesystem>  // std::filesystem::path
#include <functional>  // std::less
#include <map>         // std::map
#include <memory>      // std::unique_ptr
#include <set>         // std::set
#include <span>        // std::span
#include <string>      // std::string
#include <string_view> // std::string_view
#include <utility>     // std::move
#include <vector>      // std::vector

namespace rollcall {

/// The rules that the schema engine judges by itself.
using schema_rules = boost::mp11::mp_list<rules::type, rules::null_not_allowed, rules::int32_range,
                                          rules::date_time_format, rules::missing_property, rules::schema_constraint,
                                          rules::unknown_property, rules::unknown_enum_value>;

/// Judges by schema files that are read at run time, with valijson. It serves schemas that no program was generated
/// from, and holds the generated reader to the schema: on every payload both must find the same.
///
/// Works on a tree, so memory is several times the payload, and takes 20 to 30 times as long as `rollcall::validate`.
/// An engine can be moved, and used by several threads at once.
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

    /// What the schema says against a payload of this kind; nothing for the kinds that have no schema. In the order of
    /// the document, with the rules' default severities and without positions. Throws schema_error when the kind's file
    /// (`attendanceRecord.schema.json` and so on) is not there.
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
        for (const detail::schema_finding& finding : findings_in(value, file))
            finding.add_to(report, 0,
                           finding.value->is_structured() ? std::string{} : boost::json::serialize(*finding.value));
        return std::move(report.found());
    }

    /// Judges a payload as `rollcall::validate` does, and the same rules, but what it says of the schema is what
    /// valijson finds by the files of this engine. An observer sees what the generated reader reads and finds. Throws
    /// schema_error when they have none for this kind of payload.
    template <class Rules = default_rules>
    [[nodiscard]] report validate(const capture::payload& payload, const validation_options& options = {},
                                  const judging_observer& observer = {}) const
    {
        const severity_changes severities = detail::severities_of<Rules>(options.severities);
        // What is replaced below must all be there, so the limit holds for the result only.
        validation_options with_duplicates = options;
        with_duplicates.maximum_diagnostics = std::size_t(-1);
        with_duplicates.skipped_diagnostics = 0;
        with_duplicates.severities.insert_or_assign(std::string{rules::duplicate_property::information.id},
                                                    severity::error);
        report result = rollcall::validate<Rules>(payload, with_duplicates, observer);

        boost::json::monotonic_resource memory;
        boost::json::error_code error;
        boost::json::parse_options parser_options;
        parser_options.max_depth = options.maximum_depth;
        parser_options.allow_trailing_commas = options.lenient;
        const boost::json::value tree =
            boost::json::parse({payload.bytes.data(), payload.bytes.size()}, error, &memory, parser_options);
        if (!error && has_schema(result.kind)) {
            diagnostics said_by_schema{severities};
            add_located(findings_in(tree, file_name_of(result.kind)), payload.bytes, said_by_schema);
            detail::fill_entities(said_by_schema.found(), payload.bytes, result.kind);
            replace_schema_findings(result.diagnostics, std::move(said_by_schema.found()), payload);
        }
        give_duplicates(severity_of(rules::duplicate_property::information, severities), result.diagnostics);
        result.limit(options.maximum_diagnostics, options.skipped_diagnostics);
        return result;
    }

    /// Judges the text of a payload.
    template <class Rules = default_rules>
    [[nodiscard]] report validate(std::string_view payload, const validation_options& options = {},
                                  const judging_observer& observer = {}) const
    {
        return validate<Rules>(capture::payload{.bytes = payload}, options, observer);
    }

private:
    explicit schema_engine(const std::map<std::string, std::string>& files)
    {
        detail::schema_bundle bundle{files};
        for (const auto& file : files) {
            try {
                schemas_.emplace(file.first, detail::compile_schema(bundle.document_for(file.first)));
            } catch (const std::exception& reason) {
                throw schema_error{file.first + ": " + reason.what()};
            }
        }
        expectations_ = std::move(bundle.expectations());
    }

    [[nodiscard]] static std::map<std::string, std::string> texts_of(std::span<const schema_file> files)
    {
        std::map<std::string, std::string> texts;
        for (const schema_file& file : files)
            texts.emplace(file.name, file.text);
        return texts;
    }

    [[nodiscard]] static bool has_schema(payload_kind kind) noexcept
    {
        return kind != payload_kind::error && kind != payload_kind::unrecognised;
    }

    [[nodiscard]] static std::string file_name_of(payload_kind kind)
    {
        return std::string{name_of(kind)} + std::string{detail::schema_file_ending};
    }

    /// What the schema of a file says against a tree.
    [[nodiscard]] std::vector<detail::schema_finding> findings_in(const boost::json::value& tree,
                                                                  std::string_view file) const
    {
        const auto schema = schemas_.find(file);
        if (schema == schemas_.end())
            throw schema_error{std::string{file} +
                               ": this schema file is needed, and is not among those given; add it"};
        std::vector<detail::schema_finding> findings;
        for (const detail::schema_complaint& complaint : detail::complaints_about(tree, *schema->second))
            findings.push_back(detail::locate(tree, complaint.path, expectations_[complaint.expectation]));
        detail::put_in_order(findings);
        detail::leave_out_misspelt(findings);
        return findings;
    }

    /// Adds the findings with their offsets in the text.
    static void add_located(const std::vector<detail::schema_finding>& findings, std::string_view text,
                            diagnostics& report)
    {
        const char* const end = text.data() + text.size();
        std::vector<std::size_t> offsets(findings.size());
        detail::locator places;
        for (std::size_t index = 0; index < findings.size(); ++index)
            places.add(findings[index].pointer, offsets[index]);
        places.find(text.data(), detail::skip_separators(text.data(), end), end);
        for (std::size_t index = 0; index < findings.size(); ++index) {
            const char* const value = text.data() + offsets[index];
            const auto size = static_cast<std::size_t>(detail::skip_token(value, end) - value);
            findings[index].add_to(report, place_of(findings[index], text, offsets[index]), {value, size});
        }
    }

    /// Where a finding is shown: an unknown property at its name, all others where the value begins.
    [[nodiscard]] static std::size_t place_of(const detail::schema_finding& finding, std::string_view text,
                                              std::size_t value)
    {
        if (finding.expectation->rule != &rules::unknown_property::information)
            return value;
        // From the value back to the name's opening quotation mark, which has no backslash before it.
        std::size_t name = text.rfind('"', text.rfind('"', value - 1) - 1);
        while (text[name - 1] == '\\')
            name = text.rfind('"', name - 1);
        return name;
    }

    /// Takes what the schema engine found instead of what the generated reader says of the schema. Of a property that
    /// stands twice the tree has only one, so the reader, which sees both, keeps the word there.
    static void replace_schema_findings(std::vector<diagnostic>& found, std::vector<diagnostic> by_schema,
                                        const capture::payload& payload)
    {
        std::set<std::string, std::less<>> duplicates;
        for (const diagnostic& finding : found)
            if (finding.rule == rules::duplicate_property::information.id)
                duplicates.insert(finding.pointer);
        const auto stands_twice = [&](const diagnostic& finding) {
            const std::string_view pointer = finding.pointer;
            for (std::size_t end = pointer.size(); end != std::string_view::npos && end != 0;
                 end = pointer.rfind('/', end - 1))
                if (duplicates.contains(pointer.substr(0, end)))
                    return true;
            return false;
        };
        std::erase_if(found,
                      [&](const diagnostic& finding) { return is_of_schema(finding) && !stands_twice(finding); });
        std::erase_if(by_schema, stands_twice);
        detail::put_in_order(by_schema);
        detail::fill_text_positions(by_schema, payload);
        found.insert(found.end(), by_schema.begin(), by_schema.end());
        detail::put_in_order(found);
    }

    [[nodiscard]] static bool is_of_schema(const diagnostic& finding)
    {
        bool result = false;
        boost::mp11::mp_for_each<schema_rules>(
            [&]<class Rule>(Rule) { result = result || finding.rule == Rule::information.id; });
        return result;
    }

    static void give_duplicates(severity level, std::vector<diagnostic>& found)
    {
        const auto is_duplicate = [](const diagnostic& finding) {
            return finding.rule == rules::duplicate_property::information.id;
        };
        if (level == severity::off)
            std::erase_if(found, is_duplicate);
        for (diagnostic& finding : found)
            if (is_duplicate(finding))
                finding.severity = level;
    }

    std::map<std::string, std::unique_ptr<const valijson::Schema>, std::less<>> schemas_;
    std::vector<detail::schema_expectation> expectations_;
};

} // namespace rollcall
