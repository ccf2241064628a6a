#pragma once

#include <rollcall/capture/payload.hpp>
#include <rollcall/detail/conforming_reader.hpp>
#include <rollcall/detail/entity_key.hpp>
#include <rollcall/detail/locator.hpp>
#include <rollcall/detail/parse.hpp>
#include <rollcall/detail/recognise.hpp>
#include <rollcall/detail/severities_of.hpp>
#include <rollcall/detail/text_positions.hpp>
#include <rollcall/judging_observer.hpp>
#include <rollcall/model/all.hpp>
#include <rollcall/report.hpp>
#include <rollcall/rule_context.hpp>
#include <rollcall/rule_findings.hpp>
#include <rollcall/rules/participant.hpp>
#include <rollcall/rules/schema_rules.hpp>
#include <rollcall/validation_options.hpp>

#include <boost/mp11/list.hpp>

#include <concepts>
#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace rollcall::detail {

template <class T>
inline constexpr payload_kind kind_of = payload_kind::unrecognised;
template <class Storage>
inline constexpr payload_kind kind_of<model::basic_attendanceRecord<Storage>> = payload_kind::attendanceRecord;
template <class Storage>
inline constexpr payload_kind kind_of<model::basic_attendanceRecordCollection<Storage>> =
    payload_kind::attendanceRecordCollection;
template <class Storage>
inline constexpr payload_kind kind_of<model::basic_meetingAttendanceReport<Storage>> =
    payload_kind::meetingAttendanceReport;
template <class Storage>
inline constexpr payload_kind kind_of<model::basic_meetingAttendanceReportCollection<Storage>> =
    payload_kind::meetingAttendanceReportCollection;

template <class T>
concept is_payload_type = kind_of<T> != payload_kind::unrecognised;

template <class Rule, class Value>
concept judges = requires(Rule& rule, const Value& value, const rule_findings& findings) { rule(value, findings); };
template <class Rule, class Value>
concept prepares_for = requires(Rule& rule, const Value& value) { rule.prepare(value); };
template <class Rule, class Value>
concept judges_in_context = requires(Rule& rule, const Value& value, rule_context& context,
                                     const rule_findings& findings) { rule(value, context, findings); };

/// Judges one payload.
template <class Rules>
class judge {
    using record_type = model::borrowed::attendanceRecord;
    using report_type = model::borrowed::meetingAttendanceReport;
    using part_parser = boost::json::basic_parser<reader>;

public:
    judge(const capture::payload& payload, const validation_options& options, const judging_observer& observer)
        : payload_{payload},
          options_{options},
          observer_{observer},
          findings_{severities_of<Rules>(options.severities), options.maximum_diagnostics, options.skipped_diagnostics},
          end_{payload.bytes.data() + payload.bytes.size()}
    {
    }

    [[nodiscard]] report run(payload_kind kind)
    {
        result_.kind = kind;
        switch (kind) {
        case payload_kind::attendanceRecordCollection:
            run_as<model::borrowed::attendanceRecordCollection>();
            break;
        case payload_kind::meetingAttendanceReportCollection:
            run_as<model::borrowed::meetingAttendanceReportCollection>();
            break;
        case payload_kind::attendanceRecord:
            run_as<record_type>();
            break;
        case payload_kind::meetingAttendanceReport:
            run_as<report_type>();
            break;
        case payload_kind::error:
        case payload_kind::unrecognised:
            run_without_type();
            break;
        }
        locate_findings();
        result_.diagnostics = std::move(findings_.found());
        result_.unlisted = findings_.unlisted();
        put_in_order(result_.diagnostics);
        fill_text_positions(result_.diagnostics, payload_, marks_);
        return std::move(result_);
    }

private:
    /// Takes the records or reports of a collection one by one.
    template <class Item>
    class judging_stream final : public item_stream {
    public:
        explicit judging_stream(judge& owner) : owner_{owner} {}

        [[nodiscard]] const array_operations& array() const noexcept override
        {
            return array_operations_of<borrowed::array<Item>>;
        }
        void begin(std::string pointer) override
        {
            pointer_ = std::move(pointer);
            collection_ = {.number = collection_.number + 1};
        }
        [[nodiscard]] target item(const value_schema* items, const char* text) override
        {
            text_ = text;
            is_prepared_for_ = false;
            before_properties_.reset();
            findings_before_ = owner_.findings_.found().size();
            if constexpr (std::same_as<Item, report_type>)
                owner_.state_->context.set_report(&item_, text);
            return {&operations<Item>, &item_, items};
        }
        [[nodiscard]] Item& place_for(const char* text, const text_mark& mark)
        {
            mark_ = mark;
            (void)item(nullptr, text);
            return item_;
        }
        void item_read(std::size_t index) override
        {
            owner_.state_->context.set_place(&collection_, index, owner_.items_of(item_));
            const auto pointer_of_item = [&] {
                std::string pointer = pointer_;
                append_to_pointer(pointer, index);
                return pointer;
            };
            owner_.name_participant(item_, findings_before_);
            if (!is_prepared_for_)
                owner_.prepare_rules(item_);
            owner_.apply_rules(item_, text_, pointer_of_item);
            owner_.name_entity(item_, findings_before_, text_);
            if (owner_.observer_)
                owner_.observe(item_, text_, pointer_of_item(), findings_before_);
            if (mark_ && findings_before_ != owner_.findings_.found().size())
                owner_.marks_.push_back(*mark_);
        }
        void end(std::size_t count) override { collection_.item_count = count; }

        /// The item's id is as it will be when the item has been read.
        void id_read()
        {
            owner_.prepare_rules(item_);
            is_prepared_for_ = true;
        }

        /// The value of a property of the item is read that is not as the schema says.
        void begin_property()
        {
            if (!before_properties_)
                before_properties_ = owner_.findings_.current_state();
        }
        /// The item is read again from its begin.
        void forget_properties()
        {
            if (before_properties_)
                owner_.findings_.go_back_to(*before_properties_);
        }

        [[nodiscard]] const judged_collection& collection() const noexcept { return collection_; }

    private:
        judge& owner_;
        Item item_;
        std::string pointer_;
        const char* text_ = nullptr;
        std::optional<text_mark> mark_;
        bool is_prepared_for_ = false;
        std::size_t findings_before_ = 0;
        /// What was found before the first such property of the item.
        std::optional<diagnostics::state> before_properties_;
        judged_collection collection_;
    };

    /// The records and reports that a payload's arrays give one by one while it is as the schema says.
    class judging_streams {
    public:
        template <class Item>
        static constexpr bool take = std::same_as<Item, record_type> || std::same_as<Item, report_type>;

        judging_streams(judge& owner, std::deque<std::string>& copies) : owner_{owner}, copies_{copies} {}

        template <class Item>
        [[nodiscard]] judging_stream<Item>& stream()
        {
            return std::get<judging_stream<Item>>(owner_.state_->streams);
        }

        template <class Item>
        [[nodiscard]] const char* read_anyway(std::span<const item_place> places, const char* text)
        {
            stream<Item>().forget_properties();
            return owner_.read_item(places, text, copies_);
        }
        template <std::size_t Index, class Item>
        void property_read(const Item&)
        {
            if constexpr (schema_for<Item>::properties[Index].name == "id")
                stream<Item>().id_read();
        }
        template <class Item>
        [[nodiscard]] const char* read_property_anyway(std::span<const item_place> places, Item& item,
                                                       std::size_t property, const char* text)
        {
            stream<Item>().begin_property();
            return owner_.read_property(places, {&object_operations_of<Item>, &item}, property, text, copies_);
        }

    private:
        judge& owner_;
        std::deque<std::string>& copies_;
    };

    /// Findings of rules, all in the value that begins at `text`, whose pointer has that many characters.
    struct unlocated_findings {
        std::size_t first;
        std::size_t last;
        const char* text;
        std::size_t size_of_base;
    };

    /// What is made anew when a payload is read anew.
    struct reading_state {
        explicit reading_state(judge& owner)
            : streams{judging_stream<record_type>{owner}, judging_stream<report_type>{owner}},
              context{owner.payload_.bytes, owner.payload_.request_url, owner.payload_.page}
        {
        }
        std::tuple<judging_stream<record_type>, judging_stream<report_type>> streams;
        rule_context context;
        boost::mp11::mp_rename<Rules, std::tuple> rules{};
        /// For items and properties of items that are not as the schema says, by how many objects and arrays they are
        /// in. Each keeps its memory for the next one.
        std::vector<std::unique_ptr<part_parser>> part_parsers{};
    };

    template <class Root>
    void run_as()
    {
        Root root;
        std::deque<std::string> copies;
        const char* const root_text = skip_separators(payload_.bytes.data(), end_);
        const auto begin = [&] {
            root = Root{};
            copies.clear();
            result_.records = 0;
            reports_ = 0;
            findings_.clear();
            unlocated_.clear();
            state_.emplace(*this);
            if constexpr (std::same_as<Root, report_type>)
                state_->context.set_report(&root, root_text);
        };
        begin();
        conforming_reader<judging_streams> quick{copies, nullptr, options_.maximum_depth,
                                                 judging_streams{*this, copies}};
        const bool was_read = quick.read(payload_.bytes, root) ||
                              parse(payload_.bytes, parse_options_of(options_), findings_, [&](diagnostics& report) {
                                  begin();
                                  return reader_of(target{&operations<Root>, &root, &not_null}, report, copies);
                              });
        if (was_read) {
            state_->context.set_place(nullptr, 0, items_of(root));
            name_participant(root, 0);
            prepare_rules(root);
            apply_rules(root, root_text, [] { return std::string{}; });
        }
        if constexpr (judging_streams::template take<Root>) {
            name_entity(root, 0, root_text);
            if (observer_ && was_read)
                observe(root, root_text, {}, 0);
        }
    }

    /// Says of the findings from `first` on that they are in the record or report that begins at `text`.
    template <class Entity>
    void name_entity(const Entity& entity, std::size_t first, const char* text)
    {
        const std::span<diagnostic> in_entity = std::span{findings_.found()}.subspan(first);
        if (in_entity.empty())
            return;
        const std::string_view id = entity.id ? *entity.id : std::string_view{};
        const std::string step = id.empty() ? entity_step(text, end_) : entity_step(id);
        for (diagnostic& finding : in_entity)
            finding.entity.insert(0, step);
    }

    [[nodiscard]] reader reader_of(const target& root, diagnostics& report, std::deque<std::string>& copies)
    {
        reader result{payload_.bytes, root, report, copies};
        result.add_stream(std::get<0>(state_->streams));
        result.add_stream(std::get<1>(state_->streams));
        return result;
    }

    /// Reads an item that is not as the schema says. Gives where it ends; null when it is no JSON, however lenient one
    /// is: then the whole payload is read anew.
    [[nodiscard]] const char* read_item(std::span<const item_place> places, const char* text,
                                        std::deque<std::string>& copies)
    {
        part_parser& parser = parser_inside(2 * places.size(), copies);
        parser.handler().begin_at(places, text);
        return read_part(parser, text);
    }

    /// Reads the value of an item's property. Gives where it ends, or null as above.
    [[nodiscard]] const char* read_property(std::span<const item_place> places, const object_target& item,
                                            std::size_t property, const char* text, std::deque<std::string>& copies)
    {
        part_parser& parser = parser_inside(2 * places.size() + 1, copies);
        parser.handler().begin_at(places, item, property, text);
        return read_part(parser, text);
    }

    [[nodiscard]] part_parser& parser_inside(std::size_t depth, std::deque<std::string>& copies)
    {
        auto& parsers = state_->part_parsers;
        if (parsers.size() <= depth)
            parsers.resize(depth + 1);
        if (!parsers[depth])
            parsers[depth] = std::make_unique<part_parser>(
                parser_options_of({.maximum_depth = options_.maximum_depth - depth}), reader_of({}, findings_, copies));
        parsers[depth]->reset();
        return *parsers[depth];
    }

    [[nodiscard]] const char* read_part(part_parser& parser, const char* text) const
    {
        boost::json::error_code error;
        const std::size_t size = parser.write_some(false, text, static_cast<std::size_t>(end_ - text), error);
        return error ? nullptr : text + size;
    }

    void run_without_type()
    {
        if (!payload_.defect.empty())
            return report_defect();
        std::deque<std::string> copies;
        const bool was_read = parse(payload_.bytes, parse_options_of(options_), findings_, [&](diagnostics& report) {
            return reader{payload_.bytes, target{}, report, copies};
        });
        if (!was_read)
            return;
        const char* const root = skip_separators(payload_.bytes.data(), end_);
        if (result_.kind == payload_kind::error)
            report_error_response(find_member(root, end_, "error"));
        else if (payload_.status >= first_error_status)
            findings_.add(rules::error_response::information, {}, offset_of(root),
                          "the request failed with HTTP status " + std::to_string(payload_.status),
                          "an attendance payload", {});
        else
            findings_.add(rules::unrecognised_payload::information, {}, offset_of(root),
                          "this is no attendance payload",
                          "an attendance record or report, or {\"value\": […]} of them", describe(root));
    }

    /// For a payload that its file does not give.
    void report_defect()
    {
        if (payload_.status >= first_error_status)
            findings_.add(rules::error_response::information, {}, 0,
                          "the request failed with HTTP status " + std::to_string(payload_.status) + ": " +
                              payload_.defect,
                          "an attendance payload");
        else
            findings_.add(rules::unrecognised_payload::information, {}, 0, payload_.defect, "an attendance payload");
    }

    void report_error_response(const char* error)
    {
        const auto code = find_string_member(error, end_, "code");
        const auto message = find_string_member(error, end_, "message");
        findings_.add(rules::error_response::information, "/error", offset_of(error),
                      "the service answered with an error" + (message ? ": " + excerpt(*message) : std::string{}),
                      "an attendance payload", code ? excerpt(*code) : "an error without a code");
    }

    [[nodiscard]] std::string describe(const char* value) const
    {
        if (value != end_ && *value == '[')
            return "an array; the service sends it as the value of an object";
        if (value == end_ || *value != '{')
            return excerpt(value, end_);
        std::string names;
        std::size_t count = 0;
        visit_members(value, end_, [&](std::string_view name, const char*) {
            constexpr std::size_t names_to_show = 5;
            names += (count == 0 ? " with " : ", ") + (count == names_to_show ? std::string{"…"} : quoted_name(name));
            return count++ < names_to_show;
        });
        return "an object" + (names.empty() ? std::string{" without properties"} : names);
    }

    /// Lets what the reader found in a record, from finding `first` on, say whose record it is.
    template <class Value>
    void name_participant(const Value& value, std::size_t first)
    {
        if constexpr (std::same_as<Value, record_type>)
            if (first != findings_.found().size())
                if (const rules::participant who = rules::of_participant(value); who.is_known())
                    for (diagnostic& finding : std::span{findings_.found()}.subspan(first))
                        append_to(finding.message += ", in the record", who);
    }

    /// `text` is where the value begins in the payload, `pointer_of_value()` its pointer.
    template <class Value, class PointerOfValue>
    void apply_rules(const Value& value, const char* text, const PointerOfValue& pointer_of_value)
    {
        const std::size_t known_findings = findings_.found().size();
        if constexpr (std::same_as<Value, record_type>) {
            ++result_.records;
            state_->context.set_record(value);
        }
        std::apply([&](auto&... rule) { (apply_rule(rule, value, pointer_of_value), ...); }, state_->rules);
        if (findings_.found().size() != known_findings)
            unlocated_.push_back({known_findings, findings_.found().size(), text, pointer_of_value().size()});
    }

    /// Shows a value to the observer, unless it was shown before the payload was read anew.
    template <class Value>
    void observe(const Value& value, const char* text, std::string pointer, std::size_t first_finding)
    {
        constexpr bool is_record = std::same_as<Value, record_type>;
        const std::size_t number = is_record ? result_.records : ++reports_;
        std::size_t& shown = is_record ? records_shown_ : reports_shown_;
        if (number <= shown)
            return;
        shown = number;
        observer_(observed<Value>{value, state_->context, std::move(pointer),
                                  std::span<const diagnostic>{findings_.found()}.subspan(first_finding),
                                  offset_of(text)});
    }

    template <class Value>
    void prepare_rules(const Value& value)
    {
        std::apply([&](auto&... rule) { (prepare_rule(rule, value), ...); }, state_->rules);
    }

    template <class Rule, class Value>
    void prepare_rule(Rule& rule, const Value& value)
    {
        if constexpr (prepares_for<Rule, Value>)
            rule.prepare(value);
    }

    template <class Rule, class Value, class PointerOfValue>
    void apply_rule(Rule& rule, const Value& value, const PointerOfValue& pointer_of_value)
    {
        if constexpr (judges_in_context<Rule, Value>)
            rule(value, state_->context, rule_findings{findings_, Rule::information, pointer_of_value});
        else if constexpr (judges<Rule, Value>)
            rule(value, rule_findings{findings_, Rule::information, pointer_of_value});
    }

    [[nodiscard]] const judged_collection* items_of(const record_type&) const { return nullptr; }
    [[nodiscard]] const judged_collection* items_of(const report_type&) const
    {
        return &std::get<0>(state_->streams).collection();
    }
    [[nodiscard]] const judged_collection* items_of(const model::borrowed::attendanceRecordCollection&) const
    {
        return &std::get<0>(state_->streams).collection();
    }
    [[nodiscard]] const judged_collection* items_of(const model::borrowed::meetingAttendanceReportCollection&) const
    {
        return &std::get<1>(state_->streams).collection();
    }

    /// Finds the places of what rules found. Done in between, it would push the code that reads good records out of the
    /// processor's cache.
    void locate_findings()
    {
        for (const unlocated_findings& each : unlocated_) {
            locator places;
            for (std::size_t index = each.first; index != each.last; ++index) {
                diagnostic& finding = findings_.found()[index];
                places.add(std::string_view{finding.pointer}.substr(each.size_of_base), finding.position.offset);
            }
            places.find(payload_.bytes.data(), each.text, end_);
        }
    }

    [[nodiscard]] std::size_t offset_of(const char* place) const noexcept
    {
        return static_cast<std::size_t>(place - payload_.bytes.data());
    }

    [[nodiscard]] static detail::parse_options parse_options_of(const validation_options& options) noexcept
    {
        return {.maximum_depth = options.maximum_depth, .lenient = options.lenient};
    }

    static constexpr int first_error_status = 400;

    const capture::payload& payload_;
    const validation_options& options_;
    const judging_observer& observer_;
    diagnostics findings_;
    const char* end_;
    report result_;
    /// How many reports were read, if somebody looks, and what that one was shown.
    std::size_t reports_ = 0;
    std::size_t records_shown_ = 0;
    std::size_t reports_shown_ = 0;
    std::optional<reading_state> state_;
    std::vector<unlocated_findings> unlocated_;
    /// Of items with findings.
    std::vector<text_mark> marks_;
};

} // namespace rollcall::detail
