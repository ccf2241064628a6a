#include "sandbox.hpp"

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

namespace fs = std::filesystem;

constexpr const char* two_defects = R"({"value": [{"id": "1", "role": "Host"}, {"id": "2", "role": 7}]})";

struct sample_box : sandbox {
    sample_box()
    {
        write("old/b.json", two_defects);
        write("old/a.json", R"({"value": [{"id": "3", "role": "Host"}]})");
    }

    [[nodiscard]] fs::path path(const std::string& name) const { return fs::path{folder()} / "here" / name; }
    [[nodiscard]] std::string text_of(const std::string& name) const
    {
        std::ifstream file{path(name), std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
};

} // namespace

TEST_CASE("with a baseline only new findings are shown and count")
{
    sample_box box;
    const program_run written = box.run("--write-baseline known.json old");
    CHECK(written.status == 0);
    CHECK(written.out == "2 files, 2 payloads, 3 records: nothing to report\n");
    CHECK(written.err == "rollcall-validate: 3 findings written to known.json\n");

    const program_run same = box.run("--baseline known.json old");
    CHECK(same.status == 0);
    CHECK(same.out == "2 files, 2 payloads, 3 records: nothing to report\n");
    CHECK(same.err == "rollcall-validate: 3 findings not shown: in the baseline\n");

    box.write("old/c.json", R"({"value": [{"id": "4", "role": 8}]})");
    const program_run more = box.run("--baseline known.json old");
    CHECK(more.status == 1);
    CHECK(more.out == including("old/c.json:1:32: error: role must be a string"));
    CHECK(more.out == including("3 files, 3 payloads, 4 records: 1 error, no warnings\n"));
}

TEST_CASE("a finding of the baseline is known again when its file moves and other records come")
{
    sample_box box;
    CHECK(box.run("--write-baseline known.json old").status == 0);
    fs::rename(box.path("old"), box.path("new"));
    box.write("new/b.json", "\n\n"
                            R"({"value": [{"id": "0"}, {"id": "1", "role": "Host"}, {"id": "2", "role": 7}]})");
    CHECK(box.run("--baseline known.json new").out == including("nothing to report"));
}

TEST_CASE("findings of the baseline that are gone are told")
{
    sample_box box;
    CHECK(box.run("--write-baseline known.json old").status == 0);
    box.write("old/b.json", R"({"value": [{"id": "1", "role": "Host"}, {"id": "2"}]})");
    CHECK(box.run("--baseline known.json old").err ==
          including("rollcall-validate: 1 of the baseline is gone; write it again\n"));
    box.write("old/b.json", R"({"value": [{"id": "1"}, {"id": "2"}]})");
    CHECK(box.run("--baseline known.json old").err ==
          including("rollcall-validate: 2 of the baseline are gone; write it again\n"));
}

TEST_CASE("a finding that is known once is known once only")
{
    sample_box box;
    CHECK(box.run("--write-baseline known.json old/a.json").status == 0);
    box.write("old/copy.json", box.text_of("old/a.json"));
    const program_run run = box.run("--baseline known.json old/a.json old/copy.json");
    CHECK(run.out == including("old/copy.json:1:32: warning"));
    CHECK(run.out == including("1 warning"));
}

TEST_CASE("a baseline is JSON with a line for each finding, in the order of paths, whoever judges")
{
    sample_box box;
    CHECK(box.run("--jobs 1 --write-baseline one.json old").status == 0);
    CHECK(box.run("--jobs 4 --write-baseline four.json old/b.json old/a.json").status == 0);
    const std::string text = box.text_of("one.json");
    CHECK(text == box.text_of("four.json"));
    const auto findings = boost::json::parse(text).at("findings").as_array();
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].at("path") == "old/a.json");
    CHECK(findings[1].at("path") == "old/b.json");
    CHECK(findings[1].at("pointer") == "/value/0/role");
    CHECK(findings[1].at("rule") == "unknown-role");
    CHECK(findings[2].at("rule") == "type");
    CHECK(text.find("\n    {\"path\": \"old/a.json\", \"pointer\": \"/value/0/role\", ") != std::string::npos);
}

TEST_CASE("what is ignored is not written to a baseline, and what is beyond the limit is")
{
    sample_box box;
    box.write("rollcall.json", R"({"ignores": [{"rule": "type", "reason": "x"}]})");
    CHECK(box.run("--max-diagnostics 0 --write-baseline known.json old").err ==
          including("2 findings written to known.json"));
}

TEST_CASE("what is beyond the limit of findings to show is known again, too")
{
    sample_box box;
    CHECK(box.run("--write-baseline known.json old").status == 0);
    box.write("old/a.json", R"({"value": [{"role": 1}, {"role": 2}, {"id": "3", "role": "Host"}, {"role": 3}]})");
    const program_run run = box.run("--max-diagnostics 1 --baseline known.json old");
    CHECK(run.err == "rollcall-validate: 3 findings not shown: in the baseline\n");
    CHECK(run.out == including("2 files, 2 payloads, 6 records: 3 errors, no warnings\n"
                               "not shown, beyond the limit: 2 errors, no warnings\n"));
    CHECK(run.out == including("found 1\n"));
}

TEST_CASE("the findings that no filter takes away are shown as they are without one")
{
    sandbox box;
    box.write("rollcall.json", R"({"ignores": [{"rule": "type", "path": "nowhere", "reason": "x"}]})");
    const std::string payloads = "'" ROLLCALL_SOURCE_DIR "/tests/conformance/payloads'";
    const auto report_with = [&](const std::string& options) {
        return box.run(options + " --format json " + payloads).out;
    };
    const std::string report = report_with("--no-config");
    CHECK(report == including("fingerprint"));
    CHECK(report_with("--jobs 2") == report);
}

TEST_CASE("a baseline takes the place of another one whole, or not at all")
{
    sample_box box;
    CHECK(box.run("--write-baseline known.json old").status == 0);
    const std::string before = box.text_of("known.json");
    CHECK(box.run("--write-baseline known.json old/a.json").status == 0);
    CHECK(box.text_of("known.json") != before);
    const program_run run = box.run("--write-baseline nowhere/known.json old");
    CHECK(run.status == 2);
    CHECK(run.err == including("nowhere/known.json"));
}

TEST_CASE("a baseline that is none is told of, with the place")
{
    sample_box box;
    const auto error_of = [&](const char* text) {
        box.write("known.json", text);
        const program_run run = box.run("--baseline known.json old");
        CHECK(run.status == 2);
        CHECK(run.out.empty());
        return run.err;
    };
    const std::string hint = "; write it again\n";
    CHECK(error_of("") ==
          including("rollcall-validate: known.json:1:1: this is no baseline that --write-baseline wrote: "));
    CHECK(error_of("{\"version\": 1,\n\"findings\": [") == including("known.json:2:"));
    CHECK(error_of("{\"version\": 2, \"findings\": []}") == including("version is more than 1" + hint));
    CHECK(error_of("{\"version\": 1, \"findings\": [\n{\"rule\": \"type\"}]}") == including("known.json:2:1: "));
    CHECK(error_of("{\"version\": 1}") == including("the property \"findings\" is missing" + hint));
    CHECK(box.run("--baseline nowhere.json old").err == including("the baseline nowhere.json cannot be opened"));
    CHECK(box.run("--baseline known.json --write-baseline known.json old").status == 2);
}
