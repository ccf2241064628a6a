// What the generator makes of values that have to keep to more than their type says, what it says of their changes, and
// how it shows them.

#include "compare_types.hpp" // compare_types
#include "schema_texts.hpp"  // headers, refusals, schema
#include "type_source.hpp"   // load_types
#include "type_view.hpp"     // write_types

#include <doctest/doctest.h>

#include <sstream> // std::ostringstream

using namespace rollcall::codegen;
using namespace rollcall::codegen::test;

namespace {

schema_text thing(const std::string& value)
{
    return schema("thing", R"({"type": "object", "properties": {"a": )" + value + "}}");
}

/// The header of the type of a property `a` with that schema, from its namespace on.
std::string header_of(const std::string& value)
{
    const auto header = headers({thing(value)}).at("thing_a.hpp");
    return header.substr(header.find("namespace shop {"));
}

/// What its checks call, one in each line.
std::string calls_of(const std::string& value)
{
    const auto header = header_of(value);
    std::string result = "\n";
    const std::string_view indentation = "\n        ";
    for (auto at = header.find(indentation); at != std::string::npos; at = header.find(indentation, at + 1)) {
        const auto line = header.substr(at + indentation.size(), header.find('\n', at + 1) - at - indentation.size());
        if (!line.starts_with("[[maybe_unused]]"))
            result += line + '\n';
    }
    return result;
}

/// The C++ type that the checked one has inside.
std::string checked_type_of(const std::string& value)
{
    const auto header = header_of(value);
    const std::string begin = "using basic_thing_a = rollcall::checked<";
    const auto start = header.find(begin) + begin.size();
    return header.substr(start, header.find(", thing_a_checks>;") - start);
}

type_outlines types(const schema_text& one)
{
    const temporary_folder folder;
    write_schemas(folder.path(), {one});
    return load_types(folder.path().string());
}

std::string changes(const std::string& before, const std::string& after)
{
    std::string result = "\n";
    for (const auto& found : compare_types(types(thing(before)), types(thing(after))))
        result +=
            id_of(found) + ' ' + std::string{name_of(found.source)} + ' ' + std::string{name_of(found.wire)} + '\n';
    return result;
}

} // namespace

TEST_CASE("a value that its type does not say all of is checked beside")
{
    CHECK(header_of(R"({"description": "Two letters.", "type": "string", "pattern": "^[A-Z]{2}$", "maxLength": 2})") ==
          R"(namespace shop {

/// What the schema of thing_a demands.
struct thing_a_checks {
    static bool matches_1(std::string_view text)
    {
        static const rollcall::pattern pattern{"\\A[A-Z]{2}\\z"};
        return pattern.is_in(text);
    }

    // thing.schema.json#/properties/a
    static void check([[maybe_unused]] const rollcall::checks::value& value,
        [[maybe_unused]] rollcall::checks::findings& found)
    {
        if (value.is("null"))
            return;
        rollcall::checks::pattern(value, found, "^[A-Z]{2}$", &matches_1);
    }
};

/// Two letters.
///
/// Checked beside its type.
template <class Storage>
using basic_thing_a = rollcall::checked<typename Storage::string, thing_a_checks>;

using thing_a = basic_thing_a<rollcall::owning>;

namespace borrowed {
using thing_a = basic_thing_a<rollcall::borrowed>;
}

} // namespace shop
)");
}

TEST_CASE("a checked value has the type that it would have unchecked")
{
    CHECK(checked_type_of(R"({"type": ["string", "null"], "format": "date-time", "not": {"const": ""}})") ==
          "rollcall::date_time");
    CHECK(checked_type_of(R"({"type": "number", "multipleOf": 0.5})") == "double");
    CHECK(checked_type_of(R"({"type": "boolean", "const": true})") == "bool");
    CHECK(checked_type_of(R"({"type": "array", "items": {"type": "boolean"}, "uniqueItems": true})") ==
          "rollcall::array<Storage, bool>");
    CHECK(checked_type_of(R"({"type": "array", "items": {"$ref": "#"}, "uniqueItems": true})") ==
          "rollcall::array<Storage, shop::basic_thing<Storage>>");
}

TEST_CASE("the values that an integer can have say how large it is")
{
    CHECK(checked_type_of(R"({"type": "integer", "enum": [1, 5]})") == "std::int32_t");
    CHECK(checked_type_of(R"({"type": ["integer", "null"], "enum": [null, 5000000000]})") == "std::int64_t");
    CHECK(checked_type_of(R"({"type": "integer", "const": -5000000000})") == "std::int64_t");
    CHECK(checked_type_of(R"({"type": "integer", "minimum": -5000000000, "enum": [1]})") == "std::int64_t");
    CHECK(refusals({thing(R"({"type": "integer", "enum": [1.0]})")}).find("is an integer without a minimum") !=
          std::string::npos);
}

TEST_CASE("what the type says is not checked again, and null is judged where the schema's own type has it")
{
    CHECK(calls_of(R"({"type": ["integer", "null"], "minimum": 0, "maximum": 9, "multipleOf": 3})") ==
          "\nrollcall::checks::multiple_of(value, found, \"3\");\n");
    CHECK(calls_of(R"({"type": "array", "items": {"type": "boolean"}, "maxItems": 2, "uniqueItems": true})") ==
          "\nif (value.is(\"null\"))\n    return;\nrollcall::checks::unique_items(value, found);\n");
}

TEST_CASE("a type that says all has no checks")
{
    const auto all = headers({schema("thing", R"({"type": "object", "properties": {
        "a": {"type": "array", "items": {"type": "boolean"}, "uniqueItems": false},
        "b": {"$ref": "#/definitions/moment"},
        "c": {"type": "string", "then": {"maxLength": 2}, "else": {"maxLength": 3}}}, "definitions": {"moment": {"type": "string", "format": "date-time"}}})")});
    CHECK(all.size() == 3);
}

TEST_CASE("the items of an array that is checked are called otherwise than the array")
{
    const auto all =
        headers({thing(R"({"type": "array", "items": {"type": "string", "pattern": "a"}, "uniqueItems": true})")});
    CHECK(all.contains("thing_a.hpp"));
    CHECK(all.contains("thing_a_item.hpp"));
    CHECK(all.at("thing_a.hpp").find("#include <shop/thing_a_item.hpp>\n") != std::string::npos);
}

TEST_CASE("a checked array of objects names them, and includes them last, as they may contain it")
{
    const auto header = headers({thing(R"({"type": "array", "items": {"$ref": "#"}, "uniqueItems": true})")});
    CHECK(header.at("thing_a.hpp").find("template <class Storage>\nstruct basic_thing;\n") != std::string::npos);
    CHECK(header.at("thing_a.hpp").ends_with("#include <shop/thing.hpp>\n"));
}

TEST_CASE("a reference back to a value that is checked means all that its schema says")
{
    CHECK(calls_of(R"({"type": "string", "minLength": 2, "not": {"items": {"$ref": "#/properties/a"}}})") == R"(
if (value.is("null"))
    return;
rollcall::checks::none_of(value, found, &check_properties_a_not);
rollcall::checks::items(value, found, &check_properties_a_not_items);
check_properties_a(value, found);
rollcall::checks::type(value, found, {"string"});
rollcall::checks::minimum_length(value, found, 2);
rollcall::checks::none_of(value, found, &check_properties_a_not);
)");
}

TEST_CASE("what a value of any type has to have is checked by one call for each keyword")
{
    CHECK(calls_of(R"({"minLength": 0, "required": ["b"], "dependencies": {"b": {"maxProperties": 20}}})") == R"(
rollcall::checks::minimum_length(value, found, 0);
rollcall::checks::required(value, found, {"b"});
rollcall::checks::dependency(value, found, "b", &check_properties_a_dependencies_b);
rollcall::checks::maximum_properties(value, found, 20);
)");
    CHECK(calls_of(R"({"const": {"b": [1, null], "c": "d"}})") ==
          "\nrollcall::checks::enumeration(value, found, {\"{\\\"b\\\": [1, null], \\\"c\\\": \\\"d\\\"}\"});\n");
}

TEST_CASE("an array of anything may be null like other values")
{
    CHECK(calls_of(R"({"type": "array"})") == "\nrollcall::checks::type(value, found, {\"array\"});\n");
    CHECK(calls_of(R"({"type": ["array", "null"], "items": [{"type": "string"}]})")
              .starts_with("\nrollcall::checks::type(value, found, {\"array\", \"null\"});\n"));
}

TEST_CASE("a property that needs others has a check of its own, and what is said for people is none")
{
    CHECK(calls_of(R"({"anyOf": [{"description": "Whole.", "dependencies": {"b": ["c", "d"]}}]})") == R"(
rollcall::checks::any_of(value, found, {&check_properties_a_anyOf_0});
rollcall::checks::dependency(value, found, "b", &check_properties_a_anyOf_0_dependencies_b);
rollcall::checks::required(value, found, {"c", "d"});
)");
}

TEST_CASE("null or a value of any type that is described elsewhere is checked as a whole")
{
    const auto header = headers({schema("thing", R"({"type": "object", "properties": {
        "a": {"anyOf": [{"$ref": "#/definitions/number"}, {"type": "null"}]}},
        "definitions": {"number": {"enum": [1, "one"]}}})")})
                            .at("thing_a.hpp");
    CHECK(header.find("rollcall::checks::any_of(value, found, {&") != std::string::npos);
}

TEST_CASE("the line of a checked value whose name is long is broken")
{
    const std::string name(60, 'b');
    CHECK(headers({schema(name, R"({"type": "string", "pattern": "a"})")})
              .at(name + ".hpp")
              .find("using basic_" + name + " =\n    rollcall::checked<typename Storage::string,\n        " + name +
                    "_checks>;\n") != std::string::npos);
}

TEST_CASE("a pattern that stands twice is compiled once")
{
    CHECK(calls_of(R"({"items": {"pattern": "a"}, "pattern": "a"})") == R"(
static const rollcall::pattern pattern{"a"};
return pattern.is_in(text);
rollcall::checks::items(value, found, &check_properties_a_items);
rollcall::checks::pattern(value, found, "a", &matches_1);
rollcall::checks::pattern(value, found, "a", &matches_1);
)");
}

TEST_CASE("the checks of places whose names differ by signs alone have names of their own")
{
    CHECK(calls_of(R"({"properties": {"b-c": {"minLength": 1}, "b_c": {"minLength": 2}}})") == R"(
rollcall::checks::properties(value, found,
    {{"b-c", &check_properties_a_properties_b_c}, {"b_c", &check_properties_a_properties_b_c_2}},
    {},
    nullptr);
rollcall::checks::minimum_length(value, found, 1);
rollcall::checks::minimum_length(value, found, 2);
)");
}

TEST_CASE("a check that does not belong to the type is refused, and what an object has to keep to beside")
{
    CHECK(refusals({schema("thing", R"({
          "type": "object",
          "minProperties": 1,
          "properties": {
            "a": {"type": "string", "multipleOf": 2},
            "b": {"type": "boolean", "pattern": "a"},
            "c": {"type": "number", "uniqueItems": true},
            "d": {"type": "array", "items": {"type": "boolean"}, "additionalItems": false},
            "e": {"type": "string", "enum": ["x"], "not": {"const": "x"}},
            "f": {"type": "integer", "minimum": 0, "maximum": 9, "x-name": "g", "multipleOf": 0},
            "h": {"type": "string", "pattern": "\\p{Letter}"}
          }
        })")}) == R"(
thing.schema.json:# (line 3): "minProperties": is not in the dialect; take it out; what it demands can be said in the description
thing.schema.json:#/properties/a (line 5): "multipleOf": does not belong to a string; take it out, or correct the type
thing.schema.json:#/properties/b (line 6): "pattern": does not belong to a boolean; take it out, or correct the type
thing.schema.json:#/properties/c (line 7): "uniqueItems": does not belong to a number; take it out, or correct the type
thing.schema.json:#/properties/d (line 8): "additionalItems": is not in the dialect; take it out; what it demands can be said in the description
thing.schema.json:#/properties/e (line 9): "not": does not belong to an enumeration; take it out, or correct the type
thing.schema.json:#/properties/f (line 10): "multipleOf": 0 is no divisor; write a number above 0 with at most 9 digits
thing.schema.json:#/properties/h (line 11): "pattern": the pattern has \p, which the dialect does not have; write it another way, or take it out and say it in the description
)");
}

TEST_CASE("checks that come and go are changes, and so is what they demand")
{
    CHECK(changes(R"({"type": "string"})", R"({"type": "string", "pattern": "a"})") == R"(
type-added:thing_a safe safe
checks-added:thing.a:string-to-thing_a_(string) breaking breaking
)");
    CHECK(changes(R"({"type": "string", "pattern": "a"})", R"({"type": "string"})") == R"(
checks-removed:thing.a:thing_a_(string)-to-string breaking risky
type-removed:thing_a breaking breaking
)");
    CHECK(changes(R"({"type": "string", "pattern": "a"})", R"({"type": "string", "pattern": "b"})") == R"(
checks-changed:thing_a:check:_pattern("a",_&matches_1)-to-check:_pattern("b",_&matches_1) safe risky
)");
    CHECK(changes(R"({"type": "string", "pattern": "a"})", R"({"type": "string", "pattern": "a", "minLength": 2})") ==
          R"(
constraint-tightened:thing.a:no_minimum_length-to-minimum_length_2 safe breaking
)");
    CHECK(changes(R"({"type": "integer", "enum": [1]})", R"({"type": "number", "enum": [1]})") == R"(
property-type-widened:thing.a:thing_a_(int32)-to-thing_a_(number) risky risky
)");
    CHECK(changes(R"({"type": "array", "items": {"type": "string"}})",
                  R"({"type": "array", "items": {"type": "string", "pattern": "a"}})") == R"(
type-added:thing_a safe safe
checks-added:thing.a[]:string-to-thing_a_(string) breaking breaking
)");
    CHECK(changes(R"({"type": "string", "pattern": "a"})", R"({"pattern": "a"})") == R"(
property-type-changed:thing.a:thing_a_(string)-to-thing_a breaking breaking
)");
    const auto one_of_two = [](const std::string& name) {
        return types(schema("thing", R"({"type": "object", "properties": {"a": {"$ref": "#/definitions/)" + name +
                                         R"("}}, "definitions": {
            "even": {"type": "number", "multipleOf": 2}, "third": {"type": "number", "multipleOf": 3}}})"));
    };
    const auto found = compare_types(one_of_two("even"), one_of_two("third"));
    REQUIRE(found.size() == 1);
    CHECK(id_of(found.front()) == "property-type-changed:thing.a:even_(number)-to-third_(number)");
}

TEST_CASE("a checked value is shown with its type and its checks")
{
    const auto shown = [](view_format format) {
        std::ostringstream out;
        write_types(types(schema("thing", R"({"type": "object", "properties": {
            "a": {"type": ["string", "null"], "pattern": "b"},
            "c": {"type": "array", "items": {"type": "number", "multipleOf": 2}, "uniqueItems": true},
            "d": {"enum": [1, "one"]}}})")),
                    format, out);
        return '\n' + out.str();
    };
    CHECK(shown(view_format::table) == R"(
thing, open
  a  thing_a (string)                               null      optional
  c  thing_c (collection of thing_c_item (number))  not null  optional
  d  thing_d                                        checked   optional
thing_a, string or null
  check: pattern("b", &matches_1)
thing_c_item, number
  check: multiple_of("2")
thing_c, collection of thing_c_item (number)
  check: unique_items()
thing_d, any value
  check: enumeration({"1", "\"one\""})
)");
    CHECK(shown(view_format::mermaid) == R"(
classDiagram
  class type0["thing"] {
    a thing_a _string_ or null
    c thing_c _collection of thing_c_item _number__
    d thing_d
  }
  class type1["thing_a"] {
    <<value>>
  }
  class type2["thing_c_item"] {
    <<value>>
  }
  class type3["thing_c"] {
    <<value>>
  }
  class type4["thing_d"] {
    <<value>>
  }
  type0 ..> type1 : a
  type0 ..> type2 : c
  type0 ..> type3 : c
  type0 ..> type4 : d
)");
    CHECK(shown(view_format::json) == R"text(
{"types":[{"name":"thing","open":true,"key":[],"properties":[{"name":"a","required":false,"value":{"type":"string","nullable":true,"checks":"thing_a"}},{"name":"c","required":false,"value":{"type":"collection","nullable":false,"checks":"thing_c","items":{"type":"number","nullable":false,"checks":"thing_c_item"}}},{"name":"d","required":false,"value":{"type":"any value","checks":"thing_d"}}]},{"name":"thing_a","value":{"type":"string","nullable":true},"checks":["check: pattern(\"b\", &matches_1)"]},{"name":"thing_c_item","value":{"type":"number","nullable":false},"checks":["check: multiple_of(\"2\")"]},{"name":"thing_c","value":{"type":"collection","nullable":false,"items":{"type":"number","nullable":false,"checks":"thing_c_item"}},"checks":["check: unique_items()"]},{"name":"thing_d","value":{"type":"any value"},"checks":["check: enumeration({\"1\", \"\\\"one\\\"\"})"]}]}
)text");
}
