#include "sandbox.hpp"

#include <rollcall/rules/catalogue.hpp>
#include <rollcall/version.hpp>

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace {

namespace json = boost::json;

constexpr std::string_view good =
    R"({"value": [{"role": "Attendee", "totalAttendanceInSeconds": 0, "attendanceIntervals": []}]})";
constexpr std::string_view with_warning = R"({"value": [{"role": "attendee"}]})";
constexpr std::string_view with_error = R"({"value": [{"role": 7}]})";
constexpr std::string_view with_trailing_comma = R"({"value": [{"role": "attendee",}]})";

/// A folder with a file for each verdict.
struct sample_box : sandbox {
    sample_box()
    {
        write("good.json", good);
        write("warning.json", with_warning);
        write("error.json", with_error);
        write("comma.json", with_trailing_comma);
    }
};

json::value report_of(const program_run& run)
{
    json::error_code error;
    json::value report = json::parse(run.out, error);
    REQUIRE_MESSAGE(!error, run.out, run.err);
    return report;
}

/// Wrong usage ends with 2, tells what is wrong and where help is, and prints no report.
void check_usage_error(const sandbox& box, const std::string& words, const std::string& message)
{
    const program_run run = box.run(words);
    CHECK(run.status == 2);
    CHECK(run.out == "");
    CHECK(run.err == "rollcall-validate: " + message + "\nRun rollcall-validate --help for what there is.\n");
}

} // namespace

TEST_CASE("a good payload gives exit status 0 and a line that says so")
{
    const program_run run = sample_box{}.run("good.json");
    CHECK(run.status == 0);
    CHECK(run.out == "1 file, 1 payload, 1 record: nothing to report\n");
    CHECK(run.err == "");
}

TEST_CASE("an error gives exit status 1 and is shown with its line")
{
    const program_run run = sample_box{}.run("error.json");
    CHECK(run.status == 1);
    CHECK(run.out.find("error.json:1:21: error: ") == 0);
    CHECK(run.out == including(" [type]\n"));
    CHECK(run.out == including("\n    1 | {\"value\": [{\"role\": 7}]}\n      |                     ^\n"));
    CHECK(run.out == including("\n1 file, 1 payload, 1 record: 1 error, no warnings\n"));
    CHECK(run.err == "");
}

TEST_CASE("a warning alone gives exit status 0")
{
    const program_run run = sample_box{}.run("warning.json");
    CHECK(run.status == 0);
    CHECK(run.out == including("warning.json:1:21: warning: "));
    CHECK(run.out == including("no errors, 1 warning\n"));
}

TEST_CASE("--fail-on says which severities give exit status 1")
{
    const sample_box box;
    const std::string to_info = "--rule unknown-role=info --rule type=info ";
    CHECK(box.run("--fail-on error warning.json").status == 0);
    CHECK(box.run("--fail-on warning warning.json").status == 1);
    CHECK(box.run("--fail-on info warning.json").status == 1);
    CHECK(box.run("--fail-on warning " + to_info + "warning.json").status == 0);
    CHECK(box.run("--fail-on info " + to_info + "warning.json").status == 1);
    CHECK(box.run("--fail-on info good.json").status == 0);
    check_usage_error(box, "--fail-on never good.json", "--fail-on: 'never' is not one of error, warning, info");
    check_usage_error(box, "--fail-on off good.json", "--fail-on: 'off' is not one of error, warning, info");
}

TEST_CASE("--rule changes how severe a rule is")
{
    const sample_box box;
    CHECK(box.run("--rule unknown-role=error warning.json").status == 1);
    CHECK(box.run("--rule type=warning error.json").status == 0);
    CHECK(box.run("--rule unknown-role=info warning.json").out == including("warning.json:1:21: info: "));
    CHECK(box.run("--rule type=off error.json").out == "1 file, 1 payload, 1 record: nothing to report\n");
    // Of several settings for a rule the last one holds, and a path may follow.
    CHECK(box.run("--rule type=off --rule unknown-role=off --rule type=error error.json warning.json").status == 1);
    CHECK(box.run("--rule=unknown-role=error --rule=type=off error.json warning.json").status == 1);
}

TEST_CASE("a rule or severity that there is not is wrong usage, with the nearest id")
{
    const sample_box box;
    check_usage_error(
        box, "--rule total-is-sums=off good.json",
        "--rule: there is no rule 'total-is-sums'; did you mean total-is-sum? All are shown by --list-rules");
    check_usage_error(box, "--rule total-is-sum=fatal good.json",
                      "--rule total-is-sum: 'fatal' is not one of off, info, warning, error");
    check_usage_error(box, "--rule total-is-sum= good.json",
                      "--rule total-is-sum: '' is not one of off, info, warning, error");
    check_usage_error(
        box, "--rule total-is-sum good.json",
        "--rule: 'total-is-sum' does not say how severe the rule shall be; write total-is-sum=LEVEL, where LEVEL is "
        "off, info, warning or error");
    check_usage_error(
        box, "--explain acs-id-name-resource",
        "--explain: there is no rule 'acs-id-name-resource'; did you mean acs-id-names-resource? All are shown by "
        "--list-rules");
}

TEST_CASE("--lenient warns of trailing commas and judges the rest")
{
    const sample_box box;
    const program_run strict = box.run("comma.json");
    CHECK(strict.status == 1);
    CHECK(strict.out == including("comma.json:1:31: error: trailing comma"));
    const program_run lenient = box.run("--lenient comma.json");
    CHECK(lenient.status == 0);
    CHECK(lenient.out == including("comma.json:1:21: warning: "));
    CHECK(lenient.out == including("comma.json:1:31: warning: trailing comma"));
    CHECK(lenient.out == including("1 record: no errors, 2 warnings\n"));
}

TEST_CASE("--format summary prints figures alone")
{
    const sample_box box;
    const program_run run = box.run("--format summary good.json error.json warning.json");
    CHECK(run.status == 1);
    CHECK(run.out == including("  participants    3\n"));
    CHECK(run.out == including("  type                 1         0         0\n"));
    CHECK(run.out == including("  unknown-role         0         1         0\n"));
    CHECK(run.out.find("good.json") == std::string::npos);
    CHECK(box.run("--format summary missing.json").status == 2);
}

TEST_CASE("--format json prints one object, whatever is found")
{
    const sample_box box;
    const program_run run = box.run("--format json good.json error.json missing.json");
    CHECK(run.status == 2);
    const json::value report = report_of(run);
    CHECK(report.at("tool") == json::value{{"name", "rollcall-validate"}, {"version", ROLLCALL_VERSION}});
    const json::value& summary = report.at("summary");
    CHECK(summary.at("files") == 3);
    CHECK(summary.at("payloads") == 2);
    CHECK(summary.at("records") == 2);
    CHECK(summary.at("errors") == 1);
    CHECK(summary.at("rules") == json::value{{"type", {{"errors", 1}, {"warnings", 0}, {"infos", 0}}}});
    CHECK(summary.at_pointer("/attendance/meetings") == 2);
    CHECK(summary.at_pointer("/attendance/participants") == 2);
    const json::value& files = report.at("files");
    CHECK(files.at(0).at("path") == "good.json");
    CHECK(files.at(0).at_pointer("/payloads/0/kind") == "attendanceRecordCollection");
    CHECK(files.at(0).at_pointer("/payloads/0/source") == "");
    CHECK(files.at(1).at_pointer("/payloads/0/diagnostics/0/rule") == "type");
    CHECK(files.at(1).at_pointer("/payloads/0/diagnostics/0/pointer") == "/value/0/role");
    CHECK(files.at(2).at("error") == "cannot be opened: No such file or directory");
    CHECK(box.run("--format text good.json").out == box.run("good.json").out);
    check_usage_error(box, "--format xml good.json",
                      "--format: 'xml' is not one of text, json, ndjson, summary, html, sarif, junit, github, gitlab");
}

TEST_CASE("a file that cannot be read is told of, the others are judged, and the exit status is 2")
{
    const sample_box box;
    const program_run run = box.run("missing.json error.json");
    CHECK(run.status == 2);
    CHECK(run.err == "missing.json: error: cannot be opened: No such file or directory\n");
    CHECK(run.out == including("error.json:1:21: error: "));
    CHECK(run.out == including("2 files (1 could not be judged), 1 payload, 1 record: 1 error, no warnings\n"));
    CHECK(box.run("good.json missing.json").status == 2);
    // One that can be opened and not be read.
    CHECK(box.run("/proc/self/mem").err == "/proc/self/mem: error: cannot be read: Input/output error\n");
    CHECK(box.run("''").status == 2);
}

TEST_CASE("a response that cannot be unwrapped is an error of the file")
{
    const sandbox box;
    box.write("bare.http", "HTTP/1.1 204 No Content\n\n");
    const program_run run = box.run("--format json bare.http");
    CHECK(run.status == 2);
    const std::string reason =
        "HTTP response 204 No Content has no body, so there is no payload to judge; save the response with its body";
    CHECK(run.err == "bare.http: error: " + reason + "\n");
    CHECK(report_of(run).at_pointer("/files/0/error") == json::value(reason));
    CHECK(report_of(run).at_pointer("/files/0/payloads").as_array().empty());
}

TEST_CASE("an HTTP response is judged with the lines of the file")
{
    const sandbox box;
    box.write("lf.http", "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"value\": [\n{\"role\": 7}]}\n");
    box.write("crlf.http", "HTTP/2 200\r\nContent-Type: application/json\r\n\r\n{\"value\": [\r\n{\"role\": 7}]}\r\n");
    const json::value files = report_of(box.run("--format json lf.http crlf.http")).at("files");
    CHECK(files.at(0).at_pointer("/payloads/0/source") == "HTTP response 200 OK");
    CHECK(files.at(1).at_pointer("/payloads/0/source") == "HTTP response 200");
    for (const json::value& file : files.as_array()) {
        CHECK(file.at_pointer("/payloads/0/diagnostics/0/line") == 5);
        CHECK(file.at_pointer("/payloads/0/diagnostics/0/column") == 10);
    }
}

TEST_CASE("- is standard input")
{
    const sample_box box;
    const program_run run = box.run("- < error.json");
    CHECK(run.status == 1);
    CHECK(run.out == including("-:1:21: error: "));
    CHECK(box.run("- good.json < good.json").out == "2 files, 2 payloads, 2 records: nothing to report\n");
    CHECK(report_of(box.run("--format json - < good.json")).at_pointer("/files/0/path") == "-");
    check_usage_error(box, "- -", "standard input can be read once; name - once");
    // A file of that name, or of an option's, can be named as well.
    box.write("-", with_error);
    box.write("--lenient", with_error);
    CHECK(box.run("./- -- --lenient").out == including("2 files, 2 payloads"));
}

TEST_CASE("an empty input is a finding, not an end without a word")
{
    const program_run run = sandbox{}.run("-");
    CHECK(run.status == 1);
    CHECK(run.out == including("-:1:1: error: the text is empty [json-syntax]\n"));
}

TEST_CASE("a payload may come through a pipe that is named")
{
    CHECK(sample_box{}.run("<(cat good.json)").out == "1 file, 1 payload, 1 record: nothing to report\n");
}

TEST_CASE("without anything to judge the usage is wrong")
{
    const sandbox box;
    check_usage_error(box, "", "there is nothing to judge; name files or folders, or - for standard input");
    check_usage_error(box, "--lenient", "there is nothing to judge; name files or folders, or - for standard input");
}

TEST_CASE("an option that there is not is wrong usage")
{
    const sample_box box;
    for (const std::string words :
         {"--lenientt good.json", "-x good.json", "good.json --rule", "good.json --format", "--schema"}) {
        const program_run run = box.run(words);
        CHECK(run.status == 2);
        CHECK(run.out == "");
        CHECK(run.err.find("rollcall-validate: ") == 0);
    }
}

TEST_CASE("--version shows the version")
{
    const program_run run = sandbox{}.run("--version");
    CHECK(run.status == 0);
    CHECK(run.out == "rollcall-validate " ROLLCALL_VERSION "\n");
    CHECK(rollcall::version == ROLLCALL_VERSION);
}

TEST_CASE("--help shows every option and the exit statuses")
{
    const sandbox box;
    const program_run run = box.run("--help");
    CHECK(run.status == 0);
    CHECK(run.err == "");
    for (const std::string option : {"--rule",
                                     "--fail-on",
                                     "--lenient",
                                     "--format",
                                     "--list-rules",
                                     "--explain",
                                     "--engine",
                                     "--schema",
                                     "--jobs",
                                     "--max-diagnostics",
                                     "--max-decompressed-size",
                                     "--max-depth",
                                     "--max-piped-size",
                                     "--input-format",
                                     "--include",
                                     "--exclude",
                                     "--join-pages",
                                     "--version",
                                     "--help",
                                     "Exit status: 0"})
        CHECK(run.out == including(option));
    CHECK(box.run("-h").out == run.out);
}

TEST_CASE("--list-rules shows each rule with the severity it has by default")
{
    // Names that reports are compared by over time: none of them may change.
    const std::map<std::string, std::string> rules{{"json-syntax", "error"},
                                                   {"duplicate-property", "error"},
                                                   {"type", "error"},
                                                   {"null-not-allowed", "error"},
                                                   {"int32-range", "error"},
                                                   {"date-time-format", "error"},
                                                   {"unknown-property", "warning"},
                                                   {"unknown-enum-value", "warning"},
                                                   {"unknown-role", "warning"},
                                                   {"unknown-identity-type", "warning"},
                                                   {"error-response", "error"},
                                                   {"unrecognised-payload", "error"},
                                                   {"total-is-sum", "error"},
                                                   {"duration-is-difference", "error"},
                                                   {"duration-is-cut", "warning"},
                                                   {"leave-before-join", "error"},
                                                   {"missing-endpoint-has-zero-duration", "error"},
                                                   {"duration-not-negative", "error"},
                                                   {"intervals-in-order", "warning"},
                                                   {"intervals-overlap", "warning"},
                                                   {"acs-id-names-resource", "warning"},
                                                   {"identity-set-shape", "warning"},
                                                   {"townhall-has-no-registration", "error"},
                                                   {"registrant-id-retired", "warning"},
                                                   {"record-id-unique", "error"},
                                                   {"participant-count", "warning"},
                                                   {"meeting-ends-after-start", "error"},
                                                   {"interval-within-meeting", "warning"},
                                                   {"count-covers-page", "warning"}};
    const program_run run = sandbox{}.run("--list-rules");
    CHECK(run.status == 0);
    const std::string table = '\n' + run.out;
    for (const auto& rule : rules) {
        const std::string& id = rule.first;
        const std::size_t line = table.find('\n' + id + ' ');
        REQUIRE_MESSAGE(line != std::string::npos, id);
        const std::size_t severity = table.find_first_not_of(' ', line + 1 + id.size());
        CHECK_MESSAGE(table.substr(severity, table.find(' ', severity) - severity) == rule.second, id);
    }
    CHECK(static_cast<std::size_t>(std::count(run.out.begin(), run.out.end(), '\n')) ==
          rollcall::rule_catalogue().size());
}

TEST_CASE("--list-rules shows the severities that --rule sets")
{
    const program_run run = sandbox{}.run("--list-rules --rule total-is-sum=off");
    CHECK(run.out == including("\ntotal-is-sum                        off      "));
}

TEST_CASE("--explain shows of every rule what it says, why, and both examples whole")
{
    const auto without_spaces = [](std::string_view text) {
        std::string result{text};
        std::erase_if(result, [](char character) { return character == ' ' || character == '\n'; });
        return result;
    };
    const sandbox box;
    for (const rollcall::rule_information& rule : rollcall::rule_catalogue()) {
        CAPTURE(rule.id);
        const program_run run = box.run("--explain " + std::string{rule.id});
        CHECK(run.status == 0);
        CHECK(run.err == "");
        CHECK(run.out.find(rule.id) == 0);
        const std::string page = without_spaces(run.out);
        for (const std::string_view part : {rule.summary, rule.reason, rule.good_example, rule.bad_example})
            CHECK(page == including(without_spaces(part)));
        CHECK(run.out == including("\n  " + std::string{name_of(rule.default_severity)} + ": "));
    }
}

TEST_CASE("the examples that --explain shows are judged as it says")
{
    const sandbox box;
    for (const rollcall::rule_information& rule : rollcall::rule_catalogue()) {
        CAPTURE(rule.id);
        const std::string page = box.run("--explain " + std::string{rule.id}).out;
        const std::size_t good_begin = page.find("\nGood\n  ") + 8;
        const std::size_t good_end = page.find("\n\nBad\n  ");
        const std::size_t bad_begin = good_end + 8;
        const std::size_t bad_end = page.find("\n\n", bad_begin);
        REQUIRE(bad_end != std::string::npos);
        box.write("good.json", page.substr(good_begin, good_end - good_begin));
        box.write("bad.json", page.substr(bad_begin, bad_end - bad_begin));
        CHECK(box.run("good.json --fail-on info").out == including("nothing to report"));
        const json::value report = report_of(box.run("--format json bad.json"));
        const json::array& findings = report.at_pointer("/files/0/payloads/0/diagnostics").as_array();
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].at("rule") == json::value(rule.id));
        // The page wraps it.
        std::string told = page.substr(bad_end);
        for (std::size_t wrap = 0; (wrap = told.find("\n  ")) != std::string::npos;)
            told.replace(wrap, 3, " ");
        CHECK(told == including(json::value_to<std::string>(findings[0].at("severity")) + ": " +
                                json::value_to<std::string>(findings[0].at("message"))));
    }
}

TEST_CASE("--engine valijson finds the same in the samples")
{
    const sample_box box;
    const std::string files = "--format json --lenient good.json warning.json error.json comma.json";
    const program_run fast = box.run("--engine fast " + files);
    const program_run by_schema = box.run("--engine valijson " + files);
    CHECK(fast.status == 1);
    CHECK(by_schema.status == 1);
    const auto places = [](const json::value& report) {
        std::string result;
        for (const json::value& file : report.at("files").as_array())
            for (const json::value& finding : file.at_pointer("/payloads/0/diagnostics").as_array())
                result += json::serialize(json::array{file.at("path"), finding.at("rule"), finding.at("pointer"),
                                                      finding.at("line"), finding.at("column")}) +
                          '\n';
        return result;
    };
    CHECK(places(report_of(fast)) == places(report_of(by_schema)));
    check_usage_error(box, "--engine slow good.json", "--engine: 'slow' is not one of fast, valijson");
}

TEST_CASE("--schema judges by other schema files")
{
    const sample_box box;
    box.write(
        "schema/attendanceRecordCollection.schema.json",
        R"({"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "properties": {"value": {"type": "array",
                  "items": {"type": "object", "properties": {"role": {"type": ["integer", "null"]}}}}}})");
    CHECK(box.run("--schema schema error.json").out == "1 file, 1 payload, 1 record: nothing to report\n");
    CHECK(box.run("--schema schema --engine valijson good.json").out == including("good.json:1:21: error: "));
    check_usage_error(
        box, "--schema schema --engine fast good.json",
        "--schema: the fast engine has its schema built in; leave --engine out, or say --engine valijson");
}

TEST_CASE("schema files that cannot be used are told of, and the exit status is 2")
{
    const sample_box box;
    box.write("broken/attendanceRecordCollection.schema.json", "{");
    box.write("other/attendanceRecord.schema.json", R"({"type": "object"})");
    const std::map<std::string, std::string> messages{
        {"missing", "missing: cannot be read as a folder"},
        {"broken", "attendanceRecordCollection.schema.json: is not JSON"}};
    for (const auto& [folder, message] : messages) {
        const program_run run = box.run("--schema " + folder + " good.json");
        CHECK(run.status == 2);
        CHECK(run.out == "");
        CHECK(run.err.find("rollcall-validate: " + message) == 0);
    }
    // Which files are needed depends on the payloads.
    const program_run run = box.run("--schema other good.json");
    CHECK(run.status == 2);
    CHECK(run.err == including("good.json: error: attendanceRecordCollection.schema.json"));
}

TEST_CASE("colours are for terminals only, and not when NO_COLOR is set")
{
    const sample_box box;
    const std::string colour = "\033[";
    CHECK(box.run("error.json").out.find(colour) == std::string::npos);
    const auto shows_colour = [&](const std::string& environment) {
        const std::string output =
            box.run_on_terminal("env -u NO_COLOR TERM=xterm " + environment + " '" ROLLCALL_VALIDATE "' error.json");
        CHECK(output == including("error.json:1:21:"));
        return output.find(colour) != std::string::npos;
    };
    CHECK(shows_colour(""));
    CHECK(shows_colour("NO_COLOR="));
    CHECK_FALSE(shows_colour("NO_COLOR=1"));
    CHECK_FALSE(shows_colour("TERM=dumb"));
}

TEST_CASE("a report that cannot be written is told of, and the exit status is 2")
{
    const sample_box box;
    for (const std::string words : {"error.json", "--format json good.json", "--list-rules", "--explain type"}) {
        const program_run run = box.run(words + " >/dev/full");
        CHECK(run.status == 2);
        CHECK(run.err == "rollcall-validate: standard output cannot be written: No space left on device\n");
    }
    CHECK(box.run("error.json >&-").status == 2);
    const program_run closed =
        box.run_shell("(sleep 0.2; rollcall-validate error.json; echo $? >status) | true; cat status");
    CHECK(closed.out == "2\n");
    CHECK(closed.err == "rollcall-validate: standard output cannot be written: Broken pipe\n");
}

TEST_CASE("a long line is shown in part, and quickly")
{
    const sandbox box;
    std::string records;
    for (int count = 0; count < 20000; ++count)
        records += R"({"role": "Attendee", "totalAttendanceInSeconds": 0, "attendanceIntervals": []},)";
    box.write("long.json", "{\"value\": [" + records + "{\"role\": 7}]}");
    const program_run run = box.run("long.json");
    CHECK(run.status == 1);
    CHECK(run.out == including("at /value/20000/role"));
    CHECK(run.out.size() < 1000);
}
