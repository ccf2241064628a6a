#include "diff_command.hpp" // acknowledged_ids, diff, explain, list_change_rules
#include "outcome.hpp"      // outcome_of
#include "run_program.hpp"  // run_program
#include "schema_texts.hpp" // schema, temporary_folder, write_schemas

#include <boost/json/parse.hpp> // boost::json::parse

#include <doctest/doctest.h>

#include <sstream> // std::ostringstream

using namespace rollcall::codegen;
using namespace rollcall::codegen::test;
namespace fs = std::filesystem;

namespace {

outcome run(const diff_options& options)
{
    return outcome_of(diff, options);
}

schema_text thing(const std::string& properties)
{
    return schema("thing", "{\"type\": \"object\", \"properties\": {\n" + properties + "}}");
}

/// Two folders of schema files, and the options to compare them.
struct states {
    temporary_folder folder;
    diff_options options;

    states(const std::vector<schema_text>& before, const std::vector<schema_text>& after)
        : options{.before = write("old", before), .after = write("new", after)}
    {
    }

    std::string write(const std::string& name, const std::vector<schema_text>& schemas) const
    {
        fs::create_directory(folder.path() / name);
        write_schemas(folder.path() / name, schemas);
        return (folder.path() / name).string();
    }
};

/// A property's type changes, and another property is new.
const auto before = thing(R"("size": {"type": "string"})");
const auto after = thing(R"("size": {"type": "boolean"},
"tag": {"type": ["string", "null"]})");

} // namespace

TEST_CASE("the text tells each change with its place, its verdicts and its id")
{
    const states place{{before}, {after}};
    const auto [status, out, err] = run(place.options);
    CHECK(status == exit_status::success);
    CHECK(err.empty());
    CHECK(out == place.options.after +
                     R"(/thing.schema.json:2: breaking: thing.size was string and is boolean [property-type-changed]
  source breaking: The member has another type.
  wire breaking: Old captures hold values of the old type.
  id property-type-changed:thing.size:string-to-boolean
)" + place.options.after +
                     R"(/thing.schema.json:3: risky: thing.tag is new: string or null [property-added-to-open-type]
  source risky: Code that looked for it among the additional properties does not find it there.
  wire safe: An old reader keeps it as undeclared, which an open type allows.
  id property-added-to-open-type:thing.tag
2 changes: 1 breaking, 1 risky, 0 safe
)");
}

TEST_CASE("states that are the same have no changes")
{
    states place{{before}, {before}};
    CHECK(run(place.options).out == "no changes\n");
    place.options.format = change_format::markdown;
    CHECK(run(place.options).out.ends_with("**: no changes\n"));
}

TEST_CASE("JSON has all that the text has")
{
    states place{{before}, {after}};
    place.options.format = change_format::json;
    place.options.acknowledged = {"property-added-to-open-type:thing.tag"};
    const auto report = boost::json::parse(run(place.options).out);
    CHECK(report.at("new").as_string() == boost::json::string{place.options.after});
    REQUIRE(report.at("changes").as_array().size() == 2);
    const auto& added = report.at("changes").at(1);
    CHECK(added.at("id") == "property-added-to-open-type:thing.tag");
    CHECK(added.at("rule") == "property-added-to-open-type");
    CHECK(added.at("subject") == "thing.tag");
    CHECK(added.at("new") == "string or null");
    CHECK_FALSE(added.as_object().contains("old"));
    CHECK(added.at("guess") == false);
    CHECK(added.at("acknowledged") == true);
    CHECK(added.at("verdict") == "risky");
    CHECK(added.at("source").at("verdict") == "risky");
    CHECK(added.at("wire").at("verdict") == "safe");
    CHECK(added.at("place").at("state") == "new");
    CHECK(added.at("place").at("pointer") == "#/properties/tag");
    CHECK(added.at("place").at("line") == 3);
}

TEST_CASE("Markdown is a table, whose cells no name breaks")
{
    states place{{thing(R"("id": {"type": "string"})")},
                 {thing(R"("id": {"type": "string"}, "a|b<b>": {"type": "string", "x-name": "ab"})")}};
    place.options.format = change_format::markdown;
    const auto out = run(place.options).out;
    CHECK(out.find("\n| change | rule | source | wire | place |\n|---|---|---|---|---|\n| thing.a&#124;b&#60;b&#62; is "
                   "new&#58; string | property-added-to-open-type | risky: ") != std::string::npos);
    CHECK(out.ends_with("thing.schema.json&#58;2 |\n"));
}

TEST_CASE("GitHub shows a change beside the new state's line, and what is gone without one")
{
    states place{{before}, {after}};
    place.options.format = change_format::github;
    CHECK(run(place.options).out ==
          "::error title=property-type-changed,file=" + place.options.after +
              "/thing.schema.json,line=2::thing.size was string and is boolean (source breaking, wire breaking)\n"
              "::warning title=property-added-to-open-type,file=" +
              place.options.after +
              "/thing.schema.json,line=3::thing.tag is new: string or null (source risky, wire safe)\n"
              "2 changes: 1 breaking, 1 risky, 0 safe\n");
    std::swap(place.options.before, place.options.after);
    CHECK(run(place.options)
              .out.find("::error title=property-removed-from-open-type::thing.tag is gone: it was string "
                        "or null (source breaking, wire safe)\n") != std::string::npos);
}

TEST_CASE("GitHub shows what breaks nothing as a notice, and reads no escape that a name looks like")
{
    states place{{thing(R"("id": {"type": "string"})")},
                 {thing(R"("id": {"type": "string"}, "50%0A": {"type": "string", "x-name": "half"})"),
                  schema("hue", R"({"type": "string", "enum": ["red"]})")}};
    place.options.format = change_format::github;
    place.options.acknowledged = {"property-added-to-open-type:thing.50%0A"};
    const auto out = run(place.options).out;
    CHECK(out.find("::notice title=type-added,") != std::string::npos);
    CHECK(out.find("::notice title=property-added-to-open-type,") != std::string::npos);
    CHECK(out.find("::thing.50%250A is new: string (source risky, wire safe)\n") != std::string::npos);
}

TEST_CASE("no name breaks a line or a command")
{
    states place{{thing("")}, {thing(R"("a\n::error::b": {"type": "string", "x-name": "ab"})")}};
    for (const auto format : {change_format::text, change_format::markdown, change_format::github}) {
        place.options.format = format;
        CHECK(run(place.options).out.find("\n::error::b") == std::string::npos);
    }
}

TEST_CASE("a change as grave as asked for fails the command, unless it is acknowledged or judged otherwise")
{
    states place{{before}, {after}};
    place.options.fail_on = verdict::breaking;
    CHECK(run(place.options).status == exit_status::difference);

    place.options.acknowledged = {"property-type-changed:thing.size:string-to-boolean"};
    CHECK(run(place.options).status == exit_status::success);
    place.options.fail_on = verdict::risky;
    CHECK(run(place.options).status == exit_status::difference);

    place.options.severities["property-added-to-open-type"].source = verdict::safe;
    const auto [status, out, err] = run(place.options);
    CHECK(status == exit_status::success);
    CHECK(out.ends_with("2 changes: 0 breaking, 0 risky, 1 safe, 1 acknowledged\n"));
}

TEST_CASE("an acknowledgement of one change is none of another one of the same property")
{
    states place{{before}, {thing(R"("size": {"type": "number"})")}};
    place.options.fail_on = verdict::breaking;
    place.options.acknowledged = {"property-type-changed:thing.size:string-to-boolean"};
    const auto [status, out, err] = run(place.options);
    CHECK(status == exit_status::difference);
    CHECK(err ==
          "property-type-changed:thing.size:string-to-boolean: acknowledged, but there is no such change; take it "
          "out\n");
}

TEST_CASE("a file of acknowledgements has an id on each line, with a reason after it")
{
    CHECK(acknowledged_ids("# known\n\n  type-added:a\r\ntype-added:b we need it\n \ntype-added:c") ==
          std::vector<std::string>{"type-added:a", "type-added:b", "type-added:c"});
    CHECK(acknowledged_ids("").empty());

    states place{{before}, {after}};
    place.options.fail_on = verdict::breaking;
    const auto file = (place.folder.path() / "known").string();
    place.options.acknowledgement_files = {file};
    CHECK(run(place.options).err == file + ": cannot be read; name a file with an id of a change on each line\n");
    write_file(file, "property-type-changed:thing.size:string-to-boolean we do not read it\n");
    CHECK(run(place.options).status == exit_status::success);
}

TEST_CASE("a state that cannot be read is an error that says what to name instead")
{
    states place{{before}, {schema("thing", R"({"type": "objects"})")}};
    auto [status, out, err] = run(place.options);
    CHECK(status == exit_status::failure);
    CHECK(out.empty());
    CHECK(err.starts_with(place.options.after + "/thing.schema.json:# (line 1): \"type\": "));
    CHECK(err.ends_with("\nnothing was compared\n"));

    place.options.after = place.folder.path() / "missing";
    CHECK(run(place.options).err ==
          place.options.after +
              ": there is no such file or folder; name a file with $metadata, a folder with schema files, or "
              "REVISION:FOLDER, such as HEAD~1:schema\nnothing was compared\n");
}

TEST_CASE("a state can be a folder at a revision of git")
{
    const temporary_folder clone;
    const auto git = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"git", "-C", clone.path().string(), "-c", "user.name=tester", "-c",
                                             "user.email=tester@localhost"});
        REQUIRE(run_program(arguments).status == 0);
    };
    if (run_program({"sh", "-c", "command -v git"}).status != 0) {
        MESSAGE("skipped: there is no git here (Debian: git)");
        return;
    }
    git({"init", "--quiet"});
    fs::create_directory(clone.path() / "schema");
    write_schemas(clone.path() / "schema", {before});
    write_file(clone.path() / "schema/README.md", "no schema");
    fs::create_directory(clone.path() / "docs");
    write_file(clone.path() / "docs/README.md", "no schema");
    git({"add", "."});
    git({"commit", "--quiet", "--message", "before"});
    write_schemas(clone.path() / "schema", {after});
    git({"commit", "--quiet", "--all", "--message", "after"});

    const auto previous = fs::current_path();
    fs::current_path(clone.path());
    const auto changed = run({.before = "HEAD~1:schema", .after = "HEAD:schema"});
    const auto same = run({.before = "HEAD:schema", .after = "schema"});
    const auto unknown = run({.before = "HEAD:schemas", .after = "schema"});
    const auto option = run({.before = "--help:schema", .after = "schema"});
    const auto empty = run({.before = "HEAD:docs", .after = "schema"});
    fs::current_path(previous);

    CHECK(changed.out.starts_with("HEAD:schema/thing.schema.json:2: breaking: thing.size was string and is boolean "));
    CHECK(same.out == "no changes\n");
    CHECK(unknown.status == exit_status::failure);
    CHECK(unknown.err.starts_with("HEAD:schemas: is no folder at a revision: git says \""));
    CHECK(option.status == exit_status::failure);
    CHECK(option.err.starts_with("--help:schema: is no folder at a revision: git says \""));
    CHECK(empty.status == exit_status::failure);
    CHECK(empty.err == "HEAD:docs: has no file whose name ends in .schema.json; name the folder with the schema files\n"
                       "nothing was compared\n");
}

TEST_CASE("the rules can be listed and each explained")
{
    std::ostringstream list;
    list_change_rules(list);
    std::ostringstream explanation;
    explain(*find_change_rule("property-added"), explanation);
    for (const auto& rule : change_rules)
        CHECK(list.str().find(std::string{rule.id} + ' ') != std::string::npos);
    CHECK(explanation.str().starts_with("property-added: A closed type has another property.\n\nsource safe: "));
    CHECK(explanation.str().find("\nwire risky: An old reader keeps it as undeclared, but reports it.\n") !=
          std::string::npos);
}

TEST_CASE("a program is run without a shell, and its signal and both outputs come back")
{
    const auto result = run_program({"sh", "-c", "printf out; printf err >&2; exit 3"});
    CHECK(result.status == 3);
    CHECK(result.out == "out");
    CHECK(result.err == "err");
    CHECK(run_program({"printf", "%s", "$HOME; `id`"}).out == "$HOME; `id`");
    CHECK(run_program({"sh", "-c", "kill -9 $$"}).status == 128 + 9);
    CHECK_THROWS_AS((void)run_program({"rollcall-no-such-program"}), std::system_error);
}
