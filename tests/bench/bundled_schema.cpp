#include "bundled_schema.hpp"

#include <rollcall/model/schema_files.hpp>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <string>      // std::string
#include <string_view> // std::string_view

namespace rollcall::bench {

namespace {

namespace json = boost::json;

/// `edm.schema.json#/definitions/Int32` is `#/definitions/edm.schema.json/definitions/Int32` in the bundle.
std::string reference_in_bundle(std::string_view reference, std::string_view file)
{
    const std::size_t hash = std::min(reference.find('#'), reference.size());
    const std::string_view named = reference.substr(0, hash);
    const std::string_view pointer = reference.substr(std::min(hash + 1, reference.size()));
    return "#/definitions/" + std::string{named.empty() ? file : named} + std::string{pointer};
}

void rewrite_references(json::value& schema, std::string_view file)
{
    if (json::object* const object = schema.if_object()) {
        for (auto& [name, value] : *object)
            if (name == "$ref" && value.is_string())
                value = reference_in_bundle(value.as_string(), file);
            else
                rewrite_references(value, file);
    } else if (json::array* const array = schema.if_array()) {
        for (json::value& item : *array)
            rewrite_references(item, file);
    }
}

} // namespace

json::object bundled_schema()
{
    json::object definitions;
    for (const schema_file& file : model::schema_files) {
        json::value schema = json::parse(json::string_view{file.text});
        rewrite_references(schema, file.name);
        schema.as_object().erase("$id");
        definitions.emplace(file.name, std::move(schema));
    }
    json::object root = definitions.at("attendanceRecordCollection.schema.json").as_object();
    root["definitions"] = std::move(definitions);
    return root;
}

} // namespace rollcall::bench
