#include "sandbox.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

constexpr const char* payload = "{\"value\": [\n {\"role\": 7}]}\n";

} // namespace

TEST_CASE("a compressed file is judged by what was compressed, whatever it is called")
{
    const sandbox box;
    box.write("a.json", payload);
    box.write("a.http", "HTTP/1.1 200 OK\r\n\r\n" + std::string{payload});
    box.write("a.ndjson", "{\"role\": null}\n{\"role\": 7}\n");
    for (const std::string name : {"a.json", "a.http", "a.ndjson"}) {
        const program_run plain = box.run(name);
        const program_run packed =
            box.run_shell("gzip --keep --force " + name + " && mv " + name + ".gz packed && mv " + name +
                          " plain && mv packed " + name + " && rollcall-validate " + name);
        CHECK(packed.status == 1);
        CHECK(packed.out == plain.out);
    }
    CHECK(box.run_shell("gzip <plain | rollcall-validate -").out == including("-:2:10: error: role"));
}

TEST_CASE("several compressed parts in one file are one text")
{
    const sandbox box;
    box.write("a.json", payload);
    const program_run run = box.run_shell("{ head -c 9 a.json | gzip; tail -c +10 a.json | gzip; } >b && "
                                          "rollcall-validate b");
    CHECK(run.out == including("b:2:11: error: role must be a string [type]\n"));
    // Zeros that fill up a block do no harm.
    CHECK(box.run_shell("head -c 1000 /dev/zero >>b; rollcall-validate b").out == run.out);
}

TEST_CASE("a large compressed NDJSON file is judged in parts")
{
    const sandbox box;
    const program_run run = box.run_shell(
        "{ yes '{\"role\": \"Attendee\"}' | head -n 200000; echo '{\"role\": 7}'; } | gzip >a.gz && rollcall-validate "
        "--jobs 2 a.gz");
    CHECK(run.out == including("a.gz:200001:10: error: role must be a string [type]\n"));
    CHECK(run.out == including("1 file, 200001 payloads, 200001 records: 1 error, no warnings\n"));
}

TEST_CASE("a compressed file that is corrupt or cut short is an error of that file")
{
    const sandbox box;
    box.write("a.json", payload);
    const program_run cut = box.run_shell("gzip <a.json >b && head -c 30 b >c && rollcall-validate c a.json");
    CHECK(cut.status == 2);
    CHECK(cut.err.find("c: error: cannot be decompressed: the compressed data is cut short after ") == 0);
    CHECK(cut.out == including("2 files (1 could not be judged), 1 payload, 1 record: 1 error, no warnings\n"));
    box.write("d", "\x1F\x8B\x08 and then something else");
    CHECK(box.run("d").err.find("d: error: cannot be decompressed: the compressed data is corrupt after ") == 0);
    CHECK(box.run_shell("echo more >>b; rollcall-validate b")
              .err.find(
                  "b: error: cannot be decompressed: something that is not compressed follows the compressed data") ==
          0);
}

TEST_CASE("--max-decompressed-size ends the decompression of what is larger")
{
    const sandbox box;
    box.write("a.json", payload);
    const program_run at_limit = box.run_shell("gzip <a.json >b && rollcall-validate --max-decompressed-size 27 b");
    CHECK(at_limit.status == 1);
    const program_run below = box.run("--max-decompressed-size 26 b");
    CHECK(below.status == 2);
    CHECK(below.err ==
          "b: error: cannot be decompressed: the data is larger than 26 bytes once decompressed; if that is meant, "
          "allow more (option --max-decompressed-size of rollcall-validate)\n");
    CHECK(box.run("--max-decompressed-size 1K b").status == 1);
    CHECK(box.run("--max-decompressed-size 1024G b").status == 1);
    for (const std::string word : {"0", "-1", "1T", "K", "1025G", "99999999999999999999", "''"}) {
        const program_run run = box.run("--max-decompressed-size " + word + " b");
        CHECK(run.status == 2);
        CHECK(run.err == including(" is not a size; write a number of bytes from 1 to 1024G, such as 1000000, 64K, "
                                   "100M or 2G\n"));
    }
}

TEST_CASE("a small file that decompresses to a very large one ends early and takes no more memory than is allowed")
{
    const sandbox box;
    const std::string limit = limits_memory ? "ulimit -d 100000 && " : "";
    // A gibibyte of spaces, as a file and as the body of a response.
    const program_run run = box.run_shell(
        "head -c 1G /dev/zero | tr '\\0' ' ' | gzip -1 >bomb && { printf 'HTTP/1.1 200 OK\\r\\n\\r\\n'; cat bomb; } "
        ">bomb.http && " +
        limit + "rollcall-validate --jobs 1 --max-decompressed-size 20M bomb bomb.http");
    CHECK(run.status == 2);
    CHECK(run.err == including("bomb: error: cannot be decompressed: the data is larger than 20971520 bytes"));
    CHECK(run.err == including("bomb.http: error: line 3: the body is compressed (gzip): the data is larger than "));
}
