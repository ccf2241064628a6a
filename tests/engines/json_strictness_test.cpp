#include "../validation/payload_files.hpp" // tests::payloads_below
#include "readers.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <algorithm>        // std::count
#include <initializer_list> // std::initializer_list
#include <string>           // std::string
#include <vector>           // std::vector

// What is JSON (RFC 8259) and what is not: the reader and judging as the program does it take the one without a finding
// and refuse the other with one, at the first character that cannot go on as JSON does.

namespace {

using namespace rollcall;
using namespace rollcall::engines;
using namespace std::string_literals;

/// The value of an annotation, which may be any, behind characters of several bytes.
std::string around(const std::string& value)
{
    return "{\n  \"emailAddress\": \"é😀\", \"@x\":" + value + "\n}";
}

constexpr std::size_t line_of_value = 2;
constexpr std::size_t column_of_value = 30;

/// "line:column" of the only finding, a json-syntax; else what was found.
std::string place_of_syntax_finding(const std::vector<diagnostic>& found)
{
    if (found.size() == 1 && found.front().rule == "json-syntax")
        return std::to_string(found.front().position.line) + ':' + std::to_string(found.front().position.column);
    std::string all;
    for (const diagnostic& one : found)
        all += one.rule + ' ' + one.pointer + "; ";
    return all;
}

void check_accepted(const std::string& text)
{
    CHECK_MESSAGE(place_of_syntax_finding(attendance_readers().at("attendanceRecord")(text)) == "", text);
    CHECK_MESSAGE(place_of_syntax_finding(judge(text).diagnostics) == "", text);
}

void check_refused(const std::string& text, std::size_t line, std::size_t column)
{
    const std::string place = std::to_string(line) + ':' + std::to_string(column);
    CHECK_MESSAGE(place_of_syntax_finding(attendance_readers().at("attendanceRecord")(text)) == place, text);
    const report judged = judge(text);
    CHECK_MESSAGE(place_of_syntax_finding(judged.diagnostics) == place, text);
    CHECK_FALSE_MESSAGE(judged.conforms(), text);
}

/// A value that is no JSON, and how many characters of it could be.
struct refused_value {
    std::string text;
    std::size_t good;
};

void check_refused(std::initializer_list<refused_value> values)
{
    for (const refused_value& value : values)
        check_refused(around(value.text), line_of_value, column_of_value + value.good);
}

void check_accepted(std::initializer_list<std::string> values)
{
    for (const std::string& value : values)
        check_accepted(around(value));
}

} // namespace

TEST_CASE("numbers are JSON's, of any size and precision")
{
    check_accepted({"0",
                    "-0",
                    "1",
                    "-1",
                    "10",
                    "1234567890",
                    "0.0",
                    "-0.0",
                    "1.50",
                    "0.000001",
                    "1e0",
                    "1E0",
                    "1e+2",
                    "1E-2",
                    "0e0",
                    "0E+00",
                    "-1.5e-10",
                    "1e400",
                    "-1e400",
                    "1e-400",
                    "1e2147483647",
                    "123456789012345678901234567890",
                    "0.1234567890123456789012345678901234567890",
                    "-9223372036854775809",
                    "18446744073709551616",
                    std::string(10'000, '9'),
                    "0." + std::string(10'000, '0') + '1'});
}

TEST_CASE("an exponent beyond 32 bits is refused, as JSON lets readers limit the range of numbers")
{
    check_refused({{"1e999999999999", 11}, {"0e999999999999", 11}, {"1e-999999999999", 12}});
    const report found = judge(around("1e999999999999"));
    CHECK(found.diagnostics.at(0).message == "the exponent of a number is too large to be read");
}

TEST_CASE("what only looks like a number is refused where it goes wrong")
{
    check_refused({{"01", 1},    {"-01", 2},   {"00", 1},  {"0x10", 1},  {"0b1", 1},      {"1_000", 1},
                   {"+1", 0},    {".5", 0},    {"-.5", 1}, {"5.", 2},    {"5.e1", 2},     {"-", 1},
                   {"--1", 1},   {"1..2", 2},  {"1e", 2},  {"1e+", 3},   {"1E-", 3},      {"1e1.5", 3},
                   {"1e1e1", 3}, {"1e++1", 3}, {"1a", 1},  {"1 2", 2},   {"NaN", 0},      {"nan", 0},
                   {"-NaN", 1},  {"inf", 0},   {"１", 0},  {"1,000", 2}, {"Infinity", 0}, {"-Infinity", 1}});
}

TEST_CASE("strings may hold any character, escaped or not, as far as JSON goes")
{
    check_accepted({R"("")",
                    R"("\"\\\/\b\f\n\r\t")",
                    R"("\u0000\u001f\u007F\uFFFF")",
                    R"("\uD83D\uDE00")",
                    R"("\ud800\udc00\uDBFF\uDFFF")",
                    "\"\x7F\"",
                    "\"\xC2\x80\"",
                    "\"\xDF\xBF\"",
                    "\"\xE0\xA0\x80\"",
                    "\"\xED\x9F\xBF\"",
                    "\"\xEE\x80\x80\"",
                    "\"\xEF\xBB\xBF\"",
                    "\"\xEF\xBF\xBF\"",
                    "\"\xF0\x90\x80\x80\"",
                    "\"\xF4\x8F\xBF\xBF\"",
                    "\"\xE2\x80\xA8\"",
                    "\"//\"",
                    "\"/**/\"",
                    "\"'\"",
                    R"({"": {"\u0000": [], "é": {}, "\uD83D\uDE00": ""}})"});
}

TEST_CASE("half a surrogate pair and other escapes than JSON's are refused")
{
    check_refused({{R"("\ud800")", 7},
                   {R"("\ud800x")", 7},
                   {R"("\ud800\n")", 8},
                   {R"("\ud800\ud800")", 9},
                   {R"("\ud800\u0041")", 9},
                   {R"("\udc00")", 7},
                   {R"("\udfff")", 7},
                   {R"("\u12")", 5},
                   {R"("\u12G4")", 5},
                   {R"("\u")", 3},
                   {R"("\x41")", 2},
                   {R"("\a")", 2},
                   {R"("\')", 2},
                   {R"("\U0041")", 2},
                   {"\"\\\n\"", 2},
                   {R"({"\ud800":1})", 8}});
}

TEST_CASE("a string ends with a quotation mark like the one that it begins with")
{
    check_refused({{R"("abc)", 4}, {R"("a\")", 4}, {R"("a"b")", 3}, {"'a'", 0}, {"“a”", 0}, {"`a`", 0}, {"a", 0}});
}

TEST_CASE("no control character stands in a string")
{
    constexpr char first_that_is_none = 0x20;
    for (char control = 0; control < first_that_is_none; ++control) {
        check_refused({{"\"a"s + control + '"', 2}, {"{\"é"s + control + "\":1}", 3}});
        check_refused({{"\"0123456789abcdefé"s + control + "0123456789abcdef\"", 18}});
    }
}

TEST_CASE("what is no UTF-8 is refused at its first byte")
{
    for (const std::string& bytes : {"\x80"s,
                                     "\xBF"s,
                                     "\xC0\x80"s,
                                     "\xC1\xBF"s,
                                     "\xC3"s,
                                     "\xC3("s,
                                     "\xE0\x80\x80"s,
                                     "\xE0\x9F\xBF"s,
                                     "\xE2\x82"s,
                                     "\xE2(\xA1"s,
                                     "\xED\xA0\x80"s,
                                     "\xED\xBF\xBF"s,
                                     "\xF0\x80\x80\x80"s,
                                     "\xF0\x8F\xBF\xBF"s,
                                     "\xF0\x9F\x98"s,
                                     "\xF4\x90\x80\x80"s,
                                     "\xF5\x80\x80\x80"s,
                                     "\xF8\x88\x80\x80\x80"s,
                                     "\xFE"s,
                                     "\xFF"s})
        check_refused({{'"' + bytes + '"', 1},
                       {"{\"é" + bytes + "\":1}", 3},
                       {"\"0123456789abcdefé" + bytes + "0123456789abcdef\"", 18},
                       {bytes, 0}});
}

TEST_CASE("brackets, commas and colons stand where JSON has them")
{
    check_accepted({"[]", "{}", "[[],{}]", "[1,2]", R"({"a":1,"b":[{}]})", "[null,true,false]"});
    check_refused({{"[1,]", 2},       {"[,1]", 1},        {"[,]", 1},         {"[1 2]", 3},
                   {"[1,,2]", 3},     {"[1;2]", 2},       {R"({"a"})", 4},    {R"({"a":})", 5},
                   {R"({"a" 1})", 5}, {R"({"a"=1})", 4},  {R"({"a"::1})", 5}, {"{a:1}", 1},
                   {"{'a':1}", 1},    {R"({"a":1,})", 6}, {"{,}", 1},         {R"({"a":1,,"b":2})", 7},
                   {"{1:1}", 1},      {"{null:1}", 1},    {"{[]:1}", 1},      {"]", 0},
                   {"}", 0},          {"[}", 1},          {"{]", 1},          {"[1}", 2},
                   {R"({"a":1])", 6}, {R"("a" "b")", 4},  {"true false", 5},  {"(1)", 0},
                   {"1;", 1}});
}

TEST_CASE("words are true, false and null, and there are no comments")
{
    check_refused({{"tru", 0},
                   {"truE", 0},
                   {"TRUE", 0},
                   {"True", 0},
                   {"nul", 0},
                   {"nulll", 4},
                   {"undefined", 0},
                   {"trues", 4},
                   {"-true", 1},
                   {"/* x */ 1", 0},
                   {"1 // x", 2},
                   {"# x\n1", 0}});
}

TEST_CASE("white space is a space, a tab, a line feed or a carriage return")
{
    check_accepted({"\t1\r\n ", " [ \n\r\t] ", "{\t\"a\"\r\n:\n1 }"});
    for (const std::string& other :
         {"\f"s, "\v"s, "\0"s, "\x1B"s, "\x7F"s, "\xC2\xA0"s, "\xE2\x80\x83"s, "\xE2\x80\xA8"s, "\xEF\xBB\xBF"s})
        check_refused({{other + "1", 0}, {"1" + other, 1}, {"[" + other + "]", 1}, {"{\"a\"" + other + ":1}", 4}});
}

TEST_CASE("a text is one value")
{
    check_refused("", 1, 1);
    check_refused("  ", 1, 3);
    check_refused("\n\n", 3, 1);
    for (const std::string& text : {""s, "\n\n"s, " \r\n\t"s}) {
        const std::string payload = text + R"({"emailAddress": "é"})";
        const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
        const std::size_t end = text.size() - (text.rfind('\n') + 1) + 22;
        check_accepted(payload + text);
        for (const std::string& more : {"x"s, "{}"s, "]"s, "}"s, ","s, "/"s, "\0"s, "\x1A"s, "\xEF\xBB\xBF"s, "\xFF"s})
            check_refused(payload + more, lines + 1, end);
    }
    check_refused("\xEF\xBB\xBF{\"emailAddress\": null}", 1, 1);
}

TEST_CASE("objects and arrays nest as deep as allowed, and no deeper")
{
    constexpr std::size_t inside = default_maximum_depth - 1;
    const auto nested = [](std::size_t depth, const std::string& open, const std::string& close) {
        std::string text;
        for (std::size_t level = 0; level < depth; ++level)
            text += open;
        text += "1";
        for (std::size_t level = 0; level < depth; ++level)
            text += close;
        return text;
    };
    check_accepted({nested(inside, "[", "]"), nested(inside, "{\"a\":", "}")});
    check_refused({{nested(inside + 1, "[", "]"), inside},
                   {nested(inside + 1, "{\"a\":", "}"), 5 * inside},
                   {nested(1'000'000, "[", "]"), inside}});
}

namespace {

bool is_json(std::string_view text)
{
    boost::json::parse_options options;
    options.max_depth = default_maximum_depth;
    boost::json::error_code error;
    (void)boost::json::parse({text.data(), text.size()}, error, {}, options);
    return !error;
}

/// One finding says that a text is no JSON, and none does that it is not; each is somewhere in it.
void check_judged(std::string_view text)
{
    // In memory of its own, so that a sanitizer sees when somebody looks behind its end.
    const std::vector<char> bytes{text.begin(), text.end()};
    const report found = judge({bytes.data(), bytes.size()});
    std::size_t syntax_findings = 0;
    for (const diagnostic& one : found.diagnostics) {
        syntax_findings += one.rule == "json-syntax";
        if (one.position.offset > text.size())
            FAIL_CHECK("a finding behind the end of ", text);
    }
    if (const bool json = is_json(text); syntax_findings != (json ? 0 : 1) || (found.conforms() && !json))
        FAIL_CHECK(syntax_findings, " findings say that this is no JSON: ", text);
}

} // namespace

TEST_CASE("every sample payload that is cut off anywhere has one finding that says so")
{
    const auto samples = tests::payloads_below(tests::payload_folder());
    REQUIRE(samples.size() > 400);
    for (const auto& path : samples) {
        const std::string sample = tests::read_file(path);
        for (std::size_t size = 0; size <= sample.size(); ++size)
            check_judged(std::string_view{sample}.substr(0, size));
    }
}

TEST_CASE("a small payload with any one byte exchanged for any other is JSON for judging when it is for a parser")
{
    const std::string payload = R"({"value":[{"id":"\u00e9é","role":null,"identity":{"x":[-1.5e3,true]},)"
                                R"("attendanceIntervals":[{"durationInSeconds":10}]}]})";
    constexpr int bytes = 256;
    for (std::size_t place = 0; place < payload.size(); ++place)
        for (int byte = 0; byte < bytes; ++byte) {
            std::string changed = payload;
            changed[place] = static_cast<char>(byte);
            check_judged(changed);
        }
}

TEST_CASE("a million of anything, and names and strings of megabytes, are judged")
{
    constexpr std::size_t million = 1'000'000;
    const auto repeated = [](std::string_view item) {
        std::string result;
        result.reserve(million * (item.size() + 1));
        for (std::size_t count = 0; count < million; ++count)
            (result += item) += ',';
        result.pop_back();
        return result;
    };
    const auto findings_in = [](const std::string& text) { return judge(text).counts().total(); };
    const std::string front = R"({"emailAddress": null, )";
    CHECK(findings_in(front + R"("attendanceIntervals": [)" + repeated("{}") + "]}") == 0);
    CHECK(findings_in(front + R"("attendanceIntervals": [)" + repeated("7") + "]}") == million);
    CHECK(findings_in(front + repeated(R"("a":1)") + "}") == million);
    CHECK(findings_in(front + repeated(R"("@a":1)") + "}") == million - 1);
    CHECK(findings_in(front + R"("identity": {"a": [)" + repeated("[]") + "]}}") == 0);
    CHECK(findings_in(front + R"("identity": {")" + repeated("a") + R"(": 1}})") == 0);
    CHECK(findings_in(front + R"("role": ")" + repeated("\\n") + R"("})") == 1);
    // Names that are all different: which stand twice is not found by comparing each with each.
    std::string members;
    for (std::size_t count = 0; count < million; ++count)
        members += ",\"@" + std::to_string(count) + "\":1";
    CHECK(findings_in(R"({"emailAddress": null)" + members + "}") == 0);
    CHECK(findings_in(R"({"emailAddress": null)" + members + R"(,"@0":2})") == 1);
}
