#include "judged.hpp"
#include "payload_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace {

using namespace rollcall;

/// The only finding.
diagnostic finding_in(std::string_view payload)
{
    const report found = tests::judge(payload);
    REQUIRE_MESSAGE(found.diagnostics.size() == 1, tests::findings(found));
    return found.diagnostics.front();
}

std::string text_of(const text_position& place)
{
    return "offset " + std::to_string(place.offset) + ", line " + std::to_string(place.line) + ", column " +
           std::to_string(place.column) + ", byte column " + std::to_string(place.byte_column);
}

/// The place of the only finding.
std::string place_in(std::string_view payload)
{
    return text_of(finding_in(payload).position);
}

/// The payload whose only finding is where the sign § stands, without the sign, is judged.
void check_place(std::string marked)
{
    constexpr std::string_view sign = "§";
    const std::size_t offset = marked.find(sign);
    REQUIRE(offset != std::string::npos);
    marked.erase(offset, sign.size());
    CHECK_MESSAGE(finding_in(marked).position.offset == offset, marked);
}

} // namespace

TEST_CASE("a place counts bytes from the begin of the text, and lines and columns from one")
{
    CHECK(place_in("{\"role\": 5}") == "offset 9, line 1, column 10, byte column 10");
    CHECK(place_in("\n\n{\n  \"role\":\n   5}") == "offset 17, line 5, column 4, byte column 4");
}

TEST_CASE("a carriage return in front of a line feed belongs to the line's end")
{
    CHECK(place_in("{\r\n\"role\": 5}\r\n") == "offset 11, line 2, column 9, byte column 9");
}

TEST_CASE("a carriage return alone ends no line, and a tab is one column")
{
    CHECK(place_in("{\r\"role\":\t5}") == "offset 10, line 1, column 11, byte column 11");
}

TEST_CASE("columns count code points, byte columns bytes")
{
    CHECK(place_in("{\"emailAddress\": \"é€😀\", \"role\": 5}") == "offset 38, line 1, column 33, byte column 39");
    CHECK(finding_in("{\"@é\": 1,\n\"@ö\": \"\", \"role\": 5}").position.column == 19);
}

TEST_CASE("line ends in strings are escapes, and count for nothing")
{
    CHECK(finding_in(R"({"emailAddress": "a\nb\r\nc", "role": 5})").position.line == 1);
}

TEST_CASE("a value is found behind tokens of every kind")
{
    check_place(R"({"role": §5})");
    check_place(R"({"role":§5})");
    check_place("{\"role\"\n:\n§5}");
    check_place(
        R"({"id": "1", "emailAddress": null, "totalAttendanceInSeconds": 0, "attendanceIntervals": [], "identity": {}, "role": §true})");
    check_place(R"({"@a": [null, true, false, {}, [], [[]], {"b": {}}], "role": §true})");
    check_place(R"({"@a": [-1.5e+10, 0, "", "\"", "\\", "\\\"", "]}"], "role": §false})");
    check_place(R"({"\u0040a": "\u0041", "@\"": "{", "r\u006fle": §{}})");
    check_place(R"({"@a": 1.50, "@b": 123456789012345678901234567890, "role": §[]})");
    check_place(R"({"@a": "\ud83d\ude00", "role": §[1, {"a": 2}]})");
    check_place(R"({"role": null, "identity": §"\u0041"})");
}

TEST_CASE("a property that should not be there is found by its name")
{
    check_place(R"({"role": null, §"note": {"a": 1}})");
    check_place(R"({"role": null, §"n\u006fte": 1})");
    check_place(R"({"role": null, "id": "1", §"role": null})");
    check_place(R"({"role": null, "id": "1", §"r\u006fle": 5})");
    check_place(R"({"role": null, "identity": {"a": 1, "b": {"a": [{"c": 1, §"c": 2}]}}})");
}

TEST_CASE("what a rule finds is at the value that it is about")
{
    check_place(R"({"value": [{"role": "None"}, {"id": "1", "role": §"emperor"}]})");
    check_place(R"({"value": [{"r\u006fle": §"emperor"}]})");
    check_place(R"({"value": [{"@a": "[{\"role\":", "role": §"emperor"}]})");
    check_place(R"({"value": [], "@odata.count":§5})");
    check_place(R"({"@odata.count":  §5, "value": [{"role": "None"}]})");
    check_place(R"({"attendanceRecords": [{}, {}], "@a": {"totalParticipantCount": 1}, "totalParticipantCount": §1})");
    check_place(
        R"({"value": [{"attendanceRecords": []}, {"attendanceRecords": [{}, {"attendanceIntervals": [{}, {"durationInSeconds": §-1}]}]}]})");
    check_place(
        R"({"value": [{"attendanceRecords": [{"id": "1"}]}, {"attendanceRecords": [{"id": "2"}, {"role": null, "id": §"2"}]}]})");
    check_place(R"({"role": null, "identity": {"~/": {}, "@odata.type": §"#microsoft.graph.userIdentity"}})");
}

TEST_CASE("diagnostics come in the order of the payload, whichever rule found them")
{
    const std::string text = R"({
  "@odata.count": 7,
  "value": [
    {
      "role": "emperor",
      "note": 1,
      "totalAttendanceInSeconds": 5,
      "id": null,
      "attendanceIntervals": [{"durationInSeconds": "x"}, {"joinDateTime": null, "durationInSeconds": 1}]
    },
    {
      "totalAttendanceInSeconds": 5,
      "attendanceIntervals": [],
      "role": 5
    }
  ]
})";
    CHECK(tests::placed_findings(tests::judge(text)) ==
          "2:19 warning count-covers-page /@odata.count; "
          "5:15 warning unknown-role /value/0/role; "
          "6:7 warning unknown-property /value/0/note; "
          "8:13 error null-not-allowed /value/0/id; "
          "9:53 error type /value/0/attendanceIntervals/0/durationInSeconds; "
          "9:103 error missing-endpoint-has-zero-duration /value/0/attendanceIntervals/1/durationInSeconds; "
          "12:35 error total-is-sum /value/1/totalAttendanceInSeconds; "
          "14:15 error type /value/1/role");
}

TEST_CASE("pointers are JSON Pointers")
{
    CHECK(tests::findings(tests::judge(R"({"role": null, "a/b~c": 1})")) == "unknown-property /a~1b~0c");
    CHECK(tests::findings(tests::judge(R"({"role": null, "\u0061\"\n": 1})")) == "unknown-property /a\"\n");
    CHECK(tests::findings(tests::judge(R"({"role": null, "": 1})")) == "unknown-property /");
    CHECK(tests::findings(tests::judge(R"({"role": null, "identity": {"a/b": {"~": 1, "~": 2}}})")) ==
          "duplicate-property /identity/a~1b/~0");
}

TEST_CASE("places are those of the file that a payload is part of")
{
    const std::string file =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"role\": 5,\r\n\"note\": \"é\", \"id\": 7}\r\n";
    const std::string_view bytes = std::string_view{file}.substr(file.find('{'));
    const report found = tests::judge(capture::payload{.bytes = bytes, .file = file});
    REQUIRE(tests::placed_findings(found) ==
            "4:10 error type /role; 5:1 warning unknown-property /note; 5:20 error type /id");
    CHECK(found.diagnostics[0].position.offset == file.find('5', file.find('{')));
    CHECK(text_of(found.diagnostics[2].position) ==
          "offset " + std::to_string(file.find('7')) + ", line 5, column 20, byte column 21");
}

TEST_CASE("the same payload on one line has the same findings in the same order")
{
    for (const auto& payload : tests::payloads_below(tests::payload_folder() / "several-defects")) {
        std::string text = tests::read_file(payload);
        const std::string expected = tests::findings(tests::judge(text));
        std::replace_if(
            text.begin(), text.end(), [](char character) { return character == '\n' || character == '\r'; }, ' ');
        const report found = tests::judge(text);
        CHECK_MESSAGE(tests::findings(found) == expected, payload.filename().string());
        for (const diagnostic& one : found.diagnostics)
            CHECK(one.position.line == 1);
    }
}

TEST_CASE("places far into a collection are counted like those at its begin")
{
    for (const std::string_view space : {"", "\n  ", " ", "\r\n\t"}) {
        std::string file = "HTTP/1.1 200 OK\r\n\r\n";
        const std::size_t payload_begin = file.size();
        file.append("{\"value\":").append(space).append("[");
        for (int record = 0; record < 30; ++record) {
            file.append(record == 0 ? "" : ",").append(space);
            file += R"({"identity":{"displayName":"Zoë \u00e9 )" + std::string(static_cast<std::size_t>(record), 'x') +
                    "漢字\",";
            file.append(space)
                .append("\"@odata.type\":\"#microsoft.graph.communicationsUserIdentity\"},")
                .append(space);
            file += record % 3 == 0 ? R"("role":"é","registrantId":5})" : R"("role":"Attendee"})";
        }
        file.append(space).append("]}");
        const report found =
            tests::judge(capture::payload{.bytes = std::string_view{file}.substr(payload_begin), .file = file});
        REQUIRE(found.diagnostics.size() == 20);
        for (const diagnostic& one : found.diagnostics)
            CHECK(text_of(one.position) == text_of(detail::text_walker{file}.position_of(one.position.offset)));
    }
}
