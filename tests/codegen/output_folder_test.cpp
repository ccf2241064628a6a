#include "held_signals.hpp"  // held_signals
#include "output_folder.hpp" // compare_folder, replace_folder
#include "schema_texts.hpp"  // temporary_folder, read_file, write_file

#include <doctest/doctest.h>

#include <algorithm>  // std::sort
#include <chrono>     // std::chrono::hours
#include <csignal>    // std::raise
#include <sys/wait.h> // waitpid
#include <unistd.h>   // fork, geteuid

using namespace rollcall::codegen;
using namespace rollcall::codegen::test;
namespace fs = std::filesystem;

namespace {

const std::string mark{generated_mark};

text_files files(std::initializer_list<std::pair<const std::string, std::string>> texts)
{
    text_files result;
    for (const auto& [name, text] : texts)
        result[name] = mark + text;
    return result;
}

std::vector<std::string> names_in(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder})
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

using names = std::vector<std::string>;

/// The error's text, or nothing when there is none.
std::string refusal_of(const fs::path& folder, const text_files& texts)
{
    try {
        replace_folder(folder, texts);
        return {};
    } catch (const output_error& error) {
        return error.what();
    }
}

} // namespace

TEST_CASE("a folder that is not there is made, with those above it, and nothing beside it")
{
    const temporary_folder temporary;
    const auto folder = temporary.path() / "include" / "shop";
    CHECK(replace_folder(folder, files({{"a.hpp", "a"}, {"b.hpp", "b"}})));
    CHECK(names_in(folder) == names{"a.hpp", "b.hpp"});
    CHECK(names_in(folder.parent_path()) == names{"shop"});
    CHECK(read_file(folder / "a.hpp") == mark + "a");
    CHECK(compare_folder(folder, files({{"a.hpp", "a"}, {"b.hpp", "b"}})).empty());
}

TEST_CASE("a folder is replaced as a whole: what is not generated any more is gone")
{
    const temporary_folder temporary;
    const auto folder = temporary.path() / "shop";
    REQUIRE(replace_folder(folder, files({{"a.hpp", "a"}, {"b.hpp", "b"}})));
    CHECK(replace_folder(folder, files({{"b.hpp", "changed"}, {"c.hpp", "c"}})));
    CHECK(names_in(folder) == names{"b.hpp", "c.hpp"});
    CHECK(read_file(folder / "b.hpp") == mark + "changed");
    CHECK(names_in(temporary.path()) == names{"shop"});
}

TEST_CASE("a folder's name may end in a slash, take a detour, or be a link")
{
    const temporary_folder temporary;
    const auto folder = temporary.path() / "shop";
    CHECK(replace_folder(folder.string() + "/", files({{"a.hpp", "a"}})));
    CHECK_FALSE(replace_folder(temporary.path() / "." / "shop" / ".." / "shop", files({{"a.hpp", "a"}})));
    fs::create_directory_symlink(folder, temporary.path() / "link");
    CHECK(replace_folder(temporary.path() / "link", files({{"a.hpp", "changed"}})));
    CHECK(fs::is_symlink(temporary.path() / "link"));
    CHECK(read_file(folder / "a.hpp") == mark + "changed");
}

TEST_CASE("when nothing would change, nothing is touched")
{
    const temporary_folder temporary;
    const auto folder = temporary.path() / "shop";
    const auto texts = files({{"a.hpp", "a"}});
    REQUIRE(replace_folder(folder, texts));
    const auto before = fs::last_write_time(folder / "a.hpp") - std::chrono::hours{1};
    fs::last_write_time(folder / "a.hpp", before);
    fs::last_write_time(folder, before);
    CHECK_FALSE(replace_folder(folder, texts));
    CHECK(fs::last_write_time(folder / "a.hpp") == before);
    CHECK(fs::last_write_time(folder) == before);
}

TEST_CASE("a file that stays the same keeps its time, and the folder its permissions")
{
    const temporary_folder temporary;
    const auto folder = temporary.path() / "shop";
    REQUIRE(replace_folder(folder, files({{"a.hpp", "a"}, {"b.hpp", "b"}})));
    const auto before = fs::last_write_time(folder / "a.hpp") - std::chrono::hours{1};
    for (const auto* name : {"a.hpp", "b.hpp"})
        fs::last_write_time(folder / name, before);
    fs::permissions(folder, fs::perms::owner_all);
    CHECK(replace_folder(folder, files({{"a.hpp", "a"}, {"b.hpp", "changed"}})));
    CHECK(fs::last_write_time(folder / "a.hpp") == before);
    CHECK(fs::last_write_time(folder / "b.hpp") != before);
    CHECK(fs::status(folder).permissions() == fs::perms::owner_all);
}

TEST_CASE("a folder with a file that was not generated is refused and stays as it is")
{
    const temporary_folder temporary;
    const auto folder = temporary.path() / "shop";
    REQUIRE(replace_folder(folder, files({{"a.hpp", "a"}})));
    write_file(folder / "mine.hpp", "#pragma once\n");
    CHECK(refusal_of(folder, files({{"b.hpp", "b"}})) ==
          (folder / "mine.hpp").string() +
              ": was not written by rollcall-codegen, which replaces the whole folder; move it elsewhere, or give "
              "--output another folder");
    CHECK(names_in(folder) == names{"a.hpp", "mine.hpp"});
    CHECK(names_in(temporary.path()) == names{"shop"});
}

TEST_CASE("a folder with a file of a generated name that was not generated is refused, too")
{
    const temporary_folder temporary;
    write_file(temporary.path() / "a.hpp", "#pragma once\n");
    CHECK_FALSE(refusal_of(temporary.path(), files({{"a.hpp", "a"}})).empty());
    CHECK(read_file(temporary.path() / "a.hpp") == "#pragma once\n");
}

TEST_CASE("a folder with a folder or a link in it is refused")
{
    const temporary_folder temporary;
    const auto folder = temporary.path() / "shop";
    fs::create_directories(folder / "inner");
    CHECK_FALSE(refusal_of(folder, files({{"a.hpp", "a"}})).empty());
    CHECK(names_in(folder) == names{"inner"});
    fs::remove(folder / "inner");
    write_file(temporary.path() / "generated.hpp", mark);
    fs::create_symlink(temporary.path() / "generated.hpp", folder / "a.hpp");
    CHECK_FALSE(refusal_of(folder, files({{"a.hpp", "a"}})).empty());
    CHECK(fs::is_symlink(folder / "a.hpp"));
}

TEST_CASE("what is no folder is refused")
{
    const temporary_folder temporary;
    write_file(temporary.path() / "file", "text");
    CHECK(refusal_of(temporary.path() / "file", files({{"a.hpp", "a"}})) ==
          (temporary.path() / "file").string() + ": is no folder; give --output one");
    CHECK_FALSE(refusal_of(temporary.path() / "file" / "shop", files({{"a.hpp", "a"}})).empty());
    CHECK(refusal_of("/", files({{"a.hpp", "a"}})) == "/: is the root of all folders; give --output a folder in it");
    CHECK(names_in(temporary.path()) == names{"file"});
}

TEST_CASE("a file that cannot be written leaves everything as it was, folders above included")
{
    const temporary_folder temporary;
    const auto folder = temporary.path() / "shop";
    REQUIRE(replace_folder(folder, files({{"a.hpp", "a"}})));
    // No file system takes a name of this length.
    const std::string impossible(300, 'x');
    CHECK_FALSE(refusal_of(folder, files({{"b.hpp", "b"}, {impossible, "x"}})).empty());
    CHECK(names_in(folder) == names{"a.hpp"});
    CHECK_FALSE(refusal_of(temporary.path() / "new" / "shop", files({{impossible, "x"}})).empty());
    CHECK(names_in(temporary.path()) == names{"shop"});
}

TEST_CASE("a folder that must not be written to is refused with the reason")
{
    if (geteuid() == 0)
        return; // Nothing is forbidden to root.
    const temporary_folder temporary;
    fs::permissions(temporary.path(), fs::perms::owner_read | fs::perms::owner_exec);
    CHECK(refusal_of(temporary.path() / "shop", files({{"a.hpp", "a"}})).find("Permission denied") !=
          std::string::npos);
    fs::permissions(temporary.path(), fs::perms::owner_all);
}

TEST_CASE("a program that is asked to end while it writes leaves nothing behind, and ends")
{
    const temporary_folder temporary;
    const auto folder = temporary.path() / "shop";
    REQUIRE(replace_folder(folder, files({{"a.hpp", "a"}})));
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // The request comes while signals are held, as it does when it comes in the midst of writing.
        const held_signals held;
        std::raise(SIGTERM);
        const auto refusal = refusal_of(folder, files({{"b.hpp", "b"}}));
        _exit(refusal.find("asked to end") == std::string::npos ? 1 : 0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(names_in(folder) == names{"a.hpp"});
    CHECK(names_in(temporary.path()) == names{"shop"});
}

TEST_CASE("a request to end that was held is obeyed afterwards")
{
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::signal(SIGTERM, SIG_DFL);
        {
            const held_signals held;
            std::raise(SIGTERM);
        }
        _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGTERM);
}

TEST_CASE("differences say what is missing, different, superfluous or foreign")
{
    const temporary_folder temporary;
    const auto folder = temporary.path() / "shop";
    REQUIRE(
        replace_folder(folder, files({{"different.hpp", "before"}, {"same.hpp", "same"}, {"superfluous.hpp", "x"}})));
    write_file(folder / "foreign.hpp", "mine");
    const auto differences =
        compare_folder(folder, files({{"different.hpp", "after"}, {"missing.hpp", "m"}, {"same.hpp", "same"}}));
    REQUIRE(differences.size() == 4);
    CHECK(differences[0].name == "different.hpp");
    CHECK(differences[0].state == file_state::different);
    CHECK(differences[0].text == mark + "before");
    CHECK(differences[1].name == "foreign.hpp");
    CHECK(differences[1].state == file_state::foreign);
    CHECK(differences[2].name == "missing.hpp");
    CHECK(differences[2].state == file_state::missing);
    CHECK(differences[3].name == "superfluous.hpp");
    CHECK(differences[3].state == file_state::superfluous);
}

TEST_CASE("a folder that is not there yet may be named from the working folder")
{
    const temporary_folder folder;
    const auto before = fs::current_path();
    fs::current_path(folder.path());
    CHECK(replace_folder("made", {{"a.hpp", std::string{generated_mark}}}));
    update_folder("schema", {{"a.schema.json", "{}"}}, {});
    fs::current_path(before);
    CHECK(fs::exists(folder.path() / "made" / "a.hpp"));
    CHECK(fs::exists(folder.path() / "schema" / "a.schema.json"));
}
