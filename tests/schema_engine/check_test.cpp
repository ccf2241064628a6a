#include <rollcall/schema_engine.hpp>

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include <array>       // std::array
#include <span>        // std::span
#include <string>      // std::string
#include <string_view> // std::string_view
#include <thread>      // std::thread
#include <vector>      // std::vector

using rollcall::diagnostic;
using rollcall::schema_engine;
using rollcall::schema_file;

namespace {

/// What a single schema says against a value: "rule pointer" for each finding.
std::vector<std::string> findings(std::string_view schema, std::string_view value)
{
    const schema_file file{"it.schema.json", schema};
    const schema_engine engine{std::span{&file, 1}};
    std::vector<std::string> result;
    for (const diagnostic& finding : engine.check(boost::json::parse(value), "it.schema.json"))
        result.push_back(finding.rule + " " + finding.pointer);
    return result;
}

diagnostic only_finding(std::string_view schema, std::string_view value)
{
    const schema_file file{"it.schema.json", schema};
    const std::vector<diagnostic> found =
        schema_engine{std::span{&file, 1}}.check(boost::json::parse(value), "it.schema.json");
    REQUIRE(found.size() == 1);
    return found.front();
}

using list = std::vector<std::string>;

} // namespace

TEST_CASE("a value has the type that the schema says, and its text tells what was expected and found")
{
    const diagnostic wrong =
        only_finding(R"({"properties": {"name": {"type": ["string", "null"]}}})", R"({"name": 12})");
    CHECK(wrong.rule == "type");
    CHECK(wrong.severity == rollcall::severity::error);
    CHECK(wrong.pointer == "/name");
    CHECK(wrong.position == rollcall::text_position{});
    CHECK(wrong.message == "name must be a string or null");
    CHECK(wrong.expected == "a string or null");
    CHECK(wrong.found == "12");
    CHECK(only_finding(R"({"items": {"type": "integer"}})", R"([1, {"a": [1]}])").found == "an object");
    CHECK(only_finding(R"({"items": {"type": "integer"}})", R"([1, {"a": [1]}])").message ==
          "item 2 of the array must be a whole number without fraction and exponent");
    CHECK(only_finding(R"({"type": "object"})", "[]").message == "the payload must be an object");
}

TEST_CASE("null where it is not allowed is null-not-allowed, whatever else is expected")
{
    CHECK(findings(R"({"type": "string"})", "null") == list{"null-not-allowed "});
    CHECK(findings(R"({"enum": ["a"]})", "null") == list{"null-not-allowed "});
    CHECK(findings(R"({"const": 1})", "null") == list{"null-not-allowed "});
    CHECK(findings(R"({"enum": ["a", null]})", "null").empty());
    CHECK(findings(R"({"anyOf": [{"type": "string"}, {"type": "null"}]})", "null").empty());
}

TEST_CASE("a whole number beyond the schema's 32 bits is int32-range, beyond other bounds schema-constraint")
{
    constexpr std::string_view int32 = R"({"type": "integer", "minimum": -2147483648, "maximum": 2147483647})";
    CHECK(findings(int32, "2147483647").empty());
    CHECK(findings(int32, "2147483648") == list{"int32-range "});
    CHECK(findings(int32, "-2147483649") == list{"int32-range "});
    CHECK(findings(int32, "9223372036854775808") == list{"int32-range "});
    CHECK(findings(int32, "1.0") == list{"type "});
    CHECK(findings(int32, "1e3") == list{"type "});
    CHECK(findings(R"({"type": "integer", "format": "int32"})", "2147483648") == list{"int32-range "});
    CHECK(findings(R"({"type": "integer", "format": "int64"})", "2147483648").empty());
    constexpr std::string_view percent = R"({"type": "integer", "minimum": 0, "exclusiveMaximum": 101})";
    CHECK(findings(percent, "101") == list{"schema-constraint "});
    CHECK(findings(percent, "3000000000") == list{"int32-range "});
    CHECK(findings(R"({"type": "integer"})", "9223372036854775808") == list{"schema-constraint "});
    CHECK(only_finding(R"({"type": "integer"})", "9223372036854775808").message == "the payload is out of range");
    CHECK(only_finding(percent, "101").expected == "exclusiveMaximum 101");
}

TEST_CASE("numbers beyond 63 bits are numbers")
{
    CHECK(findings(R"({"type": "number"})", "18446744073709551615").empty());
    CHECK(findings(R"({"type": "number", "maximum": 100})", "18446744073709551615") == list{"schema-constraint "});
    CHECK(findings(R"({"maximum": 18446744073709551615})", "18446744073709551615").empty());
}

TEST_CASE("a zero character does not end a string")
{
    CHECK(findings(R"({"enum": ["a"]})", R"("a\u0000")") == list{"unknown-enum-value "});
    CHECK(findings(R"({"const": "a"})", R"("a\u0000b")") == list{"schema-constraint "});
    CHECK(findings(R"({"type": "string", "maxLength": 2})", R"("a\u0000b")") == list{"schema-constraint "});
    CHECK(findings(R"({"type": "string", "format": "date"})", R"("2022-06-29\u0000")") == list{"schema-constraint "});
}

TEST_CASE("every unknown property and every missing one is a finding of its own")
{
    constexpr std::string_view closed =
        R"({"properties": {"a": {}}, "required": ["a", "b"], "patternProperties": {"@": {}}, "additionalProperties": false})";
    CHECK(findings(closed, R"({"x": null, "y": {"z": 1}, "x@y": 1})") ==
          list{"missing-property ", "missing-property ", "unknown-property /x", "unknown-property /y"});
    const diagnostic unknown = only_finding(R"({"additionalProperties": false})", R"({"a][b": 1})");
    CHECK(unknown.severity == rollcall::severity::warning);
    CHECK(unknown.pointer == "/a][b");
    CHECK(unknown.message == "the property \"a][b\" is not declared for this type");
    CHECK(only_finding(R"({"required": ["b"]})", "{}").message == "the property \"b\" is missing");
}

TEST_CASE("a property of which only the case is wrong is unknown, and not missing as well")
{
    constexpr std::string_view schema =
        R"({"properties": {"value": {}}, "required": ["value"], "additionalProperties": false})";
    CHECK(only_finding(schema, R"({"Value": []})").message ==
          "the property \"Value\" is not declared for this type; did you mean \"value\"?");
    CHECK(findings(schema, R"({"values": []})") == list{"missing-property ", "unknown-property /values"});
}

TEST_CASE("what a pattern's properties must be is judged for each of them")
{
    constexpr std::string_view schema =
        R"({"patternProperties": {"^n": {"type": "number"}}, "additionalProperties": false})";
    CHECK(findings(schema, R"({"n1": "x", "n2": 2, "n3": "x", "m": 1})") ==
          list{"type /n1", "type /n3", "unknown-property /m"});
}

TEST_CASE("a defect inside does not hide one of the object around it, and the object is not blamed for what is inside")
{
    constexpr std::string_view schema =
        R"({"properties": {"a": {"properties": {"b": {"type": "string"}}, "required": ["c"]}}, "minProperties": 2})";
    CHECK(findings(schema, R"({"a": {"b": 1}})") == list{"schema-constraint ", "missing-property /a", "type /a/b"});
    CHECK(findings(schema, R"({"a": {"b": 1, "c": 1}, "d": 1})") == list{"type /a/b"});
}

TEST_CASE("a value that is wrong in two ways is one finding")
{
    CHECK(findings(R"({"type": "string", "minLength": 3, "format": "uuid"})", R"("x")") == list{"schema-constraint "});
    CHECK(findings(R"({"type": "string", "enum": ["a"]})", "5") == list{"type "});
    CHECK(findings(R"({"allOf": [{"type": "string"}, {"enum": ["a"]}]})", "5") == list{"type "});
}

TEST_CASE("formats are judged as rollcall does, for strings only")
{
    for (const std::string_view date : {"2024-02-29", "2000-02-29", "0004-02-29", "9999-12-31", "0001-01-01"})
        CHECK(findings(R"({"format": "date"})", '"' + std::string{date} + '"').empty());
    for (const std::string_view text :
         {"2023-02-29", "1900-02-29", "0000-02-29", "2022-13-01", "2022-04-31", "x2022-04-30", "2022-04-30 "})
        CHECK(findings(R"({"format": "date"})", '"' + std::string{text} + '"') == list{"schema-constraint "});
    CHECK(findings(R"({"format": "date-time"})", R"("2024-02-29T00:00:00.5+01:00")").empty());
    CHECK(findings(R"({"format": "date-time"})", R"("2023-02-29T00:00:00Z")") == list{"date-time-format "});
    CHECK(findings(R"({"format": "uuid"})", R"("0c6204c3-70b6-4981-9f2c-5194ced1cdd1")").empty());
    CHECK(findings(R"({"format": "uuid"})", R"("0c6204c3-70b6-4981-9f2c-5194ced1cdd")") == list{"schema-constraint "});
    CHECK(findings(R"({"format": "time"})", R"("25:00:00Z")") == list{"schema-constraint "});
    for (const std::string_view format : {"date", "date-time", "uuid", "time", "email"})
        for (const std::string_view value : {"null", "5", "{}", "[]", "true"})
            CHECK(findings(R"({"format": ")" + std::string{format} + R"("})", value).empty());
}

TEST_CASE("the other keywords of draft-07 are judged as a whole, at the value that they are about")
{
    struct example {
        std::string_view schema, good, bad;
    };
    constexpr std::array<example, 20> examples{{
        {R"({"not": {"type": "string"}})", "1", R"("x")"},
        {R"({"anyOf": [{"type": "string"}, {"type": "number"}]})", "1", "true"},
        {R"({"oneOf": [{"minimum": 5}, {"maximum": 3}]})", "6", "4"},
        {R"({"contains": {"const": 1}})", "[2, 1]", "[2]"},
        {R"({"propertyNames": {"maxLength": 2}})", R"({"ab": 1})", R"({"abc": 1})"},
        {R"({"dependencies": {"a": ["b"]}})", R"({"a": 1, "b": 1})", R"({"a": 1})"},
        {R"({"dependencies": {"a": {"required": ["b"]}}})", R"({"b": 1})", R"({"a": 1})"},
        {R"({"uniqueItems": true})", "[1, 2]", "[1, 1]"},
        {R"({"minItems": 1})", "[1]", "[]"},
        {R"({"maxItems": 1})", "[1]", "[1, 2]"},
        {R"({"minLength": 2})", R"("ää")", R"("ä")"},
        {R"({"maxProperties": 1})", R"({"a": 1})", R"({"a": 1, "b": 1})"},
        {R"({"multipleOf": 5})", "10", "11"},
        {R"({"multipleOf": 1})", R"("7.5")", "7.5"},
        {R"({"multipleOf": 0.5})", "7.5", "7.25"},
        {R"({"pattern": "^a+$"})", R"("aa")", R"("ab")"},
        {R"({"const": {"a": 1}})", R"({"a": 1})", R"({"a": 2})"},
        {R"({"exclusiveMinimum": 0})", "1", "0"},
        {"false", "", "1"},
        {R"({"if": {"type": "string"}, "then": {"minLength": 2}, "else": {"minimum": 2}})", "2", "1"},
    }};
    for (const example& one : examples) {
        CAPTURE(one.schema);
        if (!one.good.empty())
            CHECK(findings(one.schema, one.good).empty());
        CHECK(findings(one.schema, one.bad) == list{"schema-constraint "});
    }
    CHECK(findings(R"({"items": [{"type": "string"}], "additionalItems": {"type": "number"}})", R"(["a", 1, "b"])") ==
          list{"type /2"});
    CHECK(findings(R"({"items": [{"type": "string"}], "additionalItems": false})", R"(["a", 1])") ==
          list{"schema-constraint /1"});
    CHECK(findings(R"({"items": [{"type": "string"}]})", R"([1, 1])") == list{"type /0"});
}

TEST_CASE("very long texts do not exhaust the stack where a pattern is held against them")
{
    const std::string text(1'000'000, 'a');
    CHECK(findings(R"({"pattern": "^(a|b)*$"})", '"' + text + '"') == list{"schema-constraint "});
    CHECK(findings(R"({"format": "date-time"})", '"' + text + '"') == list{"date-time-format "});
}

TEST_CASE("the subtype is chosen by the discriminator, and only what it demands is said")
{
    const std::array<schema_file, 3> files{{
        {"pet.schema.json", R"({"oneOf": [{"$ref": "cat.schema.json"}, {"$ref": "dog.schema.json"},
            {"allOf": [{"type": "object"}, {"properties": {"kind": {"type": "string", "not": {"enum": ["cat", "dog"]}}}}]}],
            "x-discriminator": {"propertyName": "kind", "mapping": {"cat": "cat.schema.json", "dog": "dog.schema.json"}}})"},
        {"cat.schema.json",
         R"({"type": "object", "required": ["kind"], "properties": {"kind": {"const": "cat"}, "lives": {"type": "integer"}}})"},
        {"dog.schema.json",
         R"({"type": "object", "required": ["kind"], "properties": {"kind": {"const": "dog"}, "name": {"type": "string"},
            "enemy": {"anyOf": [{"$ref": "pet.schema.json"}, {"type": "null"}]}}})"},
    }};
    const schema_engine engine{files};
    const auto check = [&](std::string_view value) {
        list result;
        for (const diagnostic& finding : engine.check(boost::json::parse(value), "pet.schema.json"))
            result.push_back(finding.rule + " " + finding.pointer);
        return result;
    };
    CHECK(check(R"({"kind": "cat", "lives": 9, "name": 5})").empty());
    CHECK(check(R"({"kind": "cat", "lives": "9"})") == list{"type /lives"});
    CHECK(check(R"({"kind": "dog", "name": 5, "enemy": {"kind": "cat", "lives": null}})") ==
          list{"type /name", "null-not-allowed /enemy/lives"});
    CHECK(check(R"({"kind": "fish", "name": 5, "lives": "many"})").empty());
    CHECK(check("{}").empty());
    CHECK(check(R"({"kind": 5})") == list{"type /kind"});
    CHECK(check("[]") == list{"type "});
}

TEST_CASE("of null or something else, in either order, what is not null is judged by what it should be")
{
    for (const std::string_view schema : {R"({"anyOf": [{"type": "null"}, {"type": "object", "required": ["a"]}]})",
                                          R"({"anyOf": [{"type": "object", "required": ["a"]}, {"type": "null"}]})"}) {
        CHECK(findings(schema, "null").empty());
        CHECK(findings(schema, R"({"a": 1})").empty());
        CHECK(findings(schema, "{}") == list{"missing-property "});
        CHECK(findings(schema, "1") == list{"type "});
    }
}

TEST_CASE("where a discriminator leaves open which alternative is for all other values, they are judged as a whole")
{
    const auto choice = [](std::string_view mapping) {
        return R"({"oneOf": [{"type": "object", "required": ["a"]}, {"$ref": "#/definitions/b"}],
                   "x-discriminator": {"propertyName": "kind", "mapping": )" +
               std::string{mapping} + R"(}, "definitions": {"b": {"type": "object", "required": ["b"]}}})";
    };
    for (const std::string_view mapping : {"{}", R"({"b": "#/definitions/c"})"}) {
        CHECK(findings(choice(mapping), R"({"kind": "b", "a": 1})").empty());
        CHECK(findings(choice(mapping), R"({"kind": "b", "a": 1, "b": 2})") == list{"schema-constraint "});
    }
    CHECK(findings(choice(R"({"b": "#/definitions/b"})"), R"({"kind": "b", "a": 1})") == list{"missing-property "});
}

TEST_CASE("findings come in the order of the document")
{
    CHECK(findings(R"({"properties": {"a": {"items": {"type": "string"}}, "b": {"type": "string"}}})",
                   R"({"b": 1, "a": [1, "x", 2, 3, 4, 5, 6, 7, 8, 9, 10]})") ==
          list{"type /b", "type /a/0", "type /a/2", "type /a/3", "type /a/4", "type /a/5", "type /a/6", "type /a/7",
               "type /a/8", "type /a/9", "type /a/10"});
}

TEST_CASE("the kinds that have no schema have no findings")
{
    CHECK(schema_engine{}.check(boost::json::parse("5"), rollcall::payload_kind::unrecognised).empty());
    CHECK(schema_engine{}.check(boost::json::parse("5"), rollcall::payload_kind::error).empty());
    CHECK(schema_engine{}.check(boost::json::parse("5"), rollcall::payload_kind::attendanceRecord).size() == 1);
}

TEST_CASE("an engine can be moved, and asked by several threads at once")
{
    schema_engine first;
    const schema_engine engine = std::move(first);
    const boost::json::value value =
        boost::json::parse(R"({"value": [{"id": 5}, {"attendanceIntervals": [{"joinDateTime": "x"}]}]})");
    std::array<std::size_t, 4> counts{};
    std::vector<std::thread> threads;
    for (std::size_t& count : counts)
        threads.emplace_back([&] {
            for (int round = 0; round < 50; ++round)
                count += engine.check(value, rollcall::payload_kind::attendanceRecordCollection).size();
        });
    for (std::thread& thread : threads)
        thread.join();
    CHECK(counts == std::array<std::size_t, 4>{100, 100, 100, 100});
}
