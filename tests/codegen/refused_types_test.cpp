// Object types and references that are refused. An error text is part of what the program offers, so each is here in
// full.

#include "schema_texts.hpp"

#include <doctest/doctest.h>

using namespace rollcall::codegen::test;

TEST_CASE("a reference that leads nowhere is refused")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {
            "a": {"$ref": "missing.schema.json"},
            "b": {"$ref": "#/definitions/missing"},
            "c": {"$ref": "thing.schema.json#/properties/a"},
            "d": {"$ref": ""},
            "e": {"$ref": 5},
            "f": {"$ref": "http://example.org/x.schema.json"}
          }
        })")}) == R"(
thing.schema.json:#/properties/a (line 4): "$ref": "missing.schema.json" refers to a file that is not there; name a *.schema.json file of the same folder
thing.schema.json:#/properties/b (line 5): "$ref": "#/definitions/missing" refers to a definition that thing.schema.json does not have; correct the name, or add the definition
thing.schema.json:#/properties/c (line 6): "$ref": "thing.schema.json#/properties/a" refers into the middle of a schema; refer to a file or to an entry of its definitions (#/definitions/…); move the schema there
thing.schema.json:#/properties/d (line 7): "$ref": "" refers to a file that is not there; name a *.schema.json file of the same folder
thing.schema.json:#/properties/e (line 8): "$ref": is no string; write the name of a schema file or "#/definitions/…"
thing.schema.json:#/properties/f (line 9): "$ref": "http://example.org/x.schema.json" refers to a file that is not there; name a *.schema.json file of the same folder
)");
}

TEST_CASE("a reference to a file that cannot be read is not an error of its own")
{
    CHECK(refusals({schema("thing", R"({"type": "object", "properties": {"a": {"$ref": "broken.schema.json"}}})"),
                    {"broken", R"({)"}}) == R"(
broken.schema.json (line 1): is not JSON: incomplete JSON; correct the text at this line
)");
}

TEST_CASE("a reference to a file of definitions must say which")
{
    CHECK(refusals({schema("thing", R"({"type": "object", "properties": {"a": {"$ref": "words.schema.json"}}})"),
                    schema("words", R"({"definitions": {"word": {"type": "string"}}})")}) == R"(
thing.schema.json:#/properties/a (line 1): "$ref": "words.schema.json" refers to a file that has nothing but definitions; refer to one of them: "words.schema.json#/definitions/…"
)");
}

TEST_CASE("what stands beside a reference is refused, since draft-07 ignores it")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {
            "a": {"$ref": "#/definitions/word", "maxLength": 5, "description": "kept", "x-name": "b"}
          },
          "definitions": {"word": {"type": "string"}}
        })")}) == R"(
thing.schema.json:#/properties/a (line 4): "maxLength": stands beside "$ref", where draft-07 ignores it; move it to the schema referred to, or take it out
)");
}

TEST_CASE("a file that is only a reference is refused")
{
    CHECK(refusals({schema("thing", R"({"$ref": "other.schema.json"})"), schema("other", R"({"type": "object"})")}) ==
          R"(
thing.schema.json:# (line 1): "$ref": makes the file a mere other name, and draft-07 ignores what stands beside it; refer to that schema where this one is used, or derive from it with "allOf"
)");
}

TEST_CASE("references that lead in a circle are refused")
{
    CHECK(refusals({schema("thing", R"({
          "definitions": {
            "a": {"$ref": "#/definitions/b"},
            "b": {"$ref": "#/definitions/a"},
            "c": {"$ref": "#/definitions/c"},
            "d": {"type": "array", "items": {"$ref": "#/definitions/d"}}
          }
        })")}) == R"(
thing.schema.json:#/definitions/b (line 4): "$ref": "#/definitions/a" leads back to where it stands, with no object type on the way; let it refer to a type, or declare an object type in between
thing.schema.json:#/definitions/c (line 5): "$ref": "#/definitions/c" leads back to where it stands, with no object type on the way; let it refer to a type, or declare an object type in between
thing.schema.json:#/definitions/d/items (line 6): "$ref": "#/definitions/d" leads back to where it stands, with no object type on the way; let it refer to a type, or declare an object type in between
)");
}

TEST_CASE("openness is true or false")
{
    CHECK(refusals({schema("thing", R"({"type": "object", "additionalProperties": {"type": "string"}})")}) == R"(
thing.schema.json:# (line 1): "additionalProperties": is neither true nor false; write true for an open type or false for a closed one; a map with values of one type has no place in the dialect
)");
}

TEST_CASE("a closed type must let annotations pass")
{
    CHECK(refusals({schema("thing", R"({"type": "object", "additionalProperties": false})")}) == R"(
thing.schema.json:# (line 1): "additionalProperties": closes the type to annotations, which any object may have; add "patternProperties": {"@": {}}
)");
}

TEST_CASE("other patterns of properties are refused")
{
    CHECK(refusals({schema("thing", R"({"type": "object", "patternProperties": {"^x": {}}})"), schema("other", R"({
          "type": "object",
          "patternProperties": {"@": {"type": "string"}},
          "additionalProperties": false
        })")}) == R"(
other.schema.json:# (line 3): "patternProperties": is not {"@": {}}; write just that, or take it out
thing.schema.json:# (line 1): "patternProperties": is not {"@": {}}; write just that, or take it out
)");
}

TEST_CASE("properties must be an object")
{
    CHECK(refusals({schema("thing", R"({"type": "object", "properties": []})")}) == R"(
thing.schema.json:# (line 1): "properties": is no object; write an object of name and schema
)");
}

TEST_CASE("required and x-key name declared properties, each once")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {"a": {"type": "boolean"}},
          "required": ["a", "a", "b"],
          "x-key": ["c"]
        })"),
                    schema("other", R"({"type": "object", "required": "a", "x-key": []})")}) == R"(
other.schema.json:# (line 1): "required": is no list of names; write a list of properties' names
other.schema.json:# (line 1): "x-key": names no property; list the key's properties, or take it out
thing.schema.json:# (line 4): "required": lists "a" twice; list it once
thing.schema.json:# (line 4): "required": names "b", which the type does not declare; correct the name, or declare the property
thing.schema.json:# (line 5): "x-key": names "c", which the type does not declare; correct the name, or declare the property
)");
}

TEST_CASE("a base type is one reference to an object type")
{
    CHECK(refusals({schema("thing", R"({"type": "object", "allOf": [{"type": "object"}]})"), schema("two", R"({
          "allOf": [{"$ref": "thing.schema.json"}, {"$ref": "thing.schema.json"}]
        })"),
                    schema("three", R"({"allOf": [{"$ref": "word.schema.json"}]})"),
                    schema("word", R"({"type": "string"})"),
                    schema("four", R"({"allOf": [{"$ref": "maybe.schema.json"}]})"),
                    schema("maybe", R"({"type": ["object", "null"]})")}) == R"(
four.schema.json:#/allOf/0 (line 1): "$ref": refers to what is no object type, or may be null; a base type must be an object type that is not nullable
thing.schema.json:# (line 1): "allOf": is not a reference to one base type; write [{"$ref": "base.schema.json"}] and put the type's own properties beside it
three.schema.json:#/allOf/0 (line 1): "$ref": refers to what is no object type; a base type must be an object type that is not nullable
two.schema.json:# (line 2): "allOf": is not a reference to one base type; write [{"$ref": "base.schema.json"}] and put the type's own properties beside it
)");
}

TEST_CASE("what is wrong with a base type is said once")
{
    CHECK(refusals({schema("derived", R"({
          "allOf": [{"$ref": "missing.schema.json"}],
          "properties": {"a": {}},
          "required": ["b"],
          "additionalProperties": false,
          "patternProperties": {"@": {}}
        })")}) == R"(
derived.schema.json:#/allOf/0 (line 2): "$ref": "missing.schema.json" refers to a file that is not there; name a *.schema.json file of the same folder
)");
}

TEST_CASE("a type cannot be its own base")
{
    CHECK(refusals({schema("a", R"({"allOf": [{"$ref": "b.schema.json"}]})"),
                    schema("b", R"({"allOf": [{"$ref": "a.schema.json"}]})"),
                    schema("c", R"({"allOf": [{"$ref": "#"}]})")}) == R"(
a.schema.json:# (line 1): "allOf": makes the type its own base: a → b → a; take out one of these bases
c.schema.json:# (line 1): "allOf": makes the type its own base: c → c; take out one of these bases
)");
}

TEST_CASE("a closed base would refuse what a derived type adds")
{
    CHECK(refusals({schema("base", R"({
          "type": "object",
          "additionalProperties": false,
          "patternProperties": {"@": {}}
        })"),
                    schema("derived", R"({"allOf": [{"$ref": "base.schema.json"}]})")}) == R"(
derived.schema.json:# (line 1): "allOf": derives from base, a closed type, which refuses what this one adds; open base: take out its "additionalProperties": false
)");
}

TEST_CASE("a closed derived type lists what it inherits")
{
    CHECK(refusals(
              {schema("base", R"({"type": "object", "properties": {"id": {"type": "string"}}})"), schema("derived", R"({
          "allOf": [{"$ref": "base.schema.json"}],
          "additionalProperties": false,
          "patternProperties": {"@": {}}
        })")}) == R"(
derived.schema.json:# (line 3): "additionalProperties": refuses inherited properties, which draft-07 does not count as declared here; add to "properties": "id": {}
)");
}

TEST_CASE("a derived type cannot declare an inherited property again")
{
    CHECK(refusals(
              {schema("base", R"({"type": "object", "properties": {"id": {"type": "string"}}})"), schema("derived", R"({
          "allOf": [{"$ref": "base.schema.json"}],
          "properties": {"id": {"type": "boolean"}}
        })")}) == R"(
derived.schema.json:#/properties/id (line 3): the base type base declares this property already; write {} here, or leave it out
)");
}

TEST_CASE("a type that a constant names can be no base")
{
    CHECK(refusals({schema("base", R"({
          "type": "object",
          "properties": {"kind": {"const": "#base"}},
          "required": ["kind"]
        })"),
                    schema("derived", R"({"allOf": [{"$ref": "base.schema.json"}]})")}) == R"(
derived.schema.json:# (line 1): "allOf": derives from base, whose "kind" must be "#base"; derive both from a common base without that property
)");
}

TEST_CASE("the constant that names a type must be required, be text, and be the only one")
{
    CHECK(refusals({schema("a", R"({"type": "object", "properties": {"kind": {"const": "#a"}}})"), schema("b", R"({
          "type": "object",
          "properties": {"kind": {"const": ""}},
          "required": ["kind"]
        })"),
                    schema("c", R"({
          "type": "object",
          "properties": {"kind": {"const": "#c"}, "sort": {"const": "#c"}},
          "required": ["kind", "sort"]
        })"),
                    schema("d", R"({
          "type": "object",
          "properties": {"kind": {"const": "#d", "type": "integer"}},
          "required": ["kind"]
        })"),
                    schema("e", R"({
          "type": "object",
          "properties": {"kind": {"const": "#e", "x-name": "k"}},
          "required": ["kind"]
        })")}) == R"(
a.schema.json:#/properties/kind (line 1): "const": names the type, but the property may be missing; add "kind" to "required"
b.schema.json:#/properties/kind (line 3): "const": is no text; write the name by which payloads call the type
c.schema.json:#/properties/sort (line 3): "const": is a second one; "kind" names the type already; keep one property with a constant value
d.schema.json:#/properties/kind (line 3): "type": is not "string"; write "string", or take it out
e.schema.json:#/properties/kind (line 3): "x-name": does not belong to the property that names an object's type; take it out
)");
}

TEST_CASE("the constant cannot be a property that the base declares")
{
    CHECK(refusals({schema("base", R"({"type": "object", "properties": {"kind": {"type": "string"}}})"),
                    schema("derived", R"({
          "allOf": [{"$ref": "base.schema.json"}],
          "properties": {"kind": {"const": "#d"}},
          "required": ["kind"]
        })")}) == R"(
derived.schema.json:# (line 3): "properties": names the type by "kind", which the base type base declares as a value; take it out of base
)");
}

TEST_CASE("a value that needs another of its type without end is refused")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {"next": {"$ref": "#"}},
          "required": ["next"]
        })")}) == R"(
thing.schema.json:#/properties/next (line 3): no value is finite, since each needs another: thing.next → thing; make one of these properties nullable, optional or an array
)");
}

TEST_CASE("values that need each other without end are refused once, with the way round")
{
    CHECK(refusals({schema("a", R"({
          "type": "object",
          "properties": {"toB": {"$ref": "b.schema.json"}},
          "required": ["toB"]
        })"),
                    schema("b", R"({
          "type": "object",
          "properties": {"many": {"type": "array", "items": {"$ref": "c.schema.json"}, "minItems": 1}},
          "required": ["many"]
        })"),
                    schema("c", R"({
          "type": "object",
          "properties": {"toA": {"$ref": "a.schema.json"}},
          "required": ["toA"]
        })"),
                    schema("d", R"({
          "type": "object",
          "properties": {"toA": {"$ref": "a.schema.json"}},
          "required": ["toA"]
        })")}) == R"(
a.schema.json:#/properties/toB (line 3): no value is finite, since each needs another: a.toB → b.many → c.toA → a; make one of these properties nullable, optional or an array
)");
}

TEST_CASE("a choice of types of which none has a finite value is refused")
{
    CHECK(refusals({schema("base", R"({
          "type": "object",
          "properties": {"next": {"$ref": "thing.schema.json#/definitions/any"}},
          "required": ["next"]
        })"),
                    schema("sub", R"({
          "allOf": [{"$ref": "base.schema.json"}],
          "properties": {"kind": {"const": "#sub"}},
          "required": ["kind"]
        })"),
                    schema("thing", R"({
          "definitions": {
            "any": {
              "oneOf": [
                {"$ref": "sub.schema.json"},
                {
                  "allOf": [
                    {"$ref": "base.schema.json"},
                    {"properties": {"kind": {"type": "string", "not": {"enum": ["#sub"]}}}}
                  ]
                }
              ],
              "x-discriminator": {"propertyName": "kind", "mapping": {"#sub": "sub.schema.json"}}
            }
          }
        })")}) == R"(
base.schema.json:#/properties/next (line 3): no value is finite, since each needs another: base.next → base; make one of these properties nullable, optional or an array
)");
}
