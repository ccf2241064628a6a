#include "sandbox.hpp"

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <unistd.h> // access

namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

const fs::path project = ROLLCALL_SOURCE_DIR;

std::string text_of(const fs::path& path)
{
    std::ifstream file{path, std::ios::binary};
    REQUIRE_MESSAGE(file, path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

bool has_yaml(const sandbox& box)
{
    const bool has = box.run_shell("python3 -c 'import yaml' 2>/dev/null").status == 0;
    if (!has)
        MESSAGE("skipped: python3-yaml is not installed");
    return has;
}

json::value parse_yaml(const sandbox& box, const std::string& text)
{
    box.write("file.yaml", text);
    const program_run run =
        box.run_shell("python3 -c 'import json, yaml; print(json.dumps(yaml.safe_load(open(\"file.yaml\"))))'");
    REQUIRE_MESSAGE(run.status == 0, run.err);
    return json::parse(run.out);
}

std::vector<std::string> yaml_of_readme()
{
    std::vector<std::string> result;
    std::istringstream lines{text_of(project / "README.md")};
    bool is_open = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("```")) {
            is_open = line == "```yaml";
            if (is_open)
                result.emplace_back();
        } else if (is_open) {
            result.back() += line + '\n';
        }
    }
    return result;
}

/// All texts in a value, one per line.
void append_texts(const json::value& value, std::string& to)
{
    if (const auto* object = value.if_object())
        for (const auto& member : *object)
            append_texts(member.value(), to);
    if (const auto* array = value.if_array())
        for (const json::value& item : *array)
            append_texts(item, to);
    if (const auto* text = value.if_string())
        to += std::string{*text} + '\n';
}

} // namespace

TEST_CASE("what the hooks for pre-commit name is there")
{
    sandbox box;
    if (!has_yaml(box))
        return;
    const json::value hooks = parse_yaml(box, text_of(project / ".pre-commit-hooks.yaml"));
    REQUIRE_FALSE(hooks.as_array().empty());
    for (const json::value& hook : hooks.as_array()) {
        for (const char* const key : {"id", "name", "description", "entry", "language", "files"})
            CHECK_MESSAGE(hook.as_object().contains(key), key);
        const auto entry = json::value_to<std::string>(hook.at("entry"));
        const fs::path program = project / entry.substr(0, entry.find(' '));
        CHECK_MESSAGE(access(program.c_str(), X_OK) == 0, program);
        box.write("good.json", R"({"role": "Attendee"})");
        CHECK(box.run(entry.substr(entry.find(' ')) + " good.json").status == 0);
    }
}

TEST_CASE("what the README shows for pre-commit, GitHub and GitLab is YAML, and what it names is there")
{
    sandbox box;
    if (!has_yaml(box))
        return;
    const std::vector<std::string> snippets = yaml_of_readme();
    REQUIRE(snippets.size() == 3);
    std::string texts;
    for (const std::string& snippet : snippets)
        append_texts(parse_yaml(box, snippet), texts);
    const json::value hooks = parse_yaml(box, text_of(project / ".pre-commit-hooks.yaml"));
    const json::value pre_commit = parse_yaml(box, snippets[0]);
    for (const json::value& hook : pre_commit.at_pointer("/repos/0/hooks").as_array())
        CHECK(hook.at("id") == hooks.at_pointer("/0/id"));
    const std::string program = "/opt/rollcall/";
    std::istringstream lines{texts};
    int commands = 0;
    box.write("captures/good.json", R"({"role": "Attendee"})");
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(program))
            continue;
        ++commands;
        const std::size_t end = line.find(' ');
        CHECK(access((project / line.substr(program.size(), end - program.size())).c_str(), X_OK) == 0);
        CHECK_MESSAGE(box.run(line.substr(end)).status == 0, line);
    }
    CHECK(commands == 2);
}
