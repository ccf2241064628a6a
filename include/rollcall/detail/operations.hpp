#pragma once

#include <rollcall/rule_information.hpp>
#include <rollcall/rules/schema_rules.hpp>
#include <rollcall/vocabulary.hpp>

#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

// How the reader, which is no template, puts values into the members of described types: a table of functions per type.

namespace rollcall::detail {

/// Text of the payload. What does not last must be copied by whoever wants to keep it.
struct payload_text {
    std::string_view text;
    /// Where copies are kept that borrowed strings refer to.
    std::deque<std::string>& copies;
    /// Whether the text lies in the payload itself.
    bool lasting;

    void store(std::string& to) const { to.assign(text); }
    void store(std::string_view& to) const { to = lasting ? text : std::string_view{copies.emplace_back(text)}; }
};

/// What became of a value.
struct outcome {
    bool stored = true;
    /// The rule that the value breaks, if any. A value that breaks a rule may be stored all the same.
    const rule_information* broken = nullptr;
    /// What would have been right.
    std::string_view expected{};
};

struct value_operations;
struct object_operations;
struct array_operations;
class check_findings;

/// Where a value goes.
struct target {
    const value_operations* operations = nullptr;
    void* value = nullptr;
    const value_schema* schema = nullptr;
};

struct object_target {
    const object_operations* operations = nullptr;
    void* object = nullptr;
    /// The property that chose the object's type among several, which must be a string whatever the type.
    std::string_view chosen_by{};
};

struct array_target {
    const array_operations* operations = nullptr;
    void* array = nullptr;
};

/// Gives the text of a string member of the object that is about to be read, wherever in it the member stands. The text
/// is good until the next is asked for.
class look_ahead {
public:
    virtual std::optional<std::string_view> string_member(std::string_view name) = 0;

protected:
    ~look_ahead() = default;
};

/// What can be done with a value of one C++ type. A null function: no such value fits there.
struct value_operations {
    /// The values that fit, for messages: "a string".
    std::string_view expected;
    void (*set_null)(void*) = nullptr;
    outcome (*set_string)(void*, const payload_text&) = nullptr;
    outcome (*set_integer)(void*, std::int64_t) = nullptr;
    /// For a whole number beyond 64 bits and for one with fraction or exponent.
    outcome (*set_number)(void*, double) = nullptr;
    outcome (*set_boolean)(void*, bool) = nullptr;
    object_target (*begin_object)(void*, look_ahead&) = nullptr;
    array_target (*begin_array)(void*) = nullptr;
    /// What becomes of a whole number beyond the type's range.
    outcome out_of_range{};
    /// The strings that are right, where there is a list of them.
    std::span<const std::string_view> choices{};
    /// For a value of any JSON type, which is kept as its text.
    void (*set_text)(void*, const payload_text&) = nullptr;
    /// Judges the value's text by what the type cannot say.
    void (*check)(std::string_view text, check_findings&) = nullptr;
};

/// A member of a described type.
struct member_operations {
    const value_operations* operations;
    void* (*address)(void* object);
};

struct object_operations {
    std::string_view name;
    const property_schema* properties;
    const member_operations* members;
    std::size_t property_count;
    bool open;
    /// Whether some property must be there.
    bool has_required;
    /// The property that names the type, and the name; empty when the type has none.
    std::string_view discriminator_property;
    std::string_view discriminator;
    void (*reset)(void* object);
    void (*forget)(void* object, std::size_t index);
    /// Keeps a property that the type does not declare. Null: the type has no place for it.
    void (*add)(void* object, const payload_text& name, const payload_text& text);
    std::vector<std::uint32_t>* (*order)(void* object);
};

struct array_operations {
    target (*append)(void* array, const value_schema* items);
};

inline constexpr value_schema not_null{};

// ---------------------------------------------------------------- what the schema says of a type

template <class T>
using member_descriptors =
    boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
concept described = boost::describe::has_describe_members<T>::value;

template <class E>
concept described_enumeration = boost::describe::has_describe_enumerators<E>::value;

template <class T>
concept has_schema = requires { schema_of<T>::name; };

template <class T>
concept has_additional_properties = requires(T& object) { object.additionalProperties.mutable_order(); };

template <class T>
struct is_unknown_subtype : std::false_type {};
template <class Base>
struct is_unknown_subtype<unknown_subtype<Base>> : std::true_type {};

/// Every member of `T` by its name, possibly null or missing: for described types without a schema.
template <class T, class Members = member_descriptors<T>>
struct schema_by_description;

template <class T, template <class...> class List, class... Member>
struct schema_by_description<T, List<Member...>> {
    static constexpr std::string_view name = "object";
    static constexpr std::string_view discriminator_property{};
    static constexpr std::string_view discriminator{};
    static constexpr bool open = true;
    static constexpr std::array<property_schema, sizeof...(Member)> properties{
        {{.name = Member::name, .value = {.nullable = true}}...}};
};

template <class T>
struct schema_for : schema_by_description<T> {};
template <has_schema T>
struct schema_for<T> : schema_of<T> {};
template <class Base>
struct schema_for<unknown_subtype<Base>> : schema_for<Base> {};

// ---------------------------------------------------------------- values

/// Static functions named like the members of `value_operations`: those that make sense for a `T`.
template <class T>
struct operations_of;

template <class Functions>
concept sets_null = requires(void* value) { Functions::set_null(value); };
template <class Functions>
concept sets_string = requires(void* value, const payload_text& text) { Functions::set_string(value, text); };
template <class Functions>
concept sets_integer = requires(void* value) { Functions::set_integer(value, std::int64_t{}); };
template <class Functions>
concept sets_number = requires(void* value) { Functions::set_number(value, double{}); };
template <class Functions>
concept sets_boolean = requires(void* value) { Functions::set_boolean(value, bool{}); };
template <class Functions>
concept begins_object = requires(void* value, look_ahead& ahead) { Functions::begin_object(value, ahead); };
template <class Functions>
concept begins_array = requires(void* value) { Functions::begin_array(value); };
template <class Functions>
concept sets_text = requires(void* value, const payload_text& text) { Functions::set_text(value, text); };
template <class Functions>
concept checks_text = requires(check_findings& found) { Functions::check(std::string_view{}, found); };

template <class T>
constexpr value_operations collect_operations()
{
    using functions = operations_of<T>;
    value_operations result{.expected = functions::expected};
    if constexpr (sets_null<functions>)
        result.set_null = &functions::set_null;
    if constexpr (sets_string<functions>)
        result.set_string = &functions::set_string;
    if constexpr (sets_integer<functions>)
        result.set_integer = &functions::set_integer;
    if constexpr (sets_number<functions>)
        result.set_number = &functions::set_number;
    if constexpr (sets_boolean<functions>)
        result.set_boolean = &functions::set_boolean;
    if constexpr (begins_object<functions>)
        result.begin_object = &functions::begin_object;
    if constexpr (begins_array<functions>)
        result.begin_array = &functions::begin_array;
    if constexpr (requires { functions::out_of_range; })
        result.out_of_range = functions::out_of_range;
    if constexpr (requires { functions::choices; })
        result.choices = functions::choices;
    if constexpr (sets_text<functions>)
        result.set_text = &functions::set_text;
    if constexpr (checks_text<functions>)
        result.check = &functions::check;
    return result;
}

template <class T>
inline constexpr value_operations operations = collect_operations<T>();

template <class T>
[[nodiscard]] T& as(void* value) noexcept
{
    return *static_cast<T*>(value);
}

template <class T>
concept text_type = std::same_as<T, std::string> || std::same_as<T, std::string_view>;

template <text_type String>
struct operations_of<String> {
    static constexpr std::string_view expected = "a string";
    static outcome set_string(void* value, const payload_text& text)
    {
        text.store(as<String>(value));
        return {};
    }
};

template <>
struct operations_of<bool> {
    static constexpr std::string_view expected = "true or false";
    static outcome set_boolean(void* value, bool boolean)
    {
        as<bool>(value) = boolean;
        return {};
    }
};

template <class T>
concept integer = std::same_as<T, std::int32_t> || std::same_as<T, std::int64_t>;

template <integer Integer>
struct operations_of<Integer> {
    static constexpr std::string_view expected = "a whole number without fraction and exponent";
    static constexpr outcome out_of_range =
        sizeof(Integer) == sizeof(std::int32_t)
            ? outcome{.stored = false,
                      .broken = &rules::int32_range::information,
                      .expected = "a whole number from -2147483648 to 2147483647"}
            : outcome{.stored = false,
                      .broken = &rules::schema_constraint::information,
                      .expected = "a whole number from -9223372036854775808 to 9223372036854775807"};
    static outcome set_integer(void* value, std::int64_t integer)
    {
        if (!std::in_range<Integer>(integer))
            return out_of_range;
        as<Integer>(value) = static_cast<Integer>(integer);
        return {};
    }
};

template <>
struct operations_of<double> {
    static constexpr std::string_view expected = "a number";
    static outcome set_integer(void* value, std::int64_t integer)
    {
        as<double>(value) = static_cast<double>(integer);
        return {};
    }
    static outcome set_number(void* value, double number)
    {
        as<double>(value) = number;
        return {};
    }
};

template <>
struct operations_of<date_time> {
    static constexpr std::string_view expected = "a date-time string";
    static outcome set_string(void* value, const payload_text& text)
    {
        const auto parsed = date_time::parse(text.text);
        if (!parsed)
            return {
                .stored = false,
                .broken = &rules::date_time_format::information,
                .expected = "a date-time such as 2022-06-29T22:54:43.656285Z",
            };
        as<date_time>(value) = *parsed;
        return {};
    }
};

// ---------------------------------------------------------------- enumerations

template <class E, class Members = boost::describe::describe_enumerators<E>>
struct enumeration_texts;

template <class E, template <class...> class List, class... Member>
struct enumeration_texts<E, List<Member...>> {
    static constexpr std::array<E, sizeof...(Member)> values{Member::value...};
    static constexpr auto texts = [] {
        if constexpr (requires { schema_of<E>::members; })
            return schema_of<E>::members;
        else
            return std::array<std::string_view, sizeof...(Member)>{Member::name...};
    }();
    static_assert(texts.size() == values.size());
};

template <class E>
[[nodiscard]] std::optional<E> enumerator_named(std::string_view text) noexcept
{
    using members = enumeration_texts<E>;
    for (std::size_t index = 0; index < members::texts.size(); ++index)
        if (members::texts[index] == text)
            return members::values[index];
    return std::nullopt;
}

template <class E>
[[nodiscard]] std::string_view text_of(E enumerator) noexcept
{
    using members = enumeration_texts<E>;
    for (std::size_t index = 0; index < members::values.size(); ++index)
        if (members::values[index] == enumerator)
            return members::texts[index];
    return {};
}

template <described_enumeration E>
struct operations_of<E> {
    static constexpr std::string_view expected = "a string";
    static constexpr std::span<const std::string_view> choices = enumeration_texts<E>::texts;
    static outcome set_string(void* value, const payload_text& text)
    {
        const auto member = enumerator_named<E>(text.text);
        if (!member)
            return {.stored = false, .broken = &rules::unknown_enum_value::information};
        as<E>(value) = *member;
        return {};
    }
};

template <class E, class Storage>
struct operations_of<enumeration<E, Storage>> {
    static constexpr std::string_view expected = "a string";
    static constexpr std::span<const std::string_view> choices = enumeration_texts<E>::texts;
    static outcome set_string(void* value, const payload_text& text)
    {
        auto& destination = as<enumeration<E, Storage>>(value);
        if (const auto member = enumerator_named<E>(text.text)) {
            destination = *member;
            return {};
        }
        typename Storage::string unlisted;
        text.store(unlisted);
        destination = enumeration<E, Storage>::unlisted(std::move(unlisted));
        return {.broken = &rules::unknown_enum_value::information};
    }
};

// ---------------------------------------------------------------- wrappers: what holds a value or does not

template <class Wrapper>
struct wrapper;

template <class T>
struct wrapper<property<T>> {
    using value_type = T;
    static constexpr bool holds_null = true;
    static T& open(property<T>& property) { return property.make_present(); }
    static void close(property<T>& property) { property.reset(); }
    static void make_null(property<T>& property) { property = null; }
};

template <class T>
struct wrapper<std::optional<T>> {
    using value_type = T;
    static constexpr bool holds_null = true;
    static T& open(std::optional<T>& optional) { return optional.emplace(); }
    static void close(std::optional<T>& optional) { optional.reset(); }
    static void make_null(std::optional<T>& optional) { optional.reset(); }
};

template <class T>
struct wrapper<box<T>> {
    using value_type = T;
    static constexpr bool holds_null = false;
    static T& open(box<T>& box) { return box.emplace(); }
    static void close(box<T>&) {}
};

template <class T>
concept wraps_a_value = requires { typename wrapper<T>::value_type; };

template <wraps_a_value Wrapper>
struct operations_of<Wrapper> {
    using wrapped = wrapper<Wrapper>;
    using inner = operations_of<typename wrapped::value_type>;

    static constexpr std::string_view expected = inner::expected;
    static constexpr outcome out_of_range = [] {
        if constexpr (requires { inner::out_of_range; })
            return inner::out_of_range;
        else
            return outcome{};
    }();
    static constexpr std::span<const std::string_view> choices = [] {
        if constexpr (requires { inner::choices; })
            return inner::choices;
        else
            return std::span<const std::string_view>{};
    }();

    static void set_null(void* value)
        requires(wrapped::holds_null)
    {
        wrapped::make_null(as<Wrapper>(value));
    }
    static outcome set_string(void* value, const payload_text& text)
        requires sets_string<inner>
    {
        return set(value, [&](void* to) { return inner::set_string(to, text); });
    }
    static outcome set_integer(void* value, std::int64_t integer)
        requires sets_integer<inner>
    {
        return set(value, [&](void* to) { return inner::set_integer(to, integer); });
    }
    static outcome set_number(void* value, double number)
        requires sets_number<inner>
    {
        return set(value, [&](void* to) { return inner::set_number(to, number); });
    }
    static outcome set_boolean(void* value, bool boolean)
        requires sets_boolean<inner>
    {
        return set(value, [&](void* to) { return inner::set_boolean(to, boolean); });
    }
    static object_target begin_object(void* value, look_ahead& ahead)
        requires begins_object<inner>
    {
        return inner::begin_object(&wrapped::open(as<Wrapper>(value)), ahead);
    }
    static array_target begin_array(void* value)
        requires begins_array<inner>
    {
        return inner::begin_array(&wrapped::open(as<Wrapper>(value)));
    }
    static void set_text(void* value, const payload_text& text)
        requires sets_text<inner>
    {
        if constexpr (wrapped::holds_null)
            if (text.text == "null")
                return wrapped::make_null(as<Wrapper>(value));
        inner::set_text(&wrapped::open(as<Wrapper>(value)), text);
    }
    static void check(std::string_view text, check_findings& found)
        requires(checks_text<wrapped> || checks_text<inner>)
    {
        if constexpr (checks_text<wrapped>)
            wrapped::check(text, found);
        else
            inner::check(text, found);
    }

private:
    template <class Set>
    static outcome set(void* value, Set set_inner)
    {
        const outcome result = set_inner(&wrapped::open(as<Wrapper>(value)));
        if (!result.stored)
            wrapped::close(as<Wrapper>(value));
        return result;
    }
};

// ---------------------------------------------------------------- arrays

/// A `std::vector` with any allocator.
template <class Array>
inline constexpr bool is_array = false;
template <class T, class Allocator>
inline constexpr bool is_array<std::vector<T, Allocator>> = true;

template <class T>
concept array_type = is_array<T>;

/// An item of an array of `bool` has no address: its last item is set through the array.
template <array_type Array>
struct last_boolean;
template <array_type Array>
struct operations_of<last_boolean<Array>> {
    static constexpr std::string_view expected = operations_of<bool>::expected;
    static outcome set_boolean(void* value, bool boolean)
    {
        as<Array>(value).back() = boolean;
        return {};
    }
};

template <array_type Array>
struct described_array {
    using item = typename Array::value_type;

    static target append(void* value, const value_schema* items)
    {
        if constexpr (std::is_same_v<item, bool>) {
            as<Array>(value).push_back(false);
            return {&operations<last_boolean<Array>>, value, items};
        } else {
            return {&operations<item>, &as<Array>(value).emplace_back(), items};
        }
    }
};

template <array_type Array>
inline constexpr array_operations array_operations_of{.append = &described_array<Array>::append};

template <array_type Array>
struct operations_of<Array> {
    static constexpr std::string_view expected = "an array";
    static array_target begin_array(void* value)
    {
        as<Array>(value).clear();
        return {&array_operations_of<Array>, value};
    }
};

// ---------------------------------------------------------------- objects

template <class T>
void make_absent(T& value)
{
    if constexpr (requires { wrapper<T>::close(value); })
        wrapper<T>::close(value);
    else
        value = T{};
}

template <described T>
struct described_operations {
    using schema = schema_for<T>;
    using members = member_descriptors<T>;
    static_assert(boost::mp11::mp_size<members>::value == schema::properties.size(),
                  "the schema must declare as many properties as the type describes members");

    static void reset(void* object)
    {
        boost::mp11::mp_for_each<members>([&](auto member) { make_absent(as<T>(object).*member.pointer); });
        if constexpr (has_additional_properties<T>)
            as<T>(object).additionalProperties.clear();
    }

    template <class Member>
    static void* address(void* object)
    {
        return &(as<T>(object).*Member::pointer);
    }

    template <class... Member>
    static constexpr std::array<member_operations, sizeof...(Member)> collect_members(boost::mp11::mp_list<Member...>)
    {
        return {
            {{&operations<std::remove_cvref_t<decltype(std::declval<T&>().*Member::pointer)>>, &address<Member>}...}};
    }

    static constexpr auto member_table = collect_members(boost::mp11::mp_rename<members, boost::mp11::mp_list>{});

    static void forget(void* object, std::size_t index)
    {
        std::size_t current = 0;
        boost::mp11::mp_for_each<members>([&](auto member) {
            if (current++ == index)
                make_absent(as<T>(object).*member.pointer);
        });
    }

    static void add(void* object, const payload_text& name, const payload_text& text)
    {
        auto& additional = as<T>(object).additionalProperties;
        typename std::remove_reference_t<decltype(additional)>::string stored_name, stored_text;
        name.store(stored_name);
        text.store(stored_text);
        additional.add(std::move(stored_name), std::move(stored_text));
    }

    static std::vector<std::uint32_t>* order(void* object)
    {
        return &as<T>(object).additionalProperties.mutable_order();
    }

    static constexpr object_operations collect()
    {
        object_operations result{
            .name = schema::name,
            .properties = schema::properties.data(),
            .members = member_table.data(),
            .property_count = schema::properties.size(),
            .open = schema::open,
            .has_required =
                !schema::discriminator.empty() || std::any_of(schema::properties.begin(), schema::properties.end(),
                                                              [](const auto& property) { return property.required; }),
            .discriminator_property =
                is_unknown_subtype<T>::value ? std::string_view{} : schema::discriminator_property,
            .discriminator = is_unknown_subtype<T>::value ? std::string_view{} : schema::discriminator,
            .reset = &reset,
            .forget = &forget,
            .add = nullptr,
            .order = nullptr,
        };
        if constexpr (has_additional_properties<T>) {
            result.add = &add;
            result.order = &order;
        }
        return result;
    }
};

template <described T>
inline constexpr object_operations object_operations_of = described_operations<T>::collect();

template <described T>
struct operations_of<T> {
    static constexpr std::string_view expected = "an object";
    static object_target begin_object(void* value, look_ahead&)
    {
        object_operations_of<T>.reset(value);
        return {&object_operations_of<T>, value};
    }
};

/// The property whose text names an object's type.
template <class... Derived>
inline constexpr std::string_view discriminator_property_of = [] {
    constexpr std::string_view first = std::get<0>(std::tuple{schema_for<Derived>::discriminator_property...});
    static_assert(((schema_for<Derived>::discriminator_property == first) && ...),
                  "all derived types are named by the same property");
    return first;
}();

/// Makes the value a `T`, unless it is one already.
template <class T, class Base, class... Derived>
T& make_alternative(polymorphic<Base, Derived...>& value)
{
    if (T* const object = value.template get_if<T>())
        return *object;
    if constexpr (has_additional_properties<Base>) {
        // The memory is kept, as it is when an object of the same type is read again.
        auto additional = std::move(value.base().additionalProperties);
        T& object = value.variant().template emplace<T>();
        object.additionalProperties = std::move(additional);
        return object;
    } else {
        return value.variant().template emplace<T>();
    }
}

/// Makes the value of the type that is so called, and gives `visit(object)` for it.
template <class Base, class... Derived, class Visitor>
auto visit_alternative(std::optional<std::string_view> name, polymorphic<Base, Derived...>& value, Visitor visit)
{
    const auto make = [&]<class T>(std::type_identity<T>) { return visit(make_alternative<T>(value)); };
    if (!name || (name->starts_with('#') && name->substr(1) == schema_for<Base>::service_type))
        return make(std::type_identity<Base>{});
    using result = decltype(make(std::type_identity<Base>{}));
    std::optional<result> made;
    const auto make_if_named = [&]<class T>(std::type_identity<T> type) {
        if (!made && *name == schema_for<T>::discriminator)
            made.emplace(make(type));
    };
    (make_if_named(std::type_identity<Derived>{}), ...);
    return made ? *made : make(std::type_identity<unknown_subtype<Base>>{});
}

template <class Base, class... Derived>
struct operations_of<polymorphic<Base, Derived...>> {
    static constexpr std::string_view expected = "an object";
    static object_target begin_object(void* value, look_ahead& ahead)
    {
        constexpr std::string_view discriminator_property = discriminator_property_of<Derived...>;
        const std::optional<std::string_view> name = ahead.string_member(discriminator_property);
        return visit_alternative(name, as<polymorphic<Base, Derived...>>(value), [&]<class T>(T& object) {
            object_operations_of<T>.reset(&object);
            return object_target{&object_operations_of<T>, &object, discriminator_property};
        });
    }
};

} // namespace rollcall::detail
