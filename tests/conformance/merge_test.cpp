#include "sandbox.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

const std::string sources = "'" ROLLCALL_SOURCE_DIR "/tests/conformance/";

/// Files of all kinds, good and bad, and reports on each of them alone.
struct report_box : sandbox {
    report_box()
    {
        write("bad.json", R"({"value": [{"id": "1", "role": 7}, {"id": "1", "role": "Chef"}]})");
        write("good.json", R"({"value": [{"role": "Attendee"}]})");
        write("lines.ndjson", "{\"role\": 7}\n{\"role\": \"Attendee\"}\nnothing\n{\"role\": \"Chef\", \"email\": 1}\n");
        write("strange \xC3\xA9 \" \n<b>.json", "{\"id\": \"\\u0000\\u001b[2J \\\"\xFF\", \"role\": 1.0}");
        REQUIRE(run_shell("cp " + sources + "captures/'*.http .").status == 0);
        for (const std::string& file : files()) {
            judge("'" + file + "'", "'" + file + ".report.ndjson'", "ndjson");
            judge("'" + file + "'", "'" + file + ".report.json'", "json");
        }
    }

    [[nodiscard]] static std::vector<std::string> files()
    {
        return {"bad.json",
                "missing.json",
                "lines.ndjson",
                "en-1-list-records.http",
                "good.json",
                "strange \xC3\xA9 \" \n<b>.json",
                "en-3-webinar-session.http"};
    }

    void judge(const std::string& files, const std::string& report, const std::string& format) const
    {
        (void)run("--format " + format + "=" + report + ' ' + files);
    }
};

/// The files, or their reports, as words of a command line.
std::string words(const std::string& ending = {})
{
    std::string result;
    for (const std::string& file : report_box::files())
        result += " '" + file + ending + "'";
    return result;
}

void check_same(const program_run& one, const program_run& other)
{
    CHECK(one.status == other.status);
    CHECK(one.out == other.out);
    CHECK(one.err == other.err);
}

void check_no_report(const std::string& text, const std::string& message)
{
    const sandbox box;
    box.write("report", text);
    const program_run run = box.run("merge --format json=merged.json report");
    CHECK(run.status == 2);
    CHECK(run.out == "");
    CHECK(run.err == "rollcall-validate: report" + message + "\n");
    CHECK(box.run_shell("ls -A").out == "report\n");
}

const std::string empty_counts = R"("errors": 0, "warnings": 0, "infos": 0)";

} // namespace

TEST_CASE("merged reports are the report on all files at once, in every format")
{
    const report_box box;
    for (const std::string format : {"json", "ndjson", "summary", "sarif", "junit", "github", "gitlab"}) {
        CAPTURE(format);
        const program_run whole = box.run("--format " + format + words());
        CHECK(whole.status == 2);
        check_same(box.run("merge --format " + format + words(".report.ndjson")), whole);
        check_same(box.run("merge --format " + format + words(".report.json")), whole);
    }
}

TEST_CASE("a merged text report has all but the lines of the payloads")
{
    const report_box box;
    const program_run merged = box.run("merge" + words(".report.json"));
    const program_run whole = box.run_shell("rollcall-validate" + words() + " | grep -v '^ *[0-9]* | '");
    CHECK(merged.out == whole.out);
}

TEST_CASE("as many findings are shown as when all files are judged at once, and the others are counted")
{
    const report_box box;
    for (const std::string maximum : {"0", "1", "2", "3", "4", "5", "6", "100"}) {
        CAPTURE(maximum);
        const auto last_lines_of = [&](const std::string& command) {
            return box.run_shell(command + " --max-diagnostics " + maximum + " | grep '^.* files\\|^not shown'").out;
        };
        const std::string merged = last_lines_of("rollcall-validate merge" + words(".report.ndjson"));
        CHECK(merged == including(" files (1 could not be judged)"));
        // Which of a payload's findings the last ones shown are may differ, and so may their severity.
        const std::size_t shown = merged.find("not shown");
        const std::string whole = last_lines_of("rollcall-validate" + words());
        CHECK(merged.substr(0, shown) == whole.substr(0, whole.find("not shown")));
        CHECK((shown == std::string::npos) == (maximum == "100"));
    }
}

TEST_CASE("it does not matter in which groups reports are merged")
{
    const report_box box;
    const std::string all = words(".report.ndjson");
    const program_run at_once = box.run("merge --format ndjson" + all);
    for (const std::size_t first : {1U, 3U, 6U}) {
        std::string groups[2];
        const std::vector<std::string> files = report_box::files();
        for (std::size_t index = 0; index < files.size(); ++index)
            groups[index < first ? 0 : 1] += " '" + files[index] + ".report.json'";
        (void)box.run("merge --format json=left.json" + groups[0]);
        (void)box.run("merge --format ndjson=right.ndjson" + groups[1]);
        check_same(box.run("merge --format ndjson left.json right.ndjson"), at_once);
    }
}

TEST_CASE("NDJSON reports may stand one behind the other, with their lines in any order")
{
    const report_box box;
    const program_run whole = box.run("--format json" + words());
    check_same(box.run_shell("cat" + words(".report.ndjson") + " | rollcall-validate merge --format json -"), whole);
    const program_run sorted = box.run_shell("cat" + words(".report.ndjson") +
                                             " | sort >sorted && rollcall-validate merge --format summary sorted");
    CHECK(sorted.out == box.run("--format summary" + words()).out);
}

TEST_CASE("the exit status of merging is that of judging")
{
    const report_box box;
    CHECK(box.run("merge good.json.report.json").status == 0);
    CHECK(box.run("merge good.json.report.json bad.json.report.ndjson").status == 1);
    CHECK(box.run("merge en-3-webinar-session.http.report.json").status == box.run("en-3-webinar-session.http").status);
    box.write("warning.json", R"({"role": "Chef"})");
    box.judge("warning.json", "warning.report", "json");
    CHECK(box.run("merge warning.report").status == 0);
    CHECK(box.run("merge --fail-on warning warning.report").status == 1);
    const program_run run = box.run("merge missing.json.report.json");
    CHECK(run.status == 2);
    CHECK(run.err == "missing.json: error: cannot be opened: No such file or directory\n");
}

TEST_CASE("what is no report is an error that tells the place")
{
    check_no_report("",
                    ":1:1: this is no report of rollcall-validate: the text is empty: expected the rest of the value, "
                    "found the end of the text");
    check_no_report("nothing", ":1:1: this is no report of rollcall-validate: this is not JSON, found nothing");
    check_no_report(R"({"value": []})",
                    ":1:1: this is no report of rollcall-validate: the property \"files\" is missing: "
                    "expected \"files\"");
    check_no_report(
        "{\"path\": \"a\", \"error\": null, \"payloads\": [],\n \"unlisted\": 7}\n",
        ":2:14: this is no report of rollcall-validate: unlisted must be an object at /unlisted: expected an "
        "object, found 7");
}

TEST_CASE("a report of which a part is missing is an error")
{
    const std::string file =
        R"({"path": "a", "error": null, "payloads": [], "unlisted": {"payloads": 0, "records": 0, )" + empty_counts +
        R"(, "rules": {}}})" + '\n';
    const auto summary = [](const std::string& files) {
        return R"({"summary": {"files": )" + files + R"(, "payloads": 0, "records": 0, )" + empty_counts +
               R"(, "attendance": null}})" + '\n';
    };
    check_no_report(file + file, ": this report is not whole: there is no summary at its end: it was cut short");
    check_no_report(file + file + summary("3"),
                    ": this report is not whole: its summary counts 3 files with 0 payloads, 0 records and 0 findings, "
                    "but here are 2 with 0, 0 and 0: a part is missing, or there twice");
    const sandbox box;
    box.write("report", file + summary("1") + summary("0") + file + summary("1"));
    CHECK(box.run("merge report").status == 0);
    box.write("nothing", summary("0"));
    CHECK(box.run("merge nothing").out == "no files, no payloads, no records: nothing was judged\n");
}

TEST_CASE("merging says what is wrong with its command line, and --help what there is")
{
    const sandbox box;
    const auto check_usage = [&](const std::string& words, const std::string& message) {
        const program_run run = box.run("merge " + words);
        CHECK(run.status == 2);
        CHECK(run.err ==
              "rollcall-validate: merge: " + message + "\nRun rollcall-validate merge --help for what there is.\n");
    };
    check_usage("", "there is nothing to merge; name reports, or - for standard input");
    check_usage("- -", "standard input can be read once; name - once");
    check_usage("--fail-on never -", "--fail-on: 'never' is not one of error, warning, info");
    const program_run help = box.run("merge --help");
    CHECK(help.status == 0);
    CHECK(help.out == including("REPORT"));
    const program_run missing = box.run("merge nowhere.json");
    CHECK(missing.status == 2);
    CHECK(missing.err == "rollcall-validate: nowhere.json: cannot be opened: No such file or directory\n");
    CHECK(box.run("merge $'\\e[2J'").err ==
          "rollcall-validate: \\u001b[2J: cannot be opened: No such file or directory\n");
    // A file of that name is judged where it has a folder.
    box.write("merge", R"({"role": "Attendee"})");
    CHECK(box.run("./merge").out == "1 file, 1 payload, 1 record: nothing to report\n");
}

TEST_CASE("GNU parallel judges an archive in parts, and the merged report is the one on the whole")
{
    const sandbox box;
    if (box.run_shell("command -v parallel").status != 0) {
        MESSAGE("skipped: there is no GNU parallel here (Debian: parallel)");
        return;
    }
    const std::string folder = sources + "payloads'";
    const program_run whole = box.run("--format json " + folder);
    REQUIRE(whole.status == 1);
    const program_run parts = box.run_shell(
        "find " + folder +
        " -name '*.json' -not -name '*.expected.json' -o -name '*.http' | LC_ALL=C sort | "
        "parallel --will-cite --keep-order -X -n 7 '" ROLLCALL_VALIDATE "' --format ndjson > parts.ndjson; "
        "rollcall-validate merge --format json parts.ndjson");
    CHECK(parts.status == 1);
    CHECK_MESSAGE((parts.out == whole.out), "the merged report differs");
}
