// Names that are refused. An error text is part of what the program offers, so each is here in full.

#include "schema_texts.hpp"

#include <doctest/doctest.h>

using namespace rollcall::codegen::test;

TEST_CASE("a property that C++ cannot spell needs a name")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {
            "class": {"type": "boolean"},
            "@odata.etag": {"type": "string"},
            "_Reserved": {"type": "boolean"},
            "a__b": {"type": "boolean"},
            "1st": {"type": "boolean"},
            "": {"type": "boolean"},
            "straße": {"type": "boolean"},
            "errno": {"type": "boolean"}
          }
        })")}) == R"(
thing.schema.json:#/properties/class (line 4): "class" is a C++ keyword; give the member a C++ name with "x-name"
thing.schema.json:#/properties/@odata.etag (line 5): "@odata.etag" is no C++ name; give the member a C++ name with "x-name"
thing.schema.json:#/properties/_Reserved (line 6): "_Reserved" is a name that C++ reserves for its implementation; give the member a C++ name with "x-name"
thing.schema.json:#/properties/a__b (line 7): "a__b" is a name that C++ reserves for its implementation; give the member a C++ name with "x-name"
thing.schema.json:#/properties/1st (line 8): "1st" is no C++ name; give the member a C++ name with "x-name"
thing.schema.json:#/properties/ (line 9): "" is no C++ name; give the member a C++ name with "x-name"
thing.schema.json:#/properties/straße (line 10): "straße" is no C++ name; give the member a C++ name with "x-name"
thing.schema.json:#/properties/errno (line 11): "errno" is a macro's name; give the member a C++ name with "x-name"
)");
}

TEST_CASE("a property's own C++ name must be one")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {"a": {"type": "boolean", "x-name": "not"}}
        })")}) == R"(
thing.schema.json:#/properties/a (line 3): "x-name": "not" is a C++ keyword; give the member a C++ name with "x-name"
)");
}

TEST_CASE("a C++ name is a string")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {"class": {"type": "boolean", "x-name": 1}}
        })")}) == R"(
thing.schema.json:#/properties/class (line 3): "x-name": is no string; write a C++ name
)");
}

TEST_CASE("two properties cannot have one name in C++")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {"a": {"type": "boolean"}, "b": {"type": "boolean", "x-name": "a"}}
        })")}) == R"(
thing.schema.json:#/properties/b (line 3): "x-name": the member's name "a" is taken by the property "a"; give the member another C++ name with "x-name"
)");
}

TEST_CASE("a member cannot have a name that generated code needs itself")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {
            "additionalProperties": {"type": "boolean"},
            "basic_thing": {"type": "boolean"},
            "std": {"type": "boolean"},
            "Storage": {"type": "boolean"},
            "rollcall": {"type": "boolean"}
          }
        })")}) == R"(
thing.schema.json:#/properties/additionalProperties (line 4): "additionalProperties" is a name that generated code needs itself; give the member another C++ name with "x-name"
thing.schema.json:#/properties/basic_thing (line 5): "basic_thing" is a name that generated code needs itself; give the member another C++ name with "x-name"
thing.schema.json:#/properties/std (line 6): "std" is a name that generated code needs itself; give the member another C++ name with "x-name"
thing.schema.json:#/properties/Storage (line 7): "Storage" is a name that generated code needs itself; give the member another C++ name with "x-name"
thing.schema.json:#/properties/rollcall (line 8): "rollcall" is a name that generated code needs itself; give the member another C++ name with "x-name"
)");
}

TEST_CASE("a member cannot hide an inherited one")
{
    CHECK(refusals({schema("thing", R"({"type": "object", "properties": {"a": {"type": "boolean"}}})"),
                    schema("derived", R"({
          "allOf": [{"$ref": "thing.schema.json"}],
          "properties": {"b": {"type": "boolean", "x-name": "a"}}
        })")}) == R"(
derived.schema.json:#/properties/b (line 3): "x-name": the member's name "a" is taken by the property "a"; give the member another C++ name with "x-name"
)");
}

TEST_CASE("a type's name must be one in C++")
{
    CHECK(refusals({schema("new", R"({"type": "object"})"), schema("a-b", R"({"type": "object"})"),
                    schema("std", R"({"type": "object"})"),
                    schema("x", R"({"definitions": {"y z": {"type": "object"}}})")}) == R"(
a-b.schema.json:# (line 1): "a-b" is no C++ name; give the type another C++ name with "x-name", or move it to definitions under another name
new.schema.json:# (line 1): "new" is a C++ keyword; give the type another C++ name with "x-name", or move it to definitions under another name
std.schema.json:# (line 1): "std" is a name that generated code needs itself; give the type another C++ name with "x-name", or move it to definitions under another name
x.schema.json:#/definitions/y z (line 1): "y z" is no C++ name; give the type another C++ name with "x-name", or move it to definitions under another name
)");
}

TEST_CASE("a type cannot be called like a header that is always there")
{
    CHECK(refusals({schema("all", R"({"type": "object"})"),
                    schema("schema_files", R"({"type": "string", "enum": ["a"]})")}) == R"(
all.schema.json:# (line 1): all.hpp is a header of its own; give the type another C++ name with "x-name", or move it to definitions under another name
schema_files.schema.json:# (line 1): schema_files.hpp is a header of its own; give the type another C++ name with "x-name", or move it to definitions under another name
)");
}

TEST_CASE("two types cannot have one name")
{
    CHECK(refusals({schema("thing", R"({"type": "object"})"),
                    schema("other", R"({"definitions": {"thing": {"type": "string", "enum": ["a"]}}})")}) == R"(
other.schema.json:#/definitions/thing (line 1): the type is called "thing" in C++, and thing.schema.json# is called so, too; give the type another C++ name with "x-name", or move it to definitions under another name
)");
}

TEST_CASE("two types cannot have names that differ in case only, since their headers would be one file somewhere")
{
    CHECK(refusals({schema("thing", R"({"type": "object"})"), schema("Thing", R"({"type": "object"})")}) == R"(
thing.schema.json:# (line 1): the type is called "thing" in C++, and Thing.schema.json# is called "Thing", which some file systems take for the same; give the type another C++ name with "x-name", or move it to definitions under another name
)");
}

TEST_CASE("a type cannot be called like another one's template")
{
    CHECK(refusals({schema("thing", R"({"type": "object"})"), schema("basic_thing", R"({"type": "object"})")}) == R"(
thing.schema.json:# (line 1): the type is called "basic_thing" in C++, and basic_thing.schema.json# is called so, too; give the type another C++ name with "x-name", or move it to definitions under another name
)");
}

TEST_CASE("a type declared in a property clashes like any other")
{
    CHECK(refusals({schema("thing", R"({"type": "object", "properties": {"part": {"type": "object"}}})"),
                    schema("thing_part", R"({"type": "object"})")}) == R"(
thing.schema.json:#/properties/part (line 1): the type is called "thing_part" in C++, and thing_part.schema.json# is called so, too; give the type another C++ name with "x-name", or move it to definitions under another name
)");
}

TEST_CASE("a member of an enumeration that C++ cannot spell needs a name")
{
    CHECK(refusals({schema("thing", R"({"type": "string", "enum": ["in progress", "new", "linux", "ok"]})")}) == R"(
thing.schema.json:# (line 1): "enum": "in progress" is no C++ name; give the member a C++ name: "x-names": {"in progress": "…"}
thing.schema.json:# (line 1): "enum": "new" is a C++ keyword; give the member a C++ name: "x-names": {"new": "…"}
thing.schema.json:# (line 1): "enum": "linux" is a macro's name; give the member a C++ name: "x-names": {"linux": "…"}
)");
}

TEST_CASE("two members of an enumeration cannot have one name in C++")
{
    CHECK(refusals({schema("thing", R"({"type": "string", "enum": ["a", "b"], "x-names": {"b": "a"}})")}) == R"(
thing.schema.json:# (line 1): "x-names": two members are called "a" in C++; give the member a C++ name: "x-names": {"b": "…"}
)");
}

TEST_CASE("names for members that are not there are refused")
{
    CHECK(refusals({schema("thing", R"({"type": "string", "enum": ["a"], "x-names": {"b": "c", "a": 1}})")}) == R"(
thing.schema.json:#/x-names (line 1): "b": is no value of the enumeration; correct or remove it
thing.schema.json:#/x-names (line 1): "a": is no string; write a C++ name
)");
}

TEST_CASE("names for members are an object")
{
    CHECK(refusals({schema("thing", R"({"type": "string", "enum": ["a"], "x-names": ["a"]})")}) == R"(
thing.schema.json:# (line 1): "x-names": is no object; write {"value": "C++ name", …}
)");
}

TEST_CASE("a name where there is nothing to name is refused")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "properties": {"a": {"type": "array", "items": {"type": "boolean", "x-name": "b"}}},
          "definitions": {"c": {"type": "boolean", "x-name": "d"}}
        })")}) == R"(
thing.schema.json:#/properties/a/items (line 3): "x-name": names nothing: a boolean here is neither a member nor a type; take it out
thing.schema.json:#/definitions/c (line 4): "x-name": names nothing: a boolean here is neither a member nor a type; take it out
)");
}
