#include "sample_reports.hpp"

#include <rollcall/report/html.hpp>

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

// That what the page holds is right, and only what it may hold; how it looks and works is tested in tests/browser/.

namespace {

namespace json = boost::json;

constexpr rollcall::rule_information known_rules[]{
    {.id = "unknown-role", .summary = "The role is known.", .reason = "So that </script> is."}};

std::string shown(const std::vector<sample::sample_file>& files)
{
    std::ostringstream out;
    rollcall::html_report report{out, "judge", "1.2.3", known_rules};
    for (const auto& [file, text] : files)
        report.add(file, text);
    report.finish();
    return out.str();
}

/// What stands between two texts, each time.
std::vector<std::string> between(std::string_view text, std::string_view begin, std::string_view end)
{
    std::vector<std::string> found;
    for (std::size_t place = text.find(begin); place != std::string_view::npos; place = text.find(begin, place)) {
        place += begin.size();
        found.emplace_back(text.substr(place, text.find(end, place) - place));
    }
    return found;
}

std::vector<std::string> data_of(const std::string& page, const std::string& kind)
{
    return between(page, "<script type=\"application/json\" class=\"" + kind + "\">", "</script>");
}

/// A meeting with somebody whose name does what it can to a page.
sample::sample_file attended()
{
    sample::sample_file file = sample::response();
    rollcall::attendance& collected = file.report.payloads.front().attendance.emplace();
    collected.figures = sample::figures();
    rollcall::participant_attendance participant{
        .pointer = "/value/0", .display_name = "</script><!--<script>&\u2028\u2029\xFF\x01", .total_in_seconds = 5};
    participant.intervals.push_back({rollcall::date_time::parse("2022-06-29T22:00:00.5+02:00"), {}, 5});
    rollcall::meeting_attendance meeting{.report_id = "r", .start = rollcall::date_time{}, .unlisted_participants = 3};
    meeting.participants.push_back(participant);
    collected.meetings.push_back(meeting);
    return file;
}

} // namespace

TEST_CASE("an HTML page has each file's verdict as JSON")
{
    const std::string page = shown({attended(), sample::missing_file(), sample::cut_short()});
    const std::vector<std::string> files = data_of(page, "file");
    REQUIRE(files.size() == 3);
    const json::value file = json::parse(files[0]);
    CHECK(file.at("path") == "captures/response.http");
    CHECK(file.at("error").is_null());
    const json::value& payload = file.at("payloads").at(0);
    CHECK(payload.at("source") == "HTTP response 200 OK");
    CHECK(payload.at("kind") == "attendanceRecordCollection");
    CHECK(payload.at("findings").as_array().size() == 3);
    CHECK(payload.at_pointer("/findings/0") == json::value{{"rule", "unknown-role"},
                                                           {"severity", "warning"},
                                                           {"pointer", "/value/0/role"},
                                                           {"line", 5},
                                                           {"column", 10},
                                                           {"message", "the role is not a documented one"},
                                                           {"expected", "None, Attendee, Presenter or Organizer"},
                                                           {"found", "\"Moderator\""},
                                                           {"fix", ""}});
    const json::value& meeting = payload.at_pointer("/meetings/0");
    CHECK(meeting.at("start") == "1970-01-01T00:00:00Z");
    CHECK(meeting.at("end").is_null());
    CHECK(meeting.at("unlisted") == 3);
    const json::value& participant = meeting.at_pointer("/participants/0");
    CHECK(participant.at("name") == "</script><!--<script>&\u2028\u2029\uFFFD\x01");
    CHECK(participant.at("total") == 5);
    CHECK(participant.at("intervals") == json::value{{"2022-06-29T22:00:00.5+02:00", nullptr, 5}});
    CHECK(json::parse(files[1]).at("error") == "cannot be opened: No such file or directory");
    CHECK(json::parse(files[2]).at_pointer("/unlisted/records") == 10);
}

TEST_CASE("an HTML page tells the place in the body of a finding that has one")
{
    const json::value file = json::parse(data_of(shown({sample::entries()}), "file").at(0));
    const json::value& finding = file.at_pointer("/payloads/0/findings/0");
    CHECK(finding.at("bodyLine") == 2);
    CHECK(finding.at("bodyColumn") == 11);
}

TEST_CASE("an HTML page has the totals, and what the rules with findings say")
{
    const std::vector<std::string> summaries = data_of(shown({attended(), sample::missing_file()}), "summary");
    REQUIRE(summaries.size() == 1);
    const json::value summary = json::parse(summaries.front());
    CHECK(summary.at("tool") == "judge 1.2.3");
    CHECK(summary.at("files") == 2);
    CHECK(summary.at("unjudgedFiles") == 1);
    CHECK(summary.at("findings") == json::value{{"error", 1}, {"warning", 1}, {"info", 1}});
    CHECK(summary.at("attendance") ==
          json::value{{"meetings", 1}, {"participants", 5}, {"sessions", 7}, {"seconds", 7'000}});
    CHECK(summary.at("rules").as_array().size() == 3);
    CHECK(summary.at_pointer("/rules/2") == json::value{{"id", "unknown-role"},
                                                        {"summary", "The role is known."},
                                                        {"reason", "So that </script> is."},
                                                        {"error", 0},
                                                        {"warning", 1},
                                                        {"info", 0}});
    CHECK(json::parse(data_of(shown({}), "summary").at(0)).at("attendance").is_null());
}

TEST_CASE("nothing from a file ends or begins an element of the page, or a line of its script")
{
    const std::string page = shown({attended(), sample::hostile_payloads()});
    for (const std::string kind : {"file", "summary"})
        for (const std::string& data : data_of(page, kind))
            CHECK(data.find_first_of("<>&\n") == std::string::npos);
    CHECK(page.find("\u2028") == std::string::npos);
    CHECK(page.find("\u2029") == std::string::npos);
    CHECK(page.find('\xFF') == std::string::npos);
    CHECK(between(page, "<script", ">").size() == 4);
}

TEST_CASE("the page's policy names its style and its script by their hashes, and there are no others")
{
    const std::string page = shown({sample::good_payload()});
    const auto hash_of = [&](std::string_view name) {
        const std::string element{name};
        const std::vector<std::string> texts = between(page, "<" + element + ">", "</" + element + ">");
        REQUIRE(texts.size() == 1);
        return rollcall::detail::policy_hash_of(texts.front());
    };
    CHECK(page.find("script-src '" + hash_of("script") + "';") != std::string::npos);
    CHECK(page.find("style-src '" + hash_of("style") + "';") != std::string::npos);
    CHECK(page.find(" style=") == std::string::npos);
    CHECK(page.find("http://") == page.find("http://www.w3.org/2000/svg"));
    CHECK(page.find("https://") == std::string::npos);
    CHECK(page.find("innerHTML") == std::string::npos);
}

TEST_CASE("SHA-256 is that of FIPS 180-4")
{
    using rollcall::detail::policy_hash_of;
    CHECK(policy_hash_of("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    CHECK(policy_hash_of("abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    CHECK(policy_hash_of(std::string(55, 'x')) == "sha256-1eKFaDzU78AtAhpcYgFGlJWJAQBdb3HongmJ+sd+QHI=");
    CHECK(policy_hash_of(std::string(56, 'x')) == "sha256-BMJiYTcO51QVSdFt7jIMcj4/0UZx5moJmv4KN3wWiI4=");
    CHECK(policy_hash_of(std::string(64, 'x')) == "sha256-fOEAlx9k5wAej+WlGXPs3+HO1Cvv5+6NX9YhlQa1OTw=");
    CHECK(policy_hash_of(std::string(200, 'x')) == "sha256-qiDCPjIBg0BQZ54diJQbmm/tBVfJpwXLLDFeLmP9SG0=");
}
