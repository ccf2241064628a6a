#include "payload_maker.hpp"

#include <boost/json/parse.hpp>

#include <algorithm> // std::any_of
#include <array>     // std::array
#include <cmath>     // std::fmod
#include <utility>   // std::move, std::swap

namespace rollcall::engines {

namespace {

/// How many objects inside of each other have more than they must have, so that types that contain each other come to
/// an end.
constexpr std::size_t deepest = 3;

/// The characters that texts are made of, as JSON writes them.
constexpr std::array<std::string_view, 20> characters{
    "a", "b",    "Z",    "0",   "7",   " ",       "-",       "@",
    "{", "\\\"", "\\\\", "\\/", "\\n", "\\u0000", "\\u00e9", "\\uD83D\\ude00",
    "é", "\x7F", "😀",   "中"};

written_value scalar_value(std::string text, const value_outline* outline = nullptr)
{
    written_value result;
    result.text = std::move(text);
    result.outline = outline;
    return result;
}

bool has_equal_item(const written_value& array, const written_value& item)
{
    const auto tree = [](const written_value& value) { return boost::json::parse(to_text(value)); };
    return std::any_of(array.members.begin(), array.members.end(),
                       [&](const written_member& other) { return tree(other.value) == tree(item); });
}

} // namespace

written_value payload_maker::whole(const object_outline& type)
{
    everything_ = true;
    return made_object(type, true, 0);
}

written_value payload_maker::any(const object_outline& type)
{
    everything_ = false;
    return made_object(type, true, 0);
}

written_value payload_maker::made_object(const object_outline& type, bool names_itself, std::size_t depth)
{
    written_value result;
    result.what = written_value::shape::object;
    result.type = &type;
    for (const property_outline* const property : type.properties()) {
        const bool is_wanted = depth < deepest && (everything_ || !random_.once_in(3));
        if (property->value.kind == value_kind::constant ? !names_itself
                                                         : !is_wanted && !type.requires_property(property->name))
            continue;
        result.members.push_back({property->name, spelling_of(property->name), made_value(property->value, depth + 1)});
    }
    if (everything_)
        return result;
    shuffle(result.members);
    if (random_.once_in(3))
        add_undeclared(result);
    return result;
}

written_value payload_maker::made_value(const value_outline& outline, std::size_t depth)
{
    if (outline.nullable && !everything_ && random_.once_in(5))
        return scalar_value("null", &outline);
    if (outline.kind == value_kind::anything)
        return anything();
    if (outline.kind == value_kind::array)
        return made_array(outline, depth);
    if (outline.kind != value_kind::object)
        return scalar_value(scalar(outline), &outline);
    const object_outline& type = *random_.one_of(outline.types);
    const bool is_choice = outline.types.size() > 1;
    written_value result = made_object(type, is_choice, depth);
    result.outline = &outline;
    if (is_choice && &type == outline.types.front() && random_.once_in(3))
        add_unknown_type(result, outline.types.back()->discriminator()->name);
    return result;
}

written_value payload_maker::made_array(const value_outline& outline, std::size_t depth)
{
    written_value result;
    result.what = written_value::shape::array;
    result.outline = &outline;
    const std::size_t most = everything_ ? 1 : 2;
    const std::size_t least = everything_ ? most : 0;
    std::size_t count = std::max(random_.between(least, most), outline.minimum_size);
    if (outline.maximum_size)
        count = std::min(count, *outline.maximum_size);
    for (; count != 0; --count) {
        written_member item{{}, {}, made_value(*outline.items, depth)};
        if (!outline.is_set || !has_equal_item(result, item.value))
            result.members.push_back(std::move(item));
    }
    return result;
}

std::string payload_maker::scalar(const value_outline& outline)
{
    constexpr std::size_t longest = 6;
    switch (outline.kind) {
    case value_kind::boolean:
        return std::string{random_.one_of({"true", "false"})};
    case value_kind::whole_number:
        return whole_number(outline);
    case value_kind::number:
        return number(outline);
    case value_kind::date_time:
        return date_time();
    case value_kind::date:
        return '"' + date() + '"';
    case value_kind::uuid:
        return uuid();
    case value_kind::enumeration:
    case value_kind::constant:
        return quoted(random_.one_of(outline.texts));
    default:
        if (!outline.texts.empty())
            return quoted(random_.one_of(outline.texts));
        return text_of_size(outline.minimum_size, outline.maximum_size.value_or(outline.minimum_size + longest));
    }
}

std::string payload_maker::text_of_size(std::size_t minimum, std::size_t maximum)
{
    std::string result{'"'};
    for (std::size_t size = random_.between(minimum, maximum); size != 0; --size)
        result += random_.one_of(characters);
    return result + '"';
}

std::string payload_maker::whole_number(const value_outline& outline)
{
    const bool has_zero = outline.lowest <= 0 && outline.highest >= 0;
    switch (random_.below(8)) {
    case 0:
        return std::to_string(outline.lowest);
    case 1:
        return std::to_string(outline.highest);
    case 2:
        return has_zero ? "-0" : std::to_string(outline.lowest);
    default:
        return std::to_string(some_whole_number(outline));
    }
}

std::int64_t payload_maker::some_whole_number(const value_outline& outline)
{
    const auto some = static_cast<std::int64_t>(random_.below(10'000));
    const std::int64_t within = std::min(std::max(some, outline.lowest), outline.highest);
    return outline.divisor ? within - within % static_cast<std::int64_t>(*outline.divisor) : within;
}

std::string payload_maker::number(const value_outline& outline)
{
    for (;;) {
        const std::string text{
            random_.one_of({"0", "-0.0", "0.5", "1", "25e-2", "0.125E+1", "1e-7", "31.5", "-1e300"})};
        const double value = std::stod(text);
        const bool is_too_low =
            outline.minimum && (outline.minimum_excluded ? value <= *outline.minimum : value < *outline.minimum);
        const bool is_too_high =
            outline.maximum && (outline.maximum_excluded ? value >= *outline.maximum : value > *outline.maximum);
        const bool is_multiple = !outline.divisor || std::fmod(value, *outline.divisor) == 0;
        if (!is_too_low && !is_too_high && is_multiple)
            return text;
    }
}

std::string payload_maker::digits(std::size_t count)
{
    std::string result;
    for (; count != 0; --count)
        result += static_cast<char>('0' + random_.below(10));
    return result;
}

std::string payload_maker::two_digits(std::size_t low, std::size_t high)
{
    const std::size_t value = random_.between(low, high);
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

// What is chosen goes into a text one by one: in which order the operands of + are chosen, compilers decide.

std::string payload_maker::date()
{
    constexpr std::size_t days_of_every_month = 28;
    if (random_.once_in(4))
        return std::string{random_.one_of({"0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "2022-06-30",
                                           "2022-01-31", "0004-02-29", "1900-02-28"})};
    std::string result = "20" + digits(2);
    result += '-' + two_digits(1, 12);
    result += '-' + two_digits(1, days_of_every_month);
    return result;
}

std::string payload_maker::date_time()
{
    constexpr std::size_t most_digits = 12;
    std::string result = '"' + date();
    result += 'T' + two_digits(0, 23);
    result += ':' + two_digits(0, 59);
    result += ':' + two_digits(0, 59);
    if (!random_.once_in(3))
        result += '.' + digits(random_.between(1, most_digits));
    if (!random_.once_in(4))
        return result + "Z\"";
    result += random_.one_of({"+", "-"});
    result += two_digits(0, 23);
    result += ':' + two_digits(0, 59);
    return result + '"';
}

std::string payload_maker::uuid()
{
    constexpr std::array<std::size_t, 5> groups{8, 4, 4, 4, 12};
    std::string result;
    for (const std::size_t size : groups) {
        result += result.empty() ? '"' : '-';
        for (std::size_t count = size; count != 0; --count)
            result += std::string_view{"0123456789abcdefABCDEF"}[random_.below(22)];
    }
    return result + '"';
}

written_value payload_maker::anything(std::size_t depth)
{
    constexpr std::size_t deepest_inside = 3;
    const std::size_t kinds = depth < deepest_inside ? 4 : 2;
    switch (random_.below(kinds)) {
    case 0:
        return scalar_value(std::string{random_.one_of(
            {"null", "true", "false", "0", "-0", "1.50", "1e400", "-2147483649", "123456789012345678901234567890",
             "9223372036854775808", "\"2022-06-29T22:54:43Z\"", "\"#microsoft.graph.identity\"", "[]", "{}"})});
    case 1:
        return scalar_value(text_of_size(0, 4));
    default:
        break;
    }
    written_value result;
    const bool is_object = random_.once_in(2);
    result.what = is_object ? written_value::shape::object : written_value::shape::array;
    for (const std::string name : {"id", "role", "a/b~c"})
        if (random_.once_in(2))
            result.members.push_back(is_object ? written_member{name, spelling_of(name), anything(depth + 1)}
                                               : written_member{{}, {}, anything(depth + 1)});
    return result;
}

/// The name of a type that the schema does not know.
void payload_maker::add_unknown_type(written_value& object, const std::string& discriminator)
{
    const auto place = static_cast<std::ptrdiff_t>(random_.below(object.members.size() + 1));
    object.members.insert(object.members.begin() + place, {discriminator, spelling_of(discriminator),
                                                           scalar_value("\"#microsoft.graph.userIdentity\"")});
}

/// An annotation, or where the type is open any property.
void payload_maker::add_undeclared(written_value& object)
{
    std::string name{object.type->open && random_.once_in(2)
                         ? random_.one_of({"note", "größe", "", "a/b~c", "say \"hi\"", "tenantIds"})
                         : random_.one_of({"@odata.etag", "role@odata.type", "id@x.y", "@"})};
    const bool is_there = std::any_of(object.members.begin(), object.members.end(),
                                      [&](const written_member& member) { return member.name == name; });
    if (is_there)
        return;
    const auto properties = object.type->properties();
    if (std::any_of(properties.begin(), properties.end(), [&](const auto* one) { return one->name == name; }))
        return;
    const auto place = static_cast<std::ptrdiff_t>(random_.below(object.members.size() + 1));
    object.members.insert(object.members.begin() + place, {name, spelling_of(name), anything()});
}

void payload_maker::shuffle(std::vector<written_member>& members)
{
    if (random_.once_in(2))
        for (std::size_t index = members.size(); index > 1; --index)
            std::swap(members[index - 1], members[random_.below(index)]);
}

std::string payload_maker::spelling_of(const std::string& name)
{
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    std::string spelling = quoted(name);
    const auto first = static_cast<unsigned char>(name.empty() ? '"' : name.front());
    if (first < 0x30 || first >= 0x80 || !random_.once_in(40))
        return spelling;
    return "\"\\u00" + std::string{hexadecimal[first >> 4U], hexadecimal[first & 0xFU]} + spelling.substr(2);
}

} // namespace rollcall::engines
