#include "sandbox.hpp"

#include <rollcall/schema_engine.hpp>

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

namespace json = boost::json;

constexpr std::string_view with_warning = R"({"value": [{"role": "attendee"}]})";
constexpr std::string_view with_error = R"({"value": [{"role": 7}]})";
constexpr std::string_view with_trailing_comma = R"({"value": [{"role": "Attendee",}]})";

struct sample_box : sandbox {
    sample_box()
    {
        write("captures/warning.json", with_warning);
        write("captures/error.json", with_error);
        write("captures/comma.json", with_trailing_comma);
    }

    /// What the program says of a configuration.
    [[nodiscard]] std::string mistakes_in(std::string_view configuration) const
    {
        write("rollcall.json", configuration);
        const program_run run = this->run("captures");
        CHECK(run.status == 2);
        CHECK(run.out.empty());
        return run.err;
    }
};

} // namespace

TEST_CASE("the configuration says what the command line would")
{
    sample_box box;
    box.write("rollcall.json", R"({"severities": {"unknown-role": "error", "type": "off"}, "lenient": true,
        "fail-on": "warning", "inputs": {"paths": ["captures"]}, "jobs": 1, "max-diagnostics": 1})");
    const program_run run = box.run("");
    CHECK(run.status == 1);
    CHECK(run.out == including("captures/comma.json:1:31: warning: trailing comma"));
    CHECK(run.out == including("not shown, beyond the limit: 1 error, no warnings"));
    CHECK(run.out.find("[type]") == std::string::npos);
}

TEST_CASE("the configuration has the limits, and the command line wins over them")
{
    sample_box box;
    box.write("rollcall.json", R"({"max-depth": 2, "max-piped-size": "10"})");
    CHECK(box.run("captures/warning.json").out == including("nests objects and arrays too deep"));
    CHECK(box.run("--max-depth 3 captures/warning.json").out.find("too deep") == std::string::npos);
    CHECK(box.run("- <captures/warning.json").err == including("is larger than 10 bytes"));
    CHECK(box.run("--max-piped-size 1K - <captures/warning.json").err.empty());
    box.write("rollcall.json", R"({"max-decompressed-size": "10"})");
    CHECK(box.run_shell("gzip captures/warning.json && rollcall-validate captures").err ==
          including("larger than 10 bytes"));
}

TEST_CASE("the command line wins over the configuration")
{
    sample_box box;
    box.write("rollcall.json", R"({"severities": {"unknown-role": "error", "type": "off"}, "fail-on": "info",
        "max-diagnostics": 0, "engine": "valijson", "inputs": {"paths": ["nowhere"]}, "outputs": [{"format": "json"}]})");
    const program_run run = box.run("--rule unknown-role=info --fail-on error --max-diagnostics 5 --format text "
                                    "--engine fast captures/warning.json captures/error.json");
    CHECK(run.status == 0);
    CHECK(run.out == including("captures/warning.json:1:21: info: the role"));
    CHECK(run.out == including("2 files, 2 payloads, 2 records: no errors, no warnings, 1 info\n"));
}

TEST_CASE("the configuration is found upwards, no further than to a repository's root")
{
    sample_box box;
    box.write("rollcall.json", R"({"severities": {"unknown-role": "off"}})");
    CHECK(box.run_shell("cd captures && rollcall-validate warning.json").out == including("nothing to report"));
    box.write("captures/.git/HEAD", "");
    CHECK(box.run_shell("cd captures && rollcall-validate warning.json").out == including("1 warning"));
    CHECK(box.run_shell("cd captures && rollcall-validate --config ../rollcall.json warning.json").out ==
          including("nothing to report"));
}

TEST_CASE("--no-config looks for no configuration")
{
    sample_box box;
    box.write("rollcall.json", R"({"severities": {"unknown-role": "off"}})");
    CHECK(box.run("--no-config captures/warning.json").out == including("1 warning"));
    CHECK(box.run("--no-config --config rollcall.json captures/warning.json").status == 2);
}

TEST_CASE("paths in a configuration are relative to it")
{
    sample_box box;
    box.write("rollcall.json", R"({"inputs": {"paths": ["captures/warning.json"]}})");
    box.write("deep/er/nothing", "");
    const program_run run = box.run_shell("cd deep/er && rollcall-validate");
    CHECK(run.status == 0);
    CHECK(run.out == including("../../captures/warning.json:1:21: warning"));
}

TEST_CASE("outputs of the configuration are formats and files")
{
    sample_box box;
    box.write("sub/rollcall.json", R"({"outputs": [{"format": "text"}, {"format": "json", "file": "report.json"}]})");
    CHECK(box.run("--config sub/rollcall.json captures/warning.json").out == including("1 warning"));
    CHECK(box.run_shell("cat sub/report.json").out == including("\"rule\": \"unknown-role\""));
    CHECK(box.mistakes_in(R"({
        "outputs": [{"format": "xml"}]})") ==
          including("rollcall.json:2: error: --format: 'xml' is not one of text, "));
}

TEST_CASE("of folders only what is included and not excluded is judged")
{
    sample_box box;
    box.write("captures/old/error.json", with_error);
    box.write("captures/new.txt", with_warning);
    const auto judged = [&](std::string_view inputs) {
        box.write("rollcall.json", "{\"inputs\": " + std::string{inputs} + "}");
        const json::value report = json::parse(box.run("--format json captures").out);
        std::string paths;
        for (const json::value& file : report.at("files").as_array())
            paths += std::string{file.at("path").as_string()} + " ";
        return paths;
    };
    CHECK(judged(R"({"include": ["*.txt"]})") == "captures/new.txt ");
    CHECK(judged(R"({"exclude": ["error.json", "comma.json"]})") == "captures/new.txt captures/warning.json ");
    CHECK(judged(R"({"exclude": ["captures/old"], "include": ["captures/**/e*.json"]})") == "captures/error.json ");
    CHECK(judged(R"({"exclude": ["captures/*.json"]})") == "captures/new.txt captures/old/error.json ");
    // What is named is judged.
    CHECK(box.run("captures/error.json").status == 1);
    box.write("rollcall.json", R"({"inputs": {"include": ["nothing"]}})");
    CHECK(box.run("captures").err == including("no payload in this folder that the configuration includes"));
}

TEST_CASE("--include and --exclude stand in for what the configuration includes and excludes")
{
    sample_box box;
    box.write("captures/new.txt", with_warning);
    const auto judged = [&](const std::string& options) {
        const json::value report = json::parse(box.run(options + " --format json captures").out);
        std::string paths;
        for (const json::value& file : report.at("files").as_array())
            paths += std::string{file.at("path").as_string()} + " ";
        return paths;
    };
    box.write("rollcall.json", R"({"inputs": {"include": ["*.txt"], "exclude": ["warning.json", "comma.json"]}})");
    CHECK(judged("") == "captures/new.txt ");
    CHECK(judged("--include 'e*.json'") == "captures/error.json ");
    box.write("rollcall.json", R"({"inputs": {"exclude": ["*.json"]}})");
    CHECK(judged("--exclude 'comma.json' --exclude '*.txt'") == "captures/error.json captures/warning.json ");
}

TEST_CASE("a mistake in a configuration is told with its place, what was expected and what to do")
{
    sample_box box;
    const auto has = [&](std::string_view configuration, const std::string& mistake) {
        INFO(configuration);
        CHECK(box.mistakes_in(configuration) == including(mistake));
    };
    has("{\n  \"fail_on\": \"error\"}",
        "rollcall.json:2:3: error: the property \"fail_on\" is not declared for the configuration; did you mean "
        "\"fail-on\"?");
    has(R"({"colour": true})", "rollcall.json:1:2: error: the property \"colour\" is not declared");
    has(R"({"fail-on": "eror"})", "rollcall.json:1:13: error: there is no such choice; expected one of error, warning, "
                                  "info; found \"eror\"; write \"error\"");
    has(R"({"severities": {"unknown-rol": "off"}})",
        "rollcall.json:1:32: error: there is no such rule; all are shown by --list-rules; expected a rule's id; found "
        "\"unknown-rol\"; write \"unknown-role\"");
    has(R"({"severities": {"unknown-role": 5}})", "expected one of off, info, warning, error; found \"5\"");
    has(R"({"lenient": "yes"})", "lenient must be true or false");
    has(R"({"lenient": null})", "lenient must not be null");
    has(R"({"jobs": 0})", "jobs is less than 1");
    has(R"({"jobs": 2.5})", "jobs must be a whole number");
    has(R"({"max-diagnostics": -1})", "max-diagnostics is less than 0");
    has(R"({"max-diagnostics": 1000000001})", "max-diagnostics is more than 1000000000; expected at most 1000000000");
    has(R"({"max-depth": 1001})", "max-depth is more than 1000");
    has(R"({"max-piped-size": "1T"})",
        "this is no size; expected a number of bytes from 1 to 1024G, such as 1000000, 64K, 100M or 2G; found \"1T\"");
    has(R"({"max-decompressed-size": "1025G"})", "this is no size");
    has(R"({"engine": "slow"})", "expected one of fast, valijson");
    has(R"({"engine": "fast", "schema": "x"})", "the fast engine has its schema built in");
    has(R"({"inputs": {"paths": [""]}})", "item 1 of paths is not at least 1 character long");
    has(R"({"ignores": [{"rule": "type"}]})", "rollcall.json:1:14: error: the property \"reason\" is missing");
    has(R"({"ignores": [{"reason": "x"}]})",
        "this does not say what is ignored; expected one or more of rule, path, pointer and fingerprint");
    has(R"({"ignores": [{"rule": "type", "reason": ""}]})", "reason is not at least 1 character long");
    has(R"({"ignores": [{"rule": "type", "reason": "x", "expires": "2026-02-30"}]})",
        "this is no date; expected a day such as 2026-12-31; found \"2026-02-30\"");
    has(R"({"ignores": [{"pointer": "role", "reason": "x"}]})", "this is no pattern of a JSON Pointer");
    has(R"({"lenient": true,})", "rollcall.json:1:17: error: trailing comma");
    has("", "rollcall.json:1:1: error:");
    has("[]", "the payload must be an object");
}

TEST_CASE("all mistakes in a configuration are told at once, in its order")
{
    sample_box box;
    const std::string told = box.mistakes_in("{\"jobs\": \"two\",\n\"engine\": \"slow\",\n\"fail-on\": 3}");
    CHECK(told.find("rollcall.json:1:10:") < told.find("rollcall.json:2:11:"));
    CHECK(told.find("rollcall.json:2:11:") < told.find("rollcall.json:3:12:"));
    CHECK(told.find("rollcall.json:3:12:") != std::string::npos);
}

TEST_CASE("a configuration that cannot be read is told of")
{
    sample_box box;
    const program_run run = box.run("--config nowhere.json captures");
    CHECK(run.status == 2);
    CHECK(run.err == including("the configuration nowhere.json cannot be opened: No such file or directory"));
}

TEST_CASE("the program takes the configuration that the README shows")
{
    std::ifstream file{ROLLCALL_SOURCE_DIR "/README.md", std::ios::binary};
    const std::string readme{std::istreambuf_iterator<char>{file}, {}};
    const std::string fence = "```json\n";
    const std::size_t begin = readme.find(fence);
    REQUIRE(begin != std::string::npos);
    sample_box box;
    box.write("rollcall.json",
              readme.substr(begin + fence.size(), readme.find("```", begin + fence.size()) - begin - fence.size()));
    const program_run run = box.run("captures/warning.json");
    CHECK(run.status == 1);
    CHECK(run.out == including("captures/warning.json:1:21: error: the role"));
}

TEST_CASE("the configuration's JSON Schema takes what the program takes, and nothing else")
{
    std::ifstream file{ROLLCALL_SOURCE_DIR "/schema/configuration.json", std::ios::binary};
    const json::value document = json::parse(std::string{std::istreambuf_iterator<char>{file}, {}});
    valijson::Schema schema;
    valijson::SchemaParser parser;
    const valijson::adapters::BoostJsonAdapter adapter{document};
    parser.populateSchema(adapter, schema);
    const auto takes = [&](std::string_view configuration) {
        const json::value value = json::parse(configuration);
        const valijson::adapters::BoostJsonAdapter judged{value};
        return valijson::Validator{}.validate(schema, judged, nullptr);
    };
    sample_box box;
    for (const char* const good :
         {R"({})", R"({"$schema": "configuration.json"})", R"({"severities": {"unknown-role": "off"}})",
          R"({"ignores": [{"rule": "type", "reason": "x", "expires": "2026-12-31"}]})",
          R"({"ignores": [{"path": "old/**", "pointer": "/value/*/role", "fingerprint": "x", "reason": "x"}]})",
          R"({"inputs": {"paths": ["a"], "include": ["b"], "exclude": ["c"]}})",
          R"({"outputs": [{"format": "text"}], "fail-on": "info", "lenient": false, "max-diagnostics": 0, "jobs": 1})",
          R"({"max-diagnostics": 1000000000, "jobs": 1024})",
          R"({"max-depth": 1, "max-decompressed-size": "1024G", "max-piped-size": "064K"})", R"({"max-depth": 1000})",
          R"({"engine": "valijson"})"}) {
        box.write("rollcall.json", good);
        CHECK_MESSAGE(takes(good), good);
        CHECK_MESSAGE(box.run("captures/error.json").status != 2, good);
    }
    for (const char* const bad : {R"([])",
                                  R"({"colour": 1})",
                                  R"({"severities": {"unknown-role": "high"}})",
                                  R"({"ignores": [{"rule": "type"}]})",
                                  R"({"ignores": [{"reason": "x"}]})",
                                  R"({"ignores": [{"pointer": "role", "reason": "x"}]})",
                                  R"({"ignores": [{"rule": "type", "reason": "x", "until": "x"}]})",
                                  R"({"ignores": [{"rule": "type", "reason": "x", "expires": "soon"}]})",
                                  R"({"inputs": {"paths": [1]}})",
                                  R"({"inputs": {"path": ["a"]}})",
                                  R"({"outputs": [{"file": "a"}]})",
                                  R"({"fail-on": "off"})",
                                  R"({"lenient": 1})",
                                  R"({"max-diagnostics": -1})",
                                  R"({"max-diagnostics": 1000000001})",
                                  R"({"jobs": 0})",
                                  R"({"jobs": 1025})",
                                  R"({"max-depth": 0})",
                                  R"({"max-depth": 1001})",
                                  R"({"max-piped-size": 5})",
                                  R"({"max-piped-size": "0K"})",
                                  R"({"max-decompressed-size": "1T"})",
                                  R"({"engine": "slow"})"}) {
        CHECK_FALSE_MESSAGE(takes(bad), bad);
        (void)box.mistakes_in(bad);
    }
}
