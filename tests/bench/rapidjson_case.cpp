#include "benchmark_cases.hpp"
#include "bundled_schema.hpp" // bundled_schema

#include <boost/json/serialize.hpp> // boost::json::serialize
#include <boost/json/value.hpp>     // boost::json::value

#include <rapidjson/document.h>
#include <rapidjson/reader.h>
#include <rapidjson/schema.h>
#include <rapidjson/stream.h>

#include <memory>    // std::make_shared
#include <stdexcept> // std::logic_error
#include <string>    // std::string

namespace rollcall::bench {

namespace {

namespace json = boost::json;

void replace_all(json::string& text, std::string_view what, std::string_view by)
{
    for (std::size_t position = 0; (position = text.find(what, position)) != json::string::npos; position += by.size())
        text.replace(position, what.size(), by);
}

/// RapidJSON knows draft-04, which has no `const`, and regular expressions that only capture and never look ahead. What
/// is lost is that the year 0000 is no year.
void adapt(json::value& schema)
{
    if (json::object* const object = schema.if_object()) {
        if (const json::value* const constant = object->if_contains("const")) {
            object->emplace("enum", json::array{*constant});
            object->erase("const");
        }
        if (json::value* const pattern = object->if_contains("pattern"); pattern && pattern->is_string()) {
            replace_all(pattern->as_string(), "(?:", "(");
            replace_all(pattern->as_string(), "(?!0000)", "");
        }
        for (auto& member : *object)
            adapt(member.value());
    } else if (json::array* const array = schema.if_array()) {
        for (json::value& item : *array)
            adapt(item);
    }
}

rapidjson::Document schema_text()
{
    json::value schema = bundled_schema();
    adapt(schema);
    rapidjson::Document document;
    document.Parse(json::serialize(schema).c_str());
    if (document.HasParseError())
        throw std::logic_error{"RapidJSON does not take the schema for JSON"};
    return document;
}

} // namespace

work prepare_rapidjson(const std::string& payload)
{
    return [&payload, schema = std::make_shared<const rapidjson::SchemaDocument>(schema_text())] {
        rapidjson::SchemaValidator validator{*schema};
        rapidjson::StringStream text{payload.c_str()};
        rapidjson::Reader reader;
        return !reader.Parse(text, validator).IsError() && validator.IsValid();
    };
}

} // namespace rollcall::bench
