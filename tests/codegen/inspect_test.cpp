#include "inspect_command.hpp" // inspect
#include "outcome.hpp"         // outcome_of
#include "run_program.hpp"     // run_program
#include "schema_texts.hpp"    // schema, temporary_folder, write_schemas

#include <boost/json/parse.hpp> // boost::json::parse

#include <doctest/doctest.h>

using namespace rollcall::codegen;
using namespace rollcall::codegen::test;

namespace {

const std::string source = ROLLCALL_SOURCE_DIR;

outcome run(const inspect_options& options)
{
    return outcome_of(inspect, options);
}

std::string shown(const std::string& schemas, view_format format)
{
    const auto [status, out, err] = run({.source = schemas, .format = format});
    CHECK(status == exit_status::success);
    CHECK(err.empty());
    return out;
}

/// The project's schema, one that uses all of the dialect, and one with names that try to be something else.
std::vector<std::string> all_schemas(const temporary_folder& folder)
{
    write_schemas(folder.path(),
                  {schema("nasty", R"({"type": "object", "x-serviceType": "a\"]{|}\\", "properties": {)"
                                   R"("}\n  click type0 \"javascript:\"": {"type": "string", "x-name": "a"},)"
                                   R"("<b>|{\\l\"]; x -> y": {"$ref": "hue.schema.json", "x-name": "b"}}})"),
                   schema("hue", R"({"type": "string", "enum": ["~<<a>>", "%% b", "c(d"],)"
                                 R"("x-names": {"~<<a>>": "a", "%% b": "b", "c(d": "c"}})")});
    return {source + "/schema", source + "/tests/codegen/schemas/shop", folder.path().string()};
}

} // namespace

TEST_CASE("the table shows what each type has, what may be null and what must be there")
{
    const temporary_folder folder;
    write_schemas(folder.path(),
                  {schema("shape", R"({"type": "object", "x-serviceType": "geo.shape", "x-key": ["id"],)"
                                   R"("required": ["id"], "properties": {"id": {"type": "string"},)"
                                   R"("tags": {"type": ["array", "null"], "items": {"type": "string"}}}})"),
                   schema("circle", R"({"type": "object", "allOf": [{"$ref": "shape.schema.json"}]})"),
                   schema("hue", R"({"type": "string", "enum": ["red", "green"]})")});
    CHECK(shown(folder.path().string(), view_format::table) == R"(circle : shape, open
shape, open, geo.shape, key id, subtypes circle
  id    string                not null  required
  tags  collection of string  null      optional
hue, enumeration
  red
  green
)");
}

TEST_CASE("types can be chosen by our name or the service's, and a misspelt one is an error")
{
    const auto schemas = source + "/schema";
    const auto [status, out, err] =
        run({.source = schemas, .types = {"microsoft.graph.meetingEngagementType", "identity"}});
    CHECK(status == exit_status::success);
    CHECK(out.starts_with("identity, open, microsoft.graph.identity\n  id "));
    CHECK(out.find("\nmeetingEngagementType, enumeration, ") != std::string::npos);
    CHECK(out.find("attendanceRecord") == std::string::npos);

    const auto in_metadata =
        run({.source = source + "/tests/codegen/steps/2021.csdl", .types = {"attendanceInterval"}});
    CHECK(in_metadata.out.starts_with("microsoft.graph.attendanceInterval, closed\n  durationInSeconds  Edm.Int32 "));

    const auto misspelt = run({.source = schemas, .types = {"identities"}});
    CHECK(misspelt.status == exit_status::failure);
    CHECK(misspelt.err ==
          "--type identities: there is no such type in " + schemas + "; all are shown without --type\n");
}

TEST_CASE("a schema that cannot be read is an error")
{
    CHECK(run({.source = "missing"}).err ==
          "missing: there is no such file or folder; name a file with $metadata, a folder with schema files, "
          "or REVISION:FOLDER, such as HEAD~1:schema\n");
}

TEST_CASE("JSON has the types with their values")
{
    const auto shown_types = boost::json::parse(shown(source + "/schema", view_format::json)).at("types").as_array();
    const auto find = [&](std::string_view name) {
        for (const auto& type : shown_types) {
            if (type.at("name").as_string() == boost::json::string_view{name.data(), name.size()})
                return type;
        }
        return boost::json::value{};
    };
    const auto record = find("attendanceRecord");
    REQUIRE(record.is_object());
    CHECK(record.at("serviceType") == "microsoft.graph.attendanceRecord");
    CHECK(record.at("open") == false);
    CHECK(record.at("key").at(0) == "id");
    const auto& identity = record.at("properties").at(6);
    CHECK(identity.at("name") == "identity");
    CHECK(identity.at("required") == false);
    CHECK(identity.at("value").at("type") == "identity");
    CHECK(identity.at("value").at("nullable") == true);
    CHECK(identity.at("value").at("subtypes").as_array().size() == 2);
    CHECK(record.at("properties").at(7).at("value").at("items").at("type") == "attendanceInterval");
    CHECK(find("communicationsUserIdentity").at("base") == "identity");
    CHECK(find("meetingEngagementType").at("members").as_array().size() == 5);
}

TEST_CASE("the diagrams have a node for each type, and an edge for each base and each property of a type")
{
    const temporary_folder folder;
    write_schemas(folder.path(),
                  {schema("a", R"({"type": "object"})"), schema("b", R"({"type": "object", "allOf": [{"$ref": )"
                                                                     R"("a.schema.json"}], "properties": {"c d": )"
                                                                     R"({"$ref": "a.schema.json", "x-name": "c"}}})")});
    const auto name = folder.path().string();
    CHECK(shown(name, view_format::dot) == R"(digraph types {
  rankdir=LR;
  node [shape=record];
  type0 [label="{a|}"];
  type1 [label="{b|c\ d:\ a\l}"];
  type1 -> type0 [arrowhead=empty];
  type1 -> type0 [label="c\ d", arrowhead=vee, style=dashed];
}
)");
    CHECK(shown(name, view_format::mermaid) == R"(classDiagram
  class type0["a"] {
  }
  class type1["b"] {
    c d a
  }
  type0 <|-- type1
  type1 ..> type0 : c d
)");
}

TEST_CASE("Graphviz draws the diagram, whatever names stand in it")
{
    if (run_program({"sh", "-c", "command -v dot"}).status != 0) {
        MESSAGE("skipped: there is no Graphviz here (Debian: graphviz)");
        return;
    }
    const temporary_folder folder;
    const temporary_folder output;
    for (const auto& schemas : all_schemas(folder)) {
        const auto file = (output.path() / "types.dot").string();
        write_file(file, shown(schemas, view_format::dot));
        const auto drawn = run_program({"dot", "-Tsvg", file});
        CHECK_MESSAGE(drawn.status == 0, drawn.err);
        CHECK_MESSAGE(drawn.err.empty(), drawn.err);
        CHECK(drawn.out.find("</svg>") != std::string::npos);
    }
}

TEST_CASE("Mermaid reads the diagram, whatever names stand in it")
{
    if (run_program({"sh", "-c", "command -v node"}).status != 0) {
        MESSAGE("skipped: there is no Node.js here (Debian: nodejs)");
        return;
    }
    const temporary_folder folder;
    const temporary_folder output;
    for (const auto& schemas : all_schemas(folder)) {
        const auto file = (output.path() / "types.mmd").string();
        write_file(file, shown(schemas, view_format::mermaid));
        const auto checked = run_program(
            {"node", source + "/tests/codegen/check_mermaid.mjs", source + "/.build/npm/node_modules", file});
        if (checked.status == 77) {
            MESSAGE(checked.out);
            return;
        }
        CHECK_MESSAGE(checked.status == 0, checked.err);
        CHECK(checked.out == "class\n");
    }
}
