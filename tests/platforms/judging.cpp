// What a program does that judges: it must build and run on every platform that CMakeLists.txt beside this file names.
#include <rollcall/report/json.hpp>
#include <rollcall/report/text.hpp>
#include <rollcall/rollcall.hpp>

#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

namespace {

constexpr std::string_view good = R"({"id":"1","totalAttendanceInSeconds":314,"role":"Presenter",)"
                                  R"("identity":{"@odata.type":"#microsoft.graph.communicationsUserIdentity",)"
                                  R"("displayName":"Lisa Adkins","tenantId":null},"attendanceIntervals":[)"
                                  R"({"joinDateTime":"2021-10-04T23:13:43.3776519Z",)"
                                  R"("leaveDateTime":"2021-10-04T23:18:57.5639338Z","durationInSeconds":314}]})";

int failures = 0;

void check(bool condition, const char* what)
{
    if (condition)
        return;
    std::cerr << "this does not hold: " << what << '\n';
    ++failures;
}

bool finds_only(std::string_view payload, std::string_view rule)
{
    const rollcall::report report = rollcall::validate(payload);
    return report.diagnostics.size() == 1 && report.diagnostics.front().rule == rule;
}

void check_reading_and_writing()
{
    const auto record = rollcall::read<rollcall::model::attendanceRecord>(good);
    check(static_cast<bool>(record) && rollcall::write(record.value) == good, "a record is written as it was read");
    const auto borrowed = rollcall::read_borrowed<rollcall::model::borrowed::attendanceRecord>(good);
    check(static_cast<bool>(borrowed) && rollcall::write(borrowed.value) == good, "so is a borrowed one");
    const std::string_view undeclared = R"({"id":"1","own":1.0})";
    check(rollcall::write(rollcall::read<rollcall::model::attendanceRecord>(undeclared).value) == undeclared,
          "what the schema does not declare is kept");
    check(!rollcall::read<rollcall::model::attendanceRecord>(R"({"role": 7})"), "what the schema refuses is an error");
}

void check_judging()
{
    check(rollcall::validate(good).diagnostics.empty(), "a good payload has no findings");
    check(finds_only(R"({"role": 7})", "type"), "a type that is wrong is found");
    check(finds_only(R"({"totalAttendanceInSeconds":1,"attendanceIntervals":[]})", "total-is-sum"),
          "a total that is no sum is found");
    check(finds_only(R"({"role": )", "json-syntax"), "what is no JSON is found");
    check(finds_only(std::string(100'000, '['), "json-syntax"), "what nests too deep is found");
    check(finds_only("\xFE\xFF", "json-syntax"), "what is no UTF-8 is found");
}

void check_reports()
{
    rollcall::file_report file;
    file.path = "record.json";
    file.payloads.emplace_back().report = rollcall::validate(R"({"role": 7})");
    std::ostringstream json;
    rollcall::json_report as_json{json, "judging", "1"};
    as_json.add(file);
    as_json.finish();
    check(json.str().find(R"("rule": "type")") != std::string::npos, "a finding is in the report as JSON");
    std::ostringstream text;
    rollcall::text_report as_text{text};
    as_text.add(file, R"({"role": 7})");
    as_text.finish();
    check(text.str().find("record.json:1:10: error: role must be a string [type]") == 0, "and in the report as text");
}

} // namespace

int main()
{
    check_reading_and_writing();
    check_judging();
    check_reports();
    return failures == 0 ? 0 : 1;
}
