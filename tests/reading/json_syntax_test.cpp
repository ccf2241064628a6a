#include <rollcall/model/all.hpp>
#include <rollcall/read.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace model = rollcall::model;

namespace {

/// "line:column message" of the json-syntax finding, which must be the only one.
std::string syntax_error(std::string_view payload, const rollcall::read_options& options = {})
{
    const auto result = rollcall::read<model::identity>(payload, options);
    REQUIRE_MESSAGE(result.diagnostics.size() == 1, payload);
    const auto& found = result.diagnostics.front();
    CHECK(found.rule == "json-syntax");
    return std::to_string(found.position.line) + ':' + std::to_string(found.position.column) + ' ' + found.message;
}

} // namespace

TEST_CASE("a trailing comma is named as such, at the comma")
{
    CHECK(syntax_error("{\"id\": \"1\" ,\n }") == "1:12 trailing comma: nothing follows this comma; remove it");
    CHECK(syntax_error("{\"x\": [1,2 , ]}") == "1:12 trailing comma: nothing follows this comma; remove it");
}

TEST_CASE("with leniency every trailing comma is a warning and the rest is read")
{
    const auto result = rollcall::read<model::attendanceRecord>(
        "{\"role\": \"a,]\\\",}\", \"attendanceIntervals\": [{},],\n\"id\": \"1\",\n}", {.lenient = true});
    CHECK(result);
    REQUIRE(result.diagnostics.size() == 2);
    CHECK(result.diagnostics[0].severity == rollcall::severity::warning);
    CHECK(result.diagnostics[0].position.line == 1);
    CHECK(result.diagnostics[0].position.column == 47);
    CHECK(result.diagnostics[1].position.line == 2);
    CHECK(result.diagnostics[1].position.column == 10);
    CHECK(*result.value.id == "1");
    CHECK(result.value.attendanceIntervals->size() == 1);
}

TEST_CASE("leniency forgives nothing but trailing commas")
{
    CHECK(syntax_error("{\"a\": 1,,}", {.lenient = true}).starts_with("1:9 "));
    const auto result = rollcall::read<model::identity>("{\"a\": [1,], \"b\": tru}", {.lenient = true});
    REQUIRE(result.diagnostics.size() == 2);
    CHECK(result.diagnostics[0].severity == rollcall::severity::warning);
    CHECK(result.diagnostics[1].severity == rollcall::severity::error);
}

TEST_CASE("what is not JSON is said in words, at its place")
{
    CHECK(syntax_error("") == "1:1 the text is empty");
    CHECK(syntax_error("{\"id\": \"1\"") == "1:11 the text ends before the JSON value does");
    CHECK(syntax_error("{} {}") == "1:4 something follows the JSON value");
    CHECK(syntax_error("{\"id\": 'x'}") == "1:8 strings are in double quotation marks");
    CHECK(syntax_error("// hello\n{}") == "1:1 JSON has no comments");
    CHECK(syntax_error("\xEF\xBB\xBF{}") ==
          "1:1 the text begins with a byte order mark, which JSON does not have; remove it");
    CHECK(
        syntax_error(std::string_view{"{\0}\0", 4}) ==
        "1:1 the text is in UTF-16LE, and JSON is in UTF-8; convert it, for instance with iconv -f UTF-16LE -t UTF-8");
    CHECK(syntax_error("\xFF\xFE{") ==
          "1:1 the text is in UTF-16LE, and JSON is in UTF-8; convert it, for instance with iconv -f UTF-16 -t UTF-8");
    CHECK(syntax_error("{\"id\": \"\xC3(\"}") == "1:9 this is not UTF-8");
    CHECK(
        syntax_error("{\"id\": \"Zo\xEB\"}") ==
        "1:11 this is not UTF-8; the text looks to be in ISO 8859-1 (Latin-1), convert it, for instance with iconv -f "
        "ISO-8859-1 -t UTF-8");
    CHECK(syntax_error("{\"id\": \"a\nb\"}").ends_with("stands inside of a string; JSON writes it as an escape"));
    CHECK(syntax_error("{\"id\": \"\\x\"}").starts_with("1:10 "));
    CHECK(syntax_error("{\"id\": \"\\ud800\"}").find("Unicode") != std::string::npos);
    CHECK(syntax_error("{\"id\": NaN}").starts_with("1:8 "));
    CHECK(syntax_error("{\"x\": 01}").starts_with("1:8 "));
    CHECK(syntax_error("{,}").starts_with("1:2 "));
}

TEST_CASE("what is wrong with a number, a string or what stands between values is told apart")
{
    CHECK(syntax_error("{\"x\": -\n}") == "1:8 a number lacks a digit here");
    CHECK(syntax_error("{\"x\": 1.\n}") == "1:9 a number lacks a digit here");
    CHECK(syntax_error("{\"x\": 1e+}") == "1:10 a number lacks a digit here");
    CHECK(syntax_error("{\"x\": \"1.\n\"}").ends_with("stands inside of a string; JSON writes it as an escape"));
    CHECK(syntax_error("{\"x\": 1e9999999999}") == "1:18 the exponent of a number is too large to be read");
    CHECK(syntax_error("{\"x\": \"\\x41\"}") == "1:9 JSON has no such escape");
    CHECK(syntax_error("{\"x\": \f1}") == "1:7 a control character stands between values, where JSON has none");
    CHECK(syntax_error("{\"x\": “a”}") == "1:7 strings are in double quotation marks");
    CHECK(syntax_error("{\"x\": １}") == "1:7 this is not JSON");
}

TEST_CASE("nesting is limited, and the limit is an option")
{
    const auto nested = [](std::size_t depth) {
        return "{\"x\": " + std::string(depth - 1, '[') + std::string(depth - 1, ']') + '}';
    };
    CHECK(rollcall::read<model::identity>(nested(rollcall::default_maximum_depth)));
    CHECK(syntax_error(nested(rollcall::default_maximum_depth + 1)).ends_with("nests objects and arrays too deep"));
    CHECK(rollcall::read<model::identity>(nested(200), {.maximum_depth = 200}));
}

TEST_CASE("every truncation of a payload is an error and no other finding")
{
    constexpr std::string_view payload =
        R"({"id": "8:acs:\u00e9", "displayName": null, "x": [1.5e-3, true, {"y": -0}], "@odata.etag": ""})";
    for (std::size_t size = 0; size < payload.size(); ++size)
        CHECK(!syntax_error(payload.substr(0, size)).empty());
}
