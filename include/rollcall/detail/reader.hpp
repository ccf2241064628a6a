#pragma once

#include <rollcall/detail/broken_constraint.hpp>
#include <rollcall/detail/check_findings.hpp>
#include <rollcall/detail/counted.hpp>
#include <rollcall/detail/item_stream.hpp>
#include <rollcall/detail/json_pointer.hpp>
#include <rollcall/detail/message.hpp>
#include <rollcall/detail/nearest_name.hpp>
#include <rollcall/detail/number_text.hpp>
#include <rollcall/detail/operations.hpp>
#include <rollcall/detail/property_order.hpp>
#include <rollcall/detail/right_spelling.hpp>
#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/text_case.hpp>
#include <rollcall/detail/text_excerpt.hpp>
#include <rollcall/diagnostics.hpp>

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rollcall::detail {

/// The handler of Boost.JSON's parser that puts a payload into a described value and reports what is not as the schema
/// says.
///
/// The parser tells no places. The reader keeps the end of the last token whose place it was told (strings without
/// escapes, numbers) and how many tokens have come since; from there `here()` finds the current one when there is
/// something to report.
class reader final : look_ahead, check_findings {
public:
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    /// Borrowed strings that had escapes refer to `copies`.
    reader(std::string_view payload, target root, diagnostics& report, std::deque<std::string>& copies)
        : begin_{payload.data()},
          end_{payload.data() + payload.size()},
          root_{root},
          report_{report},
          copies_{copies},
          known_end_{begin_}
    {
    }

    void add_stream(item_stream& stream) { streams_.push_back(&stream); }

    /// What is read is the item at `text` of an array that is taken item by item, not the payload. It can be another
    /// one when one has been read.
    void begin_at(std::span<const item_place> places, const char* text)
    {
        begin_inside(places, text);
        // It is counted when it begins.
        --frames_.back().position;
    }

    /// What is read is the value at `text` of a property of such an item, which the item does not have yet.
    void begin_at(std::span<const item_place> places, const object_target& item, std::size_t property, const char* text)
    {
        begin_inside(places, text);
        const object_operations& operations = *item.operations;
        const member_operations& member = operations.members[property];
        const property_schema& schema = operations.properties[property];
        operations.forget(item.object, property);
        frames_.push_back(
            {.kind = frame_kind::object, .object = &operations, .value = item.object, .key = schema.name});
        member_ = {member.operations, member.address(item.object), &schema.value};
    }

    bool on_document_begin(boost::json::error_code&) { return true; }
    bool on_document_end(boost::json::error_code&) { return true; }

    bool on_object_begin(boost::json::error_code&)
    {
        const target to = next_target();
        frame opened{.kind = frame_kind::undeclared_object, .keys_begin = keys_.size(), .seen_begin = seen_.size()};
        opened.known_end = known_end_;
        opened.tokens_since = tokens_since_;
        if (to.operations) {
            if (to.operations->begin_object) {
                const object_target object = to.operations->begin_object(to.value, *this);
                opened.kind = frame_kind::object;
                opened.object = object.operations;
                opened.value = object.object;
                opened.chosen_by = object.chosen_by;
                seen_.resize(seen_.size() + words_for(object.operations->property_count + 1));
            } else {
                report_type(to, "an object");
            }
        }
        note_token();
        frames_.push_back(opened);
        return true;
    }

    bool on_object_end(std::size_t, boost::json::error_code&)
    {
        const frame& closed = frames_.back();
        if (closed.kind == frame_kind::object && closed.object->has_required)
            report_missing_properties();
        if (keys_.size() != closed.keys_begin) {
            report_undeclared_properties();
            keys_.resize(closed.keys_begin);
        }
        seen_.resize(closed.seen_begin);
        close_container();
        if (!frames_.empty() && frames_.back().stream)
            finish_streamed_item();
        return true;
    }

    bool on_array_begin(boost::json::error_code&)
    {
        const target to = next_target();
        frame opened{.kind = frame_kind::undeclared_array};
        if (to.operations) {
            if (to.operations->begin_array) {
                const array_target array = to.operations->begin_array(to.value);
                opened.kind = frame_kind::array;
                opened.array = array.operations;
                opened.value = array.array;
                opened.schema = to.schema;
                opened.stream = stream_for(array.operations);
                if (opened.stream)
                    opened.stream->begin(pointer());
            } else {
                report_type(to, "an array");
            }
        }
        note_token();
        frames_.push_back(opened);
        return true;
    }

    bool on_array_end(std::size_t count, boost::json::error_code&)
    {
        const frame& closed = frames_.back();
        if (closed.stream)
            closed.stream->end(count);
        if (closed.schema && closed.schema->constraints)
            check_count(*closed.schema->constraints, count);
        close_container();
        return true;
    }

    bool on_key_part(std::string_view text, std::size_t, boost::json::error_code&) { return keep_part(text); }

    bool on_key(std::string_view last_part, std::size_t, boost::json::error_code&)
    {
        frame& object = frames_.back();
        const payload_text name = whole_text(last_part);
        object.key = lasting_key(name);
        if (object.kind == frame_kind::object)
            choose_member(object, name.lasting);
        else
            keys_.push_back({object.key, here()});
        note_token(name);
        if (capturing())
            captured_value_ = here();
        return true;
    }

    bool on_string_part(std::string_view text, std::size_t, boost::json::error_code&) { return keep_part(text); }

    bool on_string(std::string_view last_part, std::size_t, boost::json::error_code&)
    {
        const payload_text text = whole_text(last_part);
        const target to = next_target();
        if (to.operations) {
            if (to.operations->set_string)
                judge_string(to, to.operations->set_string(to.value, text), text.text);
            else
                report_type(to, "a string");
        }
        note_token(text);
        finish_value();
        return true;
    }

    bool on_number_part(std::string_view text, boost::json::error_code&) { return keep_part(text); }

    bool on_int64(std::int64_t integer, std::string_view last_part, boost::json::error_code&)
    {
        const target to = next_target();
        if (to.operations) {
            if (to.operations->set_integer)
                judge_number(to, to.operations->set_integer(to.value, integer), static_cast<double>(integer));
            else
                report_type(to, "a number");
        }
        return finish_number(last_part);
    }

    bool on_uint64(std::uint64_t integer, std::string_view last_part, boost::json::error_code&)
    {
        set_number(static_cast<double>(integer), true);
        return finish_number(last_part);
    }

    bool on_double(double number, std::string_view last_part, boost::json::error_code&)
    {
        const bool whole = last_part.find_first_of(".eE") == std::string_view::npos;
        set_number(exact_number(last_part).value_or(number), whole);
        return finish_number(last_part);
    }

    bool on_bool(bool boolean, boost::json::error_code&)
    {
        const target to = next_target();
        if (to.operations) {
            if (to.operations->set_boolean)
                judge(to, to.operations->set_boolean(to.value, boolean));
            else
                report_type(to, boolean ? "true" : "false");
        }
        note_token();
        finish_value();
        return true;
    }

    bool on_null(boost::json::error_code&)
    {
        const target to = next_target();
        if (to.operations) {
            if (!to.schema->nullable)
                add(rules::null_not_allowed::information, message(name_of_value(), " must not be null"),
                    std::string{to.operations->expected}, "null", to.operations->begin_array ? "[]" : "");
            if (to.operations->set_null)
                to.operations->set_null(to.value);
        }
        note_token();
        finish_value();
        return true;
    }

    bool on_comment_part(std::string_view, boost::json::error_code&) { return true; }
    bool on_comment(std::string_view, boost::json::error_code&) { return true; }

private:
    enum class frame_kind : std::uint8_t { object, array, undeclared_object, undeclared_array };

    /// An object or array that has begun and not ended.
    struct frame {
        frame_kind kind;
        const object_operations* object = nullptr;
        const array_operations* array = nullptr;
        void* value = nullptr;
        const value_schema* schema = nullptr;
        item_stream* stream = nullptr;
        std::string_view chosen_by{};
        /// In an array: the items so far. In an object: where the next declared property is expected.
        std::size_t position = 0;
        /// In an object: the current member.
        std::string_view key{};
        std::size_t keys_begin = 0;
        std::size_t seen_begin = 0;
        /// Where an object begins: `place_after(known_end, tokens_since)`.
        const char* known_end = nullptr;
        std::size_t tokens_since = 0;
        property_order order{};
        std::size_t additional_count = 0;
        /// Of a streamed array: how many copies of text there were before the current item.
        std::size_t copies_before_item = 0;
    };

    struct undeclared_key {
        std::string_view name;
        const char* place;
    };

    /// A value that is kept or judged as text once it has ended.
    struct value_text {
        target to;
        const char* begin;
        /// How many containers are open around it.
        std::size_t depth;
        std::size_t findings_before;
    };

    static constexpr std::size_t bits_per_word = 64;
    static constexpr std::size_t words_for(std::size_t bits) { return (bits + bits_per_word - 1) / bits_per_word; }

    /// The items at these places have begun; the next token is at `text`.
    void begin_inside(std::span<const item_place> places, const char* text)
    {
        known_end_ = text;
        tokens_since_ = 0;
        frames_.clear();
        texts_.clear();
        for (const item_place& place : places) {
            frames_.push_back({.kind = frame_kind::undeclared_object, .key = place.name});
            frames_.push_back({.kind = frame_kind::array,
                               .array = &place.stream->array(),
                               .schema = place.schema,
                               .stream = place.stream,
                               .position = place.index + 1});
        }
    }

    // ------------------------------------------------------------ places

    /// The begin of the current token; inside an event only until it is noted. What has been walked is not walked
    /// again.
    [[nodiscard]] const char* here() noexcept
    {
        known_end_ = place_after(known_end_, tokens_since_);
        tokens_since_ = 0;
        return known_end_;
    }

    /// The begin of the token that `tokens` others stand before, from `known_end` on.
    [[nodiscard]] const char* place_after(const char* known_end, std::size_t tokens) const noexcept
    {
        for (; tokens != 0; --tokens)
            known_end = skip_token(skip_separators(known_end, end_), end_);
        return skip_separators(known_end, end_);
    }

    void note_token() noexcept { ++tokens_since_; }

    void note_token(const payload_text& string) noexcept
    {
        if (!string.lasting)
            return note_token();
        known_end_ = string.text.data() + string.text.size() + 1;
        tokens_since_ = 0;
    }

    // ------------------------------------------------------------ text that comes in parts

    bool keep_part(std::string_view text)
    {
        parts_ += text;
        has_parts_ = true;
        return true;
    }

    [[nodiscard]] payload_text whole_text(std::string_view last_part)
    {
        if (!has_parts_)
            return {last_part, copies_, lies_in({begin_, static_cast<std::size_t>(end_ - begin_)}, last_part)};
        whole_ = std::move(parts_);
        whole_ += last_part;
        parts_.clear();
        has_parts_ = false;
        return {whole_, copies_, false};
    }

    [[nodiscard]] std::string_view lasting_key(const payload_text& name)
    {
        std::string_view result;
        name.store(result);
        return result;
    }

    // ------------------------------------------------------------ where values go

    [[nodiscard]] target next_target()
    {
        const target next = place_of_next();
        if (!next.operations || !(next.operations->set_text || next.operations->check))
            return next;
        texts_.push_back({next, here(), frames_.size(), report_.found().size()});
        return next.operations->set_text ? target{} : next;
    }

    [[nodiscard]] target place_of_next()
    {
        if (frames_.empty())
            return root_;
        frame& container = frames_.back();
        switch (container.kind) {
        case frame_kind::object:
            return member_;
        case frame_kind::array: {
            ++container.position;
            const value_schema* items =
                container.schema && container.schema->items ? container.schema->items : &not_null;
            if (!container.stream)
                return container.array->append(container.value, items);
            container.copies_before_item = copies_.size();
            return container.stream->item(items, here());
        }
        case frame_kind::undeclared_array:
            ++container.position;
            return {};
        case frame_kind::undeclared_object:
            break;
        }
        return {};
    }

    /// Finds where the value of the property that `object.key` names goes.
    void choose_member(frame& object, bool key_lies_in_payload)
    {
        const object_operations& operations = *object.object;
        member_ = {};
        std::size_t slot = 0;
        if (!operations.discriminator.empty() && object.key == operations.discriminator_property) {
            member_ = {&discriminator_operations, const_cast<object_operations*>(&operations), &not_null};
        } else {
            const std::size_t index = index_of(operations, object.key, object.position);
            if (index == operations.property_count)
                return choose_additional_property(object, key_lies_in_payload);
            slot = index + 1;
            object.position = slot;
            const member_operations& member = operations.members[index];
            member_ = {member.operations, member.address(object.value), &operations.properties[index].value};
        }
        if (test_and_set_seen(object, slot)) {
            report_duplicate(object.key, here());
            member_ = {};
            if (slot != 0)
                operations.forget(object.value, slot - 1);
            return;
        }
        note_order(object, slot);
    }

    [[nodiscard]] static std::size_t index_of(const object_operations& operations, std::string_view name,
                                              std::size_t expected)
    {
        if (expected < operations.property_count && operations.properties[expected].name == name)
            return expected;
        std::size_t index = 0;
        while (index != operations.property_count && operations.properties[index].name != name)
            ++index;
        return index;
    }

    void choose_additional_property(frame& object, bool key_lies_in_payload)
    {
        keys_.push_back({object.key, here()});
        if (object.object->add) {
            capture_depth_ = frames_.size();
            captured_name_lies_in_payload_ = key_lies_in_payload;
        }
    }

    /// The declared property that was meant by an unknown name, in quotation marks; empty where none is near, or the
    /// nearest is there itself.
    [[nodiscard]] std::string meant_property(const object_operations& type, std::string_view name) const
    {
        std::vector<std::string_view> names;
        for (std::size_t index = 0; index < type.property_count; ++index)
            names.push_back(type.properties[index].name);
        const std::string_view meant = nearest_name(names, name);
        const auto position = static_cast<std::size_t>(std::find(names.begin(), names.end(), meant) - names.begin());
        return meant.empty() || seen(frames_.back(), position + 1) ? std::string{} : quoted_name(meant);
    }

    [[nodiscard]] bool seen(const frame& object, std::size_t slot) const
    {
        return (seen_[object.seen_begin + slot / bits_per_word] >> (slot % bits_per_word) & 1) != 0;
    }

    bool test_and_set_seen(const frame& object, std::size_t slot)
    {
        std::uint64_t& word = seen_[object.seen_begin + slot / bits_per_word];
        const std::uint64_t bit = std::uint64_t{1} << (slot % bits_per_word);
        const bool was_seen = (word & bit) != 0;
        word |= bit;
        return was_seen;
    }

    /// `slot` has just been read.
    void note_order(frame& object, std::size_t slot)
    {
        const object_operations& operations = *object.object;
        object.order.note(
            slot, operations.property_count, [&](std::size_t declared) { return seen(object, declared); },
            [&] { return operations.order ? operations.order(object.value) : nullptr; });
    }

    [[nodiscard]] item_stream* stream_for(const array_operations* operations) const
    {
        for (item_stream* stream : streams_)
            if (&stream->array() == operations)
                return stream;
        return nullptr;
    }

    std::optional<std::string_view> string_member(std::string_view name) override
    {
        const char* const value = find_member(here(), end_, name);
        if (!value || value == end_ || *value != '"')
            return std::nullopt;
        const std::string_view literal{value, static_cast<std::size_t>(skip_string(value, end_) - value)};
        if (literal.size() >= 2 && literal.find('\\') == std::string_view::npos)
            return literal.substr(1, literal.size() - 2);
        unescaped_ = unescape(literal).value_or(std::string{});
        return unescaped_;
    }

    // ------------------------------------------------------------ ends of values

    void close_container()
    {
        note_token();
        frames_.pop_back();
        finish_value();
    }

    [[nodiscard]] bool capturing() const noexcept { return capture_depth_ != 0 && capture_depth_ == frames_.size(); }

    /// Keeps the exact text of an undeclared property once it has ended.
    void finish_value()
    {
        if (!texts_.empty() && texts_.back().depth == frames_.size())
            finish_text();
        if (!capturing())
            return;
        capture_depth_ = 0;
        frame& object = frames_.back();
        const char* const value_end = skip_value(captured_value_, end_);
        const payload_text text{
            {captured_value_, static_cast<std::size_t>(value_end - captured_value_)}, copies_, true};
        if (!object.chosen_by.empty() && object.key == object.chosen_by && text.text.front() != '"')
            report_.add(text.text == "null" ? rules::null_not_allowed::information : rules::type::information,
                        pointer(), offset_of(captured_value_), message(name_of_value(), " must be a string"),
                        "a string",
                        text.text.front() == '{'   ? "an object"
                        : text.text.front() == '[' ? "an array"
                                                   : excerpt(text.text));
        object.object->add(object.value, {object.key, copies_, captured_name_lies_in_payload_}, text);
        note_order(object, object.object->property_count + 1 + object.additional_count++);
    }

    /// Keeps or judges the text of a value that has ended. One that is wrong already is not judged again.
    void finish_text()
    {
        const value_text ended = texts_.back();
        texts_.pop_back();
        const std::string_view text{ended.begin, static_cast<std::size_t>(skip_value(ended.begin, end_) - ended.begin)};
        const value_operations& operations = *ended.to.operations;
        if (operations.set_text)
            operations.set_text(ended.to.value, {text, copies_, true});
        if (operations.check && report_.found().size() == ended.findings_before)
            operations.check(text, *this);
    }

    void finish_streamed_item()
    {
        frame& array = frames_.back();
        array.stream->item_read(array.position - 1);
        copies_.resize(array.copies_before_item);
    }

    bool finish_number(std::string_view last_part)
    {
        known_end_ = last_part.data() + last_part.size();
        tokens_since_ = 0;
        parts_.clear();
        has_parts_ = false;
        finish_value();
        return true;
    }

    // ------------------------------------------------------------ what the schema says

    void set_number(double number, bool whole)
    {
        const target to = next_target();
        if (!to.operations)
            return;
        if (to.operations->set_number)
            judge_number(to, to.operations->set_number(to.value, number), number);
        else if (whole && to.operations->out_of_range.broken)
            judge(to, to.operations->out_of_range);
        else
            report_type(to, "a number");
    }

    void judge_number(const target& to, const outcome& result, double number)
    {
        judge(to, result);
        if (result.stored && to.schema->constraints)
            check_number(*to.schema->constraints, number);
    }

    void judge(const target& to, const outcome& result)
    {
        if (!result.broken)
            return;
        add(*result.broken, message(name_of_value(), what_is_wrong(to, result)), std::string{result.expected},
            excerpt(here(), end_), fix_of(*to.operations, result, token()));
    }

    [[nodiscard]] std::string what_is_wrong(const target& to, const outcome& result)
    {
        if (result.broken == &rules::unknown_enum_value::information)
            return " is not a value that the schema lists";
        if (result.broken == &rules::date_time_format::information)
            return " is not a date-time";
        if (result.broken == &rules::int32_range::information)
            return " is " + beyond_int32(here(), end_);
        return result.broken == to.operations->out_of_range.broken ? " does not fit its type"
                                                                   : " is not what the schema says";
    }

    void report_type(const target& to, std::string_view found_kind)
    {
        const char* const place = here();
        const bool is_container = place != end_ && (*place == '{' || *place == '[');
        add(rules::type::information, message(name_of_value(), " must be ", to.operations->expected),
            std::string{to.operations->expected} + (to.schema->nullable ? " or null" : ""),
            is_container ? std::string{found_kind} : excerpt(place, end_),
            is_container ? std::string{} : fix_of_type(*to.operations, token()));
    }

    /// The number, string or word that is being read, as it is written.
    [[nodiscard]] std::string_view token()
    {
        const char* const begin = here();
        return {begin, static_cast<std::size_t>(skip_token(begin, end_) - begin)};
    }

    [[nodiscard]] static std::string fix_of(const value_operations& wanted, const outcome& result,
                                            std::string_view literal)
    {
        if (result.broken == &rules::date_time_format::information)
            return rewritten_date_time(literal);
        const std::string_view meant = nearest_name(wanted.choices, inside_quotes(literal));
        return meant.empty() ? std::string{} : quoted_name(meant);
    }

    [[nodiscard]] static std::string fix_of_type(const value_operations& wanted, std::string_view literal)
    {
        if (wanted.set_integer && !wanted.set_number)
            return rewritten_whole_number(literal);
        const bool is_number = !literal.empty() && (literal[0] == '-' || (literal[0] >= '0' && literal[0] <= '9'));
        return is_number && wanted.expected == operations_of<std::string>::expected && wanted.choices.empty()
                   ? quoted_as_it_is(literal)
                   : std::string{};
    }

    void judge_string(const target& to, const outcome& result, std::string_view text)
    {
        judge(to, result);
        if (result.stored && to.schema->constraints)
            check_string(*to.schema->constraints, text);
    }

    void check_number(const value_constraints& constraints, double number)
    {
        if (const auto broken = broken_constraint(constraints, number))
            add(rules::schema_constraint::information,
                message(name_of_value(), " is ", broken->is_wrong, bound_text(broken->bound)),
                std::string{broken->is_right} + bound_text(broken->bound), excerpt(here(), end_));
    }

    void check_string(const value_constraints& constraints, std::string_view text)
    {
        if (const auto broken = broken_constraint(constraints, text))
            add(rules::schema_constraint::information, message(name_of_value(), " is not ", broken->expected),
                broken->expected, broken->found_length.empty() ? excerpt(here(), end_) : broken->found_length);
    }

    void check_count(const value_constraints& constraints, std::size_t count)
    {
        if (const auto broken = broken_constraint(constraints, count))
            report_.add(rules::schema_constraint::information, pointer_of_container(), offset_of(here()),
                        message("the array must have ", *broken), *broken, counted(count, "item"));
    }

    void report_missing_properties()
    {
        const frame& object = frames_.back();
        const object_operations& operations = *object.object;
        const auto is_misspelt = [&](std::string_view name) {
            return std::any_of(keys_.begin() + static_cast<std::ptrdiff_t>(object.keys_begin), keys_.end(),
                               [&](const undeclared_key& key) { return equal_without_case(key.name, name); });
        };
        const auto report = [&](std::string_view name) {
            if (!operations.open && is_misspelt(name))
                return;
            report_.add(rules::missing_property::information, pointer_of_container(),
                        offset_of(place_after(object.known_end, object.tokens_since)),
                        message("the property ", quoted_name(name), " is missing"), quoted_name(name), {});
        };
        if (!operations.discriminator.empty() && !seen(object, 0))
            report(operations.discriminator_property);
        for (std::size_t index = 0; index < operations.property_count; ++index)
            if (operations.properties[index].required && !seen(object, index + 1))
                report(operations.properties[index].name);
    }

    /// A name that no type declares is reported once: where it is unknown, or where it is there again.
    void report_undeclared_properties()
    {
        const frame& object = frames_.back();
        const auto first = keys_.begin() + static_cast<std::ptrdiff_t>(object.keys_begin);
        std::sort(first, keys_.end(), [](const undeclared_key& left, const undeclared_key& right) {
            const int order = left.name.compare(right.name);
            return order != 0 ? order < 0 : left.place < right.place;
        });
        const bool is_closed = object.kind == frame_kind::object && !object.object->open;
        for (auto key = first; key != keys_.end(); ++key) {
            if (key != first && key->name == (key - 1)->name)
                report_duplicate(key->name, key->place);
            else if (is_closed && key->name.find('@') == std::string_view::npos)
                report_unknown(*object.object, *key);
        }
    }

    void report_unknown(const object_operations& type, const undeclared_key& unknown)
    {
        std::string at = pointer_of_container();
        append_to_pointer(at, unknown.name);
        const std::string meant = meant_property(type, unknown.name);
        report_.add(rules::unknown_property::information, std::move(at), offset_of(unknown.place),
                    message("the property ", quoted_name(unknown.name), " is not declared for ", type.name,
                            meant.empty() ? std::string{} : "; did you mean " + meant + "?"),
                    {}, quoted_name(unknown.name), meant);
    }

    void report_duplicate(std::string_view name, const char* place)
    {
        std::string at = pointer_of_container();
        append_to_pointer(at, name);
        report_.add(rules::duplicate_property::information, std::move(at), offset_of(place),
                    message("the property ", quoted_name(name), " is there already"), {}, quoted_name(name));
    }

    // ------------------------------------------------------------ findings

    void add(check_finding finding) override
    {
        report_.add(finding.rule, pointer() + finding.pointer, offset_of(finding.place), std::move(finding.message),
                    std::move(finding.expected), std::move(finding.found));
    }

    void add(const rule_information& rule, std::string message, std::string expected, std::string found,
             std::string fix = {})
    {
        report_.add(rule, pointer(), offset_of(here()), std::move(message), std::move(expected), std::move(found),
                    std::move(fix));
    }

    [[nodiscard]] std::size_t offset_of(const char* place) const noexcept
    {
        return static_cast<std::size_t>(place - begin_);
    }

    /// The current value, for messages.
    [[nodiscard]] std::string name_of_value() const override
    {
        if (frames_.empty())
            return "the payload";
        const frame& container = frames_.back();
        if (container.kind != frame_kind::array)
            return std::string{container.key};
        const std::string item = "item " + std::to_string(container.position) + " of ";
        return item + (frames_.size() < 2 ? std::string{"the array"} : std::string{frames_[frames_.size() - 2].key});
    }

    /// The JSON Pointer of the innermost object or array that is open.
    [[nodiscard]] std::string pointer_of_container() const { return pointer_of(frames_.size() - 1); }

    /// The JSON Pointer of the current value.
    [[nodiscard]] std::string pointer() const { return pointer_of(frames_.size()); }

    [[nodiscard]] std::string pointer_of(std::size_t depth) const
    {
        std::string result;
        for (std::size_t level = 0; level < depth; ++level) {
            const frame& container = frames_[level];
            if (container.kind == frame_kind::array || container.kind == frame_kind::undeclared_array)
                append_to_pointer(result, container.position - 1);
            else
                append_to_pointer(result, container.key);
        }
        return result;
    }

    static outcome set_discriminator(void* operations, const payload_text& text)
    {
        if (text.text == static_cast<const object_operations*>(operations)->discriminator)
            return {};
        return {.stored = false,
                .broken = &rules::schema_constraint::information,
                .expected = static_cast<const object_operations*>(operations)->discriminator};
    }
    static constexpr value_operations discriminator_operations{.expected = "the name of this type",
                                                               .set_string = &set_discriminator};

    const char* begin_;
    const char* end_;
    target root_;
    diagnostics& report_;
    std::deque<std::string>& copies_;
    std::vector<item_stream*> streams_;
    std::vector<frame> frames_;
    /// Where the value of the current member of the innermost object goes.
    target member_;
    /// Of every open object, the names of the properties that its type does not declare.
    std::vector<undeclared_key> keys_;
    /// Of every open object, which of its declared properties have come.
    std::vector<std::uint64_t> seen_;
    const char* known_end_;
    std::size_t tokens_since_ = 0;
    std::string parts_;
    std::string whole_;
    std::string unescaped_;
    std::vector<value_text> texts_;
    bool has_parts_ = false;
    bool captured_name_lies_in_payload_ = false;
    /// How many containers are open around the property that is being captured; 0: none is.
    std::size_t capture_depth_ = 0;
    const char* captured_value_ = nullptr;
};

} // namespace rollcall::detail
