#include <doctest/doctest.h>

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

// Runs what the README shows and compares what comes out.

namespace {

namespace fs = std::filesystem;

struct block {
    std::string language;
    std::string text;
};

std::vector<block> blocks_of_readme()
{
    std::ifstream file{ROLLCALL_SOURCE_DIR "/README.md"};
    REQUIRE(file);
    std::vector<block> blocks;
    bool is_open = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("```")) {
            is_open = !is_open;
            if (is_open)
                blocks.push_back({line.substr(3), {}});
        } else if (is_open) {
            blocks.back().text += line + '\n';
        }
    }
    return blocks;
}

std::string output_of(const std::string& command)
{
    FILE* const pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string output;
    std::array<char, 4096> buffer;
    while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe))
        output.append(buffer.data(), size);
    const int status = pclose(pipe);
    CHECK_MESSAGE(WIFEXITED(status), command);
    return output;
}

/// A copy of what the README's commands touch, to run them in.
fs::path copy_of_project()
{
    const fs::path copy = fs::path{README_EXAMPLES_FOLDER} / "session";
    fs::remove_all(copy);
    fs::create_directories(copy / "tests");
    for (const char* const folder : {"schema", "tests/conformance", "tests/codegen"})
        fs::copy(fs::path{ROLLCALL_SOURCE_DIR} / folder, copy / folder, fs::copy_options::recursive);
    fs::create_directories(copy / "include/rollcall");
    fs::copy(fs::path{ROLLCALL_SOURCE_DIR} / "include/rollcall/model", copy / "include/rollcall/model",
             fs::copy_options::recursive);
    return copy;
}

} // namespace

TEST_CASE("there is no block in the README that no test runs")
{
    const std::vector<block> blocks = blocks_of_readme();
    std::map<std::string, int> count;
    for (std::size_t index = 0; index < blocks.size(); ++index) {
        const std::string& language = blocks[index].language;
        const std::string& text = blocks[index].text;
        CAPTURE(text);
        ++count[language];
        if (language == "text")
            CHECK((index != 0 && blocks[index - 1].language == "cpp"));
        else if (language == "console")
            CHECK(text.starts_with("$ "));
        else if (language == "json" || language == "yaml")
            // The room of rollcall-validate takes the configuration, and the three snippets for other programs.
            CHECK(count[language] <= (language == "json" ? 1 : 3));
        else
            CHECK_MESSAGE((language == "cpp" || language == "sh" || language == "cmake"), language);
    }
}

TEST_CASE("what the README has a shell run is a program of the project that knows the options")
{
    int commands = 0;
    for (const auto& [language, text] : blocks_of_readme()) {
        if (language != "sh")
            continue;
        std::istringstream lines{text};
        for (std::string line; std::getline(lines, line); ++commands) {
            CAPTURE(line);
            std::istringstream words{line};
            std::string program;
            words >> program;
            const std::string path = std::string{ROLLCALL_SOURCE_DIR "/"} + program;
            CHECK(std::system(("test -x '" + path + "' && bash -n '" + path + "'").c_str()) == 0);
            for (std::string word; words >> word;)
                if (word.starts_with("--"))
                    CHECK(output_of("cat '" + path + "' '" ROLLCALL_SOURCE_DIR "/tests/bench/'*.cpp").find(word) !=
                          std::string::npos);
        }
    }
    CHECK(commands >= 2);
}

TEST_CASE("the commands of CMake that the README shows are those that the consumers are built with")
{
    const std::string consumers = output_of("cat '" ROLLCALL_SOURCE_DIR "/tests/consumers/'*/CMakeLists.txt");
    int commands = 0;
    for (const auto& [language, text] : blocks_of_readme()) {
        if (language != "cmake")
            continue;
        std::istringstream lines{text};
        for (std::string line; std::getline(lines, line); ++commands) {
            CAPTURE(line);
            const std::string command = line.substr(0, line.find('(') + 1);
            CHECK(consumers.find(command) != std::string::npos);
            // Keywords and targets of the project; the other words are the user's.
            std::istringstream words{line.substr(command.size())};
            for (std::string word; words >> word && word != "#";)
                if (word.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos ||
                    word.starts_with("rollcall"))
                    CHECK(consumers.find(word.substr(0, word.find(')'))) != std::string::npos);
        }
    }
    CHECK(commands >= 2);
}

TEST_CASE("every program in the README prints what the README says")
{
    const std::vector<block> blocks = blocks_of_readme();
    int number = 0;
    for (std::size_t index = 0; index < blocks.size(); ++index) {
        if (blocks[index].language != "cpp")
            continue;
        ++number;
        REQUIRE(index + 1 < blocks.size());
        REQUIRE(blocks[index + 1].language == "text");
        CHECK(output_of(README_EXAMPLES_FOLDER "/readme-example-" + std::to_string(number)) == blocks[index + 1].text);
    }
    CHECK(number >= 2);
}

TEST_CASE("every session in the README goes as the README says")
{
    const fs::path folder = copy_of_project();
    int commands = 0;
    for (const block& session : blocks_of_readme()) {
        if (session.language != "console")
            continue;
        if (session.text.find("| parallel ") != std::string::npos &&
            std::system("command -v parallel >/dev/null") != 0) {
            MESSAGE("skipped: there is no GNU parallel here (Debian: parallel)");
            continue;
        }
        std::istringstream lines{session.text};
        std::string command;
        std::string expected;
        const auto run = [&] {
            if (command.empty())
                return;
            ++commands;
            INFO(command);
            CHECK(output_of("cd '" + folder.string() + "' && export PATH=" README_PROGRAM_FOLDERS ":$PATH && { " +
                            command + "; } 2>&1") == expected);
        };
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with("$ ")) {
                run();
                command = line.substr(2);
                expected.clear();
            } else {
                expected += line + '\n';
            }
        }
        run();
    }
    CHECK(commands >= 3);
}
