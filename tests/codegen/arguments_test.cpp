#include <doctest/doctest.h>

#include <sys/wait.h> // WIFEXITED, WEXITSTATUS

#include <array>       // std::array
#include <cstdio>      // popen
#include <string>      // std::string
#include <string_view> // std::string_view

namespace {

struct program_run {
    int status = 0;
    std::string told;

    [[nodiscard]] bool tells(std::string_view part) const { return told.find(part) != std::string::npos; }
};

/// Runs the program in the project's folder. `words` is as a shell takes it.
program_run run(const std::string& words)
{
    const std::string line = "cd '" ROLLCALL_SOURCE_DIR "' && '" ROLLCALL_CODEGEN "' " + words + " 2>&1 </dev/null";
    FILE* const pipe = popen(line.c_str(), "r");
    REQUIRE(pipe != nullptr);
    program_run result;
    std::array<char, 4096> buffer{};
    while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe))
        result.told.append(buffer.data(), size);
    const int status = pclose(pipe);
    REQUIRE(WIFEXITED(status));
    result.status = WEXITSTATUS(status);
    return result;
}

const std::string two_states = "tests/codegen/steps/2021.csdl tests/codegen/steps/2025-05-02.csdl ";

} // namespace

TEST_CASE("wrong usage of the generator ends with 2 and says what is wrong")
{
    CHECK(run("").status == 2);
    const program_run unknown = run("diff --explain type-clsoed");
    CHECK(unknown.status == 2);
    CHECK(unknown.tells("there is no rule 'type-clsoed'; did you mean type-closed?"));
    const program_run verdict = run("diff --severity type-closed=grave schema schema");
    CHECK(verdict.status == 2);
    CHECK(verdict.tells("'type-closed=grave' is not RULE=VERDICT"));
    const program_run one_state = run("diff schema");
    CHECK(one_state.status == 2);
    CHECK(one_state.tells("NEW is required"));
    CHECK(run("inspect missing").status == 2);
    CHECK(run("inspect --format picture schema").status == 2);
    CHECK(run("generate --schema missing --output missing-too").status == 2);
}

TEST_CASE("the generator says which version it is, and how each command is used")
{
    CHECK(run("--version").told.starts_with("rollcall-codegen "));
    for (const std::string command : {"generate", "diff", "import", "inspect", "update"}) {
        const program_run help = run(command + " --help");
        CHECK(help.status == 0);
        CHECK(help.tells("Exit status: 0"));
    }
}

TEST_CASE("rules of changes are listed, and explained one by one")
{
    const program_run list = run("diff --list-rules");
    CHECK(list.status == 0);
    CHECK(list.tells("property-removed"));
    const program_run explained = run("diff --explain property-removed");
    CHECK(explained.status == 0);
    CHECK(explained.tells("property-removed"));
}

TEST_CASE("the exit status of a comparison follows --fail-on and the verdicts that --severity gives")
{
    CHECK(run("diff --fail-on risky schema schema").status == 0);
    CHECK(run("diff " + two_states).status == 0);
    const program_run failed = run("diff --fail-on risky " + two_states);
    CHECK(failed.status == 1);
    for (const std::string kind : {".source", ".wire", ""})
        CHECK(run("diff --fail-on breaking --severity property-added" + kind + "=breaking " + two_states).status == 1);
    CHECK(run("diff --format json " + two_states).told.starts_with("{"));
}

TEST_CASE("types are shown in the format that is asked for")
{
    CHECK(run("inspect --format dot schema").tells("digraph"));
    CHECK(run("inspect --format mermaid schema").tells("classDiagram"));
    CHECK(run("inspect --type identity schema").told.starts_with("identity, open"));
}

TEST_CASE("the project's files are in step, as the commands that check this say")
{
    CHECK(run("generate --check --schema schema --output include/rollcall/model").status == 0);
    CHECK(run("update --check --fail-on breaking --schema schema --output include/rollcall/model").status == 0);
}

TEST_CASE("what is imported is named on the command line")
{
    const program_run missing = run("import --type all --output missing-too missing.csdl");
    CHECK(missing.status == 2);
    CHECK(missing.tells("missing.csdl"));
}
