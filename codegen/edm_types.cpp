#include "edm_types.hpp"

#include "date_time_pattern.hpp" // date_time_pattern
#include "json_text.hpp"         // json_object, json_string

#include <cstdlib> // std::strtold
#include <string>  // std::string

namespace rollcall::codegen {

namespace {

json_node definition(std::string_view name, std::string_view description, std::string_view type)
{
    return json_object(
        {{"x-serviceType", json_string(name)}, {"description", json_string(description)}, {"type", json_string(type)}});
}

json_node text(std::string_view name, std::string_view description, std::string_view format = {})
{
    auto result = definition(name, description, "string");
    if (!format.empty())
        set_member(result, "format", json_string(format));
    return result;
}

json_node whole_number(std::string_view name, std::string_view description, std::string minimum, std::string maximum)
{
    auto result = definition(name, description, "integer");
    set_member(result, "minimum", json_number(std::move(minimum)));
    set_member(result, "maximum", json_number(std::move(maximum)));
    return result;
}

json_node moment(std::string_view name)
{
    auto result = text(name,
                       "A moment: a date of the years 0001 to 9999, a time of day with up to 12 fraction digits, and Z "
                       "or an offset from UTC. The pattern knows the length of every month, leap years included.",
                       "date-time");
    set_member(result, "pattern", json_string(date_time_pattern));
    return result;
}

long double limit_of(const json_node& schema, std::string_view keyword, long double otherwise)
{
    const json_node* limit = schema.find(keyword);
    return limit && limit->kind == json_kind::number ? std::strtold(limit->text.c_str(), nullptr) : otherwise;
}

} // namespace

json_node edm_definition(std::string_view name)
{
    if (name == "Edm.Boolean")
        return definition(name, "True or false.", "boolean");
    if (name == "Edm.String")
        return text(name, "Any text.");
    if (name == "Edm.Byte")
        return whole_number(name, "A whole number of 8 bits without a sign.", "0", "255");
    if (name == "Edm.SByte")
        return whole_number(name, "A whole number of 8 bits.", "-128", "127");
    if (name == "Edm.Int16")
        return whole_number(name, "A whole number of 16 bits.", "-32768", "32767");
    if (name == "Edm.Int32")
        return whole_number(name, "A whole number of 32 bits, written without fraction and exponent.", "-2147483648",
                            "2147483647");
    if (name == "Edm.Int64")
        return whole_number(name, "A whole number of 64 bits, written without fraction and exponent.",
                            "-9223372036854775808", "9223372036854775807");
    if (name == "Edm.Single")
        return definition(name, "A number of the accuracy of 32 bits.", "number");
    if (name == "Edm.Double")
        return definition(name, "A number of the accuracy of 64 bits.", "number");
    if (name == "Edm.Decimal")
        return definition(name, "A decimal number; in C++ as near as a double comes to it.", "number");
    if (name == "Edm.Guid")
        return text(name, "A UUID.", "uuid");
    if (name == "Edm.Date")
        return text(name, "A date: year, month and day.", "date");
    if (name == "Edm.DateTimeOffset")
        return moment(name);
    if (name == "Edm.TimeOfDay")
        return text(name, "A time of day, such as 07:59:59.999.");
    if (name == "Edm.Duration")
        return text(name, "A span of time as ISO 8601 writes it, such as PT1H30M.");
    if (name == "Edm.Binary")
        return text(name, "Bytes, written in the URL-safe alphabet of Base64.");
    if (name == "Edm.Stream")
        return text(name, "Bytes, written in the URL-safe alphabet of Base64; most responses have a link instead.");
    return {};
}

bool is_within(const json_node& schema, const json_node& definition)
{
    const json_node* format = schema.find("format");
    const long double widest = format && format->is_string("int32") ? 0x1p31L : 0x1p63L;
    return limit_of(schema, "minimum", -widest) >= limit_of(definition, "minimum", 0) &&
           limit_of(schema, "maximum", widest - 1) <= limit_of(definition, "maximum", 0);
}

} // namespace rollcall::codegen
