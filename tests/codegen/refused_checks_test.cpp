// What is refused of values that have no type of their own. An error text is part of what the program offers, so each
// is here in full.

#include "schema_texts.hpp"

#include <doctest/doctest.h>

using namespace rollcall::codegen::test;

TEST_CASE("a keyword that no value is checked by is refused, wherever it stands")
{
    CHECK(refusals({schema("thing", R"({
          "anyOf": [
            {"maximum": 3, "format": "email"},
            {"items": {"contentEncoding": "base64"}},
            {"not": {"$id": "other.schema.json", "nullable": true}}
          ]
        })")}) == R"(
thing.schema.json:#/anyOf/0 (line 3): "format": is not in the dialect; take it out; what it demands can be said in the description
thing.schema.json:#/anyOf/1/items (line 4): "contentEncoding": is not in the dialect; take it out; what it demands can be said in the description
thing.schema.json:#/anyOf/2/not (line 5): "$id": stands inside of a schema file; move it to the file's root, or take it out
thing.schema.json:#/anyOf/2/not (line 5): "nullable": is not in the dialect; write "type": ["…", "null"], or "anyOf" of the schema and {"type": "null"}
)");
}

TEST_CASE("a check needs a value of the right kind")
{
    CHECK(refusals({schema("thing", R"({
          "properties": {
            "a": {"minimum": "1", "multipleOf": 0},
            "b": {"multipleOf": 0.1234567891},
            "c": {"maxLength": -1, "minItems": 1.5},
            "d": {"pattern": 1},
            "e": {"uniqueItems": 1},
            "f": {"required": [1]},
            "g": {"anyOf": []},
            "h": {"enum": []},
            "i": {"dependencies": []},
            "j": {"not": 5},
            "k": {"type": ["string", "string"]},
            "l": {"properties": []}
          }
        })")}) == R"(
thing.schema.json:#/properties/a (line 3): "minimum": "1" is no number; write the limit itself, as draft-07 has it
thing.schema.json:#/properties/a (line 3): "multipleOf": 0 is no divisor; write a number above 0 with at most 9 digits
thing.schema.json:#/properties/b (line 4): "multipleOf": 0.1234567891 is no divisor; write a number above 0 with at most 9 digits
thing.schema.json:#/properties/c (line 5): "maxLength": -1 is no count; write a whole number, 0 or more
thing.schema.json:#/properties/c (line 5): "minItems": 1.5 is no count; write a whole number, 0 or more
thing.schema.json:#/properties/d (line 6): "pattern": is no string; write a regular expression
thing.schema.json:#/properties/e (line 7): "uniqueItems": is neither true nor false; write one of them
thing.schema.json:#/properties/f (line 8): "required": is no list of names; write a list of properties' names
thing.schema.json:#/properties/g (line 9): "anyOf": is no list of schemas; list one schema at least
thing.schema.json:#/properties/h (line 10): "enum": lists no member; write a list of values
thing.schema.json:#/properties/i (line 11): "dependencies": is no object; write an object of name and names, or name and schema
thing.schema.json:#/properties/j/not (line 12): a schema is a JSON object, true or false; write the schema as an object
thing.schema.json:#/properties/k (line 13): "type": ["string", "string"] is no type, and no list of types; write one or several of object, array, string, integer, number, boolean, null
thing.schema.json:#/properties/l (line 14): "properties": is no object; write an object of name and schema
)");
}

TEST_CASE("a reference of a check leads somewhere, and nothing stands beside it")
{
    CHECK(refusals({schema("thing", R"({
          "items": [
            {"$ref": "http://json-schema.org/draft-07/schema#"},
            {"$ref": "#/items/9"},
            {"$ref": "#/items/0", "maxItems": 2},
            {"$ref": 1},
            {"$ref": "#items"}
          ]
        })")}) == R"(
thing.schema.json:#/items/0 (line 3): "$ref": "http://json-schema.org/draft-07/schema#" refers to a file that is not there; name a *.schema.json file of the same folder
thing.schema.json:#/items/1 (line 4): "$ref": "#/items/9" refers to what is not there; correct the JSON Pointer
thing.schema.json:#/items/2 (line 5): "maxItems": stands beside "$ref", where draft-07 ignores it; move it to the schema referred to, or take it out
thing.schema.json:#/items/3 (line 6): "$ref": is no string; write the name of a schema file or "#/definitions/…"
thing.schema.json:#/items/4 (line 7): "$ref": "#items" refers to what is not there; correct the JSON Pointer
)");
}

TEST_CASE("a check that leads back to itself for the same value is refused once, and one for a part of it is not")
{
    CHECK(refusals({schema("thing", R"({
          "anyOf": [{"maximum": 3}, {"not": {"$ref": "#"}}]
        })"),
                    schema("tree", R"({"items": {"$ref": "#"}, "properties": {"a": {"$ref": "#"}}})")}) == R"(
thing.schema.json:# (line 1): leads back to itself for the same value, without an end; take out a reference, or let it stand for an item or a property
)");
}

TEST_CASE("a pattern that another engine would take otherwise is refused")
{
    CHECK(refusals({schema("thing", R"json({
          "patternProperties": {"[": true},
          "items": [
            {"pattern": "\\p{Letter}"},
            {"pattern": "(?<name>a)"},
            {"pattern": "a++"},
            {"pattern": "[b-a]"},
            {"pattern": "(a"}
          ]
        })json")}) == R"(
thing.schema.json:# (line 2): "patternProperties": the pattern has a [ that is not closed; write it another way, or take it out and say it in the description
thing.schema.json:#/items/0 (line 4): "pattern": the pattern has \p, which the dialect does not have; write it another way, or take it out and say it in the description
thing.schema.json:#/items/1 (line 5): "pattern": the pattern has a group that is none of (…), (?:…), (?=…) and (?!…); write it another way, or take it out and say it in the description
thing.schema.json:#/items/2 (line 6): "pattern": the pattern repeats what cannot be repeated; write it another way, or take it out and say it in the description
thing.schema.json:#/items/3 (line 7): "pattern": the pattern is no regular expression, as with a range from a later character to an earlier one; write it another way, or take it out and say it in the description
thing.schema.json:#/items/4 (line 8): "pattern": the pattern has a ( that is not closed; write it another way, or take it out and say it in the description
)");
}
