#pragma once

#include <rollcall/detail/number_text.hpp>
#include <rollcall/detail/operations.hpp>
#include <rollcall/detail/slot_name.hpp>
#include <rollcall/detail/text_output.hpp>
#include <rollcall/detail/write_string.hpp>

#include <charconv>
#include <cmath>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace rollcall {

namespace detail {

inline void write_value(text_output& to, std::string_view text)
{
    write_string(to, text);
}
inline void write_value(text_output& to, bool boolean)
{
    to += std::string_view{boolean ? "true" : "false"};
}
inline void write_value(text_output& to, double number)
{
    to += std::string_view{std::isfinite(number) ? number_text(number) : "null"};
}

template <integer Integer>
void write_value(text_output& to, Integer integer)
{
    constexpr std::size_t most_characters = 20;
    to.add(most_characters, [&](char* begin) { return std::to_chars(begin, begin + most_characters, integer).ptr; });
}

inline void write_value(text_output& to, const date_time& moment)
{
    to.add(date_time::maximum_text_size + 2, [&](char* begin) {
        *begin = '"';
        char* const end = moment.write(begin + 1);
        *end = '"';
        return end + 1;
    });
}

template <described_enumeration E>
void write_value(text_output& to, E member)
{
    write_string(to, text_of(member));
}

template <class E, class Storage>
void write_value(text_output& to, const enumeration<E, Storage>& value)
{
    write_string(to, value.is_listed() ? text_of(value.member()) : std::string_view{value.unlisted_text()});
}

// Declared before they are defined, as values contain one another.
template <class T>
void write_value(text_output& to, const property<T>& value);
template <class T>
void write_value(text_output& to, const std::optional<T>& value);
template <class T>
void write_value(text_output& to, const box<T>& value);
template <class T, class Allocator>
void write_value(text_output& to, const std::vector<T, Allocator>& items);
template <class Base, class... Derived>
void write_value(text_output& to, const polymorphic<Base, Derived...>& value);
template <described T>
void write_value(text_output& to, const T& object);

template <class T>
void write_value(text_output& to, const property<T>& value)
{
    if (value.has_value())
        write_value(to, *value);
    else
        to += std::string_view{"null"};
}

template <class T>
void write_value(text_output& to, const std::optional<T>& value)
{
    if (value)
        write_value(to, *value);
    else
        to += std::string_view{"null"};
}

template <class T>
void write_value(text_output& to, const box<T>& value)
{
    if (value.empty())
        to += std::string_view{"null"};
    else
        write_value(to, *value);
}

template <class T, class Allocator>
void write_value(text_output& to, const std::vector<T, Allocator>& items)
{
    constexpr std::size_t items_to_go_by = 16;
    const std::size_t size_before = to.size();
    to += '[';
    for (std::size_t index = 0; index < items.size(); ++index) {
        if (index != 0)
            to += ',';
        if (index == items_to_go_by)
            to.make_room((to.size() - size_before) / items_to_go_by * (items.size() - items_to_go_by));
        write_value(to, static_cast<const T&>(items[index]));
    }
    to += ']';
}

template <class Base, class... Derived>
void write_value(text_output& to, const polymorphic<Base, Derived...>& value)
{
    std::visit([&](const auto& alternative) { write_value(to, alternative); }, value.variant());
}

template <class T>
[[nodiscard]] bool is_written(const T&) noexcept
{
    return true;
}
template <class T>
[[nodiscard]] bool is_written(const property<T>& value) noexcept
{
    return !value.is_absent();
}
template <class T>
[[nodiscard]] bool is_written(const std::optional<T>& value) noexcept
{
    return value.has_value();
}

/// Writes the members of an object one by one.
template <described T>
class object_writer {
public:
    object_writer(text_output& to, const T& object) : to_{to}, object_{object} {}

    void write()
    {
        to_ += '{';
        if constexpr (has_additional_properties<T>) {
            if (object_.additionalProperties.order().empty())
                write_in_declared_order();
            else
                write_in_order(object_.additionalProperties.order());
        } else {
            write_in_declared_order();
        }
        to_ += '}';
    }

private:
    using operations = described_operations<T>;
    using schema = typename operations::schema;
    static constexpr std::size_t additional_begin = schema::properties.size() + 1;

    void begin_member(std::string_view name)
    {
        separate();
        write_string(to_, name);
        to_ += ':';
    }

    template <std::size_t Slot>
    void begin_declared()
    {
        if constexpr (literal_of_slot<T, Slot>.empty())
            return begin_member(name_of_slot<T, Slot>());
        separate();
        to_ += literal_of_slot<T, Slot>;
        to_ += ':';
    }

    void separate()
    {
        if (has_written_)
            to_ += ',';
        has_written_ = true;
    }

    void write_additional(std::size_t index)
    {
        const auto& property = object_.additionalProperties.begin()[index];
        begin_member(property.name);
        to_ += std::string_view{property.text};
    }

    template <std::size_t Slot>
    void write_declared()
    {
        if constexpr (Slot != 0) {
            using member = boost::mp11::mp_at_c<member_descriptors<T>, Slot - 1>;
            const auto& value = object_.*member::pointer;
            if (!is_written(value))
                return;
            begin_declared<Slot>();
            write_value(to_, value);
        } else if constexpr (!name_of_slot<T, 0>().empty()) {
            begin_declared<0>();
            write_string(to_, schema::discriminator);
        }
    }

    void write_in_declared_order()
    {
        [&]<std::size_t... Slot>(std::index_sequence<Slot...>) {
            (write_declared<Slot>(), ...);
        }(std::make_index_sequence<additional_begin>{});
        if constexpr (has_additional_properties<T>)
            for (std::size_t additional = 0; additional < object_.additionalProperties.size(); ++additional)
                write_additional(additional);
    }

    void write_slot(std::size_t slot)
    {
        if (slot >= additional_begin)
            return write_additional(slot - additional_begin);
        [&]<std::size_t... Slot>(std::index_sequence<Slot...>) {
            ((Slot == slot ? write_declared<Slot>() : void()), ...);
        }(std::make_index_sequence<additional_begin>{});
    }

    /// First what was read, in its order, then what has been added since.
    void write_in_order(const std::vector<std::uint32_t>& order)
    {
        const std::size_t slots = additional_begin + object_.additionalProperties.size();
        std::vector<bool> written(slots);
        const auto write_once = [&](std::size_t slot) {
            if (slot < slots && !written[slot]) {
                written[slot] = true;
                write_slot(slot);
            }
        };
        for (const std::uint32_t slot : order)
            write_once(slot);
        for (std::size_t slot = 0; slot < slots; ++slot)
            write_once(slot);
    }

    text_output& to_;
    const T& object_;
    bool has_written_ = false;
};

template <described T>
void write_value(text_output& to, const T& object)
{
    object_writer<T>{to, object}.write();
}

} // namespace detail

/// Appends a value as compact JSON. What was read is written with its properties in the order they were read in and its
/// undeclared ones in their exact text. A double that is no number is written as null. Cost: linear in the text.
template <class T>
void write_to(std::string& to, const T& value)
{
    detail::text_output output{to};
    write_value(output, value);
    output.flush();
}

/// A value as compact JSON.
template <class T>
[[nodiscard]] std::string write(const T& value)
{
    std::string result;
    write_to(result, value);
    return result;
}

/// A value for people to look at: as JSON.
template <class T>
    requires(detail::described<T> && detail::has_schema<T>)
std::ostream& operator<<(std::ostream& stream, const T& value)
{
    return stream << write(value);
}

inline std::ostream& operator<<(std::ostream& stream, const date_time& moment)
{
    return stream << moment.text();
}

template <class T>
std::ostream& operator<<(std::ostream& stream, const property<T>& value)
{
    if (value.is_absent())
        return stream << "absent";
    return stream << write(value);
}

template <class Base, class... Derived>
std::ostream& operator<<(std::ostream& stream, const polymorphic<Base, Derived...>& value)
{
    return stream << write(value);
}

template <class E, class Storage>
std::ostream& operator<<(std::ostream& stream, const enumeration<E, Storage>& value)
{
    return stream << write(value);
}

} // namespace rollcall
