#include "../validation/judged.hpp"
#include "compressed.hpp"

#include <rollcall/capture/decompression.hpp>
#include <rollcall/capture/unwrap.hpp>

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

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
using rollcall::capture::unwrapped;

const std::string records_url =
    "https://graph.microsoft.com/beta/me/onlineMeetings/1/attendanceReports/2/attendanceRecords";

unwrapped contents_of(std::string_view file, bool lenient = false)
{
    return unwrap(file, kind_of(file),
                  {.decompress = rollcall::capture::make_decompressor(100'000), .lenient = lenient});
}

std::string quoted(std::string_view text)
{
    return boost::json::serialize(boost::json::string{text.data(), text.size()});
}

std::string entry(const std::string& url, const std::string& content, const std::string& method = "GET",
                  int status = 200)
{
    return R"({"startedDateTime": "2026-01-02T03:04:05.678Z", "time": 12, "_initiator": {"type": "script"},
      "request": {"method": ")" +
           method + R"(", "httpVersion": "h2", "headers": [{"name": "url", "value": "x"}], "url": )" + quoted(url) +
           R"(}, "response": {"status": )" + std::to_string(status) + R"(, "content": {"size": 1)" +
           (content.empty() ? "" : ", ") + content + R"(, "mimeType": "application/json"}, "redirectURL": ""},
      "cache": {}, "timings": {"wait": 1}})";
}

std::string text_entry(const std::string& url, std::string_view body)
{
    return entry(url, "\"text\": " + quoted(body));
}

std::string har(const std::vector<std::string>& entries)
{
    std::string text = "{\n  \"log\": {\"version\": \"1.2\", \"creator\": {\"name\": \"Browser\", \"version\": \"1\"}, "
                       "\"pages\": [],\n    \"entries\": [";
    for (const std::string& one : entries)
        text += (&one == entries.data() ? "\n" : ",\n") + one;
    return text + "\n]}}\n";
}

payload only_payload(std::string_view file)
{
    unwrapped contents = contents_of(file);
    CHECK(contents.error.value_or("") == "");
    REQUIRE(contents.payloads.size() == 1);
    return contents.payloads.front();
}

std::string error_of(std::string_view file)
{
    const unwrapped contents = contents_of(file);
    CHECK(contents.payloads.empty());
    return contents.error.value_or("no error");
}

std::string base64(std::string_view text)
{
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string result;
    for (; !text.empty(); text.remove_prefix(std::min<std::size_t>(3, text.size()))) {
        const auto byte = [&](std::size_t index) {
            return index < text.size() ? static_cast<unsigned char>(text[index]) : 0U;
        };
        const unsigned bits = byte(0) << 16U | byte(1) << 8U | byte(2);
        for (unsigned place = 0; place < 4; ++place)
            result += place <= text.size() ? digits[bits >> (18U - 6U * place) & 63U] : '=';
    }
    return result;
}

/// What is found in a payload: `line:column pointer=line:column in the body`, and the text at the place in the file.
std::string findings_in(const payload& judged)
{
    std::string result;
    for (const rollcall::diagnostic& found : tests::judge(judged).diagnostics) {
        result += (result.empty() ? "" : "; ") + std::to_string(found.position.line) + ':' +
                  std::to_string(found.position.column) + ' ' + found.rule + ' ' + found.pointer;
        if (found.body)
            result +=
                '=' + std::to_string(found.body->position.line) + ':' + std::to_string(found.body->position.column);
        result += ' ' + std::string{judged.file.substr(found.position.offset, 4)};
    }
    return result;
}

} // namespace

TEST_CASE("a HAR file is known by its begin, and may have a byte order mark")
{
    for (const std::string_view file :
         {R"({"log": {}})", "\n{ \"log\" :\n{", "\xEF\xBB\xBF{\"log\":{\"version\":\"1.2\"}}"})
        CHECK(kind_of(file) == file_kind::har);
    for (const std::string_view file :
         {R"({"log": []})", R"({"logs": {}})", R"(["log"])", R"({"value": [], "log": {}})", "{"})
        CHECK(kind_of(file) != file_kind::har);
}

TEST_CASE("entries about attendance are payloads with number, URL and status, the others are passed over")
{
    const std::string file =
        har({text_entry("https://login.microsoftonline.com/token", R"({"token_type": "Bearer"})"),
             text_entry(records_url + "?$top=5", R"({"value": [{"id": "1"}]})"),
             text_entry("https://graph.microsoft.com/beta/me", R"({"displayName": "Lisa"})"),
             text_entry("https://GRAPH.microsoft.com/beta/x/attendancereports('1')", "{}"),
             text_entry("https://example.com/app.js", "alert('attendanceRecords')"),
             entry(records_url, R"("text": "{\"error\": {\"code\": \"Forbidden\"}}")", "GET", 403)});
    const unwrapped contents = contents_of(file);
    CHECK(contents.error.value_or("") == "");
    REQUIRE(contents.payloads.size() == 3);
    CHECK(contents.passed_over == 3);
    const payload& records = contents.payloads[0];
    CHECK(records.bytes == R"({"value": [{"id": "1"}]})");
    CHECK(records.source == "entry 2");
    CHECK(records.entry == 2);
    CHECK(records.request_url == records_url + "?$top=5");
    CHECK(records.status == 200);
    CHECK(records.file == file);
    CHECK(contents.payloads[1].entry == 4);
    CHECK(contents.payloads[2].status == 403);
}

TEST_CASE("an entry whose body is about attendance is a payload, wherever it came from")
{
    for (const std::string body :
         {R"({"value": [{"id": "1"}, {"totalAttendanceInSeconds": 3}]})", R"({"attendanceIntervals": []})",
          R"({"@odata.context": "$metadata#attendanceRecords", "value": []})",
          R"({"id": "1", "meetingStartDateTime": null})"})
        CHECK(only_payload(har({text_entry("https://proxy/fetch?id=7", body)})).bytes == body);
    for (const std::string body :
         {R"({"value": []})", R"({"value": [{"id": "1"}]})", R"({"emailAddress": "a@b", "role": "x"})",
          R"({"value": [{"role": null}]})", R"({"@odata.context": "$metadata#users", "value": []})",
          R"({"error": {"code": "1"}})", "", "null", "7"})
        CHECK(error_of(har({text_entry("https://proxy/attendance?path=/attendanceRecords", body)})) ==
              "the only entry of this HAR file is no attendance payload, so there is nothing to judge");
}

TEST_CASE("a body is what its string says, escapes and all")
{
    const std::string body = "{\"role\": \"\xC3\xA9\xF0\x9F\x98\x80/\\\"\", \"emailAddress\":\t\"\\u00e9\"}\r\n";
    CHECK(only_payload(har({text_entry(records_url, body)})).bytes == body);
    CHECK(only_payload(
              har({entry(records_url, R"("text": "\u007b\u0022a\u0022\u003a\/ \u00E9\ud83d\uDE00\n\b\f\r\t}")")}))
              .bytes == "{\"a\":/ \xC3\xA9\xF0\x9F\x98\x80\n\b\f\r\t}");
    const std::string file = har({entry(records_url, R"("text": "[1,2]")")});
    const payload verbatim = only_payload(file);
    CHECK(verbatim.bytes == "[1,2]");
    CHECK(verbatim.decoded == nullptr);
}

TEST_CASE("half a surrogate in a body does not keep the other entries from being judged")
{
    const std::string file = har({entry("https://example.com/app.js", R"("text": "\ud83d")"),
                                  entry(records_url, R"("text": "{\"role\": \"\ud83d x\"}")")});
    CHECK(only_payload(file).bytes == "{\"role\": \"\xEF\xBF\xBD x\"}");
    const std::string trailing =
        har({entry("https://example.com/app.js", R"("text": "\uDE00 x")"), entry(records_url, R"("text": "{}")")});
    CHECK(only_payload(trailing).bytes == "{}");
    // Cut short it is no JSON all the same.
    CHECK(only_payload(file.substr(0, file.size() - 4)).bytes.size() == file.size() - 4);
}

TEST_CASE("a finding has its place in the file behind all escapes, and in the body")
{
    const std::string body =
        "{\"value\": [\r\n  {\"emailAddress\": \"zo\xC3\xAB@x\", \"role\": 71},\r\n\t{\"role\": 72}]}";
    const std::string file = har({text_entry("https://example.com", "{}"), text_entry(records_url, body)});
    const payload judged = only_payload(file);
    CHECK(judged.encoded->encoding == body_encoding::json_string);
    const std::string line = std::to_string(judged.line);
    const std::string found = findings_in(judged);
    const auto column_of = [&](std::string_view token) {
        const std::size_t place = file.find(token);
        const std::size_t line_begin = file.rfind('\n', place) + 1;
        std::size_t column = 1;
        for (std::size_t index = line_begin; index < place; ++index)
            column += rollcall::detail::is_lead_byte(file[index]);
        return std::to_string(column);
    };
    CHECK(found == line + ':' + column_of("71}") + " type /value/0/role=2:37 71},; " + line + ':' + column_of("72}") +
                       " type /value/1/role=3:11 72}]");
}

TEST_CASE("a finding at the end of a body is at the end of its string")
{
    const std::string file = har({entry(records_url, R"("text": "{\"role\":")")});
    CHECK(findings_in(only_payload(file)).ends_with(" json-syntax =1:9 \", \""));
}

TEST_CASE("findings are the same where their places in the body are, too")
{
    const std::string file = har({text_entry(records_url, R"({"role": 7})")});
    const rollcall::diagnostic found = tests::judge(only_payload(file)).diagnostics.at(0);
    rollcall::diagnostic other = tests::judge(only_payload(file)).diagnostics.at(0);
    CHECK(other == found);
    ++other.body.value().offset_in_text;
    CHECK(other != found);
}

TEST_CASE("a place at an escape is where the escape begins")
{
    const std::string file = har({entry(records_url, R"("text": "{\u0022role\u0022: \"\u0043hef\"}")")});
    const payload judged = only_payload(file);
    CHECK(findings_in(judged).ends_with("unknown-role /role=1:10 \\\"\\u"));
}

TEST_CASE("a body in base64 is decoded, with its places in the body and where it begins in the file")
{
    const std::string body = "{\n\"role\": 7}";
    for (const std::string& content :
         {"\"text\": \"" + base64(body) + "\", \"encoding\": \"base64\"",
          "\"encoding\": \"base64\", \"compression\": 5, \"text\": \"" + base64(body) + "\""}) {
        const std::string file = har({entry(records_url, content)});
        const payload judged = only_payload(file);
        CHECK(judged.bytes == body);
        CHECK(findings_in(judged).ends_with(" type /role=2:9 ewoi"));
        CHECK(only_payload(har({entry("https://proxy", "\"text\": \"" + base64(R"({"registrantId": null})") +
                                                           "\", \"encoding\": \"base64\"")}))
                  .bytes == R"({"registrantId": null})");
    }
    for (const std::string text : {"", "a", "ab", "abc", "abcd", "\xFF\xFE\xFD"})
        CHECK(rollcall::detail::decode_base64(base64(text)) == text);
    CHECK(rollcall::detail::decode_base64("YQ") == "a");
    for (const std::string_view text : {"A", "A===", "AA=A", "A A=", "AA-_", "AAAA\n"})
        CHECK_FALSE(rollcall::detail::decode_base64(text).has_value());
}

TEST_CASE("a body in base64 that is still compressed as nothing here decompresses is told so, and text is judged")
{
    const auto judged = [](const std::string& encoding, std::string_view body) {
        std::string one = entry(records_url, "\"encoding\": \"base64\", \"text\": \"" + base64(body) + "\"");
        one.insert(one.find("\"content\":"), "\"headers\": [7, {\"name\": \"Date\", \"value\": \"x\"}, "
                                             "{\"value\": \"" +
                                                 encoding + "\", \"name\": \"content-encoding\"}], ");
        return tests::judge(only_payload(har({one}))).diagnostics.at(0).message;
    };
    CHECK(judged("br", "\x0b\x02\x80") ==
          "the body is no text, as if it were still compressed (br); save it decompressed");
    CHECK(judged("zstd", "\x28\xb5\x2f\xfd") ==
          "the body is no text, as if it were still compressed (zstd); save it decompressed");
    CHECK(judged("br", R"({"role": 7})") == judged("", R"({"role": 7})"));
    CHECK(judged("br", std::string_view{"{\0\"\0", 4}).find("UTF-16LE") != std::string::npos);
}

TEST_CASE("a body in base64 that is compressed still is decompressed")
{
    const std::string packed = base64(tests::compress(R"({"role": 7})"));
    const std::string file = har({entry(records_url, "\"encoding\": \"base64\", \"text\": \"" + packed + "\"")});
    CHECK(only_payload(file).bytes == R"({"role": 7})");
    CHECK(rollcall::capture::unwrap(file).payloads.at(0).defect ==
          "the body is compressed (gzip); save it decompressed");
}

TEST_CASE("an entry whose body cannot be had is a finding that says why, and the others are judged")
{
    const auto finding_on = [](const std::string& one) {
        const std::string file = har({one, text_entry(records_url, R"({"role": null})")});
        const unwrapped contents = contents_of(file);
        CHECK(contents.error.value_or("") == "");
        REQUIRE(contents.payloads.size() == 2);
        CHECK(contents.payloads[0].bytes == "");
        const rollcall::report verdict = tests::judge(contents.payloads[0]);
        REQUIRE(verdict.diagnostics.size() == 1);
        CHECK(verdict.diagnostics[0].position.line >= 4);
        CHECK_FALSE(verdict.diagnostics[0].body.has_value());
        return verdict.diagnostics[0].rule + ": " + verdict.diagnostics[0].message;
    };
    CHECK(finding_on(entry(records_url, "")) ==
          "unrecognised-payload: the HAR file does not have the body of this response; save it with content");
    CHECK(finding_on(entry(records_url, "", "GET", 401)) ==
          "error-response: the request failed with HTTP status 401: the HAR file does not have the body of this "
          "response; save it with content");
    CHECK(finding_on(entry(records_url, R"("text": "no base64", "encoding": "base64")")) ==
          "unrecognised-payload: the body is not base64, which the HAR file says it is; save it again");
    CHECK(finding_on(entry(records_url, R"("text": "{}", "encoding": "rot13")")) ==
          "unrecognised-payload: the body is encoded in a way that HAR does not know (rot13); save it as text or in "
          "base64");
    CHECK(finding_on(entry(records_url, "\"text\": \"H4sIAAAA\", \"encoding\": \"base64\""))
              .starts_with("unrecognised-payload: the body is compressed (gzip): the compressed data is "));
}

TEST_CASE("requests that have no payload by their nature are passed over")
{
    const std::string file =
        har({entry(records_url, "", "OPTIONS"), entry(records_url, "", "HEAD"), entry(records_url, "", "GET", 0),
             entry(records_url, "", "GET", 204), entry(records_url, "", "GET", 302), entry(records_url, "", "GET", 304),
             text_entry(records_url, "{}"), "7", "null"});
    const unwrapped contents = contents_of(file);
    CHECK(contents.payloads.size() == 1);
    CHECK(contents.passed_over == 8);
}

TEST_CASE("a HAR file without an attendance payload is an error, and so is one without entries")
{
    CHECK(error_of(har({})) == "this HAR file has no entries, so there is nothing to judge");
    CHECK(error_of(har({text_entry("https://example.com", "{}"), entry("https://example.com", "")})) ==
          "none of the 2 entries of this HAR file is an attendance payload, so there is nothing to judge");
    for (const std::string_view file : {R"({"log": {}})", R"({"log": {"entries": {}}})", R"({"log": {"entrys": []}})"})
        CHECK(error_of(file) == R"(this is no HAR file: it has no {"log": {"entries": […]}})");
}

TEST_CASE("a HAR file that is no JSON is one finding with its place")
{
    const std::string file = har({text_entry(records_url, R"({"role": 7})")});
    for (const std::size_t size : {file.size() - 4, file.size() / 2, std::size_t{60}}) {
        const std::string_view cut = std::string_view{file}.substr(0, size);
        CHECK(contents_of(cut).passed_over == 0);
        const rollcall::report verdict = tests::judge(only_payload(cut));
        REQUIRE(verdict.diagnostics.size() == 1);
        CHECK(verdict.diagnostics[0].rule == "json-syntax");
        CHECK(verdict.diagnostics[0].message == "the text ends before the JSON value does");
        CHECK(verdict.diagnostics[0].position.offset == size);
    }
    const std::string with_mark = "\xEF\xBB\xBF" + file.substr(0, 100) + '\x01';
    CHECK(tests::judge(only_payload(with_mark)).diagnostics.at(0).position.offset == 103);
}

TEST_CASE("something behind a HAR file is a finding with its place")
{
    const std::string file = har({text_entry(records_url, R"({"role": 7})")}) + "again";
    const rollcall::report verdict = tests::judge(only_payload(file));
    REQUIRE(verdict.diagnostics.size() == 1);
    CHECK(verdict.diagnostics[0].message == "something follows the JSON value");
    CHECK(verdict.diagnostics[0].position.offset == file.size() - 5);
}

TEST_CASE("members of a HAR file that nobody asked for may be any JSON")
{
    const std::string others =
        R"({"log": {"comment": null, "_saved": [true, false, 12.5, -1e3, 18446744073709551615],)";
    std::string file = har({text_entry(records_url, R"({"role": 7})")});
    file.replace(0, file.find(R"("version")"), others);
    CHECK(only_payload(file).bytes == R"({"role": 7})");
}

TEST_CASE("a trailing comma in a HAR file is a finding, unless one is lenient")
{
    std::string file = har({text_entry(records_url, R"({"role": 7})")});
    file.insert(file.rfind("\n]"), ",");
    const rollcall::report verdict = tests::judge(only_payload(file));
    REQUIRE(verdict.diagnostics.size() == 1);
    CHECK(verdict.diagnostics[0].message.starts_with("trailing comma"));
    const unwrapped contents = contents_of(file, true);
    REQUIRE(contents.payloads.size() == 1);
    CHECK(contents.payloads[0].bytes == R"({"role": 7})");
}

TEST_CASE("an archive may nest as deep as browsers write down who called whom")
{
    std::string chain = "null";
    for (int depth = 0; depth < 200; ++depth)
        chain = "{\"callFrames\": [], \"parent\": " + chain + "}";
    std::string file = har({text_entry(records_url, R"({"role": null})")});
    file.replace(file.find(R"({"type": "script"})"), 18, chain);
    CHECK(only_payload(file).bytes == R"({"role": null})");
}

TEST_CASE("what a HAR file says of a town hall holds for the rules")
{
    const std::string file =
        har({text_entry("https://graph.microsoft.com/beta/solutions/virtualEvents/townhalls/1/sessions/2/"
                        "attendanceReports/3/attendanceRecords",
                        R"({"value": [{"registrationId": "1"}]})")});
    CHECK(findings_in(only_payload(file)).find(" townhall-has-no-registration /value/0/registrationId=1:") !=
          std::string::npos);
}

TEST_CASE("a HAR file cut anywhere gives payloads or an error, never nothing")
{
    const std::string file =
        har({text_entry("https://example.com", "{}"), text_entry(records_url, "{\"role\": \"\xC3\xA9\"}"),
             entry(records_url, "\"encoding\": \"base64\", \"text\": \"" + base64(R"({"role": 7})") + "\"")});
    for (std::size_t size = 0; size <= file.size(); ++size) {
        const unwrapped contents = contents_of(std::string_view{file}.substr(0, size));
        CHECK(contents.error.has_value() == contents.payloads.empty());
        for (const payload& found : contents.payloads)
            (void)tests::judge(found);
    }
}
