#include "schema_folder.hpp" // schema_file_ending
#include "schema_texts.hpp"  // read_file, schema

#include <doctest/doctest.h>

#include <boost/json/parse.hpp>                     // boost::json::parse
#include <valijson/adapters/boost_json_adapter.hpp> // valijson::adapters::BoostJsonAdapter
#include <valijson/schema.hpp>                      // valijson::Schema
#include <valijson/schema_parser.hpp>               // valijson::SchemaParser
#include <valijson/validator.hpp>                   // valijson::Validator

using namespace rollcall::codegen;
using namespace rollcall::codegen::test;

namespace {

/// dialect.json, as another validator reads it.
class dialect {
public:
    dialect()
    {
        const auto text = read_file(std::filesystem::path{ROLLCALL_SOURCE_DIR} / "schema" / "dialect.json");
        const auto tree = boost::json::parse(text);
        const valijson::adapters::BoostJsonAdapter adapter{tree};
        valijson::SchemaParser{valijson::SchemaParser::kDraft7}.populateSchema(adapter, schema_);
    }

    [[nodiscard]] bool accepts(const std::string& text) const
    {
        const auto tree = boost::json::parse(text);
        valijson::Validator validator;
        return validator.validate(schema_, valijson::adapters::BoostJsonAdapter{tree}, nullptr);
    }

private:
    valijson::Schema schema_;
};

void check_folder(const std::filesystem::path& folder, std::size_t at_least)
{
    const dialect dialect;
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (!entry.path().filename().string().ends_with(schema_file_ending))
            continue;
        ++count;
        CHECK_MESSAGE(dialect.accepts(read_file(entry.path())), entry.path().string());
    }
    CHECK(count >= at_least);
}

} // namespace

TEST_CASE("each schema file of the attendance payloads is of the dialect")
{
    check_folder(std::filesystem::path{ROLLCALL_SOURCE_DIR} / "schema", 10);
}

TEST_CASE("each schema file of the shop is of the dialect, and so is the label's")
{
    const auto schemas = std::filesystem::path{ROLLCALL_SOURCE_DIR} / "tests" / "codegen" / "schemas";
    check_folder(schemas / "shop", 10);
    check_folder(schemas / "labels", 1);
}

TEST_CASE("the dialect refuses what the generator refuses, as far as a schema can say it")
{
    const dialect dialect;
    REQUIRE(dialect.accepts(schema("a", R"({"type": "object"})").text));
    REQUIRE(dialect.accepts(schema("a", R"({"type": "object", "properties": {"b": {"type": "boolean"}}})").text));
    CHECK_FALSE(dialect.accepts(R"({"type": "object"})"));
    for (const auto* body : {
             R"({})",
             R"({"type": "object", "minProperties": 1})",
             R"({"pattern": 1})",
             R"({"multipleOf": 0})",
             R"({"anyOf": []})",
             R"({"minimum": 1, "format": "date"})",
             R"({"not": {"minimun": 1}})",
             R"({"dependencies": {"a": 1}})",
             R"({"type": "object", "x-nmae": "b"})",
             R"({"type": "object", "x-name": "not a name"})",
             R"({"type": "object", "x-key": []})",
             R"({"type": "object", "minLength": 1})",
             R"({"type": "object", "description": 1})",
             R"({"type": "object", "additionalProperties": {}})",
             R"({"type": "object", "additionalProperties": false})",
             R"({"type": "object", "patternProperties": {"^a": {}}})",
             R"({"type": "object", "required": ["a", "a"]})",
             R"({"$ref": "b.schema.json"})",
             R"({"allOf": [{"$ref": "b.schema.json"}, {"$ref": "c.schema.json"}]})",
             R"({"definitions": {"b": {}}})",
             R"({"definitions": {"b": {"type": "boolean", "x-name": "c"}}})",
             R"({"type": "string", "enum": []})",
             R"({"type": "string", "enum": [1]})",
             R"({"type": "string", "enum": ["a", "a"]})",
             R"({"type": ["string", "null"], "enum": ["a"]})",
             R"({"type": "string", "enum": ["a", null]})",
         })
        CHECK_FALSE_MESSAGE(dialect.accepts(schema("a", body).text), body);
    for (const std::string property : {
             R"(false)",
             R"({"pattern": "a", "definitions": {}})",
             R"({"anyOf": [{"$ref": "b.schema.json"}, {"$ref": "c.schema.json"}]})",
             R"({"type": "date"})",
             R"({"type": "boolean", "definitions": {}})",
             R"({"type": "boolean", "$id": "b.schema.json"})",
             R"({"$ref": "b.schema.json", "maxLength": 5})",
             R"({"$ref": "b.schema.json#/properties/c"})",
             R"({"$ref": "folder/b.schema.json"})",
             R"({"const": "a", "x-name": "b"})",
             R"({"type": "integer"})",
             R"({"type": "integer", "minimum": 1})",
             R"({"type": "integer", "format": "int16"})",
             R"({"type": "integer", "format": "int32", "minLength": 1})",
             R"({"type": "number", "multipleOf": 0})",
             R"({"type": "number", "pattern": "a"})",
             R"({"type": "number", "exclusiveMinimum": true})",
             R"({"type": "string", "format": "email"})",
             R"({"type": "string", "pattern": 1})",
             R"({"type": "string", "multipleOf": 2})",
             R"({"type": "string", "not": {"minimun": 1}})",
             R"({"type": "string", "enum": ["a"], "pattern": "a"})",
             R"({"type": "string", "format": "date-time", "maxLength": 5})",
             R"({"type": "string", "minLength": -1})",
             R"({"type": "array", "items": {"type": "boolean"}, "uniqueItems": 1})",
             R"({"type": "array", "items": {"type": "boolean"}, "additionalItems": false})",
             R"({"type": "array", "items": {"type": "boolean", "x-name": "b"}})",
             R"({"oneOf": [{"$ref": "b.schema.json"}, {"$ref": "c.schema.json"}]})",
             R"({"oneOf": [{"$ref": "b.schema.json"}, {"$ref": "c.schema.json"}],
                 "x-discriminator": {"propertyName": "d", "mapping": {"e": "b.schema.json"}}})",
         })
        CHECK_FALSE_MESSAGE(
            dialect.accepts(schema("a", R"({"type": "object", "properties": {"b": )" + property + "}}").text),
            property);
}

TEST_CASE("the dialect accepts what the generator does where a value has no type")
{
    const dialect dialect;
    const auto check = [&](const std::string& body) {
        CAPTURE(body);
        CHECK(dialect.accepts(schema("a", body).text));
        CHECK(refusals({schema("a", body)}) == "\n");
    };
    for (const auto* body : {
             R"({"type": "null"})",
             R"({"properties": {}})",
             R"({"allOf": [{"type": "object"}]})",
             R"({"definitions": {}, "properties": {}})",
             R"({"minimum": 3})",
             R"({"properties": {"a": {"$ref": "#"}}, "additionalProperties": false})",
             R"({"if": {"const": 1}, "then": {"maxItems": 2}, "else": true})",
             R"({"definitions": {"b": {"oneOf": [{"type": "integer"}, {"type": "null"}], "x-name": "c"}}})",
         })
        check(body);
    for (const std::string property : {
             R"({"type": ["string", "integer"]})",
             R"({"const": 1})",
             R"({"type": "array"})",
             R"({"type": "array", "items": [{"type": "boolean"}]})",
             R"({"anyOf": [{"type": "boolean"}, {"type": "string"}]})",
             R"({"anyOf": [{"type": "null"}, {"type": "null"}]})",
             R"({"anyOf": [{"type": "boolean"}]})",
         })
        check(R"({"type": "object", "properties": {"b": )" + property + "}}");
}
