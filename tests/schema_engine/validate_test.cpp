#include "agreement.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <boost/mp11/algorithm.hpp>

#include <string>      // std::string
#include <string_view> // std::string_view

using rollcall::diagnostic;
using rollcall::severity;
using rollcall::validation_options;

namespace {

constexpr std::string_view faulty = R"({
  "value": [
    {"id": "1", "totalAttendanceInSeconds": 99999999999999999999, "attendanceIntervals": [
      {"joinDateTime": "2022-06-29T22:54:43Z", "leaveDateTime": "2022-06-29T22:54:50Z", "durationInSeconds": 8},
      {"joinDateTime": "tomorrow"}
    ], "nick\"name" : "x", "role": "Chef"},
    {"id": "1"}
  ]
})";

} // namespace

TEST_CASE("a verdict holds what valijson finds and what the rules find, in the order of the payload, with places")
{
    CHECK(outline(bundled_engine().validate(faulty)) ==
          "attendanceRecordCollection, 2 records\n"
          "3:45 error int32-range \"/value/0/totalAttendanceInSeconds\"\n"
          "4:110 error duration-is-difference \"/value/0/attendanceIntervals/0/durationInSeconds\"\n"
          "5:24 error date-time-format \"/value/0/attendanceIntervals/1/joinDateTime\"\n"
          "6:36 warning unknown-role \"/value/0/role\"\n"
          "6:8 warning unknown-property \"/value/0/nick\"name\"\n"
          "7:12 error record-id-unique \"/value/1/id\"\n");
    const rollcall::report report = bundled_engine().validate(faulty);
    for (std::size_t index = 1; index < report.diagnostics.size(); ++index)
        CHECK(report.diagnostics[index - 1].position.offset <= report.diagnostics[index].position.offset);
    CHECK(disagreement(bundled_engine(), faulty) == "");
}

TEST_CASE("places are those of the file that the payload was taken from")
{
    const std::string file = "HTTP/1.1 200 OK\r\n\r\n" + std::string{faulty};
    const rollcall::capture::payload payload{.bytes = std::string_view{file}.substr(file.find('{')), .file = file};
    const rollcall::report report = bundled_engine().validate(payload);
    CHECK(report.diagnostics.front().position.line == 5);
    CHECK(report.diagnostics.front().position.offset == file.find("99999"));
    CHECK(outline(report) == outline(rollcall::validate(payload)));
}

TEST_CASE("severities apply, those of the options and those of the list of rules")
{
    validation_options options;
    options.severities = {
        {"int32-range", severity::off}, {"date-time-format", severity::info}, {"unknown-property", severity::error}};
    CHECK(disagreement(bundled_engine(), faulty, options) == "");
    CHECK(bundled_engine().validate(faulty, options).count(severity::info) == 1);

    namespace rules = rollcall::rules;
    using list = boost::mp11::mp_list<rules::json_syntax, rules::date_time_format,
                                      rules::with_severity<rules::unknown_property, severity::info>>;
    CHECK(outline(bundled_engine().validate<list>(faulty)) == outline(rollcall::validate<list>(faulty)));
    CHECK(bundled_engine().validate<list>(faulty).diagnostics.size() == 2);
}

TEST_CASE("a text that is no JSON has the findings of the reader up to there, unless it is read leniently")
{
    constexpr std::string_view text =
        R"({"value": [{"id": 5, "attendanceIntervals": [{"durationInSeconds": 1.5},]},]})";
    CHECK(disagreement(bundled_engine(), text) == "");
    CHECK(disagreement(bundled_engine(), text, {.lenient = true}) == "");
    CHECK(bundled_engine().validate(text, {.lenient = true}).diagnostics.size() == 4);
    for (const std::string_view broken :
         {"", "{", "nonsense", "\xEF\xBB\xBF{}", R"({"value": [)", R"({"value": []} x)"})
        CHECK(disagreement(bundled_engine(), broken) == "");
}

TEST_CASE("nesting is limited as the options say")
{
    CHECK(disagreement(bundled_engine(), samples::records, {.maximum_depth = 3}) == "");
    CHECK(bundled_engine().validate(samples::records, {.maximum_depth = 3}).diagnostics.size() == 1);
    const std::string deep = R"({"value": [{"identity": {"x": )" + std::string(60, '[') + std::string(60, ']') + "}}]}";
    CHECK(disagreement(bundled_engine(), deep) == "");
    CHECK(bundled_engine().validate(deep).conforms());
}

TEST_CASE("a property that stands twice is judged as the reader does, which sees both")
{
    for (const std::string_view text :
         {R"({"value": [{"id": 5, "id": "x"}]})", R"({"value": [{"id": "x", "id": 5}]})",
          R"({"value": [{"foo": 5, "foo": 5}]})",
          R"({"value": [{"role": "x", "attendanceIntervals": [{"joinDateTime": 5}], "attendanceIntervals": []}]})",
          R"({"value": [{"role": "x", "attendanceIntervals": [], "attendanceIntervals": [{"joinDateTime": 5}]}]})",
          R"({"value": [{"identity": {"id": 5, "id": 6}, "identity": {}}], "value": [5]})"}) {
        CHECK(disagreement(bundled_engine(), text) == "");
        validation_options options;
        options.severities = {{"duplicate-property", severity::off}};
        CHECK(disagreement(bundled_engine(), text, options) == "");
        options.severities = {{"duplicate-property", severity::info}};
        CHECK(disagreement(bundled_engine(), text, options) == "");
        CHECK(bundled_engine().validate(text, options).count(severity::info) >= 1);
    }
}

TEST_CASE("error bodies and what is not recognised are told as the reader tells them")
{
    for (const std::string_view text :
         {R"({"error": {"code": "Forbidden", "message": "no"}})", R"({"a": 1})", "[]", "5", "null"})
        CHECK(disagreement(bundled_engine(), text) == "");
    CHECK(bundled_engine().validate(R"({"error": {"code": "Forbidden"}})").diagnostics.front().rule ==
          "error-response");
}

TEST_CASE("numbers are taken as they are written, however large")
{
    for (const std::string_view number :
         {"123456789012345678901234567890", "1e400", "-1e-400", "1e3", "9223372036854775808", "2147483648.0"}) {
        const std::string text = R"({"totalAttendanceInSeconds": )" + std::string{number} + R"(, "role": "Attendee"})";
        CHECK(disagreement(bundled_engine(), text) == "");
        const bool is_whole = number.find_first_of(".e") == std::string_view::npos;
        CHECK(bundled_engine().validate(text).diagnostics.front().rule == (is_whole ? "int32-range" : "type"));
        CHECK(bundled_engine().validate(text).diagnostics.front().found == number);
    }
}

TEST_CASE("a page with many faulty records has each fault once")
{
    std::string text = R"({"value": [)";
    constexpr std::size_t records = 2000;
    for (std::size_t index = 0; index < records; ++index)
        text += std::string{index == 0 ? "" : ","} + R"({"id": )" + std::to_string(index) +
                R"(, "attendanceIntervals": [{"joinDateTime": ""}]})";
    text += "]}";
    CHECK(bundled_engine().validate(text).diagnostics.size() == 2 * records);
    CHECK(outline(bundled_engine().validate(text)) == outline(rollcall::validate(text)));
}

TEST_CASE("an observer sees the records that the schema engine judges")
{
    std::string seen;
    (void)bundled_engine().validate(faulty, {},
                                    [&](const rollcall::observed_record& record) { seen += record.pointer + ' '; });
    CHECK(seen == "/value/0 /value/1 ");
}
