#pragma once

#include <rollcall/detail/broken_constraint.hpp>
#include <rollcall/detail/item_stream.hpp>
#include <rollcall/detail/json_cursor.hpp>
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
template <class Streams, class Item>
inline constexpr bool is_streamed<Streams, std::vector<Item>> = Streams::template take<Item>;

/// Reads a value from a payload that is as the schema says, and gives up on every other: then `reader`, which says what
/// is wrong, reads it again. It knows which properties may come and compares before it looks.
///
/// `Streams::take<Item>` tells whether somebody takes the items of arrays of `Item` one by one:
/// `streams.stream<Item>()`, an `item_stream`, whose `place_for(text, mark)` gives where the item that begins at `text`
/// goes. An item that is not as the schema says is left to `streams.read_anyway(places, text)`, which gives where it
/// ends, or null to give up.
template <class Streams = no_streams>
class conforming_reader {
public:
    /// Borrowed strings that had escapes refer to `copies`.
    conforming_reader(std::deque<std::string>& copies, std::size_t maximum_depth, Streams streams = {})
        : copies_{copies}, maximum_depth_{maximum_depth}, streams_{std::move(streams)}
    {
    }

    /// Gives whether the payload is JSON and a value of the type, and has been read whole. If not, the value holds
    /// something.
    template <class Root>
    [[nodiscard]] bool read(std::string_view payload, Root& root)
    {
        return json_.begin(payload) && read_value(root, not_null) && json_.is_at_end();
    }

private:
    /// What is next in an object.
    enum class step : std::uint8_t { property, end, give_up };

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

    // ------------------------------------------------------------ values

    template <wraps_a_value Wrapper>
    bool read_value(Wrapper& holder, const value_schema& schema)
    {
        using wrapped = wrapper<Wrapper>;
        if constexpr (wrapped::holds_null)
            if (json_.next() == 'n') {
                wrapped::make_null(holder);
                return schema.nullable && json_.take_word("null");
            }
        return read_value(wrapped::open(holder), schema);
    }

    template <class T>
        requires(sets_string<operations_of<T>> && !wraps_a_value<T>)
    bool read_value(T& value, const value_schema& schema)
    {
        string_literal literal;
        return json_.take_string(literal) && with_text(literal, [&](const payload_text& text) {
                   return !operations_of<T>::set_string(&value, text).broken &&
                          (!schema.constraints || !broken_constraint(*schema.constraints, text.text));
               });
    }

    bool read_value(date_time& moment, const value_schema& schema)
    {
        // Nobody escapes a character of a date-time, and nobody asks for more than that it is one.
        return !schema.constraints && json_.take_mark() &&
               json_.skip_to(moment.read(json_.place(), json_.end(), day_)) && json_.take_mark();
    }

    template <class T>
        requires(sets_integer<operations_of<T>> && !wraps_a_value<T>)
    bool read_value(T& value, const value_schema& schema)
    {
        const auto keeps_bounds = [&](double number) {
            return !schema.constraints || !broken_constraint(*schema.constraints, number);
        };
        const json_cursor begin = json_;
        std::int64_t integer = 0;
        if (json_.take_integer(integer) && !goes_on_as_number())
            return !operations_of<T>::set_integer(&value, integer).broken && keeps_bounds(static_cast<double>(integer));
        if constexpr (sets_number<operations_of<T>>) {
            json_ = begin;
            std::string_view text;
            if (!json_.take_number(text) || text.find_first_of(".eE") == std::string_view::npos)
                return false;
            const std::optional<double> number = exact_number(text);
            return number && !operations_of<T>::set_number(&value, *number).broken && keeps_bounds(*number);
        } else {
            return false;
        }
    }

    [[nodiscard]] bool goes_on_as_number() const noexcept
    {
        return json_.next() == '.' || json_.next() == 'e' || json_.next() == 'E';
    }

    template <class T>
        requires(sets_boolean<operations_of<T>> && !wraps_a_value<T>)
    bool read_value(T& value, const value_schema&)
    {
        const bool boolean = json_.next() == 't';
        return (boolean ? json_.take_word("true") : json_.take_word("false")) &&
               !operations_of<T>::set_boolean(&value, boolean).broken;
    }

    template <class T>
    bool read_value(std::vector<T>& array, const value_schema& schema)
    {
        const value_schema& items = schema.items ? *schema.items : not_null;
        std::size_t count = 0;
        if constexpr (Streams::template take<T>) {
            array.clear();
            if (!read_stream<T>(schema, count))
                return false;
        } else {
            const char* const begin = json_.place();
            if (!read_items([&] {
                    make_room(array, count, begin);
                    return read_item(array, count++, items);
                }))
                return false;
            array.resize(count);
        }
        return !schema.constraints || !broken_constraint(*schema.constraints, count);
    }

    template <class T>
    bool read_item(std::vector<T>& array, std::size_t index, const value_schema& items)
    {
        return read_value(index < array.size() ? array[index] : array.emplace_back(), items);
    }

    bool read_item(std::vector<bool>& array, std::size_t index, const value_schema& items)
    {
        bool item = false;
        if (!read_value(item, items))
            return false;
        array.resize(index);
        array.push_back(item);
        return true;
    }

    template <described T>
    bool read_value(T& object, const value_schema&)
    {
        return read_object(object, choice{});
    }

    template <class Base, class... Derived>
    bool read_value(polymorphic<Base, Derived...>& value, const value_schema&)
    {
        constexpr std::string_view property = discriminator_property_of<Derived...>;
        const json_cursor begin = json_;
        const auto read_as = [&](std::optional<std::string_view> name) {
            json_ = begin;
            return visit_alternative(name, value, [&](auto& object) {
                return read_object(object, choice{property, name.has_value()});
            });
        };
        if (json_.next() != '{')
            return false;
        if (const std::optional<std::string_view> name = first_string(property))
            return read_as(name);
        const std::size_t depth = depth_;
        if (read_as(std::nullopt))
            return true;
        depth_ = depth;
        const std::optional<std::string> name = find_string_member(begin.place(), json_.end(), property);
        return name && read_as(*name);
    }

    /// The text of an object's first property, if it has this name and is a string without escapes.
    [[nodiscard]] std::optional<std::string_view> first_string(std::string_view name)
    {
        string_literal literal;
        if (json_.take('{') && json_.take_string(literal) && literal.between_marks() == name) {
            json_.skip_space();
            if (json_.take(':') && json_.take_string(literal) && !literal.has_escapes)
                return literal.between_marks();
        }
        return std::nullopt;
    }

    /// Calls `use` with the text of a literal, unless its escapes are wrong.
    template <class Use>
    bool with_text(const string_literal& literal, Use use)
    {
        if (!literal.has_escapes)
            return use(payload_text{literal.between_marks(), copies_, true});
        const std::optional<std::string> text = unescape(literal.text);
        return text && use(payload_text{*text, copies_, false});
    }

    // ------------------------------------------------------------ arrays

    /// Calls `read_item` for each item of the array.
    template <class ReadItem>
    bool read_items(ReadItem read_item)
    {
        if (!open('['))
            return false;
        if (json_.next() != ']')
            do {
                if (!read_item())
                    return false;
                json_.skip_space();
            } while (json_.take(','));
        return close(']');
    }

    /// The items of the payload's own array are counted in advance, by the length of the first ones, so that they need
    /// not move again and again. Others begin with room for a few.
    template <class T>
    void make_room(std::vector<T>& array, std::size_t count, const char* begin)
    {
        constexpr std::size_t depth_of_own_array = 2;
        constexpr std::size_t a_few = 4;
        constexpr std::size_t items_to_go_by = 16;
        if (depth_ != depth_of_own_array) {
            if (array.capacity() == 0)
                array.reserve(a_few);
        } else if (count == items_to_go_by && count == array.size()) {
            const auto size_so_far = static_cast<std::size_t>(json_.place() - begin);
            const auto rest = static_cast<std::size_t>(json_.end() - json_.place());
            // A text that belies its begin gets no more memory than a few times its own.
            array.reserve(count + std::min(rest * count / size_so_far, 2 * rest / sizeof(T)));
        }
    }

    template <class Item>
    bool read_stream(const value_schema& schema, std::size_t& index)
    {
        // Whoever takes the items knows the way to them only through arrays that are taken, too.
        if (depth_ != 2 * places_.size() + 1)
            return false;
        const value_schema& items = schema.items ? *schema.items : not_null;
        auto& stream = streams_.template stream<Item>();
        ++streams_begun_;
        places_.push_back({.name = name_, .schema = &schema, .stream = &stream});
        const std::size_t own_place = places_.size() - 1;
        stream.begin(pointer_of_array(places_));
        const bool was_read = read_items([&] {
            const json_cursor begin = json_;
            const std::size_t copies_before = copies_.size();
            const std::size_t streams_before = streams_begun_;
            const std::size_t depth = depth_;
            places_[own_place].index = index;
            if (read_value(stream.place_for(begin.place(), begin.mark()), items)) {
                stream.item_read(index);
                copies_.resize(copies_before);
            } else {
                // What is in the item has been taken already where that is a stream itself.
                if (streams_begun_ != streams_before)
                    return false;
                depth_ = depth;
                json_ = begin;
                copies_.resize(copies_before);
                const char* const end = streams_.read_anyway(places_, json_.place());
                if (!end || end >= json_.end())
                    return false;
                json_.pass_to(end);
            }
            ++index;
            return true;
        });
        places_.pop_back();
        stream.end(index);
        return was_read;
    }

    // ------------------------------------------------------------ objects

    template <class T>
    bool read_object(T& object, const choice& chosen_by)
    {
        using schema = schema_for<T>;
        described_operations<T>::reset(&object);
        if (!open('{'))
            return false;
        progress<T> current{.chosen_by = chosen_by};
        step next = json_.next() == '}' ? step::end : step::property;
        while (next == step::property) {
            const char* const before = json_.place();
            next = read_declared(object, current, std::make_index_sequence<schema::properties.size() + 1>{});
            if (next == step::property && json_.place() == before)
                next = read_additional(object, current);
        }
        return next == step::end && has_required(current, std::make_index_sequence<schema::properties.size()>{}) &&
               close('}');
    }

    /// Reads the declared properties that come next and in the declared order.
    template <class T, std::size_t... Slot>
    step read_declared(T& object, progress<T>& current, std::index_sequence<Slot...>)
    {
        step next = step::property;
        const auto reads = [&]<std::size_t Next>(std::integral_constant<std::size_t, Next>) {
            if (begins_with_slot<T, Next>())
                next = read_property<Next>(object, current);
            return next == step::property;
        };
        (void)(reads(std::integral_constant<std::size_t, Slot>{}) && ...);
        return next;
    }

    template <class T, std::size_t Slot>
    [[nodiscard]] bool begins_with_slot() const noexcept
    {
        constexpr const auto& literal = literal_of_slot<T, Slot>;
        if constexpr (literal.empty())
            return false;
        else
            return json_.begins_with(literal);
    }

    template <std::size_t Slot, class T>
    step read_property(T& object, progress<T>& current)
    {
        json_.skip(literal_of_slot<T, Slot>.size());
        json_.skip_space();
        if (current.seen.contains(Slot) || !json_.take(':'))
            return step::give_up;
        current.seen.insert(Slot);
        note_order(object, current, Slot);
        if constexpr (Slot == 0) {
            string_literal literal;
            if (!json_.take_string(literal) || literal.between_marks() != schema_for<T>::discriminator)
                return step::give_up;
        } else {
            using member = boost::mp11::mp_at_c<member_descriptors<T>, Slot - 1>;
            constexpr const property_schema& property = schema_for<T>::properties[Slot - 1];
            if constexpr (is_streamed<Streams, std::remove_cvref_t<decltype(object.*member::pointer)>>)
                name_ = property.name;
            if (!read_value(object.*member::pointer, property.value))
                return step::give_up;
        }
        return behind_property();
    }

    [[gnu::always_inline]] step behind_property()
    {
        json_.skip_space();
        if (json_.next() == '}')
            return step::end;
        return json_.take(',') ? step::property : step::give_up;
    }

    /// Reads a property that the type does not declare, if its value is neither object nor array.
    template <class T>
    step read_additional(T& object, progress<T>& current)
    {
        if constexpr (has_additional_properties<T>) {
            // More than so many names are not looked through one by one.
            constexpr std::size_t most_properties = 8;
            string_literal name;
            if (!json_.take_string(name) || name.has_escapes || object.additionalProperties.size() == most_properties ||
                object.additionalProperties.contains(name.between_marks()) || is_declared<T>(name.between_marks()))
                return step::give_up;
            const bool is_annotation = name.between_marks().find('@') != std::string_view::npos;
            const bool names_type =
                !current.chosen_by.property.empty() && name.between_marks() == current.chosen_by.property;
            if (!(schema_for<T>::open || is_annotation) || (names_type && !current.chosen_by.was_named))
                return step::give_up;
            json_.skip_space();
            if (!json_.take(':') || (names_type && json_.next() != '"'))
                return step::give_up;
            const char* const begin = json_.place();
            if (!skip_scalar())
                return step::give_up;
            const std::string_view text{begin, static_cast<std::size_t>(json_.place() - begin)};
            described_operations<T>::add(&object, {name.between_marks(), copies_, true}, {text, copies_, true});
            note_order(object, current, schema_for<T>::properties.size() + object.additionalProperties.size());
            return behind_property();
        } else {
            return step::give_up;
        }
    }

    /// Whether a type declares a property that has not been recognised as such: one that JSON can write in many ways.
    template <class T>
    [[nodiscard]] static bool is_declared(std::string_view name)
    {
        return std::any_of(schema_for<T>::properties.begin(), schema_for<T>::properties.end(),
                           [&](const property_schema& property) { return property.name == name; });
    }

    [[nodiscard]] bool skip_scalar()
    {
        string_literal literal;
        std::string_view number;
        switch (json_.next()) {
        case '"':
            return json_.take_string(literal) && with_text(literal, [](const payload_text&) { return true; });
        case 't':
            return json_.take_word("true");
        case 'f':
            return json_.take_word("false");
        case 'n':
            return json_.take_word("null");
        default:
            return json_.take_number(number);
        }
    }

    template <class T, std::size_t... Index>
    [[nodiscard]] static bool has_required(const progress<T>& current, std::index_sequence<Index...>)
    {
        return (name_of_slot<T, 0>().empty() || current.seen.contains(0)) &&
               ((!schema_for<T>::properties[Index].required || current.seen.contains(Index + 1)) && ...);
    }

    template <class T>
    void note_order(T& object, progress<T>& current, std::size_t slot)
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

    [[nodiscard]] bool open(char bracket) { return depth_++ < maximum_depth_ && json_.take(bracket); }

    /// While something is open there is more to come.
    [[nodiscard]] bool close(char bracket) { return json_.take_last(bracket) && (--depth_ == 0 || !json_.is_at_end()); }

    json_cursor json_;
    date_time::known_day day_;
    std::deque<std::string>& copies_;
    std::size_t maximum_depth_;
    std::size_t depth_ = 0;
    Streams streams_;
    /// The declared property that is being read, if its items may be taken.
    std::string_view name_;
    std::vector<item_place> places_;
    std::size_t streams_begun_ = 0;
};

} // namespace rollcall::detail
