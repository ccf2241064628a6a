#include "sandbox.hpp"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("--input-format says what a file is, whatever it looks like")
{
    const sandbox box;
    box.write("one-line.ndjson", "{\"role\": 7}\n");
    box.write("first-line-broken.ndjson", "{\"role\": \n{\"role\": 7}\n{\"role\": null}\n");
    box.write("late.har", R"({"comment": "exported", "log": {"entries": [
        {"request": {"url": "https://h/attendanceRecords"}, "response": {"content": {"text": "{\"role\": 7}"}}}]}})");
    CHECK(box.run("--input-format ndjson one-line.ndjson").out == including("1 payload, 1 record: 1 error"));
    CHECK(box.run("first-line-broken.ndjson").out == including("1 payload, no records"));
    const program_run lines = box.run("--input-format ndjson first-line-broken.ndjson");
    CHECK(lines.out == including("first-line-broken.ndjson:1:10: error: "));
    CHECK(lines.out == including("first-line-broken.ndjson:2:10: error: role must be a string [type]"));
    CHECK(lines.out == including("1 file, 3 payloads, 2 records: 2 errors, no warnings\n"));
    CHECK(box.run("late.har").out == including("[unrecognised-payload]"));
    CHECK(box.run("--input-format har late.har").out == including("late.har:2:106: error: role must be a string"));
    CHECK(box.run("--input-format json one-line.ndjson").out == including("one-line.ndjson:1:10: error: "));
    CHECK(box.run("--input-format auto one-line.ndjson").out == box.run("one-line.ndjson").out);
}

TEST_CASE("--input-format holds for what gzip has compressed")
{
    const sandbox box;
    box.write("a", "{\"role\": \n{\"role\": 7}\n");
    CHECK(box.run_shell("gzip <a | rollcall-validate --input-format ndjson -").out ==
          including("2 payloads, 1 record"));
}

TEST_CASE("an empty file that is to be NDJSON has no payload, and is not lost")
{
    CHECK(sandbox{}.run("--input-format ndjson -").out == "1 file, no payloads, no records: nothing was judged\n");
}

TEST_CASE("a file that is not what --input-format says is told of")
{
    const sandbox box;
    box.write("a.json", R"({"value": []})");
    CHECK(box.run("--input-format http a.json").err ==
          "a.json: error: line 1: expected an HTTP status line such as HTTP/1.1 200 OK, found {\"value\": []}\n");
    CHECK(box.run("--input-format har a.json").err ==
          "a.json: error: this is no HAR file: it has no {\"log\": {\"entries\": […]}}\n");
    box.write("b.http", "HTTP/1.1 200 OK\n\n{}");
    CHECK(box.run("--input-format json b.http").out == including("b.http:1:1: error: this is not JSON"));
    CHECK(box.run("--input-format xml a.json").err ==
          including("--input-format: 'xml' is not one of auto, json, ndjson, http, har, batch, curl\n"));
}

TEST_CASE("a file in UTF-16 is told to be so, whatever it is taken for")
{
    const sandbox box;
    box.write("a.json", "HTTP/1.1 200 OK\n\n{\"value\": []}");
    for (const std::string format : {"auto", "json", "http", "har", "batch", "curl"})
        CHECK(box.run_shell("iconv -t UTF-16 a.json | rollcall-validate --input-format " + format + " -").out ==
              including("-:1:1: error: the text is in UTF-16LE, and JSON is in UTF-8; convert it, for instance with "
                        "iconv -f UTF-16 -t UTF-8 [json-syntax]\n"));
}
