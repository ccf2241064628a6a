#pragma once

#include <boost/json/object.hpp> // boost::json::object
#include <boost/json/parse.hpp>  // boost::json::parse

#include <algorithm>  // std::min
#include <filesystem> // std::filesystem::path
#include <fstream>    // std::ifstream
#include <iterator>   // std::istreambuf_iterator
#include <map>        // std::map
#include <string>     // std::string

namespace any_type {

/// Makes payloads from the schema files of a folder, as the importer writes them.
class sample_payloads {
public:
    explicit sample_payloads(std::filesystem::path folder) : folder_{std::move(folder)} {}

    /// An object with every property. What lies deep inside has only what it needs, so that types that contain each
    /// other come to an end.
    [[nodiscard]] boost::json::object of(const std::string& file) { return object_of(file_called(file), 0); }

private:
    static constexpr int deepest = 2;

    const boost::json::object& file_called(const std::string& name)
    {
        const auto [entry, is_new] = files_.try_emplace(name);
        if (is_new) {
            std::ifstream file{folder_ / name, std::ios::binary};
            const std::string text{std::istreambuf_iterator<char>{file}, {}};
            entry->second = boost::json::parse(text).as_object();
        }
        return entry->second;
    }

    const boost::json::object& referred_to(const boost::json::object& schema)
    {
        const std::string reference{schema.at("$ref").as_string()};
        const auto hash = reference.find('#');
        const auto& file = file_called(reference.substr(0, hash));
        if (hash == std::string::npos)
            return file;
        return file.at("definitions").as_object().at(reference.substr(reference.rfind('/') + 1)).as_object();
    }

    boost::json::object object_of(const boost::json::object& schema, int depth)
    {
        boost::json::object result;
        if (const auto* bases = schema.if_contains("allOf"))
            result = object_of(referred_to(bases->as_array().front().as_object()), depth);
        if (const auto* properties = schema.if_contains("properties")) {
            for (const auto& property : properties->as_object()) {
                const auto& value = property.value().as_object();
                const bool is_needed = value.contains("const");
                if (!value.empty() && (is_needed || depth < deepest))
                    result[property.key()] = value_of(value, depth + 1);
            }
        }
        return result;
    }

    boost::json::value value_of(const boost::json::object& schema, int depth)
    {
        if (schema.contains("$ref"))
            return value_of(referred_to(schema), depth);
        if (const auto* choices = schema.if_contains("anyOf"))
            return value_of(choices->as_array().front().as_object(), depth);
        if (const auto* branches = schema.if_contains("oneOf"))
            return value_of(branches->as_array().front().as_object(), depth);
        if (const auto* constant = schema.if_contains("const"))
            return *constant;
        if (const auto* members = schema.if_contains("enum"))
            return members->as_array().back();
        if (schema.contains("allOf"))
            return object_of(schema, depth);
        const auto& type = schema.at("type");
        return value_of(schema, type.is_array() ? type.as_array().front().as_string() : type.as_string(), depth);
    }

    boost::json::value value_of(const boost::json::object& schema, const boost::json::string& type, int depth)
    {
        if (type == "object")
            return object_of(schema, depth);
        if (type == "array")
            return boost::json::array{value_of(schema.at("items").as_object(), depth)};
        if (type == "boolean")
            return true;
        if (type == "integer")
            return schema.at("maximum");
        if (type == "number")
            return 1.5;
        const auto* format = schema.if_contains("format");
        if (!format)
            return "any text";
        return format->as_string() == "date"   ? "2026-02-28"
               : format->as_string() == "uuid" ? "0f8fad5b-d9cb-469f-a165-70867728950e"
                                               : "2026-02-28T23:59:59.9999999Z";
    }

    std::filesystem::path folder_;
    std::map<std::string, boost::json::object> files_;
};

} // namespace any_type
