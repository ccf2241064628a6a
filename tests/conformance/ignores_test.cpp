#include "pattern.hpp"
#include "sandbox.hpp"

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using rollcall::program::matches_pattern;

constexpr std::string_view two_warnings = R"({"value": [{"role": "Host"}, {"role": "Guest"}]})";

/// 2026-06-15T12:00:00Z.
const std::string on_a_day = "SOURCE_DATE_EPOCH=1781524800 ";

struct sample_box : sandbox {
    sample_box()
    {
        write("old/a.json", two_warnings);
        write("new/b.json", two_warnings);
    }

    [[nodiscard]] program_run run_ignoring(std::string_view item, const std::string& options = {}) const
    {
        write("rollcall.json", "{\n\"ignores\": [\n{" + std::string{item} + ", \"reason\": \"because\"}]}");
        return run_shell(on_a_day + "rollcall-validate " + options + " old new");
    }
};

} // namespace

TEST_CASE("a finding that the configuration ignores does not count, and that is told")
{
    sample_box box;
    const program_run run = box.run_ignoring(R"("rule": "unknown-role", "path": "old/**")");
    CHECK(run.out == including("2 files, 2 payloads, 4 records: no errors, 2 warnings"));
    CHECK(run.out.find("old/a.json") == std::string::npos);
    CHECK(run.err == "rollcall-validate: 2 findings ignored, as the configuration says\n");
}

TEST_CASE("what is ignored is told by rule, path, pointer and fingerprint, all of which must be true")
{
    sample_box box;
    const auto warnings = [&](std::string_view item) {
        const std::string out = box.run_ignoring(item, "--format json").out;
        return boost::json::parse(out).at_pointer("/summary/warnings").to_number<int>();
    };
    CHECK(warnings(R"("rule": "unknown-role")") == 0);
    CHECK(warnings(R"("rule": "type")") == 4);
    CHECK(warnings(R"("path": "a.json")") == 2);
    CHECK(warnings(R"("path": "old")") == 2);
    CHECK(warnings(R"("path": "**/*.json")") == 0);
    CHECK(warnings(R"("pointer": "/value/*/role")") == 0);
    CHECK(warnings(R"("pointer": "/value/1/*")") == 2);
    CHECK(warnings(R"("pointer": "/value/1/*", "path": "old")") == 3);
    const std::string report = box.run("--no-config --format json old").out;
    const auto fingerprint = boost::json::value_to<std::string>(
        boost::json::parse(report).at_pointer("/files/0/payloads/0/diagnostics/0/fingerprint"));
    // The same record with the same defect in the other file has the same fingerprint.
    CHECK(warnings("\"fingerprint\": \"" + fingerprint + "\"") == 2);
}

TEST_CASE("an ignore does not count any more once it has expired, and that is told")
{
    sample_box box;
    CHECK(box.run_ignoring(R"("rule": "unknown-role", "expires": "2026-06-15")").out == including("nothing to report"));
    const program_run run = box.run_ignoring(R"("rule": "unknown-role", "expires": "2026-06-14")");
    CHECK(run.out == including("4 warnings"));
    CHECK(run.err ==
          "rollcall-validate: rollcall.json:3: this ignore does not count any more, it has expired (because)\n");
}

TEST_CASE("--verbose lists what is ignored, and the ignores that matched nothing")
{
    sample_box box;
    const program_run run = box.run_ignoring(R"("rule": "unknown-role", "pointer": "/value/0/role")", "--verbose");
    CHECK(run.err == including("ignored old/a.json:1:21: [unknown-role] the role is not a documented one (because)\n"));
    CHECK(run.err == including("ignored new/b.json:1:21: [unknown-role]"));
    CHECK(box.run_ignoring(R"("rule": "type")", "--verbose").err ==
          including("rollcall.json:3: this ignore matched nothing (because)\n"));
    CHECK(box.run_ignoring(R"("rule": "type")").err.empty());
}

TEST_CASE("what is ignored takes no place in the report")
{
    sample_box box;
    const program_run run = box.run_ignoring(R"("pointer": "/value/0/role")", "--max-diagnostics 2");
    CHECK(run.out == including("old/a.json:1:39: warning"));
    CHECK(run.out == including("new/b.json:1:39: warning"));
    CHECK(run.out.find("not shown") == std::string::npos);
}

TEST_CASE("of more findings than are looked at at once, each is ignored or counted once")
{
    sandbox box;
    std::string payload = "{\"value\": [{}";
    for (int index = 0; index < 100'010; ++index)
        payload += ",{\"role\":7}";
    box.write("a.json", payload + "]}");
    box.write("rollcall.json", R"({"ignores": [{"pointer": "/value/100*/role", "reason": "x"}]})");
    const program_run run = box.run("--max-diagnostics 1 a.json");
    // 100, 1000 to 1009, 10000 to 10099 and 100000 to 100010.
    CHECK(run.err == including("122 findings ignored"));
    CHECK(run.out == including("a.json:1:23: error: role must be a string"));
    CHECK(run.out == including("1 file, 1 payload, 100011 records: 99888 errors, no warnings\n"
                               "not shown, beyond the limit: 99887 errors, no warnings\n"));
}

TEST_CASE("the lines of NDJSON are ignored one by one, whoever judges them")
{
    sandbox box;
    std::string lines;
    for (int index = 0; index < 30000; ++index)
        lines += "{\"role\": \"Host\", \"id\": \"" + std::to_string(index) + "\"}\n";
    box.write("a.ndjson", lines);
    box.write("rollcall.json",
              R"({"ignores": [{"rule": "unknown-role", "reason": "x"}], "inputs": {"paths": ["a.ndjson"]}})");
    for (const char* const jobs : {"--jobs 1", "--jobs 4"}) {
        const program_run run = box.run(jobs);
        CHECK(run.out == "1 file, 30000 payloads, 30000 records: nothing to report\n");
        CHECK(run.err == including("30000 findings ignored"));
    }
}

TEST_CASE("a pattern's star is any part of a step, and two are any number of steps")
{
    CHECK(matches_pattern("", ""));
    CHECK_FALSE(matches_pattern("", "a"));
    CHECK(matches_pattern("a/b.json", "a/b.json"));
    CHECK(matches_pattern("a/*.json", "a/b.json"));
    CHECK_FALSE(matches_pattern("a/*.json", "a/b/c.json"));
    CHECK_FALSE(matches_pattern("*.json", "a/b.json"));
    CHECK(matches_pattern("**/*.json", "b.json"));
    CHECK(matches_pattern("**/*.json", "a/b/c.json"));
    CHECK(matches_pattern("a/**", "a/b/c.json"));
    CHECK(matches_pattern("a/**/c", "a/c"));
    CHECK(matches_pattern("a/**/c", "a/b/b/c"));
    CHECK_FALSE(matches_pattern("a/**/c", "a/bc"));
    CHECK_FALSE(matches_pattern("a/**/c", "ab/c"));
    CHECK(matches_pattern("a?c", "abc"));
    CHECK_FALSE(matches_pattern("a?c", "a/c"));
    CHECK(matches_pattern("/value/*/role", "/value/12/role"));
    CHECK_FALSE(matches_pattern("/value/*/role", "/value/12/identity/role"));
    CHECK(matches_pattern("/**/role", "/value/12/identity/role"));
    CHECK(matches_pattern("*", ""));
}

TEST_CASE("a hostile pattern takes no long time")
{
    std::string pattern;
    for (int index = 0; index < 1000; ++index)
        pattern += "*a";
    CHECK_FALSE(matches_pattern(pattern + "b", std::string(2000, 'a')));
}
