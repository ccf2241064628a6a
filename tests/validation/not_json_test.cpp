#include "judged.hpp"
#include "payload_files.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace rollcall;
using namespace std::string_literals;

/// The only finding of a text that is no JSON.
diagnostic syntax_finding(std::string_view text, const validation_options& options = {})
{
    const report found = tests::judge(text, options);
    REQUIRE_MESSAGE(found.diagnostics.size() == 1, tests::findings(found));
    REQUIRE(found.diagnostics.front().rule == "json-syntax");
    CHECK(found.diagnostics.front().pointer.empty());
    CHECK_FALSE(found.conforms());
    return found.diagnostics.front();
}

std::string nested(std::size_t depth, std::string_view open, std::string_view close)
{
    std::string result = R"({"value": [{"identity": {"extra": )";
    for (std::size_t level = 0; level < depth; ++level)
        result += open;
    result += "1";
    for (std::size_t level = 0; level < depth; ++level)
        result += close;
    return result + "}}]}";
}

bool is_json(std::string_view text)
{
    boost::json::error_code error;
    boost::json::parse({text.data(), text.size()}, error);
    return !error;
}

} // namespace

TEST_CASE("an empty text is no JSON")
{
    const diagnostic found = syntax_finding("");
    CHECK(found.message.find("empty") != std::string::npos);
    CHECK(found.position == text_position{.offset = 0, .line = 1, .column = 1, .byte_column = 1});
}

TEST_CASE("a text of white space ends before a value comes")
{
    const diagnostic found = syntax_finding(" \r\n\t\n");
    CHECK(found.position.line == 3);
    CHECK(found.position.column == 1);
}

TEST_CASE("a byte order mark is named as such, and is the only finding")
{
    const diagnostic found = syntax_finding("\xEF\xBB\xBF{\"value\": [{\"role\": 7}]}");
    CHECK(found.message.find("byte order mark") != std::string::npos);
    CHECK(found.position == text_position{.offset = 0, .line = 1, .column = 1, .byte_column = 1});
}

TEST_CASE("UTF-16 and UTF-32 are named as such, with the command that converts them")
{
    const auto check = [](const std::string& text, const std::string& name, const std::string& iconv_name) {
        const diagnostic found = syntax_finding(text);
        CHECK(found.message == "the text is in " + name +
                                   ", and JSON is in UTF-8; convert it, for instance with iconv -f " + iconv_name +
                                   " -t UTF-8");
        CHECK(found.found == name);
        CHECK(found.position.offset == 0);
    };
    check("\xFF\xFE{\0}\0"s, "UTF-16LE", "UTF-16");
    check("\xFE\xFF\0{\0}"s, "UTF-16BE", "UTF-16");
    check("\xFF\xFE\0\0{\0\0\0"s, "UTF-32LE", "UTF-32");
    check("\0\0\xFE\xFF\0\0\0{"s, "UTF-32BE", "UTF-32");
    check("{\0}\0"s, "UTF-16LE", "UTF-16LE");
    check("\0{\0}"s, "UTF-16BE", "UTF-16BE");
    check("{\0\0\0}\0\0\0"s, "UTF-32LE", "UTF-32LE");
    check("\0\0\0{\0\0\0}"s, "UTF-32BE", "UTF-32BE");
}

TEST_CASE("encodings with a byte for each character are named where the text looks like one")
{
    const auto message = [](const std::string& text) { return syntax_finding(text).message; };
    const std::string begin = "{\"value\": [{\"emailAddress\": \"";
    const std::string end = "\"}]}";
    CHECK(message(begin + "Zo\xEB \xC5strand" + end) ==
          "this is not UTF-8; the text looks to be in ISO 8859-1 (Latin-1), convert it, for instance with iconv -f "
          "ISO-8859-1 -t UTF-8");
    CHECK(message(begin + "Ma\x9Akov\xE1" + end) ==
          "this is not UTF-8; the text looks to be in Windows-1252, convert it, for instance with iconv -f "
          "WINDOWS-1252 -t UTF-8");
    // A text that has UTF-8 as well is UTF-8 with a defect, and a byte among signs is no letter.
    CHECK(message(begin + "Zo\xEB \xC3\xABx" + end) == "this is not UTF-8");
    CHECK(message(begin + "x\xC3\xABx\xFFx" + end) == "this is not UTF-8");
    CHECK(message(begin + "\xFF" + end) == "this is not UTF-8");
}

TEST_CASE("bytes that are no UTF-8 are one finding at the first of them")
{
    for (const char* const bytes : {"\xFF", "\x80", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC3"}) {
        const diagnostic found = syntax_finding(R"({"value": [{"role": ")"s + bytes + R"("}]})");
        CHECK_MESSAGE(found.message.find("UTF-8") != std::string::npos, found.message);
        CHECK(found.position.offset >= 21);
        CHECK(found.position.offset <= 25);
    }
}

TEST_CASE("a control character in a string is named")
{
    CHECK(syntax_finding("{\"value\": [{\"role\": \"a\x01\"}]}").position.offset == 22);
    CHECK(syntax_finding("{\"value\": [{\"role\": \"a\tb\"}]}").position.offset == 22);
    CHECK(syntax_finding("{\"value\": [{\"role\": \"a\0b\"}]}"s).position.offset == 22);
}

TEST_CASE("half a surrogate pair is no character")
{
    for (const char* const escape : {R"(\ud83d)", R"(\ude00)", R"(\ud83dx)", R"(\ud83d\u0041)", R"(\u12g4)"})
        CHECK(syntax_finding(R"({"value": [{"role": ")"s + escape + R"("}]})").message.find("escape") !=
              std::string::npos);
}

TEST_CASE("a payload that nests too deep is one finding, and what nests as deep as allowed is none")
{
    // The root, its value, the record and its identity are four levels.
    CHECK(tests::findings(tests::judge(nested(default_maximum_depth - 4, "[", "]"))).empty());
    const diagnostic found = syntax_finding(nested(default_maximum_depth - 3, "[", "]"));
    CHECK(found.message.find("deep") != std::string::npos);
    CHECK(found.expected.find(std::to_string(default_maximum_depth)) != std::string::npos);
    syntax_finding(nested(1'000'000, "[", "]"));
    syntax_finding(nested(1'000'000, R"({"a":)", "}"));
    syntax_finding(nested(1'000'000, "[", ""));
    syntax_finding(std::string(1'000'000, '['));
}

TEST_CASE("the depth that is allowed can be chosen")
{
    CHECK(tests::findings(tests::judge(nested(200, "[", "]"), {.maximum_depth = 204})).empty());
    syntax_finding(nested(0, "", ""), {.maximum_depth = 3});
}

TEST_CASE("several values one after the other are no JSON")
{
    CHECK(syntax_finding("{\"value\": []}\n{\"value\": []}\n").position.line == 2);
    CHECK(syntax_finding("{\"value\": []}]").position.column == 14);
    CHECK(syntax_finding("{\"value\": []},").position.column == 14);
}

TEST_CASE("what is found in front of a syntax error is reported with it")
{
    CHECK(tests::findings(tests::judge(R"({"value": [{"role": 5}, {"id": null}, {"role": oops}]})")) ==
          "type /value/0/role; null-not-allowed /value/1/id; json-syntax");
}

TEST_CASE("text that is no JSON is recognised all the same, as far as it goes")
{
    CHECK(tests::judge(R"({"value": [{"emailAddress": "lisa.adkins@contoso.com",}]})").kind ==
          payload_kind::attendanceRecordCollection);
    CHECK(tests::judge("").kind == payload_kind::unrecognised);
    CHECK(tests::judge("<html>").kind == payload_kind::unrecognised);
}

TEST_CASE("every text that is cut off is one finding at its end")
{
    const std::string text = tests::read_file(tests::payload_folder() / "well-formed/every-property.json");
    const std::size_t end = text.rfind('}');
    for (std::size_t size = 0; size <= end; ++size) {
        const report found = tests::judge(std::string_view{text}.substr(0, size));
        REQUIRE_MESSAGE(tests::findings(found) == "json-syntax", size);
        CHECK_MESSAGE(found.diagnostics.front().position.offset <= size, size);
    }
}

TEST_CASE("a collection that is cut off behind a record with a defect is one syntax finding")
{
    for (const std::string_view text : {R"({"value":[{"id":5})", R"({"value":[{"id":5}  )", R"({"value":[{"id":5} ,)",
                                        R"({"value":[{"role":"x"}, {"id":5})", R"({"value":[{"id":5}}  )"}) {
        const std::vector<char> bytes{text.begin(), text.end()};
        const report found = tests::judge(std::string_view{bytes.data(), bytes.size()});
        CHECK_MESSAGE(std::count_if(found.diagnostics.begin(), found.diagnostics.end(),
                                    [](const diagnostic& one) { return one.rule == "json-syntax"; }) == 1,
                      text);
    }
}

TEST_CASE("a text has one syntax finding when a parser refuses it, and none when it does not")
{
    const std::string text = tests::read_file(tests::payload_folder() / "well-formed/escapes-in-names.json");
    const auto check = [](const std::string& damaged, std::size_t place) {
        const report found = tests::judge(damaged);
        std::size_t syntax_findings = 0;
        for (const diagnostic& one : found.diagnostics)
            syntax_findings += one.rule == "json-syntax";
        CHECK_MESSAGE(syntax_findings == (is_json(damaged) ? 0 : 1), place);
    };
    for (std::size_t place = 0; place < text.size(); ++place) {
        check(std::string{text}.erase(place, 1), place);
        for (const char character : {'"', '\\', '{', '}', '[', ',', ':', '0', '\n', '\xE9', '\0'})
            check(std::string{text}.insert(place, 1, character), place);
    }
}

TEST_CASE("messages hold nothing that a terminal would obey")
{
    const report found = tests::judge(
        "{\"value\": [{\"role\": \"\\u001b[31mred\", \"\\u001b]0;title\\u0007\": 1, \"emailAddress\": [\"\x7F\"]}]}");
    CHECK(found.diagnostics.size() == 3);
    for (const diagnostic& one : found.diagnostics)
        for (const std::string* const text : {&one.message, &one.expected, &one.found})
            for (const char character : *text)
                CHECK_MESSAGE((static_cast<unsigned char>(character) >= 0x20 && character != '\x7F'), one.message);
}
