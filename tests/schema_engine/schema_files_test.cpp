#include <rollcall/schema_engine.hpp>

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include <unistd.h> // getpid

#include <filesystem>  // std::filesystem
#include <fstream>     // std::ofstream
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace fs = std::filesystem;
using rollcall::schema_engine;
using rollcall::schema_file;

namespace {

std::string error_of(const std::vector<schema_file>& files)
{
    try {
        const schema_engine engine{files};
    } catch (const rollcall::schema_error& error) {
        return error.what();
    }
    return "no error";
}

std::string error_of(std::string_view schema)
{
    return error_of(std::vector<schema_file>{{"it.schema.json", schema}});
}

/// A folder that is gone at the end of the test.
class temporary_folder {
public:
    temporary_folder() : path{fs::temp_directory_path() / ("rollcall-schema-engine-" + std::to_string(::getpid()))}
    {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    temporary_folder(const temporary_folder&) = delete;
    temporary_folder& operator=(const temporary_folder&) = delete;
    ~temporary_folder() { fs::remove_all(path); }

    void write(const std::string& name, std::string_view text) const
    {
        std::ofstream{path / name, std::ios::binary} << text;
    }

    const fs::path path;
};

std::string error_of_folder(const fs::path& folder)
{
    try {
        static_cast<void>(schema_engine::from_folder(folder));
    } catch (const rollcall::schema_error& error) {
        return error.what();
    }
    return "no error";
}

} // namespace

TEST_CASE("an unusable schema is refused with its file, its place and the reason")
{
    CHECK(error_of("{\"type\": ").starts_with("it.schema.json: is not JSON"));
    CHECK(error_of("[]") == "it.schema.json#: must be an object");
    CHECK(error_of(R"({"type": "text"})") == "it.schema.json#/type: \"text\" is no type of JSON Schema");
    CHECK(error_of(R"({"properties": {"a/b": {"type": 5}}})") ==
          "it.schema.json#/properties/a~1b/type: must be a string");
    CHECK(error_of(R"({"required": "a"})") == "it.schema.json#/required: must be an array");
    CHECK(error_of(R"({"properties": []})") == "it.schema.json#/properties: must be an object");
    CHECK(error_of(R"({"items": {"pattern": "("}})")
              .starts_with("it.schema.json#/items/pattern: is no regular expression"));
    CHECK(error_of(R"({"patternProperties": {"[": {}}})")
              .starts_with("it.schema.json#/patternProperties: is no regular expression"));
    CHECK(error_of(R"({"$ref": 5})").starts_with("it.schema.json#/$ref: is no string"));
    CHECK(error_of(R"({"maximum": "x"})").starts_with("it.schema.json: "));
    CHECK(error_of(R"({"multipleOf": 0})") == "it.schema.json#/multipleOf: must be a number above 0");
    CHECK(error_of(R"({"if": {}, "then": 5})") == "it.schema.json#/then: must be an object");
}

TEST_CASE("a keyword that draft-07 does not have is refused, since nobody would judge by it")
{
    CHECK(error_of(R"({"properties": {"a": {"nullable": true}}})")
              .starts_with("it.schema.json#/properties/a/nullable: is no keyword"));
    CHECK(error_of(R"({"maxlength": 5})").starts_with("it.schema.json#/maxlength: is no keyword"));
    CHECK(error_of(R"({"x-maxlength": 5, "$comment": "x", "title": "x", "default": 5, "examples": []})") == "no error");
}

TEST_CASE("a reference that leads nowhere is refused")
{
    CHECK(error_of(R"({"properties": {"a": {"$ref": "b.schema.json"}}})")
              .starts_with("it.schema.json#/properties/a/$ref: refers to \"b.schema.json\""));
    CHECK(error_of(R"({"items": {"$ref": "#/definitions/a"}})")
              .starts_with("it.schema.json#/items/$ref: refers to \"#/definitions/a\""));
    CHECK(error_of(R"({"items": {"$ref": "#a"}})").starts_with("it.schema.json#/items/$ref: refers to \"#a\""));
}

TEST_CASE("references that come back to the same value are refused, those that go deeper are not")
{
    CHECK(error_of(R"({"$ref": "#"})").starts_with("it.schema.json#: refers to itself"));
    CHECK(error_of(R"({"allOf": [{"$ref": "#/definitions/a"}], "definitions": {"a": {"not": {"$ref": "#"}}}})")
              .find("refers to itself") != std::string::npos);
    CHECK(error_of(R"({"properties": {"a": {"$ref": "#"}}, "items": {"$ref": "#"}})") == "no error");
}

TEST_CASE("references go into other files and definitions, with escapes, and definitions of one name do not mix")
{
    const std::vector<schema_file> files{
        {"a.schema.json",
         R"({"properties": {"x": {"$ref": "#/definitions/it"}, "y": {"$ref": "b.schema.json"}}, "definitions": {"it": {"type": "string"}}})"},
        {"b.schema.json",
         R"({"properties": {"x": {"$ref": "#/definitions/it"}, "z": {"$ref": "c%20d.schema.json#/definitions/e~1f%25"}}, "definitions": {"it": {"type": "number"}}})"},
        {"c d.schema.json", R"({"definitions": {"e/f%": {"type": "boolean"}}})"},
    };
    const schema_engine engine{files};
    CHECK(engine.check(boost::json::parse(R"({"x": "s", "y": {"x": 1, "z": true}})"), "a.schema.json").empty());
    CHECK(engine.check(boost::json::parse(R"({"x": 1, "y": {"x": "s", "z": 1}})"), "a.schema.json").size() == 3);
    CHECK(engine.check(boost::json::parse(R"({"x": 1})"), "b.schema.json").empty());
    CHECK_THROWS_AS(static_cast<void>(engine.check(boost::json::parse("{}"), "d.schema.json")), rollcall::schema_error);
}

TEST_CASE("the engine judges by the schema files of a folder")
{
    const temporary_folder folder;
    folder.write("attendanceRecordCollection.schema.json",
                 R"({"properties": {"value": {"items": {"required": ["shoeSize"]}}}})");
    folder.write("notes.json", "no schema");
    const schema_engine engine = schema_engine::from_folder(folder.path);
    const std::string payload =
        R"({"value": [{"emailAddress": 5, "nickname": "x", "shoeSize": 44}, {"emailAddress": "x"}]})";
    const rollcall::report report = engine.validate(payload);
    REQUIRE(report.diagnostics.size() == 1);
    CHECK(report.diagnostics.front().rule == "missing-property");
    CHECK(report.diagnostics.front().pointer == "/value/1");
    CHECK_THROWS_WITH_AS(
        static_cast<void>(engine.validate(R"({"totalAttendanceInSeconds": 1})")),
        "attendanceRecord.schema.json: this schema file is needed, and is not among those given; add it",
        rollcall::schema_error);
}

TEST_CASE("the project's own folder is the same as the embedded files")
{
    const schema_engine engine = schema_engine::from_folder(fs::path{ROLLCALL_SOURCE_DIR} / "schema");
    const boost::json::value value =
        boost::json::parse(R"({"value": [{"id": 5, "x": 1, "attendanceIntervals": [null]}]})");
    constexpr auto kind = rollcall::payload_kind::attendanceRecordCollection;
    CHECK(engine.check(value, kind) == schema_engine{}.check(value, kind));
    CHECK(engine.check(value, kind).size() == 3);
}

TEST_CASE("a folder that cannot be used is named")
{
    const temporary_folder folder;
    CHECK(error_of_folder(folder.path)
              .starts_with(folder.path.string() + ": has no file whose name ends in .schema.json"));
    CHECK(error_of_folder(folder.path / "absent")
              .starts_with((folder.path / "absent").string() + ": cannot be read as a folder"));
    fs::create_directory(folder.path / "a.schema.json");
    CHECK(error_of_folder(folder.path)
              .starts_with((folder.path / "a.schema.json").string() + ": cannot be read as a file"));
}
