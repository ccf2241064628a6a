#include "cpp_writer.hpp"     // write_headers
#include "import_command.hpp" // import_metadata
#include "metadata.hpp"       // read_metadata
#include "schema_import.hpp"  // import_schema
#include "schema_texts.hpp"   // read_file, temporary_folder, write_file
#include "text_parts.hpp"     // has, replaced

#include <doctest/doctest.h>

#include <sstream> // std::ostringstream

using namespace rollcall::codegen;
using namespace rollcall::codegen::test;
namespace fs = std::filesystem;

namespace {

const fs::path project = ROLLCALL_SOURCE_DIR;
const fs::path samples = project / "tests/codegen/metadata";

struct outcome {
    exit_status status;
    std::string out;
    std::string err;
};

outcome run(const import_options& options)
{
    std::ostringstream out;
    std::ostringstream err;
    const auto status = import_metadata(options, out, err);
    return {status, out.str(), err.str()};
}

/// A copy of the project's schema files, and a file of metadata beside it.
struct attendance_place {
    temporary_folder folder;
    fs::path schema = folder.path() / "schema";
    fs::path metadata_file = folder.path() / "attendance.csdl";
    std::string metadata_text = read_file(samples / "attendance.csdl");

    attendance_place() { fs::copy(project / "schema", schema); }

    [[nodiscard]] outcome import() const
    {
        write_file(metadata_file, metadata_text);
        return run({.metadata = metadata_file.string(), .output = schema.string()});
    }
    [[nodiscard]] std::string file(const std::string& name) const
    {
        return read_file(schema / (name + ".schema.json"));
    }
    [[nodiscard]] static std::string original(const std::string& name)
    {
        return read_file(project / "schema" / (name + ".schema.json"));
    }
};

text_files import_shop(const type_wishes& wishes)
{
    error_list errors;
    const auto all = read_metadata(read_file(samples / "shop.csdl"), errors);
    auto files = import_schema(all, wishes, {}, errors);
    for (const auto& error : errors.sorted())
        throw std::runtime_error{to_text(error, "shop.csdl")};
    return files;
}

std::string errors_of(const std::string& text, const type_wishes& wishes)
{
    error_list errors;
    const auto all = read_metadata(text, errors);
    if (errors.empty())
        (void)import_schema(all, wishes, {}, errors);
    std::string result;
    for (const auto& error : errors.sorted())
        result += to_text(error, "shop.csdl") + '\n';
    return result;
}

/// The text without line breaks and indentation.
std::string in_one_line(const std::string& text)
{
    std::string result;
    for (const char character : text) {
        if (character != '\n' && character != ' ')
            result += character;
    }
    return result;
}

} // namespace

TEST_CASE("importing what the schema files say already changes nothing in them")
{
    const attendance_place place;
    const auto [status, out, err] = place.import();
    CHECK(err.empty());
    CHECK(status == exit_status::success);
    CHECK(has(out, "already"));
    for (const auto& entry : fs::directory_iterator{project / "schema"})
        CHECK(read_file(entry.path()) == read_file(place.schema / entry.path().filename()));
}

TEST_CASE("a property that the service adds comes last, and nothing else in the file changes")
{
    attendance_place place;
    place.metadata_text = replaced(place.metadata_text, R"(<Property Name="role")",
                                   R"(<Property Name="device" Type="Edm.Guid" /><Property Name="role")");
    const auto [status, out, err] = place.import();
    CHECK(status == exit_status::success);
    CHECK(out == "attendanceRecord.schema.json: changed\nedm.schema.json: changed\n");
    const auto added = std::string{R"(
    },
    "device": {
      "anyOf": [
        {
          "$ref": "edm.schema.json#/definitions/Guid"
        },
        {
          "type": "null"
        }
      ]
    }
  },
  "patternProperties")"};
    CHECK(place.file("attendanceRecord") ==
          replaced(attendance_place::original("attendanceRecord"), "\n    }\n  },\n  \"patternProperties\"", added));
}

TEST_CASE("a property that the service takes back goes, and so does the file of a type that is gone")
{
    attendance_place place;
    place.metadata_text = replaced(
        place.metadata_text, R"x(<Property Name="engagements" Type="Collection(graph.meetingEngagement)" />)x", "");
    const auto begin = place.metadata_text.find(R"(      <ComplexType Name="meetingEngagement">)");
    const auto end = place.metadata_text.find("    </Schema>");
    place.metadata_text.erase(begin, end - begin);
    const auto [status, out, err] = place.import();
    CHECK(status == exit_status::success);
    CHECK_FALSE(has(place.file("attendanceRecord"), "engagements"));
    CHECK_FALSE(fs::exists(place.schema / "meetingEngagement.schema.json"));
    CHECK_FALSE(fs::exists(place.schema / "meetingEngagementType.schema.json"));
    CHECK(fs::exists(place.schema / "attendanceRecordCollection.schema.json"));
    CHECK(fs::exists(place.schema / "README.md"));
}

TEST_CASE("a property whose type changes keeps its description")
{
    attendance_place place;
    place.metadata_text = replaced(place.metadata_text, R"(Name="totalParticipantCount" Type="Edm.Int32")",
                                   R"(Name="totalParticipantCount" Type="Edm.String" Nullable="false")");
    CHECK(place.import().status == exit_status::success);
    CHECK(has(place.file("meetingAttendanceReport"), R"(    "totalParticipantCount": {
      "description": "Number of participants.",
      "type": "string"
    },)"));
}

TEST_CASE("narrower limits and names that people wrote survive an import")
{
    const attendance_place place;
    const auto narrower = replaced(attendance_place::original("attendanceInterval"), R"("anyOf": [
        {
          "$ref": "edm.schema.json#/definitions/Int32"
        },
        {
          "type": "null"
        }
      ])",
                                   R"("x-name": "duration",
      "type": ["integer", "null"], "minimum": 0, "maximum": 86400)");
    write_file(place.schema / "attendanceInterval.schema.json", narrower);
    CHECK(place.import().status == exit_status::success);
    CHECK(place.file("attendanceInterval") == narrower);
}

TEST_CASE("checks that people wrote beside a type survive an import")
{
    const attendance_place place;
    const auto checked = replaced(attendance_place::original("attendanceInterval"), R"("anyOf": [
        {
          "$ref": "edm.schema.json#/definitions/Int32"
        },
        {
          "type": "null"
        }
      ])",
                                  R"("type": ["integer", "null"], "minimum": 0, "maximum": 86400,
      "anyOf": [{"multipleOf": 5}, {"type": "null"}])");
    write_file(place.schema / "attendanceInterval.schema.json", checked);
    CHECK(place.import().status == exit_status::success);
    CHECK(place.file("attendanceInterval") == checked);
}

TEST_CASE("a member that an enumeration gains comes after those that are known")
{
    attendance_place place;
    place.metadata_text = replaced(place.metadata_text, R"(<Member Name="hand" Value="1" />)",
                                   R"(<Member Name="applause" Value="9" /><Member Name="hand" Value="1" />)");
    CHECK(place.import().status == exit_status::success);
    CHECK(has(in_one_line(place.file("meetingEngagementType")), R"("microphone","unknownFutureValue","applause"])"));
}

TEST_CASE("a type that gets open takes what it does not declare")
{
    attendance_place place;
    place.metadata_text =
        replaced(place.metadata_text, R"(Name="attendanceInterval")", R"(Name="attendanceInterval" OpenType="true")");
    CHECK(place.import().status == exit_status::success);
    CHECK(has(place.file("attendanceInterval"), R"("additionalProperties": true)"));
    CHECK_FALSE(has(place.file("attendanceInterval"), "patternProperties"));
}

TEST_CASE("a type is imported with all that it reaches, and the schema files generate")
{
    const temporary_folder folder;
    for (const auto& [name, text] : import_shop({.types = {"thing"}, .navigation = {"all"}}))
        write_file(folder.path() / name, text);
    error_list errors;
    const auto model = read_types(load_schema_folder(folder.path(), errors), "goods", errors);
    CHECK(errors.sorted().size() == 0);
    const auto files = write_headers(model, "goods");
    for (const auto* name : {"thing.hpp", "color.hpp", "part.hpp", "maker.hpp", "abroad_part.hpp"})
        CHECK(files.contains(name));
}

TEST_CASE("each of the service's types has a schema")
{
    const auto files = import_shop({.types = {"thing"}});
    const auto thing = in_one_line(files.at("thing.schema.json"));
    CHECK(has(thing, R"("x-key":["number"])"));
    CHECK(has(thing, R"("number":{"$ref":"edm.schema.json#/definitions/Int64"})"));
    CHECK(has(thing, R"("operator":{"type":["string","null"],"maxLength":40,"x-name":"operator_"})"));
    CHECK(has(thing, R"("color":{"$ref":"color.schema.json"})"));
    CHECK(has(thing, R"("open":{"anyOf":[{"$ref":"weekday.schema.json"},{"type":"null"}]})"));
    CHECK(has(thing, R"("discount":{"anyOf":[{"$ref":"edm.schema.json#/definitions/Byte"},{"type":"null"}]})"));
    CHECK(has(thing, R"("isSold":{"type":["boolean","null"],"$comment":"Deprecatedbytheserviceon2026-03-01."})"));
    CHECK(has(thing, R"("tags":{"type":"array","items":{"type":["string","null"]}})"));
    CHECK(has(thing, R"("parts":{"type":"array","items":{"$ref":"part.schema.json"}})"));
    CHECK(has(in_one_line(files.at("color.schema.json")), R"("x-names":{"default":"default_"})"));
    CHECK(has(files.at("weekday.schema.json"), "saturday, sunday"));
    CHECK(has(files.at("unlisted.schema.json"), R"("type": "string")"));
    for (const auto* name : {"Binary", "Byte", "Date", "DateTimeOffset", "Decimal", "Double", "Duration", "Guid",
                             "Int16", "Int64", "SByte", "Single", "Stream", "TimeOfDay"})
        CHECK(has(files.at("edm.schema.json"), '"' + std::string{name} + "\": {"));
}

TEST_CASE("a type that lacks a property of the service is open")
{
    CHECK(has(import_shop({.types = {"thing"}}).at("thing.schema.json"), R"("additionalProperties": true)"));
    const auto whole = import_shop({.types = {"thing"}, .navigation = {"maker"}}).at("thing.schema.json");
    CHECK(has(whole, R"("additionalProperties": false)"));
    CHECK(has(whole, R"("maker": {)"));
}

TEST_CASE("derived types are alternatives where they are wished for, each with all that it inherits")
{
    const auto files = import_shop({.types = {"thing"}, .derived = {"screw", "woodScrew"}});
    const auto parts = in_one_line(files.at("thing.schema.json"));
    CHECK(has(parts, R"({"oneOf":[{"$ref":"screw.schema.json"},{"$ref":"woodScrew.schema.json"},)"));
    CHECK(has(parts, R"("not":{"enum":["#shop.screw","#shop.woodScrew"]})"));
    // A type that has to be named cannot be the base of another one.
    const auto wood = in_one_line(files.at("woodScrew.schema.json"));
    CHECK(has(wood, R"("allOf":[{"$ref":"part.schema.json"}])"));
    CHECK(has(wood, R"("pitch":)"));
    CHECK(has(wood, R"("const":"#shop.woodScrew")"));
}

TEST_CASE("a type that derives from another lists what it inherits when it is closed")
{
    const auto files = import_shop({.types = {"woodScrew"}});
    CHECK(has(in_one_line(files.at("woodScrew.schema.json")), R"("allOf":[{"$ref":"screw.schema.json"}])"));
    CHECK(has(in_one_line(files.at("woodScrew.schema.json")), R"("name":{})"));
    CHECK(has(files.at("part.schema.json"), R"("additionalProperties": true)"));
}

TEST_CASE("all types can be wished for")
{
    const auto files = import_shop({.types = {"all"}, .exclude = {"shop.place"}});
    for (const auto* name : {"abroad_part", "color", "edm", "item", "maker", "part", "screw", "thing", "woodScrew"})
        CHECK(files.contains(name + std::string{schema_file_ending}));
}

TEST_CASE("--depth and --exclude leave types out, and with them the properties that hold them")
{
    CHECK_FALSE(import_shop({.types = {"thing"}, .depth = 0}).contains("part.schema.json"));
    CHECK(import_shop({.types = {"thing"}, .depth = 1}).contains("part.schema.json"));
    const auto files = import_shop({.types = {"thing"}, .exclude = {"shop.part"}});
    CHECK_FALSE(files.contains("part.schema.json"));
    CHECK_FALSE(has(files.at("thing.schema.json"), R"("parts")"));
}

TEST_CASE("what cannot be mapped is told with its type, property and line")
{
    const auto text = read_file(samples / "shop.csdl");
    CHECK(errors_of(text, {.types = {"place"}}) ==
          "shop.csdl:shop.place (line 54): \"where\": has the type Edm.GeographyPoint, which the dialect of the schema "
          "files has nothing for; leave the type out with --exclude shop.place\n");
    CHECK(errors_of(replaced(text, "self.percent\"", "self.nothing\""), {.types = {"thing"}}) ==
          "shop.csdl:shop.thing (line 25): \"discount\": has the type shop.nothing, which is not declared; give the "
          "whole of $metadata\n");
    CHECK(errors_of(replaced(text, "BaseType=\"self.screw\"", "BaseType=\"self.woodScrew\""), {.types = {"thing"}}) ==
          "shop.csdl:shop.woodScrew (line 50): \"BaseType\": leads back to the type itself; correct the base types\n");
    CHECK(errors_of(replaced(text, "MaxLength=\"40\"", "MaxLength=\"x\""), {.types = {"thing"}}) ==
          "shop.csdl:shop.thing (line 21): \"operator\": has the MaxLength \"x\"; write a number, or max\n");
    CHECK(errors_of(replaced(text, "Name=\"operator\"", "Name=\"../operator\""), {.types = {"thing"}}) ==
          "shop.csdl:shop.thing (line 21): \"../operator\": has a name that CSDL does not allow; give a letter or _, "
          "then "
          "letters, digits and _\n");
    CHECK(has(errors_of(replaced(text, "Name=\"operator\"", "Name=\"\xFF\""), {.types = {"thing"}}),
              "(line 21): is not UTF-8"));
    CHECK(has(errors_of("<a><b>", {}), "is not XML"));
    CHECK(has(errors_of("<a/>", {}), "has no Schema element"));
    CHECK(has(errors_of(text, {.types = {"part"}}), "--type part: no type is called so, or more than one"));
}

TEST_CASE("after an error nothing is written")
{
    const temporary_folder folder;
    const auto output = folder.path() / "schema";
    const auto [status, out, err] = run({.metadata = (samples / "shop.csdl").string(),
                                         .output = output.string(),
                                         .wishes = {.types = {"shop.thing", "shop.place"}}});
    CHECK(status == exit_status::failure);
    CHECK(has(err, "1 error; nothing was written"));
    CHECK_FALSE(fs::exists(output));
    CHECK(run({.metadata = (folder.path() / "none.csdl").string(), .output = output.string()}).status ==
          exit_status::failure);
}
