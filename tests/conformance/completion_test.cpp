#include "sandbox.hpp"

#include <rollcall/rules/catalogue.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace {

/// The options that --help shows, of the program or of a command.
std::vector<std::string> options_of_help(const std::string& command = {})
{
    std::vector<std::string> result;
    std::istringstream lines{sandbox{}.run(command + " --help").out};
    const std::regex option{"^  (?:-., ?)?(--[a-z-]+).*"};
    std::smatch found;
    for (std::string line; std::getline(lines, line);)
        if (std::regex_match(line, found, option))
            result.push_back(found[1]);
    std::sort(result.begin(), result.end());
    REQUIRE(result.size() > 3);
    return result;
}

/// What bash offers for the last of these words.
std::vector<std::string> completed(const sandbox& box, const std::vector<std::string>& words)
{
    std::string line;
    for (const std::string& word : words)
        line += " '" + word + "'";
    const program_run run =
        box.run_shell("rollcall-validate --completion bash > completion && "
                      "bash -c 'source ./completion; compopt() { :; }; COMP_WORDS=(rollcall-validate \"$@\"); "
                      "COMP_CWORD=$#; _rollcall_validate; printf \"%s\\n\" \"${COMPREPLY[@]}\"' bash" +
                      line);
    CHECK(run.err.empty());
    std::vector<std::string> result;
    std::istringstream lines{run.out};
    for (std::string each; std::getline(lines, each);)
        if (!each.empty())
            result.push_back(each);
    std::sort(result.begin(), result.end());
    return result;
}

bool has(const sandbox& box, const std::string& program)
{
    return box.run_shell("command -v " + program + " >/dev/null").status == 0;
}

using words = std::vector<std::string>;

} // namespace

TEST_CASE("bash completes every option that --help shows")
{
    sandbox box;
    CHECK(completed(box, {"--"}) == options_of_help());
    CHECK(completed(box, {"--fail"}) == words{"--fail-on"});
    CHECK(completed(box, {"in.json", "--baseli"}) == words{"--baseline"});
}

TEST_CASE("bash completes the values of options, whether or not = stands before them")
{
    sandbox box;
    CHECK(completed(box, {"--fail-on", ""}) == words{"error", "info", "warning"});
    CHECK(completed(box, {"--fail-on", "w"}) == words{"warning"});
    CHECK(completed(box, {"--fail-on", "=", "w"}) == words{"warning"});
    CHECK(completed(box, {"--fail-on", "="}) == words{"error", "info", "warning"});
    CHECK(completed(box, {"--engine", "v"}) == words{"valijson"});
    CHECK(completed(box, {"--jobs", ""}).empty());
    CHECK(completed(box, {"--explain", "total"}) == words{"total-is-sum"});
    CHECK(completed(box, {"--explain", ""}).size() == rollcall::rule_catalogue().size());
    CHECK(completed(box, {"--rule", "total"}) == words{"total-is-sum="});
    CHECK(completed(box, {"--rule", "total-is-sum", "=", "o"}) == words{"off"});
    CHECK(completed(box, {"--rule", "total-is-sum", "="}) == words{"error", "info", "off", "warning"});
    CHECK(completed(box, {"--rule", "=", "total-is-sum", "=", "w"}) == words{"warning"});
}

TEST_CASE("bash completes merge and its options")
{
    sandbox box;
    CHECK(completed(box, {"me"}) == words{"merge"});
    CHECK(completed(box, {"in.json", "me"}).empty());
    CHECK(completed(box, {"merge", "--"}) == options_of_help("merge"));
    CHECK(completed(box, {"merge", "--fail-on", "w"}) == words{"warning"});
    box.write("report.json", "{}");
    CHECK(completed(box, {"merge", "re"}) == words{"report.json"});
}

TEST_CASE("bash completes paths")
{
    sandbox box;
    box.write("with space.json", "{}");
    box.write("folder/b.json", "{}");
    CHECK(completed(box, {"wi"}) == words{"with space.json"});
    CHECK(completed(box, {"--baseline", "fo"}) == words{"folder"});
    CHECK(completed(box, {"--schema", ""}) == words{"folder"});
}

TEST_CASE("every value that completion offers is one that the program takes")
{
    sandbox box;
    box.write("good.json", R"({"role": "Attendee"})");
    for (const std::string option : {"--fail-on", "--engine", "--format", "--input-format"})
        for (const std::string& value : completed(box, {option, ""}))
            CHECK_MESSAGE(box.run(option + " " + value + " good.json").err.find(option) == std::string::npos, option,
                          value);
    for (const std::string& value : completed(box, {"--completion", ""}))
        CHECK(box.run("--completion " + value).status == 0);
    CHECK(box.run("--completion tcsh").err == including("--completion: 'tcsh' is not one of bash, zsh, fish"));
}

TEST_CASE("the scripts for zsh and fish have every option and are read by their shells")
{
    sandbox box;
    const std::string zsh = box.run("--completion zsh").out;
    const std::string fish = box.run("--completion fish").out;
    for (const std::string& option : options_of_help()) {
        CHECK_MESSAGE(zsh.find(option) != std::string::npos, option);
        CHECK_MESSAGE(fish.find("-l " + option.substr(2) + " ") != std::string::npos, option);
    }
    if (has(box, "zsh"))
        CHECK(box.run_shell("rollcall-validate --completion zsh > _rollcall_validate && zsh -n _rollcall_validate")
                  .status == 0);
    else
        MESSAGE("skipped: zsh is not installed");
    if (!has(box, "fish")) {
        MESSAGE("skipped: fish is not installed");
        return;
    }
    CHECK(box.run_shell("rollcall-validate --completion fish > c.fish && fish --no-execute c.fish").status == 0);
    CHECK(box.run_shell("fish -c 'source c.fish; complete -C \"rollcall-validate --fail-on w\"'").out ==
          including("warning"));
    CHECK(box.run_shell("fish -c 'source c.fish; complete -C \"rollcall-validate --rule total-is-sum=o\"'").out ==
          including("total-is-sum=off"));
    CHECK(box.run_shell("fish -c 'source c.fish; complete -C \"rollcall-validate me\"'").out == including("merge"));
    const std::string of_merge =
        box.run_shell("fish -c 'source c.fish; complete -C \"rollcall-validate merge --\"'").out;
    CHECK(of_merge == including("--max-diagnostics"));
    CHECK(of_merge.find("--jobs") == std::string::npos);
}

TEST_CASE("the manual page has every option and is read without a warning")
{
    sandbox box;
    const program_run manual = box.run("--man");
    CHECK(manual.status == 0);
    CHECK(manual.out == including(".TH ROLLCALL\\-VALIDATE 1 "));
    for (const std::string& option : options_of_help())
        CHECK_MESSAGE(manual.out.find("\\fB" + std::regex_replace(option, std::regex{"-"}, "\\-") + "\\fR") !=
                          std::string::npos,
                      option);
    CHECK(manual.out == including(".B rollcall\\-validate merge\n"));
    CHECK(manual.out == including("\n.SH THE COMMAND merge\nJoins reports of several runs into one."));
    if (!has(box, "groff")) {
        MESSAGE("skipped: groff is not installed");
        return;
    }
    const program_run shown = box.run_shell("rollcall-validate --man | groff -ww -man -Tascii -P-c");
    CHECK(shown.status == 0);
    CHECK(shown.err.empty());
    CHECK(shown.out == including("Exit status: 0"));
    if (has(box, "man"))
        CHECK(box.run_shell("rollcall-validate --man > page.1 && LC_ALL=C MANROFFSEQ= man --warnings -l ./page.1 2>&1 "
                            ">/dev/null")
                  .out.empty());
    else
        MESSAGE("skipped: man is not installed");
}
