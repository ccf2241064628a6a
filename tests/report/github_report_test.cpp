#include "sample_reports.hpp"

#include <rollcall/report/github.hpp>

#include <doctest/doctest.h>

#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string shown(const std::vector<sample::sample_file>& files, const std::string& working_folder = {})
{
    return sample::shown_by<rollcall::github_report>(files, working_folder);
}

/// A command as the runner of GitHub Actions reads it.
struct workflow_command {
    std::string name;
    std::map<std::string, std::string> properties;
    std::string data;
};

std::string unescaped(std::string text)
{
    // The escape of % comes last, so that what it makes is not taken for another one.
    for (const auto& [escape, character] :
         {std::pair{"%3A", ":"}, {"%2C", ","}, {"%0D", "\r"}, {"%0A", "\n"}, {"%25", "%"}})
        for (std::size_t place = 0; (place = text.find(escape, place)) != std::string::npos; ++place)
            text.replace(place, 3, character);
    return text;
}

std::vector<workflow_command> commands_in(const std::string& text)
{
    std::vector<workflow_command> commands;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("::"))
            continue;
        const std::size_t end = line.find("::", 2);
        REQUIRE(end != std::string::npos);
        const std::string head = line.substr(2, end - 2);
        const std::size_t space = head.find(' ');
        workflow_command command{
            .name = head.substr(0, space), .properties = {}, .data = unescaped(line.substr(end + 2))};
        std::istringstream properties{space == std::string::npos ? std::string{} : head.substr(space + 1)};
        for (std::string property; std::getline(properties, property, ',');) {
            const std::size_t equals = property.find('=');
            REQUIRE(equals != std::string::npos);
            command.properties[property.substr(0, equals)] = unescaped(property.substr(equals + 1));
        }
        commands.push_back(command);
    }
    return commands;
}

} // namespace

TEST_CASE("a report for GitHub has an annotation for each finding, and for each file that could not be judged")
{
    sample::check_snapshot("response.github", shown({sample::response(), sample::missing_file(), sample::cut_short()}));
}

TEST_CASE("a report for GitHub stays the commands it is, whatever the files hold")
{
    const sample::sample_file attack = sample::attacking_payload();
    const std::string text = shown({attack, sample::attacking_error()});
    sample::check_snapshot("attack.github", text);
    CHECK(sample::is_harmless(text));
    const std::vector<workflow_command> commands = commands_in(text);
    REQUIRE(commands.size() == 2);
    for (const workflow_command& command : commands)
        CHECK(command.name == "error");
    const auto& finding = attack.report.payloads.front().report.diagnostics.front();
    CHECK(commands[0].properties ==
          std::map<std::string, std::string>{
              {"file", rollcall::detail::for_terminal(rollcall::detail::report_path(attack.report.path, {}))},
              {"line", "1"},
              {"col", "10"},
              {"title", rollcall::detail::for_terminal(finding.rule)}});
    CHECK(commands[0].data == rollcall::detail::text_of(finding));
}

TEST_CASE("a finding on a value made in code has no line in an annotation for GitHub")
{
    sample::sample_file file = sample::response();
    file.report.payloads.front().report.diagnostics.front().position = {};
    const auto annotation = commands_in(shown({file})).at(0);
    CHECK(annotation.properties.contains("file"));
    CHECK_FALSE(annotation.properties.contains("line"));
    CHECK_FALSE(annotation.properties.contains("col"));
}

TEST_CASE("an annotation for GitHub says which value would be right where that is known")
{
    sample::sample_file file = sample::response();
    file.report.payloads.front().report.diagnostics.at(1).fix = "\"12\"";
    CHECK(commands_in(shown({file})).at(1).data ==
          "id must be a string (expected a string or null, found 12, right would be \"12\")");
}

TEST_CASE("paths for GitHub are relative to the working folder where they can be")
{
    const auto file_of = [](const std::string& path) {
        sample::sample_file file = sample::missing_file();
        file.report.path = path;
        return commands_in(shown({file}, "/home/runner/work")).at(0).properties.at("file");
    };
    CHECK(file_of("/home/runner/work/captures/a.json") == "captures/a.json");
    CHECK(file_of("./captures//a.json") == "captures/a.json");
    CHECK(file_of("captures/link/../a.json") == "captures/link/../a.json");
    CHECK(file_of("/home/runner/workshop/a.json") == "/home/runner/workshop/a.json");
    CHECK(file_of("../a.json") == "../a.json");
    CHECK(file_of("-") == "-");
}
