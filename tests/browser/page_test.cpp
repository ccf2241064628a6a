#include "page.hpp"

#include <rollcall/report/html.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <string_view>

namespace {

const std::string payloads = "'" ROLLCALL_SOURCE_DIR "/tests/conformance/payloads/";

/// A meeting of an hour. Lisa is away for a while, and her total is wrong; Ray is there twice at once; of Ada it is not
/// known when she left; Bo has no times.
constexpr std::string_view meeting = R"({
  "id": "report-1", "meetingStartDateTime": "2022-06-29T22:00:00Z", "meetingEndDateTime": "2022-06-29T23:00:00Z",
  "totalParticipantCount": 4,
  "attendanceRecords": [
    {"id": "1", "emailAddress": "lisa@contoso.com", "role": "Organizer", "totalAttendanceInSeconds": 1000,
     "identity": {"id": "u1", "displayName": "Lisa Adkins"}, "attendanceIntervals": [
      {"joinDateTime": "2022-06-29T22:00:00Z", "leaveDateTime": "2022-06-29T22:10:00Z", "durationInSeconds": 600},
      {"joinDateTime": "2022-06-29T22:30:00Z", "leaveDateTime": "2022-06-29T22:40:00Z", "durationInSeconds": 600}]},
    {"id": "2", "emailAddress": "ray@contoso.com", "role": "Presenter", "totalAttendanceInSeconds": 1800,
     "identity": {"id": "u2", "displayName": "Ray Bonilla"}, "attendanceIntervals": [
      {"joinDateTime": "2022-06-29T22:10:00Z", "leaveDateTime": "2022-06-29T22:30:00Z", "durationInSeconds": 1200},
      {"joinDateTime": "2022-06-29T22:20:00Z", "leaveDateTime": "2022-06-29T22:30:00Z", "durationInSeconds": 600}]},
    {"id": "3", "role": "Attendee", "totalAttendanceInSeconds": 0, "identity": {"id": "u3", "displayName": "Ada"},
     "attendanceIntervals": [
      {"joinDateTime": "2022-06-29T22:50:00Z", "leaveDateTime": null, "durationInSeconds": 0}]},
    {"id": "4", "role": "Guest", "totalAttendanceInSeconds": 0, "identity": null,
     "attendanceIntervals": [{"joinDateTime": null, "leaveDateTime": null, "durationInSeconds": 0}]}]})";

struct meeting_box : sandbox {
    meeting_box() { write("meeting.json", meeting); }
};

/// Whether an element lies in the window, and nothing of it outside.
std::string lies_in_window(std::string_view element)
{
    return "(box => box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth)(" +
           std::string{element} + ".getBoundingClientRect())";
}

/// How many colours a picture has that are seen in more than one place in a thousand.
std::int64_t count_colours(browser& shown_by, const std::string& png)
{
    shown_by.open("/dev/null");
    (void)shown_by.run("window.picture = new Image(); picture.src = 'data:image/png;base64," + png +
                       "'; window.decoded = picture.decode()");
    (void)shown_by.run(
        "decoded.then(() => { const canvas = document.createElement('canvas');"
        "[canvas.width, canvas.height] = [picture.width, picture.height];"
        "const drawing = canvas.getContext('2d'); drawing.drawImage(picture, 0, 0);"
        "const pixels = new Uint32Array(drawing.getImageData(0, 0, canvas.width, canvas.height).data.buffer);"
        "const counts = new Map(); for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);"
        "window.colours = [...counts.values()].filter(count => count > pixels.length / 1000).length })");
    return boost::json::value_to<std::int64_t>(shown_by.run("return window.colours ?? -1"));
}

} // namespace

TEST_CASE("the page shows totals, findings and who was there when")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const meeting_box box;
    std::string picture;
    {
        const page shown{*chromium, box, "meeting.json"};
        CHECK(shown.text("document.title") == "Attendance report: 1 error, 2 warnings");
        CHECK(shown.text("document.getElementById('verdict').textContent") == "1 error2 warnings in 1 file");
        CHECK(shown.text("[...document.querySelectorAll('.total')].map(one => one.textContent).join()") ==
              "1files,1payloads,4records,1meetings,4participants,6sessions,0.8person-hours");
        CHECK(shown.text("[...document.querySelectorAll('#rules .rule')].map(one => one.textContent).join()") ==
              "total-is-sum,intervals-overlap,unknown-role");
        CHECK(shown.text("document.getElementById('count').textContent") == "3 findings");
        CHECK(shown.number("document.querySelectorAll('.finding').length") == 3);
        CHECK(shown.text("document.querySelector('.finding .who').textContent") == "Lisa Adkins");
        CHECK(shown.text("document.querySelector('.finding .where').textContent") == "meeting.json:5:102");

        shown.run("document.getElementById('meetings').scrollIntoView()");
        CHECK(shown.text("document.querySelector('.meeting h3').textContent") ==
              "Meeting, 2022-06-29, 22:00:00 – 23:00:00 UTC");
        CHECK(shown.text("[...document.querySelectorAll('.row .name bdi')].map(one => one.textContent).join()") ==
              "Lisa Adkins,Ray Bonilla,Ada,no name (/attendanceRecords/3)");
        CHECK(shown.text(
                  "[...document.querySelectorAll('.row')].map(row => row.querySelectorAll('.bar').length).join()") ==
              "2,2,1,0");
        CHECK(shown.number("document.querySelectorAll('.row .gap').length") == 1);
        CHECK(shown.number("document.querySelectorAll('.row .overlap').length") == 1);
        CHECK(shown.number("document.querySelectorAll('.row .bar.open').length") == 1);
        CHECK(shown.number("document.querySelectorAll('.row .bar.warning').length") == 1);
        CHECK(shown.text("document.querySelector('.row .note').textContent") == "1 session without times");
        CHECK(shown.text("[...document.querySelectorAll('.tick')].map(one => one.textContent).slice(0, 3).join()") ==
              "2022-06-2922:00,22:10,22:20");
        picture = chromium->screenshot();
    }
    CHECK(count_colours(*chromium, picture) >= 5);
}

TEST_CASE("a bar lies where its times say")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const meeting_box box;
    const page shown{*chromium, box, "meeting.json"};
    shown.run("document.getElementById('meetings').scrollIntoView();"
              "const at = (name, one) => document.querySelectorAll(name)[one].getBoundingClientRect();"
              "const [from, to] = [at('.rows .window', 0).left, at('.rows .window', 0).right];"
              "window.minutes = place => Math.round((place - from) / (to - from) * 60);"
              "window.bars = [...document.querySelectorAll('.row .bar')].map(bar => bar.getBoundingClientRect())"
              ".map(box => `${minutes(box.left)}-${minutes(box.right)}`);"
              "window.between = [...document.querySelectorAll('.row .gap, .row .overlap')]"
              ".map(one => one.getBoundingClientRect()).map(box => `${minutes(box.left)}-${minutes(box.right)}`);");
    CHECK(shown.text("bars.slice(0, 4).join()") == "0-10,30-40,10-30,20-30");
    CHECK(shown.text("between.join()") == "10-30,20-30");
    CHECK(shown.text("document.querySelectorAll('.row .bar')[3].getAttribute('aria-label')")
              .find("Ray Bonilla, joined 2022-06-29T22:20:00Z, left 2022-06-29T22:30:00Z, 600 s (10 min 0 s), "
                    "overlaps session 1, warning: interval 2 ") == 0);
}

TEST_CASE("findings are filtered by text, rule, severity and file, and the count is told")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const meeting_box box;
    box.write("other.json", R"({"value": [{"role": 7}, {"role": "Host"}]})");
    const page shown{*chromium, box, "meeting.json other.json"};
    const auto count = [&] { return shown.text("document.getElementById('count').textContent"); };
    const auto type = [&](const std::string& text) {
        shown.run("const box = document.getElementById('filter-text'); box.value = '" + text +
                  "'; box.dispatchEvent(new Event('input', {bubbles: true}))");
    };
    const auto choose = [&](const std::string& list, const std::string& value) {
        shown.run("const list = document.getElementById('" + list + "'); list.value = '" + value +
                  "'; list.dispatchEvent(new Event('input', {bubbles: true}))");
    };
    CHECK(shown.text("document.getElementById('count').getAttribute('role')") == "status");
    CHECK(count() == "5 findings");
    type("LISA sum");
    CHECK(count() == "1 of 5 findings");
    type("nobody");
    CHECK(count() == "0 of 5 findings");
    CHECK(shown.text("document.querySelector('.empty').textContent") ==
          "No finding is like that. Show all to start anew.");
    type("");
    choose("filter-rule", "unknown-role");
    CHECK(count() == "2 of 5 findings");
    CHECK(shown.text("document.querySelector('#rules [aria-pressed=true]').dataset.rule") == "unknown-role");
    choose("filter-file", "1");
    CHECK(count() == "1 of 5 findings");
    shown.run("document.querySelector('#filter button').click()");
    shown.run("");
    CHECK(count() == "5 findings");
    shown.run("document.querySelector('#filter input[value=warning]').click()");
    CHECK(count() == "2 of 5 findings");
    CHECK(shown.text("[...document.querySelectorAll('.finding .rule')].map(one => one.textContent).join()") ==
          "total-is-sum,type");
    shown.run("document.querySelector('#filter input[value=warning]').click();"
              "document.querySelector('#rules button[data-rule=type]').click()");
    CHECK(count() == "1 of 5 findings");
}

TEST_CASE("a finding that is chosen shows its bar, and a bar its findings")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const meeting_box box;
    const page shown{*chromium, box, "meeting.json", 1000, 500};
    shown.run("[...document.querySelectorAll('.finding')].find(one => one.textContent.includes('overlap')).click()");
    CHECK(shown.number("document.querySelectorAll('.bar.chosen').length") == 1);
    CHECK(shown.text("document.querySelector('.bar.chosen').getAttribute('aria-label')").find("Ray Bonilla") == 0);
    CHECK(shown.holds(lies_in_window("document.querySelector('.bar.chosen')")));
    CHECK(shown.holds("document.activeElement === document.querySelector('.bar.chosen')"));
    CHECK(shown.holds("!document.getElementById('details').hidden"));
    CHECK(shown.holds("document.getElementById('details').textContent.includes('intervals-overlap')"));

    // Lisa's total is wrong: her first bar has no finding of its own, she has.
    shown.run("document.querySelector('.row .bar').click()");
    CHECK(shown.text("document.getElementById('details-title').textContent") == "Lisa Adkins");
    CHECK(shown.text("document.querySelector('#details .content p').textContent") == "nothing was found here");
    CHECK(shown.text("document.querySelector('#details .content').textContent").find("2022-06-29T22:00:00Z") !=
          std::string::npos);
    shown.run("document.querySelector('.row .name').click()");
    CHECK(shown.number("document.querySelectorAll('#details li').length") == 1);
    CHECK(shown.text("document.querySelector('.finding.related .rule').textContent") == "total-is-sum");
    shown.run("document.querySelector('#details li button').click()");
    CHECK(shown.holds("document.activeElement.matches('.finding.chosen')"));
    CHECK(shown.holds(lies_in_window("document.activeElement")));
    CHECK(shown.holds("document.getElementById('details').hidden"));
}

TEST_CASE("everything can be reached with the keyboard, and where it is can be seen")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const meeting_box box;
    const page shown{*chromium, box, "meeting.json"};
    const auto focused = [&](std::string_view what) {
        return shown.holds("document.activeElement.matches('" + std::string{what} + "')");
    };
    const auto is_seen = [&] {
        return shown.holds("getComputedStyle(document.activeElement).outlineStyle !== 'none' && "
                           "parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2");
    };
    shown.press({"Tab"});
    CHECK(focused(".skip"));
    int tabs = 0;
    for (; !focused(".finding") && tabs < 40; ++tabs) {
        shown.press({"Tab"});
        CHECK(is_seen());
    }
    CHECK(tabs < 40);
    CHECK(shown.text("document.activeElement.getAttribute('aria-rowindex')") == "2");
    shown.press({"ArrowDown"});
    CHECK(shown.text("document.activeElement.getAttribute('aria-rowindex')") == "3");
    CHECK(is_seen());
    CHECK(shown.number("document.querySelectorAll('.finding[tabindex=\"0\"]').length") == 1);
    shown.press({"End", "ArrowDown"});
    CHECK(shown.text("document.activeElement.getAttribute('aria-rowindex')") == "4");
    shown.press({"Home", "ArrowDown", "Enter"});
    CHECK(focused(".bar.chosen"));
    CHECK(is_seen());
    shown.press({"Escape"});
    CHECK(focused(".finding.chosen"));
    CHECK(shown.text("document.activeElement.getAttribute('aria-rowindex')") == "3");
    CHECK(shown.holds("document.getElementById('details').hidden"));

    shown.press({"Enter", "ArrowLeft"});
    CHECK(focused(".bar:not(.chosen)"));
    shown.press({"ArrowUp", "ArrowLeft"});
    CHECK(focused(".name"));
    CHECK(shown.text("document.activeElement.getAttribute('aria-label')") ==
          "Lisa Adkins, Organizer, 2 sessions, 1 finding");
    shown.press({"ArrowRight", "ArrowRight", "ArrowRight", "Enter"});
    CHECK(shown.text("document.querySelector('#details dd').textContent") == "2 of 2");
}

TEST_CASE("participants can be looked for and put in order")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const meeting_box box;
    const page shown{*chromium, box, "meeting.json"};
    shown.run("document.getElementById('meetings').scrollIntoView()");
    const auto names = [&] {
        return shown.text("[...document.querySelectorAll('.row .name bdi')].map(one => one.textContent).join()");
    };
    const auto order = [&](const std::string& by) {
        shown.run("const list = document.querySelector('.meeting-tools select'); list.value = '" + by +
                  "'; list.dispatchEvent(new Event('change'))");
    };
    order("longest there");
    CHECK(names() == "Ray Bonilla,Lisa Adkins,Ada,no name (/attendanceRecords/3)");
    order("by name");
    CHECK(names() == "Ada,Lisa Adkins,no name (/attendanceRecords/3),Ray Bonilla");
    shown.run("const box = document.querySelector('.meeting-tools input'); box.value = 'CONTOSO';"
              "box.dispatchEvent(new Event('input'))");
    CHECK(names() == "Lisa Adkins,Ray Bonilla");
    CHECK(shown.text("document.querySelector('.timeline [role=grid]').getAttribute('aria-rowcount')") == "3");
    // Whoever is asked for by a finding is found in spite of that.
    shown.run(
        "[...document.querySelectorAll('.finding')].find(one => one.textContent.includes('unknown-role')).click()");
    CHECK(shown.text("document.querySelector('.row.chosen bdi').textContent") == "no name (/attendanceRecords/3)");
}

TEST_CASE("exact values are shown beside what the pointer or the keyboard is at")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const meeting_box box;
    const page shown{*chromium, box, "meeting.json"};
    shown.run("document.getElementById('meetings').scrollIntoView();"
              "document.querySelector('.row .bar').dispatchEvent(new PointerEvent('pointerover', {bubbles: true}))");
    CHECK(shown.text("document.getElementById('tip').textContent") ==
          "Lisa Adkins\njoined 2022-06-29T22:00:00Z\nleft 2022-06-29T22:10:00Z\n600 s (10 min 0 s)");
    CHECK(shown.holds(lies_in_window("document.getElementById('tip')")));
    shown.run("document.querySelectorAll('.row .bar')[1].focus()");
    CHECK(shown.text("document.getElementById('tip').textContent").find("20 min 0 s after session 1") !=
          std::string::npos);
}

TEST_CASE("roles and names tell a screen reader what is what")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const meeting_box box;
    const page shown{*chromium, box, "meeting.json"};
    shown.run("document.getElementById('meetings').scrollIntoView()");
    // Every control has a name, every row stands in a grid and has cells, every label refers to something.
    CHECK(
        shown.number("[...document.querySelectorAll('button, input, select')].filter(one => !one.textContent.trim() && "
                     "!one.ariaLabel && !one.labels?.length).length") == 0);
    CHECK(shown.number("[...document.querySelectorAll('[role=row]')].filter(row => !row.closest('[role=grid]') || "
                       "!row.querySelector('[role=gridcell], [role=columnheader]')).length") == 0);
    CHECK(shown.number("[...document.querySelectorAll('[aria-labelledby]')].filter(one => "
                       "!document.getElementById(one.getAttribute('aria-labelledby'))).length") == 0);
    CHECK(shown.number("[...document.querySelectorAll('.bar[role]')].filter(one => !one.ariaLabel).length") == 0);
    CHECK(shown.text("document.getElementById('table').getAttribute('aria-rowcount')") == "4");
    CHECK(shown.number("document.querySelectorAll('h1').length") == 1);
    CHECK(shown.text("document.documentElement.lang") == "en");
}

TEST_CASE("nothing is wider than a phone")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const meeting_box box;
    box.write("wide-" + std::string(150, 'w') + ".json", R"({"value": [{"role": ")" + std::string(300, 'r') +
                                                             R"(", "emailAddress": ")" + std::string(300, 'e') +
                                                             R"("}]})");
    for (const int width : {390, 320}) {
        const page shown{*chromium, box, "meeting.json wide-*.json " + payloads + "intervals-overlap' /missing", width,
                         700};
        shown.run("document.getElementById('meetings').scrollIntoView()");
        shown.run("document.querySelector('.finding').click()");
        CHECK(shown.number("document.documentElement.scrollWidth") == width);
        CHECK(shown.text("[...document.querySelectorAll('body *')].filter(one => one.checkVisibility() && "
                         "!one.closest('.skip, .finding > span, .viewport .name, .meeting-head .quiet, legend, "
                         ".table-head, select, svg') && "
                         "one.getBoundingClientRect().right > innerWidth + 0.5).map(one => one.className || "
                         "one.tagName).join()") == "");
        CHECK(shown.holds(lies_in_window("document.getElementById('details')")));
        CHECK(shown.number("document.querySelector('#details .close').getBoundingClientRect().width") >= 32);
    }
}

TEST_CASE("who prefers the dark gets it")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const meeting_box box;
    const page shown{*chromium, box, "meeting.json"};
    const auto brightness = [&](const std::string& of) {
        return shown.number("getComputedStyle(document.body)." + of +
                            ".match(/[0-9]+/g).slice(0, 3).reduce((sum, one) => sum + Number(one), 0) / 3");
    };
    CHECK(brightness("backgroundColor") > 200);
    CHECK(brightness("color") < 80);
    chromium->show_as(1280, 900, browser::colours::dark);
    CHECK(brightness("backgroundColor") < 50);
    CHECK(brightness("color") > 200);
}

TEST_CASE("on paper there is everything that can be read, and nothing to press")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const meeting_box box;
    const page shown{*chromium, box, "meeting.json " + payloads + "intervals-overlap'"};
    const std::int64_t drawn = shown.number("document.querySelectorAll('.row').length");
    chromium->show_as(800, 1100, browser::colours::light, "print");
    shown.run("dispatchEvent(new Event('beforeprint'))");
    CHECK(shown.number("document.querySelectorAll('.meeting').length") > 3);
    CHECK(shown.number(
              "document.querySelectorAll('.meeting').length - document.querySelectorAll('.timeline .rows').length") ==
          0);
    CHECK(shown.number("document.querySelectorAll('.row').length") > drawn);
    CHECK(
        shown.number(
            "[...document.querySelectorAll('#filter, #details, #tip')].filter(one => one.checkVisibility()).length") ==
        0);
    CHECK(shown.number("[...document.querySelectorAll('.finding .message')].filter(one => one.scrollHeight > "
                       "one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1).length") == 0);
    // Rows stand one behind the other.
    CHECK(shown.holds("(boxes => boxes.every((box, index) => index === 0 || box.top >= boxes[index - 1].bottom - 1))"
                      "([...document.querySelectorAll('.finding')].map(one => one.getBoundingClientRect()))"));
    shown.run("dispatchEvent(new Event('afterprint'))");
    CHECK(chromium->print().size() > 10'000);
}

TEST_CASE("what could not be judged is told, and what has no findings is fine")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const meeting_box box;
    box.write("good.json", R"({"value": [{"role": "Attendee", "totalAttendanceInSeconds": 0}]})");
    {
        const page shown{*chromium, box, "missing.json"};
        CHECK(shown.text("document.getElementById('verdict').textContent") == "Nothing was judged in 1 file");
        CHECK(shown.text("document.querySelector('#unjudged li').textContent") ==
              "missing.json: cannot be opened: No such file or directory");
        CHECK(shown.holds("document.getElementById('meetings').hidden"));
        CHECK(shown.text("document.querySelector('.empty').textContent") == "There are no findings to show.");
    }
    const page shown{*chromium, box, "good.json"};
    CHECK(shown.text("document.getElementById('verdict').textContent") == "Nothing to report in 1 file");
    CHECK(shown.holds("document.getElementById('unjudged').hidden"));
    CHECK(shown.text("document.querySelector('.meeting h3').textContent") == "Records of a meeting, without times");
    CHECK(shown.text("document.querySelector('.row .note').textContent") == "no sessions");
}

TEST_CASE("a page made from reports says why it has no timelines")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const meeting_box box;
    const std::string is_told = "document.getElementById('no-meetings').checkVisibility()";
    CHECK_FALSE((page{*chromium, box, "meeting.json"}.holds(is_told)));
    (void)box.run_shell("rollcall-validate --format json=report.json meeting.json; "
                        "rollcall-validate merge --format html=merged.html report.json");
    const page merged{*chromium, box.folder() + "/here/merged.html"};
    CHECK(merged.holds(is_told));
    CHECK_FALSE(merged.holds("document.getElementById('meetings').checkVisibility()"));
    CHECK(merged.text("document.getElementById('count').textContent") == "3 findings");
}

TEST_CASE("a page of no files is a page")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const sandbox box;
    box.write("page.html", "");
    const std::string path = box.folder() + "/here/page.html";
    {
        std::ofstream file{path};
        rollcall::html_report report{file, "judge", "1.2.3"};
        report.finish();
    }
    const page shown{*chromium, path};
    CHECK(shown.text("document.getElementById('verdict').textContent") == "Nothing was judged in 0 files");
    CHECK(shown.text("document.getElementById('tool').textContent") == "Judged by judge 1.2.3.");
}

TEST_CASE("an axis leaves out months in which nothing happens")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const sandbox box;
    box.write("march.json",
              R"({"meetingStartDateTime": "2021-10-04T23:00:00Z", "meetingEndDateTime": "2021-10-04T23:20:00Z",
        "totalParticipantCount": 1, "id": "r", "attendanceRecords": [{"role": "None", "totalAttendanceInSeconds": 600,
        "attendanceIntervals": [{"joinDateTime": "2021-03-01T10:00:00Z", "leaveDateTime": "2021-03-01T10:10:00Z",
                                 "durationInSeconds": 600}]}]})");
    const page shown{*chromium, box, "march.json"};
    shown.run("document.getElementById('meetings').scrollIntoView()");
    CHECK(shown.number("document.querySelectorAll('.axis .break').length") == 1);
    CHECK(shown.number("document.querySelector('.row .bar').getBoundingClientRect().width") > 150);
    CHECK(shown.number("document.querySelector('.rows .window').getBoundingClientRect().width") > 150);
    CHECK(shown.text("[...document.querySelectorAll('.tick')].map(one => one.textContent.slice(0, 10))"
                     ".filter(text => text.includes('-')).join()") == "2021-03-01,2021-10-04");
}

TEST_CASE("a finding that is in no record leads to its meeting, or says that it is in none")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const sandbox box;
    box.write("reports.json", R"({"value": [
        {"id": "r1", "totalParticipantCount": 0, "attendanceRecords": []},
        {"id": "r2", "totalParticipantCount": 7, "attendanceRecords": [{"role": "None"}]}]})");
    box.write("broken.json", "{");
    const page shown{*chromium, box, "reports.json broken.json"};
    shown.run("document.querySelectorAll('.finding')[0].click()");
    CHECK(shown.holds("document.querySelectorAll('.meeting')[1].matches('.chosen')"));
    CHECK(shown.text("document.getElementById('details').textContent").find("in no record") != std::string::npos);
    shown.run("document.querySelectorAll('.finding')[1].click()");
    CHECK(shown.holds("document.activeElement === document.getElementById('details')"));
    CHECK(shown.number("document.querySelectorAll('.meeting.chosen').length") == 0);
}

TEST_CASE("lines of NDJSON stand in one timeline, those with findings and those without")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const sandbox box;
    box.write("lines.ndjson", "{\"role\": \"None\", \"emailAddress\": \"a@b\"}\n"
                              "{\"role\": \"Chef\", \"emailAddress\": \"c@d\"}\n"
                              "{\"role\": \"None\"}\n");
    const page shown{*chromium, box, "lines.ndjson"};
    shown.run("document.querySelector('.finding').click()");
    CHECK(shown.number("document.querySelectorAll('.meeting').length") == 1);
    CHECK(shown.text("[...document.querySelectorAll('.row .name bdi')].map(one => one.textContent).join()") ==
          "a@b,c@d,no name (line 3)");
    CHECK(shown.text("document.querySelector('.row.chosen bdi').textContent") == "c@d");
}
