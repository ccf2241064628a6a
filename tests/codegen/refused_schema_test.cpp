// Files and keywords that are refused. An error text is part of what the program offers, so each is here in full.

#include "schema_texts.hpp"

#include <doctest/doctest.h>

using namespace rollcall::codegen::test;

TEST_CASE("a file that is not JSON is named with its line")
{
    CHECK(refusals({{"thing", R"({
  "type": "object",
}
)"}}) == R"(
thing.schema.json (line 3): is not JSON: syntax error; correct the text at this line
)");
}

TEST_CASE("an empty file is not JSON")
{
    CHECK(refusals({{"thing", R"()"}}) == R"(
thing.schema.json (line 1): is not JSON: incomplete JSON; correct the text at this line
)");
}

TEST_CASE("what follows the JSON value is refused")
{
    CHECK(refusals({{"thing", R"({}
{}
)"}}) == R"(
thing.schema.json (line 2): is not JSON: extra data; correct the text at this line
)");
}

TEST_CASE("a schema file that is no object is refused")
{
    CHECK(refusals({{"thing", R"([])"}}) == R"(
thing.schema.json:# (line 1): a schema file holds a JSON object; write the schema as an object
)");
}

TEST_CASE("nesting without end is refused, not followed")
{
    CHECK(refusals({{"thing", std::string(100'000, '[')}}) == R"(
thing.schema.json (line 1): nested deeper than 64 levels; move inner types to "definitions" and refer to them
)");
}

TEST_CASE("a property that stands twice in an object is named with both lines")
{
    CHECK(refusals({schema("thing", R"({"type": "object",
"title": "a",
"title": "b"})")}) == R"(
thing.schema.json:# (line 3): "title": this object has it already, in line 2; keep one of the two
)");
}

TEST_CASE("a file needs the draft and its own name in its head")
{
    CHECK(
        refusals(
            {{"thing", R"({"type": "object"})"},
             {"other",
              R"({"$schema": "http://json-schema.org/draft-04/schema#", "$id": "another.schema.json", "type": "object"})"}}) ==
        R"(
other.schema.json:# (line 1): "$schema": "http://json-schema.org/draft-04/schema#" is not draft-07, which the dialect builds on; write "http://json-schema.org/draft-07/schema#"
other.schema.json:# (line 1): "$id": "another.schema.json" is not the file's name; write "other.schema.json"
thing.schema.json:# (line 1): "$schema": is missing; write "http://json-schema.org/draft-07/schema#"
thing.schema.json:# (line 1): "$id": is missing; write "thing.schema.json"
)");
}

TEST_CASE("a file that says nothing is refused")
{
    CHECK(refusals({schema("thing", R"({})")}) == R"(
thing.schema.json:# (line 1): "type": is missing; say which type the value has; what may hold any value has no C++ type and is left undeclared in an open type
)");
}

TEST_CASE("a keyword that the dialect lacks is refused, whatever it would say")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {"a": {"type": "integer", "format": "int32", "contentEncoding": 5}}
        })")}) == R"(
thing.schema.json:#/properties/a (line 3): "contentEncoding": is not in the dialect; take it out; what it demands can be said in the description
)");
}

TEST_CASE("each keyword of draft-07 that the dialect lacks is refused")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "minProperties": 1,
          "maxProperties": 2,
          "propertyNames": {},
          "dependencies": {},
          "if": {},
          "then": {},
          "else": {},
          "not": {},
          "readOnly": true,
          "properties": {
            "a": {
              "type": "array",
              "items": {"type": "boolean"},
              "additionalItems": false
            }
          }
        })")}) == R"(
thing.schema.json:# (line 3): "minProperties": is not in the dialect; take it out; what it demands can be said in the description
thing.schema.json:# (line 4): "maxProperties": is not in the dialect; take it out; what it demands can be said in the description
thing.schema.json:# (line 5): "propertyNames": is not in the dialect; take it out; what it demands can be said in the description
thing.schema.json:# (line 6): "dependencies": is not in the dialect; take it out; what it demands can be said in the description
thing.schema.json:# (line 7): "if": does not belong to an object type; take it out, or correct the type
thing.schema.json:# (line 8): "then": does not belong to an object type; take it out, or correct the type
thing.schema.json:# (line 9): "else": does not belong to an object type; take it out, or correct the type
thing.schema.json:# (line 10): "not": does not belong to an object type; take it out, or correct the type
thing.schema.json:# (line 11): "readOnly": is not in the dialect; take it out; what it demands can be said in the description
thing.schema.json:#/properties/a (line 16): "additionalItems": is not in the dialect; take it out; what it demands can be said in the description
)");
}

TEST_CASE("an x- keyword that the dialect lacks is refused")
{
    CHECK(refusals({schema("thing", R"({"type": "object", "x-nmae": "other"})")}) == R"(
thing.schema.json:# (line 1): "x-nmae": is not in the dialect; the dialect's own keywords are x-serviceType, x-key, x-name, x-names and x-discriminator; correct the spelling or take it out
)");
}

TEST_CASE("keywords of other drafts and of OpenAPI are refused with their counterpart")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "id": "x",
          "$defs": {},
          "nullable": true,
          "discriminator": {}
        })")}) == R"(
thing.schema.json:# (line 3): "id": is not in the dialect; draft-07 calls it "$id"
thing.schema.json:# (line 4): "$defs": is not in the dialect; draft-07 calls it "definitions"
thing.schema.json:# (line 5): "nullable": is not in the dialect; write "type": ["…", "null"], or "anyOf" of the schema and {"type": "null"}
thing.schema.json:# (line 6): "discriminator": is not in the dialect; write "x-discriminator"
)");
}

TEST_CASE("a keyword that does not belong to the type is refused")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "minLength": 1,
          "properties": {
            "a": {"type": "integer", "format": "int32", "minLength": 1},
            "b": {"type": "string", "minimum": 1},
            "c": {"type": "boolean", "properties": {}},
            "d": {"type": "array", "items": {"type": "boolean"}, "maxLength": 1}
          }
        })")}) == R"(
thing.schema.json:# (line 3): "minLength": does not belong to an object type; take it out, or correct the type
thing.schema.json:#/properties/a (line 5): "minLength": does not belong to an integer; take it out, or correct the type
thing.schema.json:#/properties/b (line 6): "minimum": does not belong to a string; take it out, or correct the type
thing.schema.json:#/properties/c (line 7): "properties": does not belong to a boolean; take it out, or correct the type
thing.schema.json:#/properties/d (line 8): "maxLength": does not belong to an array; take it out, or correct the type
)");
}

TEST_CASE("an annotation of the wrong kind is refused")
{
    CHECK(refusals({schema("thing", R"({"type": "object", "description": 1, "examples": "none", "default": 1})")}) ==
          R"(
thing.schema.json:# (line 1): "description": is no string; write a text
thing.schema.json:# (line 1): "examples": is no array; write a list of examples
)");
}

TEST_CASE("$id and definitions belong to the root")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {"a": {"type": "object", "$id": "inner", "definitions": {}}}
        })")}) == R"(
thing.schema.json:#/properties/a (line 3): "$id": stands inside of a schema file; move it to the file's root, or take it out
thing.schema.json:#/properties/a (line 3): "definitions": stands inside of a schema file; move it to the file's root, or take it out
)");
}

TEST_CASE("definitions must be an object")
{
    CHECK(refusals({schema("thing", R"({"definitions": []})")}) == R"(
thing.schema.json:# (line 1): "definitions": is no object; write an object of name and schema
)");
}

TEST_CASE("a file of definitions has nothing beside them")
{
    CHECK(refusals({schema("thing", R"({
          "definitions": {"a": {"type": "boolean"}},
          "x-key": ["a"]
        })")}) == R"(
thing.schema.json:# (line 3): "x-key": does not belong to a file of definitions; take it out
)");
}

TEST_CASE("the errors of all files come in one run, by file and line")
{
    CHECK(refusals({schema("b", R"({"type": "object", "properties": {
"x": {"type": "wrong"},
"y": {"type": "void"}}})"),
                    schema("a", R"({"type": "nothing"})")}) == R"(
a.schema.json:# (line 1): "type": "nothing" is not one type, or one and null; write one of object, array, string, integer, number, boolean, alone or in a list of two with "null"
b.schema.json:#/properties/x (line 2): "type": "wrong" is not one type, or one and null; write one of object, array, string, integer, number, boolean, alone or in a list of two with "null"
b.schema.json:#/properties/y (line 3): "type": "void" is not one type, or one and null; write one of object, array, string, integer, number, boolean, alone or in a list of two with "null"
)");
}
