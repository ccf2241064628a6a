#include "schema_texts.hpp" // temporary_folder, read_file, write_file

#include <doctest/doctest.h>

#include <cstdlib>    // std::system
#include <filesystem> // std::filesystem
#include <set>        // std::set
#include <sys/wait.h> // WEXITSTATUS

// What befalls the program rollcall-codegen from outside.

using namespace rollcall::codegen::test;
namespace fs = std::filesystem;

namespace {

struct program_run {
    int status;
    std::string out;
    std::string err;
};

/// Runs a line of shell in the folder, which finds the program as `$codegen` and the project's schema files as
/// `$schema`.
program_run run_shell(const temporary_folder& folder, const std::string& line)
{
    write_file(folder.path() / "line", line);
    const std::string command = "cd '" + folder.path().string() +
                                "' && codegen='" ROLLCALL_CODEGEN "' schema='" ROLLCALL_SOURCE_DIR
                                "/schema' bash line </dev/null >out 2>err";
    const int status = std::system(command.c_str());
    REQUIRE(WIFEXITED(status));
    return {WEXITSTATUS(status), read_file(folder.path() / "out"), read_file(folder.path() / "err")};
}

bool is_there(const temporary_folder& folder, const std::string& name)
{
    return fs::exists(folder.path() / name);
}

const std::string cannot_write = "rollcall-codegen: standard output cannot be written: ";

} // namespace

TEST_CASE("output that cannot be written is told of, and the exit status is 2")
{
    const temporary_folder folder;
    for (const std::string words :
         {"inspect $schema", "inspect $schema --format json", "diff --list-rules", "diff $schema $schema", "--help",
          "--version", "generate --schema $schema --output empty --check"}) {
        CAPTURE(words);
        const program_run full = run_shell(folder, "$codegen " + words + " >/dev/full");
        CHECK(full.status == 2);
        CHECK(full.err == cannot_write + "No space left on device\n");
    }
    CHECK(run_shell(folder, "$codegen inspect $schema >&-").err == cannot_write + "Bad file descriptor\n");
    const program_run closed =
        run_shell(folder, "(sleep 0.2; $codegen inspect $schema; echo $? >status) | true; cat status");
    CHECK(closed.out == "2\n");
    CHECK(closed.err == cannot_write + "Broken pipe\n");
}

TEST_CASE("nothing that is printed gets into a file when a standard stream is closed")
{
    const temporary_folder folder;
    CHECK(run_shell(folder, "$codegen generate --schema $schema --output headers <&- >&- 2>&-").status == 0);
    CHECK(run_shell(folder, "$codegen generate --schema $schema --output headers --check").status == 0);
}

TEST_CASE("when a file outgrows the room for it, nothing is written")
{
    const temporary_folder folder;
    // Where gcov counts what runs, its files are not to be cut short.
    const program_run run = run_shell(folder, "export GCOV_PREFIX=/dev/null; ulimit -f 4; "
                                              "$codegen generate --schema $schema --output headers");
    CHECK(run.status == 2);
    CHECK(run.err.find("cannot be written: File too large; check the folder's permissions and the space left\nnothing "
                       "was written\n") != std::string::npos);
    CHECK_FALSE(is_there(folder, "headers"));
    CHECK(run_shell(folder, "ls -A").out == "err\nline\nout\n");

    const program_run import = run_shell(folder, "export GCOV_PREFIX=/dev/null; ulimit -f 1; $codegen import "
                                                 "--type all --exclude place --output made '" ROLLCALL_SOURCE_DIR
                                                 "/tests/codegen/metadata/shop.csdl'");
    CHECK(import.status == 2);
    CHECK(import.err.find(
              "cannot be written: File too large; check the folder's permissions and the space left\n1 error; "
              "nothing was written\n") != std::string::npos);
    CHECK_FALSE(is_there(folder, "made"));
}

TEST_CASE("with too few open files the reason is told")
{
    const temporary_folder folder;
    // Whoever runs the tests may have left some open.
    const program_run run = run_shell(folder, "exec 3<&- 4<&- 5<&- 6<&- 7<&- 8<&- 9<&-; "
                                              "$codegen generate --schema $schema --output headers; ulimit -n 4; "
                                              "$codegen generate --schema $schema --output headers --check");
    CHECK(run.status == 2);
    CHECK(run.err.find("Too many open files") != std::string::npos);
}

TEST_CASE("of programs that generate the same folder at once, one leaves all of its headers")
{
    const temporary_folder folder;
    for (int round = 0; round < 3; ++round) {
        const program_run run = run_shell(folder, "for name in a b c d e f; do $codegen generate --schema $schema "
                                                  "--output headers --namespace $name & done; wait");
        CHECK(run.err == "");
        std::set<std::string> namespaces;
        for (const fs::directory_entry& entry : fs::directory_iterator{folder.path() / "headers"}) {
            const std::string text = read_file(entry.path());
            const std::size_t place = text.find("\nnamespace ");
            if (place != std::string::npos)
                namespaces.insert(text.substr(place + 11, 1));
        }
        CHECK(namespaces.size() == 1);
        CHECK(run_shell(folder, "ls -A").out == "err\nheaders\nline\nout\n");
    }
}

TEST_CASE("schema files that are links in a circle or cannot be read are told of, each one")
{
    const temporary_folder folder;
    const program_run run =
        run_shell(folder, "cp -r $schema schema; ln -s a.schema.json schema/b.schema.json; ln -s b.schema.json "
                          "schema/a.schema.json; ln -s nowhere schema/c.schema.json; ln -s . schema/circle; "
                          "$codegen generate --schema schema --output headers");
    CHECK(run.status == 2);
    for (const std::string name : {"a", "b", "c"})
        CHECK(run.err.find("schema/" + name + ".schema.json: cannot be read as a file") != std::string::npos);
    CHECK(run.err.find("3 errors; nothing was written\n") != std::string::npos);
    CHECK_FALSE(is_there(folder, "headers"));
}

TEST_CASE("what is generated is the same in every locale, time zone and environment")
{
    const temporary_folder folder;
    const auto outcome = [&](const std::string& environment) {
        const program_run run = run_shell(
            folder, "rm -rf headers; " + environment + " $codegen generate --schema $schema --output headers && " +
                        environment + " $codegen inspect $schema --format json && cat headers/*");
        CHECK(run.status == 0);
        return run.out;
    };
    const std::string expected = outcome("env -i");
    for (const std::string variables : {"LC_ALL=C.UTF-8", "TZ=Pacific/Kiritimati", "HOME=/nowhere", "COLUMNS=20"})
        CHECK_MESSAGE((outcome("env -i " + variables) == expected), variables);
    // Decimal commas, and points between thousands.
    if (run_shell(folder, "localedef --inputfile de_DE --charmap UTF-8 $PWD/de_DE.UTF-8").status == 0)
        CHECK((outcome("env -i LOCPATH=$PWD LC_ALL=de_DE.UTF-8") == expected));
    else
        MESSAGE("skipped: de_DE cannot be made here (Debian: locales)");
}

TEST_CASE("a file that cannot be read is told of by its name")
{
    const temporary_folder folder;
    const program_run run = run_shell(folder, "$codegen inspect /proc/self/mem");
    CHECK(run.status == 2);
    CHECK(run.err == "/proc/self/mem: cannot be read as a file; check its permissions\n");
}

TEST_CASE("in a folder that is gone nothing is generated, and the reason is told")
{
    const temporary_folder folder;
    const program_run run =
        run_shell(folder, "mkdir gone; cd gone; rmdir ../gone; $codegen generate --schema $schema --output headers");
    CHECK(run.status == 2);
    CHECK(run.err.starts_with("headers: "));
    CHECK(run.err.ends_with("; check the folder and its permissions\n"));
}

TEST_CASE("a revision is of no use without git, and the reason is told")
{
    const temporary_folder folder;
    const program_run missing = run_shell(folder, "PATH=/nowhere $codegen diff HEAD:schema $schema");
    CHECK(missing.status == 2);
    CHECK(missing.err == "HEAD:schema: git cannot be run: No such file or directory; put that right (git and a folder "
                         "for temporary files are needed), or name a folder\n"
                         "nothing was compared\n");
    const program_run full =
        run_shell(folder, "exec 3<&- 4<&- 5<&- 6<&- 7<&- 8<&- 9<&-; ulimit -n 4; $codegen diff HEAD:schema $schema");
    CHECK(full.status == 2);
    CHECK(full.err.starts_with("HEAD:schema: no temporary file can be made: Too many open files; "));
}
