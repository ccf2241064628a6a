#include "../validation/judged.hpp"
#include "compressed.hpp"

#include <rollcall/capture/decompression.hpp>
#include <rollcall/capture/unwrap.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

using rollcall::capture::body_encoding;
using rollcall::capture::file_kind;
using rollcall::capture::kind_of;
using rollcall::capture::payload;
using rollcall::capture::unwrap;
using rollcall::capture::unwrapped;
using tests::compress;
using tests::compressed_form;
using namespace std::string_literals;

unwrapped contents_of(std::string_view file)
{
    return unwrap(file, file_kind::http, {.decompress = rollcall::capture::make_decompressor(100'000)});
}

/// The payloads of a file without an error, with " | " between them.
std::string bodies_of(std::string_view file)
{
    const unwrapped contents = contents_of(file);
    CHECK(contents.error.value_or("") == "");
    std::string bodies;
    for (const payload& found : contents.payloads)
        bodies += (bodies.empty() ? "" : " | ") + std::string{found.bytes};
    return bodies;
}

std::string error_of(std::string_view file)
{
    const unwrapped contents = contents_of(file);
    CHECK(contents.payloads.empty());
    return contents.error.value_or("no error");
}

/// Chunks of this size, as a server sends them.
std::string in_chunks(std::string_view body, std::size_t size)
{
    std::string result;
    const char* const digits = "0123456789abcdef";
    for (; !body.empty(); body.remove_prefix(std::min(size, body.size()))) {
        const std::string_view chunk = body.substr(0, size);
        result += {digits[chunk.size() / 16], digits[chunk.size() % 16]};
        result += "\r\n" + std::string{chunk} + "\r\n";
    }
    return result + "0\r\n\r\n";
}

/// Where the findings are: `line:column` in the file, and in the body where that is something else.
std::string places_of(const payload& judged)
{
    std::string places;
    for (const rollcall::diagnostic& found : tests::judge(judged).diagnostics) {
        const auto text = [](const rollcall::text_position& place) {
            return std::to_string(place.line) + ':' + std::to_string(place.column);
        };
        places += (places.empty() ? "" : " ") + text(found.position);
        if (found.body)
            places += '=' + text(found.body->position);
    }
    return places;
}

const std::string ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
const std::string defects = "{\"value\": [\r\n {\"role\": 7},\r\n {\"role\": 8}]}";

} // namespace

TEST_CASE("responses stand one after the other, and each is a payload with its number")
{
    for (const std::string end : {"\n", "\r\n", "\r\n\r\n"}) {
        const std::string file =
            "HTTP/2 200\n\n{\"a\":1}" + end + "HTTP/2 403\n\n{\"b\":2}" + end + "HTTP/1.1 200 OK\n\n{\"c\":3}";
        const unwrapped contents = contents_of(file);
        CHECK(contents.error.value_or("") == "");
        REQUIRE(contents.payloads.size() == 3);
        CHECK(contents.payloads[0].source == "HTTP response 1: 200");
        CHECK(contents.payloads[1].source == "HTTP response 2: 403");
        CHECK(contents.payloads[1].status == 403);
        CHECK(contents.payloads[2].source == "HTTP response 3: 200 OK");
        CHECK(contents.payloads[2].bytes == "{\"c\":3}");
        CHECK(contents.payloads[2].entry == 3);
    }
}

TEST_CASE("a response may follow a body at once, as curl writes them")
{
    CHECK(bodies_of("HTTP/2 200\r\n\r\n{\"a\":1}HTTP/2 200\r\n\r\n[2]HTTP/1.1 200 OK\r\n\r\n{}") ==
          "{\"a\":1} | [2] | {}");
    CHECK(bodies_of("HTTP/2 200\r\n\r\n{\"a\":1}GET /next HTTP/1.1\r\nHost: h\r\n\r\nHTTP/2 200\r\n\r\n{\"value\": "
                    "[{\"registrantId\": null}]}") == "{\"a\":1} | {\"value\": [{\"registrantId\": null}]}");
}

TEST_CASE("text in a body that looks like HTTP is text")
{
    const std::string body = R"({"a": "HTTP/1.1 200 OK and GET / HTTP/1.1", "b": ["HTTP/2 200"]})";
    CHECK(bodies_of("HTTP/2 200\n\n" + body) == body);
    CHECK(bodies_of("HTTP/2 200\n\n" + body + "HTTP/2 200\n\n" + body) == body + " | " + body);
    CHECK(bodies_of("HTTP/2 200\n\nno JSON HTTP/2 200\n") == "no JSON HTTP/2 200\n");
}

TEST_CASE("a body that says HTTP again and again takes no time to speak of")
{
    std::string body = "[\"";
    for (int count = 0; count < 400'000; ++count)
        body += "HTTP/1.1 ";
    body += "\"]";
    CHECK((bodies_of("HTTP/2 200\n\n" + body) == body));
    CHECK((bodies_of("HTTP/2 200\n\n" + body + "HTTP/2 200\n\n{}") == body + " | {}"));
}

TEST_CASE("Content-Length says where a body ends")
{
    CHECK(bodies_of(
              "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1}HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}") ==
          "{\"a\":1} | {}");
}

TEST_CASE("a Content-Length that no longer holds since the body was edited or decoded does not matter")
{
    for (const std::string length : {"1", "5", "500"}) {
        const std::string headers = "HTTP/1.1 200 OK\nContent-Length: " + length + "\n";
        CHECK(bodies_of(headers + "\n{\"a\": 1}\n") == "{\"a\": 1}\n");
        CHECK(bodies_of(headers + "Content-Encoding: gzip\n\n{\"a\": 1}\n") == "{\"a\": 1}\n");
        CHECK(bodies_of(headers + "\n{\"a\": 1}\nHTTP/1.1 200 OK\n\n[]") == "{\"a\": 1}\n | []");
    }
}

TEST_CASE("a body that is shorter than Content-Length says is an error")
{
    CHECK(
        error_of("HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n{\"value\": [{\"role\"") ==
        "line 4: the body is cut short: it has 18 of the 200 bytes that Content-Length says; save the response again");
    CHECK(error_of("HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n" + compress(defects))
              .starts_with("line 4: the body is cut short: it has "));
    CHECK(error_of("HTTP/1.1 200 OK\nContent-Length: many\n\n{}") ==
          "line 2: expected a number of bytes as Content-Length, found many");
}

TEST_CASE("looking for the next message takes no longer for what looks like many")
{
    const auto repeated = [](std::string_view text, std::size_t count) {
        std::string result;
        while (count-- != 0)
            result += text;
        return result;
    };
    const std::string far = "{}" + std::string(1'000'000, ' ') + repeated("HTTP/", 200'000);
    CHECK(bodies_of(ok + "\r\n" + far) == far);
    const std::string no_requests = "{}\nGET " + repeated(" HTTP/1\r", 200'000);
    CHECK(bodies_of(ok + "\r\n" + no_requests) == no_requests);
    CHECK(contents_of(repeated(ok + "\r\n{ HTTP/\r\n", 50'000)).payloads.size() == 50'000);
}

TEST_CASE("a body in chunks is put together")
{
    const std::string headers = ok + "Transfer-Encoding: chunked\r\n\r\n";
    for (const std::size_t size : {1U, 2U, 7U, 100U})
        CHECK(bodies_of(headers + in_chunks(defects, size)) == defects);
    CHECK(bodies_of(headers + "B;note=\"x\"\r\n{\"value\":[]\r\n1 \r\n}\r\n000\r\nExpires: never\r\n\r\n") ==
          "{\"value\":[]}");
    CHECK(bodies_of("HTTP/1.1 200 OK\ntransfer-encoding: chunked\n\n5\n{\"a\":\n2\n1}\n0\n\nHTTP/1.1 200 OK\n\n[]") ==
          "{\"a\":1} | []");
    // Without the empty line at the end.
    CHECK(bodies_of(headers + "2\r\n{}\r\n0\r\nHTTP/1.1 200 OK\r\n\r\n[]") == "{} | []");
}

TEST_CASE("places in a body in chunks are those of the file, and those of the body are told, too")
{
    const std::string headers = ok + "Transfer-Encoding: chunked\r\n\r\n";
    const std::string one = headers + in_chunks(defects, 100);
    CHECK(places_of(contents_of(one).payloads.at(0)) == "7:11=2:11 8:11=3:11");
    // The first line of the body ends in the second chunk, and the chunks' own lines count.
    const std::string several = headers + in_chunks(defects, 12);
    const payload found = contents_of(several).payloads.at(0);
    CHECK(found.encoded->encoding == body_encoding::chunks);
    const auto verdict = tests::judge(found);
    REQUIRE(verdict.diagnostics.size() == 2);
    CHECK(several.at(verdict.diagnostics[0].position.offset) == '7');
    CHECK(several.at(verdict.diagnostics[1].position.offset) == '8');
    CHECK(places_of(found) == "9:11=2:11 14:3=3:11");
}

TEST_CASE("a finding at the end of a body in chunks is at the end of its last chunk")
{
    const std::string file = ok + "Transfer-Encoding: chunked\r\n\r\n" + in_chunks("{\"role\":", 100);
    CHECK(places_of(contents_of(file).payloads.at(0)) == "6:9=1:9");
}

TEST_CASE("chunks that are not as they should be are an error with the line")
{
    const std::string headers = ok + "Transfer-Encoding: chunked\r\n\r\n";
    CHECK(
        error_of(headers + "2\r\n{}\r\nxyz\r\n{}\r\n0\r\n\r\n") ==
        "line 7: expected the size of a chunk, hexadecimal digits on a line of their own, found xyz; save the response "
        "put together, as curl does without --raw");
    CHECK(error_of(headers + "2\r\n{}\r\n-1\r\n").starts_with("line 7: expected the size of a chunk"));
    CHECK(error_of(headers + "2\r\n{}\r\n11111111111111111\r\n").starts_with("line 7: expected the size of a chunk"));
    CHECK(error_of(headers + "20\r\n{\"value\": [") ==
          "line 5: the body is cut short: this chunk has 32 bytes, of which 11 "
          "are there; save the response again");
    CHECK(error_of(headers + "2\r\n{}\r\n") ==
          "line 7: the body is cut short: it has no last chunk, which has the size 0; save the response again");
    CHECK(
        error_of(headers + "3\r\n{}  \r\n0\r\n\r\n") ==
        "line 6: no line ends where this chunk does by its size, 3 bytes; save the response again, and do not edit it");
}

TEST_CASE("a compressed body is decompressed, whatever the headers say")
{
    for (const std::string coding : {"Content-Encoding: gzip\r\n", "content-encoding: x-gzip\r\n", ""})
        CHECK(bodies_of(ok + coding + "\r\n" + compress(defects)) == defects);
    CHECK(bodies_of(ok + "Content-Encoding: deflate\r\n\r\n" + compress(defects, compressed_form::zlib)) == defects);
    CHECK(bodies_of(ok + "Content-Encoding: deflate\r\n\r\n" + compress(defects, compressed_form::raw)) == defects);
    const std::string chunks = in_chunks(compress(defects), 9);
    CHECK(bodies_of(ok + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks) == defects);
    CHECK(bodies_of(ok + "Transfer-Encoding: gzip, chunked\r\n\r\n" + chunks + ok + "\r\n{}") == defects + " | {}");
}

TEST_CASE("compressed bodies end where Content-Length says, or else where their data does")
{
    const std::string data = compress(defects);
    CHECK(bodies_of(ok + "Content-Length: " + std::to_string(data.size()) + "\r\n\r\n" + data + ok + "\r\n{}") ==
          defects + " | {}");
    CHECK(bodies_of(ok + "\r\n" + data + ok + "\r\n" + data) == defects + " | " + defects);
    CHECK(error_of(ok + "\r\n" + data + "and so on") ==
          "line 4: the body is compressed (gzip): something follows the compressed data, after " +
              std::to_string(data.size()) + " bytes; save the response again");
}

TEST_CASE("places in a compressed body are those of the body, and in the file its begin")
{
    const std::string file = ok + "\r\n" + compress(defects);
    CHECK(places_of(contents_of(file).payloads.at(0)) == "4:1=2:11 4:1=3:11");
}

TEST_CASE("a compressed body that cannot be decompressed is an error with the line")
{
    const std::string data = compress(defects);
    CHECK(error_of(ok + "\r\n" + data.substr(0, data.size() - 1))
              .starts_with("line 4: the body is compressed (gzip): the compressed data is cut short after "));
    CHECK(error_of(ok + "Content-Encoding: br\r\n\r\n\x8B\x02\x80{}") ==
          "line 5: the body is compressed (br); save it decompressed, for instance with curl --compressed");
    CHECK(error_of(ok + "Content-Encoding: gzip\r\n\r\n\x01\x02") ==
          "line 5: the body is neither text nor gzip, which Content-Encoding says it is; save the response again");
    CHECK(error_of(ok + "\r\n" + compress(std::string(200'000, ' ')))
              .starts_with("line 4: the body is compressed (gzip): the data is larger than 100000 bytes"));
}

TEST_CASE("the encoding identity is none, whatever the body holds")
{
    const std::string body = "\x01\x02";
    CHECK(bodies_of(ok + "Content-Encoding: Identity\r\n\r\n" + body) == body);
}

TEST_CASE("a request in front of its response tells the URL")
{
    const std::string file =
        "GET /beta/solutions/virtualEvents/townhalls/1/sessions/2/attendanceReports/3/attendanceRecords HTTP/1.1\r\n"
        "Host: graph.microsoft.com\r\nAuthorization: Bearer x\r\n\r\n" +
        ok + "\r\n{\"value\": []}";
    CHECK(kind_of(file) == file_kind::http);
    const unwrapped contents = contents_of(file);
    REQUIRE(contents.payloads.size() == 1);
    CHECK(contents.payloads[0].request_url ==
          "https://graph.microsoft.com/beta/solutions/virtualEvents/townhalls/1/sessions/2/attendanceReports/3/"
          "attendanceRecords");
    CHECK(contents.payloads[0].source == "HTTP response 200 OK");
    for (const std::string request :
         {"https://h/attendanceReports/1 HTTP/1.1\n", "/attendanceReports/1 HTTP/1.1\nHOST: h\n",
          "/attendanceReports/1 HTTP/2\n:authority: h\n"})
        CHECK(contents_of("GET " + request + '\n' + ok + "\r\n{}").payloads.at(0).request_url ==
              "https://h/attendanceReports/1");
}

TEST_CASE("a response to a request that is not about attendance is passed over, unless its body is")
{
    const std::string login = "POST /token HTTP/1.1\r\nHost: login\r\nContent-Length: 9\r\n\r\nuser=lisa\r\n" + ok +
                              "\r\n{\"token_type\": \"Bearer\"}\r\n";
    const std::string records = "GET /beta/ATTENDANCEREPORTS('1')/attendancerecords?$top=2 HTTP/1.1\r\nHost: "
                                "h\r\n\r\n" +
                                ok + "\r\n{\"value\": []}\r\n";
    const std::string moved =
        "GET /elsewhere HTTP/1.1\r\n\r\n" + ok + "\r\n{\"value\": [{\"registrantId\": null}]}\r\n";
    const std::string file = login + records + login + moved;
    const unwrapped contents = contents_of(file);
    REQUIRE(contents.payloads.size() == 2);
    CHECK(contents.passed_over == 2);
    CHECK(contents.payloads[0].source == "HTTP response 2: 200 OK");
    CHECK(contents.payloads[1].entry == 4);
    CHECK(error_of(login + login) ==
          "none of the 2 HTTP responses is an attendance payload, so there is nothing to judge");
    CHECK(error_of(login) == "the HTTP response is no attendance payload, so there is nothing to judge");
    CHECK(error_of("GET / HTTP/1.1\r\nHost: h\r\n\r\n") ==
          "there is no final HTTP response, so there is no payload to judge; save the response with its body");
}

TEST_CASE("responses without a body are passed over when others have one")
{
    const std::string file = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n\r\n" + ok + "\r\n{}";
    const unwrapped contents = contents_of(file);
    CHECK(contents.payloads.size() == 1);
    CHECK(
        error_of("HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 304 Not Modified\r\n\r\n") ==
        "HTTP response 304 Not Modified has no body, so there is no payload to judge; save the response with its body");
}

TEST_CASE(
    "of several responses, one that is not as it should be is a defect with its line, and the others are payloads")
{
    const std::string broken_headers = "HTTP/1.1 200 OK\nContent-Length: many\n\n{}\n";
    const std::string good = "HTTP/1.1 200 OK\n\n[1]\n";
    const auto all_of = [](const std::string& file) {
        const unwrapped contents = contents_of(file);
        CHECK(contents.error.value_or("") == "");
        std::string result;
        for (const payload& found : contents.payloads)
            result += (result.empty() ? "" : " | ") + found.source + " in line " + std::to_string(found.line) + ": " +
                      std::string{found.bytes.substr(0, found.bytes.find('\n'))} + found.defect;
        return result;
    };
    const std::string defect = "expected a number of bytes as Content-Length, found many";
    CHECK(all_of(broken_headers + good) ==
          "HTTP response 1 in line 2: " + defect + " | HTTP response 2: 200 OK in line 7: [1]");
    CHECK(all_of(good + broken_headers + good) ==
          "HTTP response 1: 200 OK in line 3: [1] | HTTP response 2 in line 5: " + defect +
              " | HTTP response 3: 200 OK in line 10: [1]");
    CHECK(all_of(good + broken_headers) ==
          "HTTP response 1: 200 OK in line 3: [1] | HTTP response 2 in line 5: " + defect);
    CHECK(all_of(broken_headers + broken_headers) ==
          "HTTP response 1 in line 2: " + defect + " | HTTP response 2 in line 6: " + defect);
    CHECK(all_of("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\n{}\n0\n\nand so on\n") ==
          "HTTP response 1: 200 OK in line 4: {} | HTTP response 2 in line 8: "
          "expected an HTTP status line such as HTTP/1.1 200 OK, found and so on");
    CHECK(
        all_of("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\n{}\n7\n[\n" + good) ==
        "HTTP response 1 in line 8: no line ends where this chunk does by its size, 7 bytes; save the response again, "
        "and do not edit it | HTTP response 2: 200 OK in line 10: [1]");
    CHECK(all_of(ok + "Content-Encoding: br\r\n\r\n\x8B\x02\x80{}\n" + good) ==
          "HTTP response 1 in line 5: the body is compressed (br); save it decompressed, for instance with curl "
          "--compressed | HTTP response 2: 200 OK in line 8: [1]");
}

TEST_CASE("a broken response to a request that is not about attendance is passed over")
{
    const std::string file = "GET https://h/photo HTTP/1.1\n\nHTTP/1.1 200 OK\nContent-Length: many\n\nx\n"
                             "GET /attendanceReports HTTP/1.1\n\nHTTP/1.1 200 OK\n\n{}";
    const unwrapped contents = contents_of(file);
    CHECK(contents.error.value_or("") == "");
    REQUIRE(contents.payloads.size() == 1);
    CHECK(contents.payloads.front().bytes == "{}");
    CHECK(contents.passed_over == 1);
}

TEST_CASE("a file cut anywhere gives payloads or an error, never nothing")
{
    const std::string file = "GET /attendanceRecords HTTP/1.1\r\nHost: h\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + ok +
                             "Transfer-Encoding: chunked\r\n\r\n" + in_chunks(defects, 9) + ok + "\r\n" +
                             compress(defects) + ok + "Content-Length: 2\r\n\r\n{}";
    for (std::size_t size = 1; size <= file.size(); ++size) {
        const unwrapped contents = contents_of(std::string_view{file}.substr(0, size));
        CHECK(contents.error.has_value() == contents.payloads.empty());
    }
}
