#include "lock_file.hpp"      // lock_file_name
#include "schema_texts.hpp"   // read_file, temporary_folder, write_file
#include "text_parts.hpp"     // has, replaced
#include "update_command.hpp" // update

#include <doctest/doctest.h>

#include <sstream> // std::ostringstream
#include <thread>  // std::jthread

using namespace rollcall::codegen;
using namespace rollcall::codegen::test;
namespace fs = std::filesystem;

namespace {

const fs::path project = ROLLCALL_SOURCE_DIR;

struct outcome {
    exit_status status;
    std::string out;
    std::string err;
};

outcome run(const update_options& options)
{
    std::ostringstream out;
    std::ostringstream err;
    const auto status = update(options, out, err);
    return {status, out.str(), err.str()};
}

/// Copies of the project's schema files and headers, with metadata that says what they say.
struct workplace {
    temporary_folder folder;
    fs::path schema = folder.path() / "schema";
    fs::path headers = folder.path() / "model";
    update_options options{.metadata = (folder.path() / "attendance.csdl").string(),
                           .schema = schema.string(),
                           .output = headers.string()};
    std::string metadata_text = rollcall::codegen::test::read_file(project / "tests/codegen/metadata/attendance.csdl");

    workplace()
    {
        fs::copy(project / "schema", schema);
        fs::copy(project / "include/rollcall/model", headers);
        fs::remove(schema / lock_file_name);
        write_file(options.metadata, metadata_text);
    }

    void change_metadata(const std::string& part, const std::string& by)
    {
        metadata_text = replaced(metadata_text, part, by);
        write_file(options.metadata, metadata_text);
    }
    [[nodiscard]] outcome check() const
    {
        auto checking = options;
        checking.check = true;
        return run(checking);
    }
    [[nodiscard]] std::string schema_text(const std::string& name) const
    {
        return rollcall::codegen::test::read_file(schema / name);
    }
    [[nodiscard]] std::string header(const std::string& name) const
    {
        return rollcall::codegen::test::read_file(headers / name);
    }
};

} // namespace

TEST_CASE("the project's own schema files, lock file and headers are in step")
{
    const auto result = run({.schema = (project / "schema").string(),
                             .output = (project / "include/rollcall/model").string(),
                             .check = true});
    CHECK_MESSAGE(result.status == exit_status::success, result.out, result.err);
}

TEST_CASE("an update writes a lock file, by which the same metadata is known again")
{
    const workplace place;
    CHECK(place.check().status == exit_status::difference);
    CHECK(run(place.options).out == "rollcall.lock.json: new\n");
    CHECK(place.check().status == exit_status::success);
    const auto [status, out, err] = run(place.options);
    CHECK(status == exit_status::success);
    CHECK(has(out, "unchanged since the last update"));
    CHECK(has(out, "are in step"));
}

TEST_CASE("an update says what changed and what that means, and generates")
{
    workplace place;
    (void)run(place.options);
    place.change_metadata(R"(Name="role" Type="Edm.String")", R"(Name="role" Type="Edm.Boolean")");
    CHECK(has(place.check().out, "is another $metadata"));
    const auto [status, out, err] = run(place.options);
    CHECK(status == exit_status::success);
    CHECK(has(out, "breaking: attendanceRecord.role was string or null and is boolean or null"));
    CHECK(has(out, "attendanceRecord.schema.json: changed"));
    CHECK(has(place.header("attendanceRecord.hpp"), "rollcall::property<bool> role{};"));
    CHECK(place.check().status == exit_status::success);
}

TEST_CASE("a change as grave as --fail-on says keeps everything from being written")
{
    workplace place;
    (void)run(place.options);
    const auto before = place.schema_text("rollcall.lock.json");
    place.change_metadata(R"(Name="role" Type="Edm.String")", R"(Name="role" Type="Edm.Boolean")");
    place.options.fail_on = verdict::breaking;
    const auto [status, out, err] = run(place.options);
    CHECK(status == exit_status::difference);
    CHECK(has(out, "nothing was written"));
    CHECK(place.schema_text("rollcall.lock.json") == before);
    CHECK(has(place.header("attendanceRecord.hpp"), "rollcall::property<typename Storage::string> role{};"));
}

TEST_CASE("what people change in a schema file is taken over without metadata")
{
    workplace place;
    (void)run(place.options);
    const auto changed = replaced(place.schema_text("attendanceInterval.schema.json"), "One stay", "A stay");
    write_file(place.schema / "attendanceInterval.schema.json", changed);
    CHECK(has(place.check().out, "the schema files were changed since"));
    place.options.metadata.clear();
    CHECK(run(place.options).status == exit_status::success);
    CHECK(place.check().status == exit_status::success);
    CHECK(place.schema_text("attendanceInterval.schema.json") == changed);
    CHECK(has(place.header("attendanceInterval.hpp"), "A stay of a participant"));
}

TEST_CASE("a type that was left out stays so")
{
    workplace place;
    place.options.wishes.exclude = {"meetingEngagement"};
    CHECK(run(place.options).status == exit_status::success);
    CHECK_FALSE(fs::exists(place.schema / "meetingEngagement.schema.json"));
    CHECK_FALSE(fs::exists(place.headers / "meetingEngagement.hpp"));
    place.options.wishes.exclude.clear();
    place.change_metadata(R"(Name="role" Type="Edm.String")", R"(Name="role" Type="Edm.Boolean")");
    CHECK(run(place.options).status == exit_status::success);
    CHECK_FALSE(fs::exists(place.schema / "meetingEngagement.schema.json"));
    CHECK(has(place.schema_text("rollcall.lock.json"), "meetingEngagement"));
}

TEST_CASE("updates at the same time wait for one another, and none is lost")
{
    workplace place;
    const std::vector<std::string> types{"attendanceInterval", "identity", "meetingEngagement", "attendanceRecord"};
    fs::remove_all(place.schema);
    {
        std::vector<std::jthread> runs;
        for (const auto& type : types)
            runs.emplace_back([&place, &type] {
                auto options = place.options;
                options.wishes.types = {type};
                (void)run(options);
            });
    }
    for (const auto& type : types)
        CHECK_MESSAGE(fs::exists(place.schema / (type + ".schema.json")), type);
    CHECK(place.check().status == exit_status::success);
}

TEST_CASE("when the headers cannot be written the schema files stay as they were")
{
    workplace place;
    (void)run(place.options);
    const auto before = place.schema_text("attendanceRecord.schema.json");
    place.change_metadata(R"(Name="role" Type="Edm.String")", R"(Name="role" Type="Edm.Boolean")");
    write_file(place.headers / "mine.hpp", "// by hand\n");
    const auto [status, out, err] = run(place.options);
    CHECK(status == exit_status::failure);
    CHECK(has(err, "nothing was written"));
    CHECK(place.schema_text("attendanceRecord.schema.json") == before);
}

TEST_CASE("when a schema file refers to a type that is gone nothing is written")
{
    workplace place;
    (void)run(place.options);
    const auto begin = place.metadata_text.find(R"(      <EntityType Name="meetingAttendanceReport")");
    const auto end = place.metadata_text.find(R"(      <EntityType Name="attendanceRecord")");
    place.change_metadata(place.metadata_text.substr(begin, end - begin), "");
    const auto [status, out, err] = run(place.options);
    CHECK(status == exit_status::failure);
    CHECK(has(err, "meetingAttendanceReportCollection.schema.json"));
    CHECK(has(err, "refers to a file that is not there"));
    CHECK(fs::exists(place.schema / "meetingAttendanceReport.schema.json"));
}

TEST_CASE("a lock file or metadata that cannot be read is told")
{
    workplace place;
    write_file(place.schema / lock_file_name, "{}");
    CHECK(has(run(place.options).err, "is not a lock file"));
    write_file(place.schema / lock_file_name, "{");
    CHECK(has(run(place.options).err, "rollcall.lock.json (line 1): is not JSON"));
    fs::remove(place.schema / lock_file_name);
    fs::remove(place.options.metadata);
    CHECK(has(run(place.options).err, "cannot be read as a file"));
}
