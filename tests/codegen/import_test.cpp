#include "cpp_writer.hpp"     // write_headers
#include "import_command.hpp" // import_metadata
#include "metadata.hpp"       // read_metadata
#include "schema_import.hpp"  // import_schema
#include "schema_texts.hpp"   // read_file, schema, temporary_folder, write_file
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

/// `$metadata` of one namespace, `shop`, with these elements.
std::string shop_metadata(const std::string& elements)
{
    return R"(<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>)"
           R"(<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">)" +
           elements + "</Schema></edmx:DataServices></edmx:Edmx>";
}

text_files import_text(const std::string& text, const type_wishes& wishes,
                       const std::vector<schema_text>& present_schemas = {})
{
    error_list errors;
    std::vector<schema_document> present;
    for (const auto& [name, schema] : present_schemas)
        present.push_back(read_schema_document(name + std::string{schema_file_ending}, schema, errors));
    const auto all = read_metadata(text, errors);
    auto files = import_schema(all, wishes, present, errors);
    for (const auto& error : errors.sorted())
        throw std::runtime_error{to_text(error, "shop.csdl")};
    return files;
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

text_files import_shop(const type_wishes& wishes)
{
    return import_text(read_file(samples / "shop.csdl"), wishes);
}

/// What an import makes of the schema of a property whose element has these attributes.
std::string imported_value(const std::string& attributes, const std::string& before,
                           const std::string& definitions = "{}")
{
    const auto thing = schema("thing", R"({"x-serviceType": "shop.thing", "type": "object", "properties": {"a": )" +
                                           before + R"(}, "definitions": )" + definitions + "}");
    const auto after = in_one_line(
        import_text(shop_metadata(R"(<ComplexType Name="thing"><Property Name="a" )" + attributes + "/></ComplexType>"),
                    {}, {thing})
            .at("thing.schema.json"));
    const std::string begin = R"("properties":{"a":)";
    const auto start = after.find(begin) + begin.size();
    return after.substr(start, after.find(R"(},"definitions")") - start);
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

TEST_CASE("a schema that says the same of a value in another way stays")
{
    const auto stays = [](const std::string& attributes, const std::string& value,
                          const std::string& definitions = "{}") {
        CHECK(imported_value(attributes, value, definitions) == in_one_line(value));
    };
    stays(R"(Type="Edm.Boolean")", R"({"anyOf": [{"type": "null"}, {"type": "boolean"}]})");
    stays(R"(Type="Edm.Duration" Nullable="false")", R"({"type": "string", "x-serviceType": "Edm.Duration"})");
    stays(R"(Type="Edm.String" MaxLength="5" Nullable="false")", R"({"$ref": "#/definitions/short"})",
          R"({"short": {"type": "string", "maxLength": 5}})");
}

TEST_CASE("a schema that does not say what a value is gives way to one that does")
{
    const std::string boolean = R"({"type":"boolean"})";
    for (const auto* before :
         {R"({"$ref": "nowhere.schema.json"})", R"({"$ref": "#/definitions/same"})", R"({"anyOf": [{"type": "null"}]})",
          R"({"oneOf": [{"$ref": "nowhere.schema.json"}]})", R"({"type": ["null"]})", R"({"minimum": 1})"}) {
        CAPTURE(before);
        CHECK(imported_value(R"(Type="Edm.Boolean" Nullable="false")", before,
                             R"({"same": {"$ref": "#/definitions/same"}})") == boolean);
    }
    CHECK(imported_value(R"xml(Type="Collection(Edm.Boolean)")xml",
                         R"({"type": "array", "items": {"type": "array", "items": {"type": "boolean"}}})") ==
          R"({"type":"array","items":)" + boolean + "}");
    CHECK(imported_value(R"(Type="Edm.String" MaxLength="4" Nullable="false")",
                         R"({"type": "string", "maxLength": 5})") == R"({"type":"string","maxLength":4})");
}

TEST_CASE("what people wrote for people keeps its line breaks and signs")
{
    const auto after = imported_value(R"(Type="Edm.Boolean" Nullable="false")",
                                      R"({"type": "string", "description": "one\ntwo\t\"three\" \u0001"})");
    CHECK(after == R"({"description":"one\ntwo\t\"three\"\u0001","type":"boolean"})");
}

TEST_CASE("a property that is not deprecated any more is not said to be, and other comments stay")
{
    const auto after = [](const std::string& comment) {
        return imported_value(R"(Type="Edm.Boolean" Nullable="false")",
                              R"({"type": "boolean", "$comment": ")" + comment + "\"}");
    };
    CHECK(after("Deprecated by the service on 2026-03-01.") == R"({"type":"boolean"})");
    CHECK(after("Known.") == R"({"type":"boolean","$comment":"Known."})");
}

TEST_CASE("a list of properties that must be there is gone with the last of them")
{
    const auto thing = schema("thing", R"({"x-serviceType": "shop.thing", "type": "object",
        "properties": {"a": {"type": "boolean"}, "b": {"type": "boolean"}}, "required": ["a", "b"]})");
    const auto after = [&](const std::string& properties) {
        return in_one_line(
            import_text(shop_metadata(R"(<ComplexType Name="thing">)" + properties + "</ComplexType>"), {}, {thing})
                .at("thing.schema.json"));
    };
    CHECK(has(after(R"(<Property Name="a" Type="Edm.Boolean"/>)"), R"("required":["a"])"));
    CHECK_FALSE(has(after(R"(<Property Name="c" Type="Edm.Boolean"/>)"), "required"));
}

TEST_CASE("a type that payloads need not name any more loses its name")
{
    const auto part = schema("part", R"({"x-serviceType": "shop.part", "type": "object", "properties": {
        "@odata.type": {"const": "#shop.part"}, "a": {"type": "boolean"}}, "required": ["@odata.type"]})");
    const auto after = in_one_line(
        import_text(shop_metadata(R"(<ComplexType Name="part"><Property Name="a" Type="Edm.Boolean" Nullable="false"/>)"
                                  "</ComplexType>"),
                    {}, {part})
            .at("part.schema.json"));
    CHECK(has(after, R"("properties":{"a":{"type":"boolean"}})"));
    CHECK_FALSE(has(after, "required"));
}

TEST_CASE("a member that an enumeration loses takes its name in C++ with it")
{
    const auto hue = schema("hue", R"({"x-serviceType": "shop.hue", "type": "string", "enum": ["default", "red"],
        "x-names": {"default": "usual", "red": "rouge"}})");
    const auto after = in_one_line(
        import_text(shop_metadata(R"(<EnumType Name="hue"><Member Name="red"/><Member Name="blue"/></EnumType>)"), {},
                    {hue})
            .at("hue.schema.json"));
    CHECK(has(after, R"("enum":["red","blue"])"));
    CHECK(has(after, R"("x-names":{"red":"rouge"})"));
}

TEST_CASE("a name of the service that C++ does not take is changed as little as can be")
{
    const auto hue = in_one_line(
        import_text(shop_metadata(R"(<EnumType Name="hue"><Member Name="_1"/><Member Name="a__b"/></EnumType>)"),
                    {.types = {"hue"}})
            .at("hue.schema.json"));
    CHECK(has(hue, R"("x-names":{"_1":"value_1","a__b":"a_b"})"));
}

TEST_CASE("types of the same name in other namespaces have files of their own")
{
    std::string schemas;
    for (const auto* name_space : {"shop", "shop.x", "shop.y.x"})
        schemas += R"(<Schema Namespace=")" + std::string{name_space} +
                   R"("><ComplexType Name="part"><Property Name="a" Type="Edm.Boolean"/></ComplexType></Schema>)";
    const auto files = import_text("<Edmx><DataServices>" + schemas + "</DataServices></Edmx>", {.types = {"all"}});
    CHECK(has(files.at("part.schema.json"), R"("x-serviceType": "shop.part")"));
    CHECK(has(files.at("x_part.schema.json"), R"("x-serviceType": "shop.x.part")"));
    CHECK(has(files.at("x_part_2.schema.json"), R"("x-serviceType": "shop.y.x.part")"));
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

TEST_CASE("where a type stands that payloads must name, there are no alternatives")
{
    const auto text = replaced(read_file(samples / "shop.csdl"), R"(<Property Name="photo" Type="Edm.Stream" />)",
                               R"(<Property Name="screw" Type="self.screw" Nullable="false" />)");
    const auto files = import_text(text, {.types = {"thing"}, .derived = {"screw", "woodScrew"}});
    CHECK(has(in_one_line(files.at("thing.schema.json")), R"("screw":{"$ref":"screw.schema.json"})"));
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
    CHECK(errors_of(replaced(text, "Name=\"unlisted\"", "Name=\"color\""), {.types = {"thing"}}) ==
          "shop.csdl:shop.color (line 15): is declared a second time; keep one of the two\n");
    CHECK(
        errors_of(replaced(text, "Name=\"operator\" Type=\"Edm.String\"", "Name=\"operator\""), {.types = {"thing"}}) ==
        "shop.csdl:shop.thing (line 21): \"operator\": is a property without a Type; add it\n");
    CHECK(errors_of(replaced(text, "Name=\"photo\"", "Name=\"operator\""), {.types = {"thing"}}) ==
          "shop.csdl:shop.thing (line 28): \"operator\": is declared a second time, after line 21; keep one of the "
          "two\n");
    CHECK(
        errors_of(replaced(text, "UnderlyingType=\"Edm.Byte\"", "UnderlyingType=\"self.color\""),
                  {.types = {"thing"}}) ==
        "shop.csdl:shop.percent (line 5): \"UnderlyingType\": is \"shop.color\", which is no primitive type; name one "
        "of Edm\n");
    CHECK(has(errors_of("<a><b>", {}), "is not XML"));
    CHECK(has(errors_of("<a/>", {}), "has no Schema element"));
    CHECK(has(errors_of(text, {.types = {"part"}}), "--type part: no type is called so, or more than one"));
}

TEST_CASE("of types that derive one from the next in thousands, the first that has too many bases is told")
{
    const auto chain = [](std::size_t length) {
        std::string types = R"(<EntityType Name="type0"><Property Name="text" Type="Edm.String"/></EntityType>)";
        for (std::size_t number = 1; number < length; ++number)
            types += "\n<EntityType Name=\"type" + std::to_string(number) + "\" BaseType=\"shop.type" +
                     std::to_string(number - 1) + "\"/>";
        return shop_metadata(types);
    };
    const type_wishes first{.types = {"type0"}};
    CHECK(errors_of(chain(101), first).empty());
    CHECK(import_text(chain(101), first).contains("type0.schema.json"));
    CHECK(errors_of(chain(20'000), first) ==
          "shop.csdl:shop.type101 (line 102): \"BaseType\": has more than 100 base types, one derived from the next; "
          "leave out the types that derive from it, and it\n");
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
    CHECK(
        run({.metadata = folder.path().string(), .output = output.string()}).err ==
        folder.path().string() +
            ": cannot be read as a file; give the response to a request for $metadata\n1 error; nothing was written\n");
    CHECK(run({.metadata = (samples / "shop.csdl").string(), .output = output.string()}).err ==
          (samples / "shop.csdl").string() + ": no type is wished for, and no schema file is there; name one with "
                                             "--type\n1 error; nothing was written\n");

    write_file(output, "{}");
    const auto no_folder = run(
        {.metadata = (samples / "shop.csdl").string(), .output = output.string(), .wishes = {.types = {"shop.color"}}});
    CHECK(no_folder.status == exit_status::failure);
    CHECK(no_folder.err.starts_with(output.string() + ": is no folder; "));
    CHECK(no_folder.err.ends_with("1 error; nothing was written\n"));
    CHECK(rollcall::codegen::test::read_file(output) == "{}");
}
