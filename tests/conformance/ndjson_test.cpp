#include "sandbox.hpp"

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <string>

namespace {

namespace json = boost::json;

const std::string good = R"({"role": "Attendee", "totalAttendanceInSeconds": 0, "attendanceIntervals": []})";

/// What stands in a report, a line for each finding.
std::string outline(const json::value& report)
{
    std::string result;
    for (const json::value& file : report.at("files").as_array())
        for (const json::value& payload : file.at("payloads").as_array())
            for (const json::value& finding : payload.at("diagnostics").as_array()) {
                CHECK(payload.at("line") == finding.at("line"));
                result += json::serialize(json::array{finding.at("line"), finding.at("column"), finding.at("rule"),
                                                      finding.at("pointer")}) +
                          '\n';
            }
    return result;
}

} // namespace

TEST_CASE("each line of NDJSON is judged, a broken one is one finding, and lines are those of the file")
{
    const sandbox box;
    for (const std::string end : {"\n", "\r\n"}) {
        box.write("records.ndjson", good + end + good + end + end + R"({"role": 7})" + end + R"({"role": "Att)" + end +
                                        "hello" + end + R"(  {"value": [{"role": null}, {"role": "Chef"}]})" + end +
                                        good);
        const program_run run = box.run("--format json records.ndjson");
        CHECK(run.status == 1);
        const json::value report = json::parse(run.out);
        CHECK(outline(report) == "[4,10,\"type\",\"/role\"]\n"
                                 "[5,14,\"json-syntax\",\"\"]\n"
                                 "[6,1,\"json-syntax\",\"\"]\n"
                                 "[7,39,\"unknown-role\",\"/value/1/role\"]\n");
        CHECK(report.at_pointer("/files/0/unlisted/payloads") == 3);
        CHECK(report.at_pointer("/files/0/unlisted/records") == 3);
        CHECK(report.at_pointer("/summary/payloads") == 7);
        CHECK(report.at_pointer("/summary/records") == 6);
        CHECK(report.at_pointer("/summary/errors") == 3);
    }
}

TEST_CASE("a text report on NDJSON shows the lines that have findings")
{
    const sandbox box;
    box.write("records.ndjson", good + "\n" + R"({"role": 7})" + "\n" + good + "\n");
    CHECK(box.run("records.ndjson").out == "records.ndjson:2:10: error: role must be a string [type]\n"
                                           "  at /role: expected a string or null, found 7\n"
                                           "    2 | {\"role\": 7}\n"
                                           "      |          ^\n"
                                           "1 file, 3 payloads, 3 records: 1 error, no warnings\n");
}

TEST_CASE("many good lines make no large report")
{
    const sandbox box;
    std::string lines;
    for (int count = 0; count < 20'000; ++count)
        lines += "{\"role\":null}\n";
    box.write("good.ndjson", lines);
    const program_run run = box.run("--format json good.ndjson");
    CHECK(run.status == 0);
    CHECK(run.out.size() < 1000);
    CHECK(json::parse(run.out).at_pointer("/files/0/unlisted/payloads") == 20'000);
    CHECK(box.run("good.ndjson").out == "1 file, 20000 payloads, 20000 records: nothing to report\n");
}

TEST_CASE("NDJSON may come through a pipe and on standard input")
{
    const sandbox box;
    box.write("records.ndjson", good + "\n" + good + "\n");
    const std::string expected = "1 file, 2 payloads, 2 records: nothing to report\n";
    CHECK(box.run("- < records.ndjson").out == expected);
    CHECK(box.run_shell("cat records.ndjson | rollcall-validate -").out == expected);
    CHECK(box.run("<(cat records.ndjson)").out == expected);
}

TEST_CASE("a line that lacks its schema file is named")
{
    const sandbox box;
    box.write("schema/attendanceRecord.schema.json", R"({"type": "object"})");
    box.write("mixed.ndjson", good + "\n" + good + "\n" + R"({"value": []})" + "\n" + good + "\n");
    const program_run run = box.run("--schema schema --format json mixed.ndjson");
    CHECK(run.status == 2);
    CHECK(run.err.find("mixed.ndjson: error: line 3: attendanceRecordCollection.schema.json") == 0);
    const json::value file = json::parse(run.out).at_pointer("/files/0");
    CHECK(file.at("payloads").as_array().empty());
    CHECK(file.at_pointer("/unlisted/payloads") == 0);
}
