#include "page.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace {

/// A collection of records, each with a total that is wrong and some with sessions that overlap.
std::string records_with_findings(int count)
{
    std::string text = R"({"value": [)";
    for (int number = 0; number < count; ++number) {
        const auto time = [](int seconds) {
            std::string digits =
                std::to_string(100 + seconds / 60 % 60).substr(1) + ':' + std::to_string(100 + seconds % 60).substr(1);
            return "\"2022-06-29T22:" + digits + "Z\"";
        };
        const int begin = number % 1'800;
        text += (number == 0 ? "{" : ",\n{") + ("\"id\": \"" + std::to_string(number)) +
                R"(", "role": "Attendee", "totalAttendanceInSeconds": 1, "identity": {"id": "u)" +
                std::to_string(number) + R"(", "displayName": "Person-)" + std::to_string(number) +
                R"("}, "attendanceIntervals": [{"joinDateTime": )" + time(begin) + R"(, "leaveDateTime": )" +
                time(begin + 600) + R"(, "durationInSeconds": 600}, {"joinDateTime": )" + time(begin + 700) +
                R"(, "leaveDateTime": )" + time(begin + 1000) + R"(, "durationInSeconds": 300}]})";
    }
    return text + "]}";
}

/// More than a page of this kind ever needs, and far fewer than records.
constexpr std::int64_t most_elements = 1'500;

} // namespace

TEST_CASE("of 10,000 records with findings only what can be seen is in the document")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const sandbox box;
    box.write("large.json", records_with_findings(10'000));
    const page shown{*chromium, box, "large.json"};
    CHECK(shown.text("document.getElementById('count').textContent") == "10,000 findings");
    CHECK(shown.size() < most_elements);

    shown.run("document.getElementById('meetings').scrollIntoView()");
    CHECK(shown.number("document.querySelectorAll('.row').length") >= 10);
    CHECK(shown.size() < most_elements);
    CHECK(shown.text("document.querySelector('.peak').textContent").find("at once") != std::string::npos);

    // Rows come as they are scrolled to, those that are gone go.
    for (const std::string list : {"#table .viewport", ".timeline .viewport"}) {
        for (const std::string place : {"0.3", "0.7", "1"}) {
            shown.run("const list = document.querySelector('" + list + "'); list.scrollTop = list.scrollHeight * " +
                      place);
            shown.run("");
            CHECK(shown.holds(
                "(list => { const box = list.getBoundingClientRect(); return [0.3, 0.6, 0.9].every(part =>"
                "[...list.querySelectorAll('[role=row]')].some(row => { const own = row.getBoundingClientRect();"
                "const line = box.top + part * box.height; return own.top <= line && own.bottom >= line - 1 }))"
                "})(document.querySelector('" +
                list + "'))"));
            CHECK(shown.size() < most_elements);
        }
    }
    CHECK(shown.text("[...document.querySelectorAll('.finding')].at(-1).querySelector('.who').textContent") ==
          "Person-9999");

    shown.run("const box = document.getElementById('filter-text'); box.value = 'person-77';"
              "const begin = performance.now(); box.dispatchEvent(new Event('input', {bubbles: true}));"
              "document.body.offsetHeight; window.taken = performance.now() - begin");
    CHECK(shown.text("document.getElementById('count').textContent") == "111 of 10,000 findings");
    CHECK(shown.size() < most_elements);
    MESSAGE("filtering took ", shown.number("taken"), " ms, drawing the page ",
            shown.number("performance.getEntriesByType('navigation')[0].domComplete"), " ms");

    shown.run(
        "[...document.querySelectorAll('.finding')].find(one => one.textContent.includes('Person-7700')).click()");
    CHECK(shown.text("document.querySelector('.row.chosen bdi').textContent") == "Person-7700");
    CHECK(shown.holds("(box => box.top >= 0 && box.bottom <= innerHeight)"
                      "(document.querySelector('.row.chosen').getBoundingClientRect())"));
    CHECK(shown.size() < most_elements);
}

TEST_CASE("very many meetings, and very many sessions of one participant, do not fill the document")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const sandbox box;
    std::string reports = R"({"value": [)";
    for (int number = 0; number < 3'000; ++number)
        reports += (number == 0 ? "{" : ",{") + ("\"id\": \"" + std::to_string(number)) +
                   R"(", "totalParticipantCount": 2, "attendanceRecords": [{"role": "None"}]})";
    box.write("reports.json", reports + "]}");
    std::string sessions = R"({"role": "None", "emailAddress": "a@b", "attendanceIntervals": [)";
    for (int number = 0; number < 900; ++number)
        sessions += (number == 0 ? "" : ",") + std::string{R"({"joinDateTime": "2022-06-29T)"} +
                    std::to_string(110 + number / 60).substr(1) + ':' + std::to_string(100 + number % 60).substr(1) +
                    R"(:00Z", "durationInSeconds": 30})";
    box.write("sessions.json", sessions + "]}");
    const page shown{*chromium, box, "reports.json sessions.json"};
    CHECK(shown.size() < 2 * most_elements);
    CHECK(shown.text("document.getElementById('more-meetings').textContent") == "Show 25 more of 3,001 meetings");
    shown.run("document.getElementById('more-meetings').click()");
    CHECK(shown.number("document.querySelectorAll('.meeting').length") == 50);
    // A meeting that is not shown yet comes when it is asked for.
    shown.run("const list = document.querySelector('#table .viewport'); list.scrollTop = list.scrollHeight");
    shown.run("[...document.querySelectorAll('.finding')].at(-1).click()");
    CHECK(shown.number("document.querySelectorAll('.meeting').length") == 51);
    shown.run("document.getElementById('only-found').click();"
              "const box = document.getElementById('filter-text'); box.value = 'sessions.json';"
              "box.dispatchEvent(new Event('input', {bubbles: true}))");
    CHECK(shown.size() < 2 * most_elements);
}
