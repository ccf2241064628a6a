#include "compare_types.hpp" // compare_types
#include "schema_import.hpp" // import_schema
#include "schema_texts.hpp"  // read_file, temporary_folder, write_file
#include "type_source.hpp"   // load_states

#include <rollcall/schema_engine.hpp> // schema_engine

#include <boost/json/parse.hpp> // boost::json::parse

#include <doctest/doctest.h>

#include <set> // std::set

// The steps that attendanceRecord took in the service's $metadata (v1.0, and beta as of today), each with a capture of
// its time. In 2021 a report had no type of its own.

using namespace rollcall::codegen;
using namespace rollcall::codegen::test;
namespace fs = std::filesystem;

namespace {

const fs::path steps = fs::path{ROLLCALL_SOURCE_DIR} / "tests/codegen/steps";

const std::vector<std::string> states{"2021", "2022-06-13", "2023-10-18", "2025-01-17", "2025-05-02", "2026-08-beta"};

std::string metadata_file(const std::string& state)
{
    return (steps / (state + ".csdl")).string();
}

/// A line break, and for each change of the step its id, the namespace left out, with both verdicts.
std::string changes_to(std::size_t index)
{
    const auto types = load_states(metadata_file(states[index - 1]), metadata_file(states[index]));
    std::string result = "\n";
    for (const auto& found : compare_types(types.before, types.after)) {
        auto id = id_of(found);
        const std::string name_space = "microsoft.graph.";
        for (auto at = id.find(name_space); at != std::string::npos; at = id.find(name_space))
            id.erase(at, name_space.size());
        result += id + " " + std::string{name_of(found.source)} + " " + std::string{name_of(found.wire)} + "\n";
    }
    return result;
}

/// Judges records by the schema that the service had at a time.
rollcall::schema_engine engine_of(const std::string& state)
{
    error_list errors;
    const auto all = read_metadata(read_file(metadata_file(state)), errors);
    const auto files =
        import_schema(all, {.types = {"attendanceRecord"}, .derived = {"all"}}, std::vector<schema_document>{}, errors);
    REQUIRE(errors.empty());
    const temporary_folder folder;
    for (const auto& [name, text] : files)
        write_file(folder.path() / name, text);
    return rollcall::schema_engine::from_folder(folder.path());
}

/// What the records of a capture have against them, each rule and place once.
std::set<std::string> findings(const rollcall::schema_engine& engine, const std::string& state)
{
    const auto capture = boost::json::parse(read_file(steps / (state + ".json")));
    std::set<std::string> result;
    for (const auto& record : capture.at("value").as_array()) {
        for (const auto& found : engine.check(record, "attendanceRecord.schema.json"))
            result.insert(std::string{found.rule} + " " + found.pointer);
    }
    return result;
}

const std::set<std::string> none;

} // namespace

TEST_CASE("each step of attendanceRecord has its changes, with their verdicts")
{
    CHECK(changes_to(1) == R"(
base-added:attendanceRecord:none-to-entity risky safe
key-changed:attendanceRecord:none-to-id safe risky
type-added:entity safe safe
property-added:attendanceRecord.id safe risky
type-added:meetingAttendanceReport safe safe
)");
    CHECK(changes_to(2) == R"(
type-added:azureCommunicationServicesUserIdentity safe safe
type-added:communicationsUserIdentity safe safe
subtype-added:identity:azureCommunicationServicesUserIdentity risky safe
subtype-added:identity:communicationsUserIdentity risky safe
)");
    CHECK(changes_to(3) == R"(
type-added:virtualEventExternalInformation safe safe
type-added:virtualEventExternalRegistrationInformation safe safe
)");
    CHECK(changes_to(4) == R"(
property-added:attendanceRecord.externalRegistrationInformation safe risky
property-added:attendanceRecord.registrationId safe risky
property-added:meetingAttendanceReport.externalEventInformation safe risky
)");
    CHECK(changes_to(5) == R"(
type-added:meetingEngagementType safe safe
type-added:meetingEngagement safe safe
property-added:attendanceRecord.engagements safe risky
property-added:attendanceRecord.registrantId safe risky
)");
}

TEST_CASE("a capture of each time conforms to the schema of its time and of today")
{
    const rollcall::schema_engine today;
    for (const auto& state : states) {
        CAPTURE(state);
        CHECK(findings(engine_of(state), state) == none);
        CHECK(findings(today, state) == none);
        CHECK(today.check(boost::json::parse(read_file(steps / (state + ".json"))),
                          rollcall::payload_kind::attendanceRecordCollection) == std::vector<rollcall::diagnostic>{});
    }
}

TEST_CASE("a reader of the time before finds in a new capture what the verdict says")
{
    const auto found_by_the_one_before = [](std::size_t index) {
        return findings(engine_of(states[index - 1]), states[index]);
    };
    CHECK(found_by_the_one_before(1) == std::set<std::string>{"unknown-property /id"});
    CHECK(found_by_the_one_before(2) == none);
    CHECK(found_by_the_one_before(3) == none);
    CHECK(found_by_the_one_before(4) == std::set<std::string>{"unknown-property /externalRegistrationInformation",
                                                              "unknown-property /registrationId"});
    CHECK(found_by_the_one_before(5) ==
          std::set<std::string>{"unknown-property /engagements", "unknown-property /registrantId"});
}
