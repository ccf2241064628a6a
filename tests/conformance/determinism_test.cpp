#include "sandbox.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

// The same files give the same bytes, whoever judges them, when and where.

namespace {

/// A folder with payloads of every kind, and how all reports on them are written and put one behind the other.
struct sample_box : sandbox {
    sample_box()
    {
        REQUIRE(run_shell("cp -r '" ROLLCALL_SOURCE_DIR "/tests/conformance/captures' '" ROLLCALL_SOURCE_DIR
                          "/tests/conformance/captures-wrapped' . && cp -r '" ROLLCALL_SOURCE_DIR
                          "/tests/conformance/payloads' .")
                    .status == 0);
    }

    /// Every report on the files, and what is told on standard error. `environment` is words in front of a command.
    [[nodiscard]] std::string reports(const std::string& environment, const std::string& words = {}) const
    {
        std::string line = environment + " '" ROLLCALL_VALIDATE "' " + words + " --format text";
        std::string files;
        for (const std::string format : {"json", "ndjson", "summary", "html", "sarif", "junit", "github", "gitlab"}) {
            line += " --format " + format + "=../report." + format;
            files += " ../report." + format;
        }
        return run_shell(line + " captures captures-wrapped payloads missing.json 2>&1; cat" + files).out;
    }
};

/// Not compared by doctest, which would print them.
void check_same(const std::string& reports, const std::string& expected, const std::string& where)
{
    CHECK_MESSAGE((reports == expected), "the reports differ: ", where);
}

} // namespace

TEST_CASE("the reports are the same in every run, however many work on them, and wherever memory lies")
{
    const sample_box box;
    const std::string expected = box.reports("", "--jobs 1");
    REQUIRE(expected == including("could not be judged"));
    REQUIRE(expected == including("<!DOCTYPE html>"));
    for (const std::string jobs : {"1", "2", "8"})
        check_same(box.reports("", "--jobs " + jobs), expected, "--jobs " + jobs);
    if (box.run_shell("setarch --addr-no-randomize true").status == 0)
        check_same(box.reports("setarch --addr-no-randomize"), expected, "without address randomisation");
    else
        MESSAGE("skipped: addresses cannot be kept from being random here");
}

TEST_CASE("the reports are the same in every time zone and environment")
{
    const sample_box box;
    const std::string expected = box.reports("env -i");
    for (const std::string variables :
         {"TZ=Pacific/Kiritimati", "TZ=America/St_Johns", "TZ=nowhere-3:21", "HOME=/nowhere", "COLUMNS=20 LINES=5",
          "TERM=xterm", "TERM=dumb", "NO_COLOR=1", "CLICOLOR_FORCE=1", "LANG=tr_TR.UTF-8 LANGUAGE=tr"})
        check_same(box.reports("env -i " + variables), expected, variables);
}

TEST_CASE("the reports are the same in every locale")
{
    const sample_box box;
    const std::string expected = box.reports("env LC_ALL=C");
    check_same(box.reports("env LC_ALL=C.UTF-8"), expected, "C.UTF-8");
    // Decimal commas and points between thousands; letters that change otherwise when they get large.
    for (const std::string locale : {"de_DE", "tr_TR"}) {
        const std::string made = box.folder() + "/" + locale + ".UTF-8";
        const program_run making = box.run_shell("localedef --inputfile " + locale + " --charmap UTF-8 '" + made + "'");
        if (making.status != 0) {
            MESSAGE("skipped: ", locale, " cannot be made here (Debian: locales)");
            return;
        }
        const std::string variables = "env LOCPATH='" + box.folder() + "' LC_ALL=" + locale + ".UTF-8";
        check_same(box.reports(variables), expected, locale);
    }
}

TEST_CASE("the report on a folder does not depend on the order in which its files were made")
{
    const std::vector<std::string> names{"b/2.json", "a/1.json", "10.json",      "9.json",
                                         "B.json",   "a.json",   "\xC3\xA4.json"};
    const auto report_of = [&](auto begin, auto end) {
        const sandbox box;
        for (auto name = begin; name != end; ++name)
            box.write(*name, R"({"value": [{"role": 7, "id": ")" + *name + R"("}]})");
        return box.run("--format json .").out;
    };
    const std::string report = report_of(names.begin(), names.end());
    CHECK(report == including("\"files\": 7"));
    CHECK(report == report_of(names.rbegin(), names.rend()));
}
