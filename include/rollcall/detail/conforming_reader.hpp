#pragma once

#include <rollcall/detail/broken_constraint.hpp>
#include <rollcall/detail/check_findings.hpp>
#include <rollcall/detail/expect_large_use.hpp>
#include <rollcall/detail/item_stream.hpp>
#include <rollcall/detail/json_text.hpp>
#include <rollcall/detail/number_text.hpp>
#include <rollcall/detail/operations.hpp>
#include <rollcall/detail/property_order.hpp>
#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/slot_name.hpp>

#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace rollcall::detail {

/// Nobody takes items of arrays.
struct no_streams {
    template <class Item>
    static constexpr bool take = false;
};

/// Tells whether a value that is judged by its text has anything wrong.
struct found_anything final : check_findings {
    bool is_set = false;

    [[nodiscard]] std::string name_of_value() const override { return {}; }
    void add(check_finding) override { is_set = true; }
};

/// Some of the slots of an object's properties.
template <std::size_t Count>
class slot_set {
public:
    [[nodiscard]] bool contains(std::size_t slot) const noexcept { return (words_[slot / 64] >> slot % 64 & 1) != 0; }
    void insert(std::size_t slot) noexcept { words_[slot / 64] |= std::uint64_t{1} << slot % 64; }

private:
    std::array<std::uint64_t, (Count + 63) / 64> words_{};
};

/// Whether a member is an array whose items are taken one by one.
template <class Streams, class Member>
inline constexpr bool is_streamed = false;
template <class Streams, wraps_a_value Wrapper>
inline constexpr bool is_streamed<Streams, Wrapper> = is_streamed<Streams, typename wrapper<Wrapper>::value_type>;
template <class Streams, array_type Array>
inline constexpr bool is_streamed<Streams, Array> = Streams::template take<typename Array::value_type>;

/// Reads a value from a payload that is as the schema says, and gives up on every other: then `reader`, which says what
/// is wrong, reads it again. It knows which properties may come and compares before it looks. Whatever reads something
/// is given where that begins, and gives where it ends, or null to give up.
///
/// `Streams::take<Item>` tells whether somebody takes the items of arrays of `Item` one by one:
/// `streams.stream<Item>()`, an `item_stream`, whose `place_for(text, mark)` gives where the item that begins at `text`
/// goes. `streams.property_read<Index>(item)` is told of each declared property that has been read. What is not as the
/// schema says in an item is left to `streams.read_property_anyway(places, item, index, text)` if it is the value of a
/// declared property, else to `streams.read_anyway<Item>(places, text)`, which takes the item from its begin again.
/// Both give where what they read ends, or null to give up.
template <class Streams = no_streams>
class conforming_reader {
public:
    /// Borrowed strings that had escapes refer to `copies`; borrowed arrays that have no memory yet take theirs from
    /// `arrays`, if there is one.
    conforming_reader(std::deque<std::string>& copies, array_memory* arrays, std::size_t maximum_depth,
                      Streams streams = {})
        : copies_{copies}, arrays_{arrays}, maximum_depth_{maximum_depth}, streams_{std::move(streams)}
    {
    }

    /// Gives whether the payload is JSON and a value of the type, and has been read whole. If not, the value holds
    /// something.
    template <class Root>
    [[nodiscard]] bool read(std::string_view payload, Root& root)
    {
        const char* const begin = text_.begin(payload);
        return begin && read_value(begin, root, not_null) == text_.end();
    }

private:
    /// How an object's type was chosen.
    struct choice {
        /// The property that names the type among several; empty where there is only one.
        std::string_view property{};
        /// Whether that property is known to be there.
        bool was_named = false;
    };

    template <class T>
    struct progress {
        choice chosen_by;
        slot_set<schema_for<T>::properties.size() + 1> seen{};
        property_order order{};
    };

    /// What was so when an item of an array that is taken item by item began.
    struct item_begin {
        const void* object = nullptr;
        const char* begin = nullptr;
        json_text text_before{};
        std::size_t depth = 0;
        std::size_t streams_begun = 0;
    };

    // ------------------------------------------------------------ values

    template <wraps_a_value Wrapper>
        requires(!sets_text<operations_of<Wrapper>>)
    [[gnu::always_inline]] const char* read_value(const char* at, Wrapper& holder, const value_schema& schema)
    {
        using wrapped = wrapper<Wrapper>;
        if constexpr (wrapped::holds_null)
            if (*at == 'n') {
                wrapped::make_null(holder);
                return passing_checks<operations_of<Wrapper>>(at,
                                                              schema.nullable ? text_.take_word(at, "null") : nullptr);
            }
        return passing_checks<wrapped>(at, read_value(at, wrapped::open(holder), schema));
    }

    /// The end of a value that has been read; null where its text does not pass the checks that `Functions` has.
    template <class Functions>
    [[gnu::always_inline]] static const char* passing_checks(const char* at, const char* end)
    {
        if constexpr (checks_text<Functions>) {
            found_anything found;
            if (end)
                Functions::check({at, end}, found);
            return found.is_set ? nullptr : end;
        } else {
            return end;
        }
    }

    template <class T>
        requires(sets_string<operations_of<T>> && !wraps_a_value<T>)
    [[gnu::always_inline]] const char* read_value(const char* at, T& value, const value_schema& schema)
    {
        string_literal literal;
        const char* const end = text_.take_string(at, literal);
        const bool was_set =
            end && with_text(
                       literal, [&](const payload_text& text) __attribute__((always_inline)) {
                           return !operations_of<T>::set_string(&value, text).broken &&
                                  (!schema.constraints || !broken_constraint(*schema.constraints, text.text));
                       });
        return was_set ? end : nullptr;
    }

    [[gnu::always_inline]] const char* read_value(const char* at, date_time& moment, const value_schema& schema)
    {
        // Nobody escapes a character of a date-time, and nobody asks for more than that it is one.
        if (schema.constraints || *at != '"')
            return nullptr;
        const char* const mark = moment.read(at + 1, text_.end(), day_);
        return mark && *mark == '"' ? mark + 1 : nullptr;
    }

    template <class T>
        requires(sets_integer<operations_of<T>> && !wraps_a_value<T>)
    [[gnu::always_inline]] const char* read_value(const char* at, T& value, const value_schema& schema)
    {
        const auto keeps_bounds = [&](double number) {
            return !schema.constraints || !broken_constraint(*schema.constraints, number);
        };
        std::int64_t integer = 0;
        const char* const end = text_.take_integer(at, integer);
        if (end && ends_number(*end))
            return !operations_of<T>::set_integer(&value, integer).broken && keeps_bounds(static_cast<double>(integer))
                       ? end
                       : nullptr;
        if constexpr (sets_number<operations_of<T>>) {
            const char* const end_of_number = json_text::take_number(at);
            if (!end_of_number)
                return nullptr;
            const std::string_view text{at, end_of_number};
            const bool is_long_integer = text.find_first_of(".eE") == std::string_view::npos;
            if (is_long_integer)
                return nullptr;
            const std::optional<double> number = exact_number(text);
            return number && !operations_of<T>::set_number(&value, *number).broken && keeps_bounds(*number)
                       ? end_of_number
                       : nullptr;
        }
        return nullptr;
    }

    /// Whether a number may end in front of this.
    [[nodiscard]] static bool ends_number(char next) noexcept
    {
        return next == ',' || next == '}' || next == ']' || is_space(next);
    }

    template <class T>
        requires(sets_boolean<operations_of<T>> && !wraps_a_value<T>)
    const char* read_value(const char* at, T& value, const value_schema&)
    {
        const bool boolean = *at == 't';
        const char* const end = boolean ? text_.take_word(at, "true") : text_.take_word(at, "false");
        return operations_of<T>::set_boolean(&value, boolean).broken ? nullptr : end;
    }

    /// A value of any type is left to the other reader.
    template <class T>
        requires sets_text<operations_of<T>>
    const char* read_value(const char*, T&, const value_schema&)
    {
        return nullptr;
    }

    template <class T, class Allocator>
    const char* read_value(const char* at, std::vector<T, Allocator>& array, const value_schema& schema)
    {
        const value_schema& items = schema.items ? *schema.items : not_null;
        std::size_t count = 0;
        const char* end = nullptr;
        if constexpr (Streams::template take<T>) {
            array.clear();
            end = read_stream<T>(at, schema, count);
        } else {
            end = read_items(at, [&](const char* item) {
                make_room(array, count, at, item);
                return read_item(item, array, count++, items);
            });
            array.resize(count);
        }
        return !schema.constraints || !broken_constraint(*schema.constraints, count) ? end : nullptr;
    }

    template <array_type Array>
    const char* read_item(const char* at, Array& array, std::size_t index, const value_schema& items)
    {
        if constexpr (std::is_same_v<typename Array::value_type, bool>) {
            bool item = false;
            const char* const end = read_value(at, item, items);
            array.resize(index);
            array.push_back(item);
            return end;
        } else {
            return read_value(at, index < array.size() ? array[index] : array.emplace_back(), items);
        }
    }

    template <described T>
    const char* read_value(const char* at, T& object, const value_schema&)
    {
        return read_object(at, object, choice{});
    }

    template <class Base, class... Derived>
    const char* read_value(const char* at, polymorphic<Base, Derived...>& value, const value_schema&)
    {
        constexpr std::string_view property = discriminator_property_of<Derived...>;
        const auto read_as = [&](std::optional<std::string_view> name) {
            return visit_alternative(name, value, [&](auto& object) {
                return read_object(at, object, choice{property, name.has_value()});
            });
        };
        const json_text before = text_;
        if (const char* const name = place_of_first_string<Derived...>(at)) {
            const char* end = nullptr;
            if ((read_if_named<Derived>(name, value, end) || ...))
                return end;
            string_literal literal;
            const char* const end_of_name = text_.take_string(name, literal);
            text_ = before;
            if (end_of_name && !literal.has_escapes)
                return read_as(literal.between_marks());
        }
        text_ = before;
        if (is_read_twice_)
            return read_as(find_string_member(at, text_.end(), property));
        is_read_twice_ = true;
        const std::size_t depth = depth_;
        const char* end = read_as(std::nullopt);
        if (!end) {
            text_ = before;
            depth_ = depth;
            const std::optional<std::string> name = find_string_member(at, text_.end(), property);
            end = name ? read_as(name) : nullptr;
        }
        is_read_twice_ = false;
        return end;
    }

    /// Where the value of an object's first property is, if this is the one that names the type.
    template <class Derived, class... Others>
    [[nodiscard]] const char* place_of_first_string(const char* at)
    {
        constexpr const auto& property = literal_of_slot<Derived, 0>;
        at = text_.take(at, '{');
        return at && goes_on_with(at, text_.end(), property) ? text_.take_amid_space(at + property.size(), ':')
                                                             : nullptr;
    }

    /// Reads an object whose first property names its type at `name`, if it is this type that is named.
    template <class Derived, class Value>
    bool read_if_named(const char* name, Value& value, const char*& end)
    {
        constexpr const auto& literal = literal_of<schema_for<Derived>::discriminator>;
        if (!goes_on_with(name, text_.end(), literal))
            return false;
        Derived& object = make_alternative<Derived>(value);
        described_operations<Derived>::reset(&object);
        progress<Derived> current{.chosen_by = {schema_for<Derived>::discriminator_property, true}};
        current.seen.insert(0);
        note_order(object, current, 0);
        end = read_properties(go_deeper() ? pass_comma(name + literal.size()) : nullptr, object, current);
        return true;
    }

    /// Calls `use` with the text of a literal, unless its escapes are wrong.
    template <class Use>
    [[gnu::always_inline]] bool with_text(const string_literal& literal, Use use)
    {
        return literal.has_escapes ? with_unescaped_text(literal, use)
                                   : use(payload_text{literal.between_marks(), copies_, true});
    }

    template <class Use>
    [[gnu::noinline]] bool with_unescaped_text(const string_literal& literal, Use use)
    {
        const std::optional<std::string> text = unescape(literal.text);
        return text && use(payload_text{*text, copies_, false});
    }

    // ------------------------------------------------------------ arrays

    /// Calls `read_item(at)` for each item of the array.
    template <class ReadItem>
    const char* read_items(const char* at, ReadItem read_item)
    {
        at = open(at, '[');
        if (at && *at == ']')
            return close(at);
        while (at) {
            at = read_item(at);
            at = at ? text_.skip_space(at) : nullptr;
            if (at && *at == ']')
                return close(at);
            at = at ? text_.take(at, ',') : nullptr;
        }
        return nullptr;
    }

    /// Makes room for the items of an array from `at` on, of which there are none yet, so that they need not move again
    /// and again. Those of the payload's own array, which may be many, get theirs when their length is known from the
    /// first ones.
    template <array_type Array>
    void make_room(Array& array, std::size_t count, const char* begin, const char* at)
    {
        using item = typename Array::value_type;
        constexpr std::size_t depth_of_own_array = 2;
        constexpr std::size_t items_to_go_by = 16;
        if (array.capacity() == 0)
            borrow_memory(array);
        if (depth_ != depth_of_own_array) {
            if (array.capacity() == 0)
                array.reserve(guess_count(at));
        } else if (count == items_to_go_by && count == array.size()) {
            const auto size_so_far = static_cast<std::size_t>(at - begin);
            const auto rest = static_cast<std::size_t>(text_.end() - at);
            // A text that belies its begin gets no more memory than a few times its own.
            array.reserve(count + std::min(rest * count / size_so_far, 2 * rest / sizeof(item)));
            if constexpr (!std::is_same_v<item, bool>)
                expect_large_use(array.data(), array.capacity() * sizeof(item));
        }
    }

    template <class T>
    void borrow_memory(std::vector<T, array_allocator<T>>& array) const
    {
        if (arrays_)
            array = std::vector<T, array_allocator<T>>(array_allocator<T>{*arrays_});
    }
    template <class T>
    void borrow_memory(std::vector<T>&) const
    {
    }

    /// How many objects follow, to judge by the first brace and the first bracket that close something. A few at most:
    /// who has more does without.
    [[nodiscard]] std::size_t guess_count(const char* at) const noexcept
    {
        constexpr std::ptrdiff_t most = 16;
        const auto distance_to = [&](char closing) {
            const void* const found = std::memchr(at, closing, static_cast<std::size_t>(text_.end() - at));
            return found ? static_cast<const char*>(found) - at + 1 : 0;
        };
        const std::ptrdiff_t object = distance_to('}');
        return static_cast<std::size_t>(
            std::clamp((distance_to(']') + object / 2) / (object + 1), std::ptrdiff_t{1}, most));
    }

    template <class Item>
    const char* read_stream(const char* at, const value_schema& schema, std::size_t& index)
    {
        // Whoever takes the items knows the way to them only through arrays that are taken, too.
        if (depth_ != 2 * places_.size() + 1)
            return nullptr;
        const value_schema& items = schema.items ? *schema.items : not_null;
        auto& stream = streams_.template stream<Item>();
        ++streams_begun_;
        places_.push_back({.name = name_, .schema = &schema, .stream = &stream});
        const std::size_t own_place = places_.size() - 1;
        stream.begin(pointer_of_array(places_));
        const char* const array_end = read_items(at, [&](const char* item) -> const char* {
            const std::size_t copies_before = copies_.empty() ? 0 : copies_.size();
            places_[own_place].index = index;
            Item& place = stream.place_for(item, text_.mark(item));
            const std::size_t streams_before = streams_begun_;
            last_item_ = {&place, item, text_, depth_, streams_before};
            const char* end = read_value(item, place, items);
            if (end) {
                stream.item_read(index);
            } else {
                // What is in the item has been taken already where that is a stream itself.
                if (streams_begun_ != streams_before)
                    return nullptr;
                depth_ = last_item_.depth;
                text_ = last_item_.text_before;
                end = streams_.template read_anyway<Item>(places_, item);
                if (!end || end >= text_.end())
                    return nullptr;
                text_.pass(item, end);
            }
            if (!copies_.empty())
                copies_.resize(copies_before);
            ++index;
            return end;
        });
        places_.pop_back();
        stream.end(index);
        return array_end;
    }

    // ------------------------------------------------------------ objects

    template <class T>
    const char* read_object(const char* at, T& object, const choice& chosen_by)
    {
        described_operations<T>::reset(&object);
        progress<T> current{.chosen_by = chosen_by};
        return read_properties(open(at, '{'), object, current);
    }

    /// Reads the properties from the one at `at` on.
    template <class T>
    const char* read_properties(const char* at, T& object, progress<T>& current)
    {
        constexpr std::size_t count = schema_for<T>::properties.size();
        while (at && *at != '}') {
            const char* const before = at;
            at = read_declared(at, object, current, std::make_index_sequence<count + 1>{});
            if (at == before)
                at = read_additional(at, object, current);
        }
        return at && has_required(current, std::make_index_sequence<count>{}) ? close(at) : nullptr;
    }

    /// Reads the declared properties that come next and in the declared order.
    template <class T, std::size_t... Slot>
    [[gnu::always_inline]] const char* read_declared(const char* at, T& object, progress<T>& current,
                                                     std::index_sequence<Slot...>)
    {
        const auto goes_on = [&]<std::size_t Next>(std::integral_constant<std::size_t, Next>)
            __attribute__((always_inline))
        {
            if (!begins_with_slot<T, Next>(at))
                return true;
            at = read_property<Next>(at, object, current);
            return at && *at != '}';
        };
        (void)(goes_on(std::integral_constant<std::size_t, Slot>{}) && ...);
        return at;
    }

    template <class T, std::size_t Slot>
    [[nodiscard, gnu::always_inline]] bool begins_with_slot(const char* at) const noexcept
    {
        constexpr const auto& literal = literal_of_slot<T, Slot>;
        if constexpr (literal.empty())
            return false;
        else
            return goes_on_with(at, text_.end(), literal);
    }

    template <std::size_t Slot, class T>
    [[gnu::always_inline]] const char* read_property(const char* at, T& object, progress<T>& current)
    {
        at = text_.take_amid_space(at + literal_of_slot<T, Slot>.size(), ':');
        if (!at || current.seen.contains(Slot))
            return nullptr;
        current.seen.insert(Slot);
        note_order(object, current, Slot);
        if constexpr (Slot == 0) {
            string_literal literal;
            at = text_.take_string(at, literal);
            if (!at || literal.between_marks() != schema_for<T>::discriminator)
                return nullptr;
        } else {
            using member = boost::mp11::mp_at_c<member_descriptors<T>, Slot - 1>;
            constexpr const property_schema& property = schema_for<T>::properties[Slot - 1];
            if constexpr (is_streamed<Streams, std::remove_cvref_t<decltype(object.*member::pointer)>>)
                name_ = property.name;
            const char* const value = at;
            at = read_value(value, object.*member::pointer, property.value);
            if constexpr (Streams::template take<T>) {
                if (at)
                    streams_.template property_read<Slot - 1>(object);
                else
                    at = read_property_anyway(value, object, Slot - 1);
            }
        }
        return at ? pass_comma(at) : nullptr;
    }

    /// Leaves the value of an item's declared property, which is not as the schema says, to the other reader.
    template <class T>
    [[gnu::noinline]] const char* read_property_anyway(const char* value, T& object, std::size_t index)
    {
        if (last_item_.object != &object || last_item_.streams_begun != streams_begun_)
            return nullptr;
        depth_ = last_item_.depth + 1;
        text_ = last_item_.text_before;
        text_.pass(last_item_.begin, value);
        const char* const end = streams_.read_property_anyway(places_, object, index, value);
        if (!end || end >= text_.end())
            return nullptr;
        text_.pass(value, end);
        return end;
    }

    /// From behind a property to the next one, or to the object's end.
    [[nodiscard, gnu::always_inline]] const char* pass_comma(const char* at)
    {
        const bool is_dense = *at == ',' && at[1] == '"';
        return is_dense ? at + 1 : *at == '}' ? at : pass_spaced_comma(at);
    }

    [[nodiscard, gnu::noinline]] const char* pass_spaced_comma(const char* at)
    {
        at = text_.skip_space(at);
        if (*at == '}')
            return at;
        at = text_.take(at, ',');
        return at && *at == '"' ? at : nullptr;
    }

    /// Reads a property that the type does not declare, if its value is neither object nor array.
    template <class T>
    const char* read_additional(const char* at, T& object, progress<T>& current)
    {
        if constexpr (has_additional_properties<T>) {
            // More than so many names are not looked through one by one.
            constexpr std::size_t most_properties = 8;
            string_literal literal;
            at = text_.take_string(at, literal);
            if (!at || literal.has_escapes || object.additionalProperties.size() == most_properties)
                return nullptr;
            const std::string_view name = literal.between_marks();
            if (object.additionalProperties.contains(name) || is_declared<T>(name))
                return nullptr;
            const bool is_annotation = name.find('@') != std::string_view::npos;
            const bool names_type = !current.chosen_by.property.empty() && name == current.chosen_by.property;
            if (!(schema_for<T>::open || is_annotation) || (names_type && !current.chosen_by.was_named))
                return nullptr;
            const char* const value = text_.take_amid_space(at, ':');
            if (!value || (names_type && *value != '"'))
                return nullptr;
            const char* const end = skip_scalar(value);
            if (!end)
                return nullptr;
            described_operations<T>::add(&object, {name, copies_, true}, {{value, end}, copies_, true});
            note_order(object, current, schema_for<T>::properties.size() + object.additionalProperties.size());
            return pass_comma(end);
        } else {
            return nullptr;
        }
    }

    /// Whether a type declares a property that has not been recognised as such: one that JSON can write in many ways.
    template <class T>
    [[nodiscard]] static bool is_declared(std::string_view name)
    {
        return std::any_of(schema_for<T>::properties.begin(), schema_for<T>::properties.end(),
                           [&](const property_schema& property) { return property.name == name; });
    }

    [[nodiscard]] const char* skip_scalar(const char* at)
    {
        string_literal literal;
        switch (*at) {
        case '"':
            at = text_.take_string(at, literal);
            return at && with_text(literal, [](const payload_text&) { return true; }) ? at : nullptr;
        case 't':
            return text_.take_word(at, "true");
        case 'f':
            return text_.take_word(at, "false");
        case 'n':
            return text_.take_word(at, "null");
        default:
            return json_text::take_number(at);
        }
    }

    template <class T, std::size_t... Index>
    [[nodiscard]] static bool has_required(const progress<T>& current, std::index_sequence<Index...>)
    {
        return (name_of_slot<T, 0>().empty() || current.seen.contains(0)) &&
               ((!schema_for<T>::properties[Index].required || current.seen.contains(Index + 1)) && ...);
    }

    template <class T>
    [[gnu::always_inline]] void note_order(T& object, progress<T>& current, std::size_t slot)
    {
        current.order.note(
            slot, schema_for<T>::properties.size(),
            [&](std::size_t declared) { return current.seen.contains(declared); },
            [&]() -> std::vector<std::uint32_t>* {
                if constexpr (has_additional_properties<T>)
                    return described_operations<T>::order(&object);
                else
                    return nullptr;
            });
    }

    // ------------------------------------------------------------ brackets

    [[nodiscard]] bool go_deeper() { return depth_++ < maximum_depth_; }

    [[nodiscard]] const char* open(const char* at, char bracket)
    {
        return go_deeper() ? text_.take(at, bracket) : nullptr;
    }

    /// While something is open there is more to come.
    [[nodiscard]] const char* close(const char* bracket)
    {
        return --depth_ == 0 || bracket + 1 != text_.end() ? bracket + 1 : nullptr;
    }

    json_text text_;
    date_time::known_day day_;
    std::deque<std::string>& copies_;
    array_memory* arrays_;
    std::size_t maximum_depth_;
    std::size_t depth_ = 0;
    Streams streams_;
    /// Whether what is read is in an object that may be read as of one type and then as of another. What is in it must
    /// not be: the deepest of many such objects would be read very often.
    bool is_read_twice_ = false;
    /// The declared property that is being read, if its items may be taken.
    std::string_view name_;
    std::vector<item_place> places_;
    std::size_t streams_begun_ = 0;
    item_begin last_item_;
};

} // namespace rollcall::detail
