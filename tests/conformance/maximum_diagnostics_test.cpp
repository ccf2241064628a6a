#include "sandbox.hpp"

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <string>

namespace {

namespace json = boost::json;

/// Three files with five errors and a warning, two of them on lines of NDJSON.
struct broken_box : sandbox {
    broken_box()
    {
        write("a.json", R"({"value": [{"role": 1}, {"role": 2}]})");
        write("b.ndjson", "{\"role\": null}\n{\"role\": 3}\n{\"role\": \"Chef\"}\n");
        write("c.json", R"({"value": [{"role": 4}, {"role": 5}]})");
    }
};

std::string findings_and_counts(const program_run& run)
{
    const json::value report = json::parse(run.out);
    std::string result;
    const auto add = [&](const json::value& unlisted) {
        if (unlisted.at("errors") != 0 || unlisted.at("warnings") != 0)
            result +=
                "+" + json::serialize(unlisted.at("errors")) + "," + json::serialize(unlisted.at("warnings")) + " ";
    };
    for (const json::value& file : report.at("files").as_array()) {
        for (const json::value& payload : file.at("payloads").as_array()) {
            for (const json::value& finding : payload.at("diagnostics").as_array())
                result += json::serialize(finding.at("found")) + ' ';
            add(payload.at("unlisted"));
        }
        add(file.at("unlisted"));
        result += "| ";
    }
    add(report.at_pointer("/summary/unlisted"));
    CHECK(report.at_pointer("/summary/errors") == 5);
    CHECK(report.at_pointer("/summary/warnings") == 1);
    return result;
}

} // namespace

TEST_CASE("--max-diagnostics shows the first findings of all files and counts the others")
{
    const broken_box box;
    const auto shown = [&](const std::string& maximum) {
        return findings_and_counts(box.run("--format json --max-diagnostics " + maximum + " a.json b.ndjson c.json"));
    };
    CHECK(shown("6") == R"("1" "2" | "3" "\"Chef\"" | "4" "5" | )");
    CHECK(shown("5") == R"("1" "2" | "3" "\"Chef\"" | "4" +1,0 | +1,0 )");
    CHECK(shown("4") == R"("1" "2" | "3" "\"Chef\"" | +2,0 | +2,0 )");
    CHECK(shown("3") == R"("1" "2" | "3" +0,1 | +2,0 | +2,1 )");
    CHECK(shown("2") == R"("1" "2" | +1,1 | +2,0 | +3,1 )");
    CHECK(shown("1") == R"("1" +1,0 | +1,1 | +2,0 | +4,1 )");
    CHECK(shown("0") == R"(+2,0 | +1,1 | +2,0 | +5,1 )");
}

TEST_CASE("a text report tells how many findings --max-diagnostics keeps from it")
{
    const broken_box box;
    CHECK(box.run("--max-diagnostics 0 a.json b.ndjson c.json").out ==
          "3 files, 5 payloads, 7 records: 5 errors, 1 warning\n"
          "not shown, beyond the limit: 5 errors, 1 warning\n");
    CHECK(box.run("--max-diagnostics 6 a.json b.ndjson c.json").out.find("not shown") == std::string::npos);
}

TEST_CASE("a finding that is only counted gives its exit status")
{
    const broken_box box;
    CHECK(box.run("--max-diagnostics 0 a.json").status == 1);
    CHECK(box.run("--max-diagnostics 0 --rule type=info a.json").status == 0);
    CHECK(box.run("--max-diagnostics 0 --rule type=off b.ndjson").status == 0);
    CHECK(box.run("--max-diagnostics 0 --rule type=off --fail-on warning b.ndjson").status == 1);
}

TEST_CASE("a maximum that is no number is wrong usage")
{
    const broken_box box;
    for (const std::string word : {"-1", "x", "1x", "''", "1000000001", "99999999999999999999"}) {
        const program_run run = box.run("--max-diagnostics " + word + " a.json");
        CHECK(run.status == 2);
        CHECK(run.out == "");
        CHECK(run.err == including("is not a whole number from 0 to 1000000000\n"));
    }
}
