// Plain values that are refused. An error text is part of what the program offers, so each is here in full.

#include "schema_texts.hpp"

#include <doctest/doctest.h>

using namespace rollcall::codegen::test;

TEST_CASE("a type must be one that JSON Schema has, alone or with null")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {
            "a": {"type": "date"},
            "b": {"type": ["string", "text"]},
            "c": {"type": ["null"]},
            "d": {"type": ["string", "null", "boolean", "string"]},
            "e": {"type": 1},
            "f": {"type": ["null", "null"]},
            "g": {"type": []}
          }
        })")}) == R"(
thing.schema.json:#/properties/a (line 4): "type": "date" is not one type, or one and null; write one of object, array, string, integer, number, boolean, alone or in a list of two with "null"
thing.schema.json:#/properties/b (line 5): "type": ["string", "text"] is no type, and no list of types; write one or several of object, array, string, integer, number, boolean, null
thing.schema.json:#/properties/c (line 6): "type": ["null"] is not one type, or one and null; write one of object, array, string, integer, number, boolean, alone or in a list of two with "null"
thing.schema.json:#/properties/d (line 7): "type": ["string", "null", "boolean", "string"] is no type, and no list of types; write one or several of object, array, string, integer, number, boolean, null
thing.schema.json:#/properties/e (line 8): "type": 1 is not one type, or one and null; write one of object, array, string, integer, number, boolean, alone or in a list of two with "null"
thing.schema.json:#/properties/f (line 9): "type": ["null", "null"] is not one type, or one and null; write one of object, array, string, integer, number, boolean, alone or in a list of two with "null"
thing.schema.json:#/properties/g (line 10): "type": [] is not one type, or one and null; write one of object, array, string, integer, number, boolean, alone or in a list of two with "null"
)");
}

TEST_CASE("a property without a type is refused")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {"a": {}, "b": true, "c": false, "d": {"description": "anything"}, "e": 5}
        })")}) == R"(
thing.schema.json:#/properties/c (line 3): a schema of true or false has no C++ type; say which type the value has, or leave the property undeclared in an open type
thing.schema.json:#/properties/d (line 3): "type": is missing; say which type the value has; what may hold any value has no C++ type and is left undeclared in an open type
thing.schema.json:#/properties/e (line 3): a schema is a JSON object; write the schema as an object
thing.schema.json:#/properties/a (line 3): any value is allowed, which has no C++ type; say which type it has, or leave the property undeclared in an open type
thing.schema.json:#/properties/b (line 3): any value is allowed, which has no C++ type; say which type it has, or leave the property undeclared in an open type
)");
}

TEST_CASE("an integer needs a range")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {
            "a": {"type": "integer"},
            "b": {"type": "integer", "minimum": 0},
            "c": {"type": "integer", "maximum": 0},
            "d": {"type": "integer", "format": "int16"}
          }
        })")}) == R"(
thing.schema.json:#/properties/a (line 4): "type": is an integer without a minimum, so that its size in C++ is not known; add "minimum" and "maximum", or "format" int32 or int64
thing.schema.json:#/properties/b (line 5): "type": is an integer without a maximum, so that its size in C++ is not known; add "minimum" and "maximum", or "format" int32 or int64
thing.schema.json:#/properties/c (line 6): "type": is an integer without a minimum, so that its size in C++ is not known; add "minimum" and "maximum", or "format" int32 or int64
thing.schema.json:#/properties/d (line 7): "format": "int16" is none that an integer has; use int32 or int64, or give bounds
)");
}

TEST_CASE("an integer's range must fit 64 bits")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {
            "a": {"type": "integer", "minimum": 0, "maximum": 9223372036854775808},
            "b": {"type": "integer", "minimum": -1e30, "maximum": 0},
            "c": {"type": "integer", "format": "int64", "exclusiveMinimum": 9223372036854775807}
          }
        })")}) == R"(
thing.schema.json:#/properties/a (line 4): "maximum": 9223372036854775808 cannot be held exactly; use a limit within ±2^53 (9007199254740992), or that of the type itself
thing.schema.json:#/properties/b (line 5): "minimum": -1e30 cannot be held exactly; use a limit within ±2^53 (9007199254740992), or that of the type itself
thing.schema.json:#/properties/c (line 6): "exclusiveMinimum": leaves no value of 64 bits; correct the limit
)");
}

TEST_CASE("a limit that a double cannot hold is refused")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {
            "a": {"type": "integer", "minimum": 0, "maximum": 9007199254740993},
            "b": {"type": "integer", "format": "int64", "exclusiveMinimum": -9007199254740994},
            "c": {"type": "number", "minimum": 9007199254740993}
          }
        })")}) == R"(
thing.schema.json:#/properties/a (line 4): "maximum": 9007199254740993 cannot be held exactly; use a limit within ±2^53 (9007199254740992), or that of the type itself
thing.schema.json:#/properties/b (line 5): "exclusiveMinimum": -9007199254740994 cannot be held exactly; use a limit within ±2^53 (9007199254740992), or that of the type itself
)");
}

TEST_CASE("a limit must be a number")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {
            "a": {"type": "integer", "minimum": "0", "maximum": 5},
            "b": {"type": "number", "exclusiveMinimum": true}
          }
        })")}) == R"(
thing.schema.json:#/properties/a (line 4): "minimum": "0" is no number; write the limit itself, as draft-07 has it
thing.schema.json:#/properties/b (line 5): "exclusiveMinimum": true is no number; write the limit itself, as draft-07 has it
)");
}

TEST_CASE("bounds without a value between them are refused")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {
            "a": {"type": "integer", "minimum": 5, "exclusiveMaximum": 5},
            "b": {"type": "number", "minimum": 1, "maximum": 0.5},
            "c": {"type": "string", "minLength": 3, "maxLength": 2},
            "d": {"type": "array", "items": {"type": "boolean"}, "minItems": 1, "maxItems": 0},
            "e": {"type": "number", "minimum": 1, "exclusiveMaximum": 1},
            "f": {"type": "number", "exclusiveMinimum": 1, "exclusiveMaximum": 1}
          }
        })")}) == R"(
thing.schema.json:#/properties/a (line 4): no integer lies within the bounds; correct one of them
thing.schema.json:#/properties/b (line 5): no number lies within the bounds; correct one of them
thing.schema.json:#/properties/c (line 6): "maxLength": is less than "minLength", so no value is valid; correct one of the two
thing.schema.json:#/properties/d (line 7): "maxItems": is less than "minItems", so no value is valid; correct one of the two
thing.schema.json:#/properties/e (line 8): no number lies within the bounds; correct one of them
thing.schema.json:#/properties/f (line 9): no number lies within the bounds; correct one of them
)");
}

TEST_CASE("a count must be a whole number")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {
            "a": {"type": "string", "minLength": -1, "maxLength": 1.5},
            "b": {"type": "array", "items": {"type": "boolean"}, "maxItems": "2"}
          }
        })")}) == R"(
thing.schema.json:#/properties/a (line 4): "minLength": -1 is no count; write a whole number, 0 or more, without fraction and exponent
thing.schema.json:#/properties/a (line 4): "maxLength": 1.5 is no count; write a whole number, 0 or more, without fraction and exponent
thing.schema.json:#/properties/b (line 5): "maxItems": "2" is no count; write a whole number, 0 or more, without fraction and exponent
)");
}

TEST_CASE("a format that nothing checks is refused")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {"a": {"type": "string", "format": "email"}, "b": {"type": "string", "format": 1}}
        })")}) == R"(
thing.schema.json:#/properties/a (line 3): "format": "email" is not in the dialect; use date-time, date or uuid, or take it out and say it in the description
thing.schema.json:#/properties/b (line 3): "format": 1 is not in the dialect; use date-time, date or uuid, or take it out and say it in the description
)");
}

TEST_CASE("a date-time has no length")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {"a": {"type": "string", "format": "date-time", "maxLength": 20}}
        })")}) == R"(
thing.schema.json:#/properties/a (line 3): "maxLength": does not belong to a date-time; take it out
)");
}

TEST_CASE("the items of an array have a type")
{
    CHECK(refusals({schema("thing", R"({"type": "object", "properties": {"a": {"type": "array", "items": {}}}})")}) ==
          R"(
thing.schema.json:#/properties/a/items (line 1): "type": is missing; say which type the value has; what may hold any value has no C++ type and is left undeclared in an open type
)");
}

TEST_CASE("anyOf of types with names is for null only")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {
            "a": {"anyOf": [{"$ref": "#"}, {"$ref": "other.schema.json"}]},
            "b": {"anyOf": [{"type": "object"}, {"type": "null"}], "type": "object"}
          }
        })"),
                    schema("other", R"({"type": "object"})")}) == R"(
thing.schema.json:#/properties/a (line 4): "anyOf": is not a choice between one schema and null; write anyOf of the schema and {"type": "null"}; for a choice of object types write "oneOf" with "x-discriminator"
thing.schema.json:#/properties/b (line 5): "type": does not belong to a schema with anyOf; take it out, or correct the type
)");
}

TEST_CASE("a constant text names an object's type, which must be sure to say so")
{
    CHECK(refusals({schema("thing", R"({"type": "object", "properties": {"c": {"const": "x"}}})")}) == R"(
thing.schema.json:#/properties/c (line 1): "const": names the type, but the property may be missing; add "c" to "required"
)");
}

TEST_CASE("an enumeration has strings, each once")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {
            "a": {"type": "string", "enum": ["x", "x"]},
            "b": {"type": "string", "enum": []},
            "c": {"type": "string", "enum": ["x", 1]},
            "d": {"type": "string", "enum": "x"},
            "e": {"type": "integer", "enum": [1, "x"]}
          }
        })")}) == R"(
thing.schema.json:#/properties/a (line 4): "enum": lists "x" twice; list it once
thing.schema.json:#/properties/b (line 5): "enum": lists no member; list them
thing.schema.json:#/properties/c (line 6): "enum": lists 1, which is no string; enumerate strings only, and null where it is allowed
thing.schema.json:#/properties/d (line 7): "enum": is no array; write a list of strings
thing.schema.json:#/properties/e (line 8): "type": is an integer without a minimum, so that its size in C++ is not known; add "minimum" and "maximum", or "format" int32 or int64
)");
}

TEST_CASE("an enumeration that may be null lists null, and no other does")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {
            "a": {"type": ["string", "null"], "enum": ["x"]},
            "b": {"type": "string", "enum": ["x", null]}
          }
        })")}) == R"(
thing.schema.json:#/properties/a (line 4): "enum": does not list null, which "type" allows; add null to the list
thing.schema.json:#/properties/b (line 5): "enum": lists null, which is no string; enumerate strings only, and null where it is allowed
)");
}

TEST_CASE("what is wrong with a value that may be null is said once")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {"a": {"anyOf": [{"type": "text"}, {"type": "null"}]}}
        })")}) == R"(
thing.schema.json:#/properties/a/anyOf/0 (line 3): "type": "text" is not one type, or one and null; write one of object, array, string, integer, number, boolean, alone or in a list of two with "null"
)");
}

TEST_CASE("the service's name of a type is a text")
{
    CHECK(refusals({schema("thing", R"({
          "x-serviceType": "",
          "type": "object",
          "properties": {"a": {"type": "string", "x-serviceType": 1}}
        })")}) == R"(
thing.schema.json:# (line 2): "x-serviceType": is no name; write the service's name of the type as a string
thing.schema.json:#/properties/a (line 4): "x-serviceType": is no name; write the service's name of the type as a string
)");
}

TEST_CASE("what is long is shown by its beginning, which ends with a whole character")
{
    CHECK(
        refusals({schema("thing", R"({"type": "object", "properties": {"a": {"type": ")" + std::string(58, 'x') +
                                      R"(ö…"}}})")}) ==
        R"(
thing.schema.json:#/properties/a (line 1): "type": ")" +
            std::string(58, 'x') +
            R"(… is not one type, or one and null; write one of object, array, string, integer, number, boolean, alone or in a list of two with "null"
)");
}
