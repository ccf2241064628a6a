#include "../validation/judged.hpp"

#include <rollcall/capture/unwrap.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using rollcall::capture::payload;
using rollcall::capture::unwrap;
using rollcall::capture::unwrapped;
using namespace std::string_literals;

/// The payload of a file that has one and no error. It refers to `file`.
payload only_payload(std::string_view file)
{
    unwrapped contents = unwrap(file);
    CHECK(contents.error.value_or("") == "");
    REQUIRE(contents.payloads.size() == 1);
    return contents.payloads.front();
}

/// The error of a file that has no payload.
std::string error_of(std::string_view file)
{
    const unwrapped contents = unwrap(file);
    CHECK(contents.payloads.empty());
    return contents.error.value_or("no error");
}

} // namespace

TEST_CASE("a file that is JSON is the payload itself")
{
    for (const std::string file : {"{\"value\":[]}", " \n[1]", "", "no JSON at all", "{\"a\":\"HTTP/1.1 200 OK\"}"}) {
        const payload found = only_payload(file);
        CHECK(found.bytes == file);
        CHECK(found.file == file);
        CHECK(found.source == "");
        CHECK(found.status == 0);
    }
}

TEST_CASE("the body of an HTTP response is the payload, and the status is known")
{
    const std::string file = "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"value\":[]}\n";
    const payload found = only_payload(file);
    CHECK(found.bytes == "{\"value\":[]}\n");
    CHECK(found.file == file);
    CHECK(found.source == "HTTP response 200 OK");
    CHECK(found.status == 200);
}

TEST_CASE("lines of an HTTP response may end with CRLF")
{
    const payload found = only_payload("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{}\r\n");
    CHECK(found.bytes == "{}\r\n");
    CHECK(found.source == "HTTP response 200 OK");
}

TEST_CASE("a status line needs no reason")
{
    CHECK(only_payload("HTTP/2 200\r\n\r\n{}").source == "HTTP response 200");
    CHECK(only_payload("HTTP/2 200 \r\n\r\n{}").source == "HTTP response 200");
}

TEST_CASE("a response needs no headers")
{
    CHECK(only_payload("HTTP/1.0 200 OK\n\n{}").bytes == "{}");
}

TEST_CASE("a header may be continued on the next line")
{
    CHECK(only_payload("HTTP/1.1 200 OK\nX-Note: one\n  two, without a colon\n\n{}").bytes == "{}");
}

TEST_CASE("an HTTP response may stand behind empty lines and a byte order mark")
{
    CHECK(only_payload("\xEF\xBB\xBF\r\n\nHTTP/1.1 200 OK\n\n{}").bytes == "{}");
}

TEST_CASE("an answer without a body in front of the response is passed over")
{
    const payload found =
        only_payload("HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{}");
    CHECK(found.source == "HTTP response 200 OK");
    CHECK(found.bytes == "{}");
}

TEST_CASE("a failed request is a payload when it has a body")
{
    const payload found = only_payload("HTTP/1.1 403 Forbidden\n\n{\"error\":{\"code\":\"Forbidden\"}}");
    CHECK(found.status == 403);
    CHECK(found.source == "HTTP response 403 Forbidden");
}

TEST_CASE("a response without a body is an error of the file")
{
    for (const std::string rest : {"", "\n", "\r\n\r\n", "\nContent-Length: 0\n\n", "\nContent-Length: 0\n\n  \n"})
        CHECK(error_of("HTTP/1.1 200 OK" + rest) ==
              "HTTP response 200 OK has no body, so there is no payload to judge; save the response with its body");
    CHECK(error_of("HTTP/1.1 401 Unauthorized\n\n") ==
          "HTTP response 401 Unauthorized has no body, so there is no payload to judge; the request failed");
}

TEST_CASE("a status line that is none is an error with its line")
{
    CHECK(error_of("HTTP/1.1\n\n{}") == "line 1: expected an HTTP status line such as HTTP/1.1 200 OK, found HTTP/1.1");
    for (const std::string status : {"2000 OK", "20 OK", "OK", "-20 OK", "099 No", "200x"})
        CHECK(error_of("\n\nHTTP/1.1 " + status + "\n\n{}") ==
              "line 3: expected an HTTP status line such as HTTP/1.1 200 OK, found HTTP/1.1 " + status);
}

TEST_CASE("headers that run into the body are an error with their line")
{
    CHECK(
        error_of("HTTP/1.1 200 OK\nContent-Type: application/json\n{\n\"value\": []}\n") ==
        "line 3: expected a header such as Content-Type: application/json, or the empty line between headers and body, "
        "found {");
    CHECK(error_of("HTTP/1.1 200 OK\n{\"value\": []}\n").starts_with("line 2: expected a header"));
}

TEST_CASE("a compressed body is an error that says so where nothing decompresses it")
{
    const auto gzip = "\x1F\x8B\x08\0\0\0\0\0\0\x03\xAB"s;
    const std::string advice = "; save it decompressed, for instance with curl --compressed";
    CHECK(error_of("HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n" + gzip) ==
          "line 4: the body is compressed (gzip)" + advice);
    CHECK(error_of("HTTP/1.1 200 OK\n\n" + gzip) == "line 3: the body is compressed (gzip)" + advice);
    CHECK(error_of("HTTP/1.1 200 OK\r\ncontent-encoding:  br \r\n\r\n\x8B\x02\x80{}") ==
          "line 4: the body is compressed (br)" + advice);
    CHECK(error_of(gzip) == "the file is compressed (gzip); decompress it");
}

TEST_CASE("headers that tell of an encoding which the saved body no longer has do not matter")
{
    const std::string headers = "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\nContent-Encoding: gzip\n\n";
    CHECK(only_payload(headers + "{\"value\":[]}").bytes.size() == 12);
    CHECK(only_payload(headers + "  \n{\"value\":[]}").bytes.size() == 15);
    // What is text but no JSON is for the reader to name.
    CHECK(only_payload(headers + "<html lang=\"en\">").bytes.size() == 16);
}

TEST_CASE("what a file says is harmless in messages")
{
    CHECK(error_of("HTTP/1.1 \x1B[31m\n\n{}").ends_with("found HTTP/1.1 \\u001b[31m"));
    CHECK(only_payload("HTTP/1.1 200 \x1B[31mOK\n\n{}").source == "HTTP response 200 \\u001b[31mOK");
}

TEST_CASE("a file in UTF-16 or UTF-32 is the payload itself, whatever kind it is said to be")
{
    using rollcall::capture::file_kind;
    for (const std::string& file : {"\xFF\xFE{\0}\0"s, "\0\0\0{\0\0\0}"s})
        for (const file_kind kind : {file_kind::plain, file_kind::http, file_kind::har, file_kind::batch,
                                     file_kind::curl, file_kind::ndjson}) {
            const unwrapped contents = unwrap(file, kind);
            CHECK(contents.error.value_or("") == "");
            REQUIRE(contents.payloads.size() == 1);
            CHECK(contents.payloads.front().bytes == file);
        }
}

TEST_CASE("lines and columns are counted in the file, not in the body")
{
    const std::string file =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"value\": [\r\n {\"role\": 7}]}\r\n";
    const auto verdict = tests::judge(only_payload(file));
    REQUIRE(verdict.diagnostics.size() == 1);
    CHECK(verdict.diagnostics.front().position.line == 5);
    CHECK(verdict.diagnostics.front().position.column == 11);
}
