// Alternatives that are refused. An error text is part of what the program offers, so each is here in full.

#include "schema_texts.hpp"

#include <doctest/doctest.h>

using namespace rollcall::codegen::test;

namespace {

schema_text subtype(const std::string& name, const std::string& value)
{
    return schema(name, R"({"allOf": [{"$ref": "base.schema.json"}], "properties": {"kind": {"const": ")" + value +
                            R"("}}, "required": ["kind"]})");
}

const auto base = schema("base", R"({"type": "object", "properties": {"id": {"type": "string"}}})");
const auto sub = subtype("sub", "#sub");

// The parts of sound alternatives. Each test changes one of them.
const std::string to_sub = R"({"$ref": "sub.schema.json"})";
const std::string fallback =
    R"({"allOf": [{"$ref": "base.schema.json"}, {"properties": {"kind": {"type": "string", "not": {"enum": ["#sub"]}}}}]})";
const std::string discriminator =
    R"(, "x-discriminator": {"propertyName": "kind", "mapping": {"#sub": "sub.schema.json"}})";

schema_text thing(const std::string& branches, const std::string& beside = discriminator)
{
    return schema("thing", R"({"type": "object", "properties": {"a": {"oneOf": [)" + branches + "]" + beside + "}}}");
}

std::string changed(std::string text, const std::string& before, const std::string& after)
{
    return text.replace(text.find(before), before.size(), after);
}

} // namespace

TEST_CASE("alternatives with all their parts are not refused")
{
    CHECK(refusals({base, sub, thing(to_sub + ", " + fallback)}) == "\n");
}

TEST_CASE("alternatives need a discriminator")
{
    CHECK(refusals({base, sub, thing(to_sub + ", " + fallback, "")}) == R"(
thing.schema.json:#/properties/a (line 1): "oneOf": has no "x-discriminator", so nothing says which of the types a value is; add "x-discriminator" with propertyName and mapping; to allow null, use "anyOf"
)");
}

TEST_CASE("a discriminator is a property's name and a mapping")
{
    CHECK(refusals({base, sub, thing(to_sub + ", " + fallback, R"(, "x-discriminator": {"propertyName": "kind"})")}) ==
          R"(
thing.schema.json:#/properties/a (line 1): "x-discriminator": is not a property's name and a mapping of its values; write {"propertyName": "…", "mapping": {"value": "reference", …}}
)");
}

TEST_CASE("alternatives are a list")
{
    CHECK(refusals({schema("thing",
                           R"({"type": "object", "properties": {"a": {"oneOf": {})" + discriminator + "}}}")}) == R"(
thing.schema.json:#/properties/a (line 1): "oneOf": has less than two branches; list each subtype and the fallback to the base
)");
}

TEST_CASE("alternatives are at least two")
{
    CHECK(refusals({base, sub, thing(to_sub)}) == R"(
thing.schema.json:#/properties/a (line 1): "oneOf": has less than two branches; list each subtype and the fallback to the base
)");
}

TEST_CASE("null is no alternative")
{
    CHECK(refusals({base, sub, thing(to_sub + ", " + fallback + R"(, {"type": "null"})")}) == R"(
thing.schema.json:#/properties/a/oneOf/2 (line 1): "type": stands as null among the subtypes; write "anyOf" of the oneOf and {"type": "null"} instead
)");
}

TEST_CASE("an alternative is a reference or the fallback")
{
    CHECK(refusals({base, sub, thing(to_sub + ", " + fallback + R"(, {"type": "object"})")}) == R"(
thing.schema.json:#/properties/a/oneOf/2 (line 1): is neither a reference to a subtype nor the fallback to the base; write {"$ref": …}; move a type that is declared here to a file or to definitions
)");
}

TEST_CASE("an alternative is an object type")
{
    CHECK(refusals({base, sub, thing(R"({"$ref": "word.schema.json"}, )" + fallback),
                    schema("word", R"({"type": "string"})")}) == R"(
thing.schema.json:#/properties/a/oneOf/0 (line 1): "$ref": refers to what is no object type; a branch of oneOf must be an object type that is not nullable
)");
}

TEST_CASE("an alternative stands once")
{
    CHECK(refusals({base, sub, thing(to_sub + ", " + to_sub + ", " + fallback)}) == R"(
thing.schema.json:#/properties/a/oneOf/1 (line 1): "$ref": lists sub a second time; take it out
)");
}

TEST_CASE("alternatives need a fallback")
{
    CHECK(refusals({base, sub, thing(to_sub + R"(, {"$ref": "base.schema.json"})")}) == R"(
thing.schema.json:#/properties/a (line 1): "oneOf": has no fallback, so a subtype that is not listed would be lost; add {"allOf": [{"$ref": base}, {"properties": {"kind": {"type": "string", "not": {"enum": [every value of the mapping]}}}}]}
)");
}

TEST_CASE("alternatives have one fallback")
{
    CHECK(refusals({base, sub, thing(to_sub + ", " + fallback + ", " + fallback)}) == R"(
thing.schema.json:#/properties/a/oneOf/2 (line 1): "allOf": is a second fallback; keep one
)");
}

TEST_CASE("a fallback excludes exactly the values of the mapping")
{
    CHECK(refusals({base, sub, thing(to_sub + ", " + changed(fallback, R"("#sub")", R"("#sub", "#other")"))}) == R"(
thing.schema.json:#/properties/a/oneOf/1/allOf/1/properties/kind/not (line 1): "enum": does not list exactly the values of the mapping; list each key of x-discriminator's mapping once
)");
}

TEST_CASE("a fallback has one form")
{
    CHECK(refusals({base, sub, thing(to_sub + R"(, {"allOf": [{"$ref": "base.schema.json"}]})")}) == R"(
thing.schema.json:#/properties/a/oneOf/1 (line 1): "allOf": is not the fallback for a subtype that the schema does not know; write [{"$ref": base}, {"properties": {"kind": {"type": "string", "not": {"enum": [every value of the mapping]}}}}]
)");
}

TEST_CASE("a fallback looks at the discriminator")
{
    CHECK(refusals({base, sub, thing(to_sub + ", " + changed(fallback, "kind", "sort"))}) == R"(
thing.schema.json:#/properties/a/oneOf/1 (line 1): "allOf": is not the fallback for a subtype that the schema does not know; write [{"$ref": base}, {"properties": {"kind": {"type": "string", "not": {"enum": [every value of the mapping]}}}}]
)");
}

TEST_CASE("a fallback's discriminator is text")
{
    CHECK(refusals({base, sub, thing(to_sub + ", " + changed(fallback, R"("type": "string", )", ""))}) == R"(
thing.schema.json:#/properties/a/oneOf/1/allOf/1/properties/kind (line 1): "type": is not "string"; write "type": "string"
)");
}

TEST_CASE("a mapping leads to an alternative")
{
    CHECK(refusals({base, sub, thing(to_sub + ", " + fallback, changed(discriminator, "sub.schema", "base.schema"))}) ==
          R"(
thing.schema.json:#/properties/a/x-discriminator/mapping (line 1): "#sub": names a type that is no branch of the oneOf; add the branch
)");
}

TEST_CASE("a mapping that leads nowhere is refused")
{
    CHECK(refusals({base, sub,
                    thing(to_sub + ", " + fallback, changed(discriminator, "sub.schema", "missing.schema"))}) == R"(
thing.schema.json:#/properties/a/x-discriminator/mapping (line 1): "#sub": "missing.schema.json" refers to a file that is not there; name a *.schema.json file of the same folder
)");
}

TEST_CASE("a mapping names every alternative")
{
    CHECK(refusals({base, sub, subtype("second", "#second"),
                    thing(to_sub + R"(, {"$ref": "second.schema.json"}, )" + fallback)}) == R"(
thing.schema.json:#/properties/a (line 1): "x-discriminator": does not say which value names second; add it to the mapping, with the value that second has for "kind"
)");
}

TEST_CASE("a mapping names an alternative once")
{
    CHECK(refusals({base, sub,
                    thing(to_sub + ", " + changed(fallback, R"("#sub")", R"("#sub", "#too")"),
                          changed(discriminator, "}}", R"(, "#too": "sub.schema.json"}})"))}) == R"(
thing.schema.json:#/properties/a/x-discriminator/mapping (line 1): "#too": names a type that another value names already; keep one of the two
)");
}

TEST_CASE("an alternative has the discriminator as a constant")
{
    CHECK(refusals({base, schema("sub", R"({"allOf": [{"$ref": "base.schema.json"}]})"),
                    thing(to_sub + ", " + fallback)}) == R"(
thing.schema.json:#/properties/a/x-discriminator/mapping (line 1): "#sub": names sub, which does not declare "kind" with a "const"; add "kind": {"const": "#sub"} to its properties, and require it
)");
}

TEST_CASE("an alternative's constant is the value of the mapping")
{
    CHECK(refusals({base, subtype("sub", "#sup"), thing(to_sub + ", " + fallback)}) == R"(
thing.schema.json:#/properties/a/x-discriminator/mapping (line 1): "#sub": names sub, whose "kind" is "#sup"; make the two the same
)");
}

TEST_CASE("an alternative is derived from the fallback's type")
{
    CHECK(refusals(
              {base,
               schema("sub", R"({"type": "object", "properties": {"kind": {"const": "#sub"}}, "required": ["kind"]})"),
               thing(to_sub + ", " + fallback)}) == R"(
thing.schema.json:#/properties/a (line 1): "oneOf": sub is not derived from the fallback's type base; add "allOf": [{"$ref": …}] to sub, or correct the branch
)");
}

TEST_CASE("the fallback's type does not declare the discriminator")
{
    CHECK(refusals({schema("base", R"({"type": "object", "properties": {"kind": {"type": "string"}}})"), sub,
                    thing(to_sub + ", " + fallback)}) == R"(
sub.schema.json:# (line 1): "properties": names the type by "kind", which the base type base declares as a value; take it out of base
)");
}

TEST_CASE("keywords beside alternatives are refused")
{
    CHECK(refusals({base, sub, thing(to_sub + ", " + fallback, discriminator + R"(, "type": "object")")}) == R"(
thing.schema.json:#/properties/a (line 1): "type": does not belong to a schema with oneOf; take it out, or correct the type
)");
}

TEST_CASE("a reference that failed in a union is said once")
{
    CHECK(refusals({schema("base", R"({"allOf": [{"$ref": "missing.schema.json"}]})"), sub,
                    thing(to_sub + ", " + fallback)}) == R"(
base.schema.json:#/allOf/0 (line 1): "$ref": "missing.schema.json" refers to a file that is not there; name a *.schema.json file of the same folder
)");
    CHECK(refusals({schema("sub", R"({"allOf": [{"$ref": "missing.schema.json"}],
                                      "properties": {"kind": {"const": "#sub"}}, "required": ["kind"]})"),
                    base, thing(to_sub + ", " + fallback)}) == R"(
sub.schema.json:#/allOf/0 (line 1): "$ref": "missing.schema.json" refers to a file that is not there; name a *.schema.json file of the same folder
)");
}
