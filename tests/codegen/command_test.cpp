#include "generate_command.hpp" // generate
#include "outcome.hpp"          // outcome_of
#include "schema_texts.hpp"     // schema, temporary_folder, write_schemas

#include <doctest/doctest.h>

#include <sys/stat.h> // mkfifo

#include <algorithm> // std::count

using namespace rollcall::codegen;
using namespace rollcall::codegen::test;
namespace fs = std::filesystem;

namespace {

outcome run(const generate_options& options)
{
    return outcome_of(generate, options);
}

/// A folder with a folder of schema files, and the options to generate beside it.
struct workplace {
    temporary_folder folder;
    generate_options options;

    explicit workplace(const std::vector<schema_text>& schemas)
    {
        fs::create_directory(folder.path() / "schema");
        write_schemas(folder.path() / "schema", schemas);
        options.schema = (folder.path() / "schema").string();
        options.output = (folder.path() / "shop").string();
        options.name_space = "shop";
    }

    [[nodiscard]] outcome check() const
    {
        auto checking = options;
        checking.check = true;
        return run(checking);
    }
    [[nodiscard]] fs::path output(const std::string& name) const { return fs::path{options.output} / name; }
    [[nodiscard]] std::string command() const
    {
        return "rollcall-codegen generate --schema " + options.schema + " --output " + options.output +
               " --namespace shop\n";
    }
};

const auto item = schema("item", R"({"type": "object", "properties": {"name": {"type": "string"}}})");

} // namespace

TEST_CASE("generating writes a header for each type, one for all, and the schema files")
{
    const workplace place{{item, schema("size", R"({"type": "string", "enum": ["small", "large"]})")}};
    const auto [status, out, err] = run(place.options);
    CHECK(status == exit_status::success);
    CHECK(out.empty());
    CHECK(err.empty());
    for (const auto* name : {"item.hpp", "size.hpp", "all.hpp", "schema_files.hpp"})
        CHECK(read_file(place.output(name)).starts_with(generated_mark));
    CHECK(std::distance(fs::directory_iterator{place.options.output}, {}) == 4);
}

TEST_CASE("a wrong schema is told with the folder as it was given, and nothing is written")
{
    const workplace place{{item, schema("thing", R"({"type": "object", "minLength": 1})")}};
    const auto [status, out, err] = run(place.options);
    CHECK(status == exit_status::failure);
    CHECK(out.empty());
    CHECK(err == place.options.schema +
                     "/thing.schema.json:# (line 1): \"minLength\": does not belong to an object type; take it out, or "
                     "correct the type\n1 error; nothing was written\n");
    CHECK_FALSE(fs::exists(place.options.output));
}

TEST_CASE("a wrong schema leaves what was generated before")
{
    const workplace place{{item}};
    REQUIRE(run(place.options).status == exit_status::success);
    write_schemas(place.options.schema, {schema("thing", R"({"type": "objects"})")});
    CHECK(run(place.options).status == exit_status::failure);
    CHECK(place.check().status == exit_status::failure);
    CHECK(read_file(place.output("all.hpp")).find("item.hpp") != std::string::npos);
}

TEST_CASE("a folder without schema files, or none at all, is an error")
{
    workplace place{{}};
    CHECK(run(place.options).err ==
          place.options.schema + ": has no file whose name ends in .schema.json; name the folder with the schema "
                                 "files\n1 error; nothing was written\n");
    place.options.schema += "/missing";
    const auto [status, out, err] = run(place.options);
    CHECK(status == exit_status::failure);
    CHECK(err == place.options.schema + ": cannot be read as a folder: No such file or directory; name the "
                                        "folder with the schema files\n1 error; nothing was written\n");
}

TEST_CASE("a schema file that is no file is an error")
{
    const workplace place{{item}};
    fs::create_directory(fs::path{place.options.schema} / "folder.schema.json");
    REQUIRE(mkfifo((place.options.schema + "/pipe.schema.json").c_str(), 0600) == 0);
    CHECK(run(place.options).err == place.options.schema +
                                        "/folder.schema.json: cannot be read as a file; check what it is and its "
                                        "permissions\n" +
                                        place.options.schema +
                                        "/pipe.schema.json: cannot be read as a file; check what it is and its "
                                        "permissions\n2 errors; nothing was written\n");
}

TEST_CASE("a namespace must be one, and not a library's")
{
    workplace place{{item}};
    for (const auto* name : {"", "a::", "::a", "a:b", "class", "a::new", "std", "std::shop", "rollcall", "a b", "_A"}) {
        place.options.name_space = name;
        CHECK_MESSAGE(run(place.options).status == exit_status::failure, name);
    }
    place.options.name_space = "boost::shop";
    CHECK(run(place.options).err ==
          "--namespace boost::shop: boost::shop is a library's namespace; give names like shop or shop::model\n");
    for (const auto* name : {"a", "a::b::c", "rollcall::model", "rollcall::model_2"}) {
        place.options.name_space = name;
        CHECK_MESSAGE(run(place.options).status == exit_status::success, name);
    }
}

TEST_CASE("a type cannot be called like the namespace")
{
    workplace place{{schema("shop", R"({"type": "object"})")}};
    CHECK(run(place.options).status == exit_status::failure);
    place.options.name_space = "my::shop";
    CHECK(run(place.options).status == exit_status::success);
}

TEST_CASE("checking says nothing when all is in step")
{
    const workplace place{{item}};
    REQUIRE(run(place.options).status == exit_status::success);
    const auto [status, out, err] = place.check();
    CHECK(status == exit_status::success);
    CHECK(out.empty());
    CHECK(err.empty());
}

TEST_CASE("checking shows what would change and the command that mends it, and writes nothing")
{
    const workplace place{{item}};
    REQUIRE(run(place.options).status == exit_status::success);
    const auto before = read_file(place.output("item.hpp"));
    auto changed = before;
    changed.insert(changed.find("name{};") + 4, "_of_it");
    write_file(place.output("item.hpp"), changed);
    write_file(place.output("extra.hpp"), std::string{generated_mark} + "before");
    fs::remove(place.output("all.hpp"));

    const auto [status, out, err] = place.check();
    CHECK(status == exit_status::difference);
    CHECK(err.empty());
    const auto path = [&](const char* name) { return place.output(name).string(); };
    CHECK(out == path("all.hpp") + ": missing\n" + path("extra.hpp") +
                     ": superfluous, since no type of the schema is called so\n" + path("item.hpp") +
                     ": not what the schema says\n--- " + path("item.hpp") + "\n+++ " + path("item.hpp") +
                     " (from the schema)\n" +
                     R"(@@ -11,7 +11,7 @@
 /// An open type.
 template <class Storage>
 struct basic_item {
-    rollcall::property<typename Storage::string> name_of_it{};
+    rollcall::property<typename Storage::string> name{};
 
     /// What the type does not declare, and the order in which the properties were read.
     rollcall::additional_properties<Storage> additionalProperties{};
)" + "3 files are not in step with " +
                     place.options.schema + "; run: " + place.command());
    CHECK(read_file(place.output("item.hpp")) == changed);

    CHECK(run(place.options).status == exit_status::success);
    CHECK(place.check().status == exit_status::success);
    CHECK(read_file(place.output("item.hpp")) == before);
}

TEST_CASE("checking a folder that is not there names what is missing")
{
    const workplace place{{item}};
    const auto [status, out, err] = place.check();
    CHECK(status == exit_status::difference);
    CHECK(std::count(out.begin(), out.end(), '\n') == 4);
    CHECK_FALSE(fs::exists(place.options.output));
}

TEST_CASE("checking names a file that the generator has not written, which generating would refuse")
{
    const workplace place{{item}};
    REQUIRE(run(place.options).status == exit_status::success);
    write_file(place.output("mine.hpp"), "#pragma once\n");
    CHECK(place.check().out ==
          place.output("mine.hpp").string() + ": not written by rollcall-codegen\n1 file is not in step with " +
              place.options.schema +
              "; move what rollcall-codegen has not written elsewhere, and run: " + place.command());
    CHECK(run(place.options).status == exit_status::failure);
}

TEST_CASE("the command that mends is fit for a shell")
{
    workplace place{{item}};
    place.options.output = (place.folder.path() / "it's here").string();
    place.options.name_space = generate_options{}.name_space;
    CHECK(place.check().out.ends_with("--schema " + place.options.schema + " --output '" +
                                      place.folder.path().string() + "/it'\\''s here'\n"));
}
