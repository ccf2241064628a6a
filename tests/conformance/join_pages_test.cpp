#include "sandbox.hpp"

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace {

namespace json = boost::json;

const std::string samples = "'" ROLLCALL_SOURCE_DIR "'/tests/conformance/captures-pages/";

/// The findings of a run, a line for each: `file entry rule pointer: message`.
std::string findings_of(const program_run& run)
{
    std::string result;
    const json::value report = json::parse(run.out);
    for (const json::value& file : report.at("files").as_array()) {
        std::string path = json::value_to<std::string>(file.at("path"));
        path.erase(0, path.rfind('/') + 1);
        for (const json::value& payload : file.at("payloads").as_array())
            for (const json::value& finding : payload.at("diagnostics").as_array()) {
                const auto text = [&](const char* name) { return json::value_to<std::string>(finding.at(name)); };
                std::string message = text("message");
                // Names of files are those of the samples.
                for (std::size_t place = message.find(ROLLCALL_SOURCE_DIR); place != std::string::npos;
                     place = message.find(ROLLCALL_SOURCE_DIR))
                    message.erase(place, message.find("captures-pages/", place) + 15 - place);
                result += path + ' ' + json::value_to<std::string>(payload.at("source")) + ' ' + text("rule") + ' ' +
                          text("pointer") + ": " + message + '\n';
            }
    }
    return result;
}

std::string page(const std::string& ids, const std::string& more)
{
    std::string text = R"({"@odata.context": "https://h/$metadata#attendanceReports('1')/attendanceRecords", )" + more +
                       "\"value\": [";
    for (const char& id : ids)
        text += std::string{&id == ids.data() ? "" : ", "} + R"({"role": null, "id": ")" + id + "\"}";
    return text + "]}";
}

std::string next(const std::string& link)
{
    return R"("@odata.nextLink": ")" + link + "\", ";
}

std::string count(int number)
{
    return R"("@odata.count": )" + std::to_string(number) + ", ";
}

} // namespace

TEST_CASE("pages are judged each for itself unless they are to be joined")
{
    const sandbox box;
    for (const std::string file :
         {"page-1.json page-2.json", "three-pages-with-defects.har", "report-and-its-next-page.har"})
        CHECK(box.run_shell("cd " + samples + " && rollcall-validate " + file).status == 0);
}

TEST_CASE("an id that returns on another page is a finding that says where it was first")
{
    const sandbox box;
    const std::string files = findings_of(box.run("--format json --join-pages " + samples + "page-1.json " + samples +
                                                  "page-2.json " + samples + "page-3.json"));
    CHECK(files == including("page-3.json  record-id-unique /value/0/id: record 1 "));
    CHECK(files == including(" has the id of record 1 in page-1.json\n"));
    const std::string har =
        findings_of(box.run("--format json --join-pages " + samples + "three-pages-with-defects.har"));
    CHECK(har == including("three-pages-with-defects.har entry 3 record-id-unique /value/0/id: record 1 "));
    CHECK(har == including(" has the id of record 1 in three-pages-with-defects.har, entry 1\n"));
    const std::string http =
        findings_of(box.run("--format json --join-pages " + samples + "three-pages-with-defects.http"));
    CHECK(http == including(" has the id of record 1 in three-pages-with-defects.http, HTTP response 1: 200\n"));
}

TEST_CASE("@odata.count holds for all pages together")
{
    const sandbox box;
    const std::string found =
        findings_of(box.run("--format json --join-pages " + samples + "three-pages-with-defects.har"));
    for (const std::string entry : {"1", "2", "3"})
        CHECK(found == including("entry " + entry +
                                 " count-covers-page /@odata.count: @odata.count is 1 more than the number of entities "
                                 "on the 3 pages\n"));
    CHECK(box.run("--join-pages --fail-on info " + samples + "three-pages.har").status == 0);
    // Without the end of the collection nobody knows how many there are.
    box.write("a.json", page("12", next("x") + count(9)));
    box.write("b.json", page("34", next("y") + count(9)));
    CHECK(box.run("--join-pages a.json b.json").out == "2 files, 2 payloads, 4 records: nothing to report\n");
    box.write("b.json", page("34", next("y") + count(3)));
    CHECK(box.run("--join-pages a.json b.json").out == including("b.json:1:"));
}

TEST_CASE("totalParticipantCount holds for the report's records and their next pages")
{
    const sandbox box;
    CHECK(findings_of(box.run("--format json --join-pages " + samples + "report-and-its-next-page.har")) ==
          "report-and-its-next-page.har entry 1 participant-count /totalParticipantCount: totalParticipantCount is 1 "
          "more "
          "than the number of records on the 2 pages\n");
}

TEST_CASE("pages without URLs are joined in whatever order, and captures of the same collection are not")
{
    const sandbox box;
    box.write("1.json", page("12", next("b") + count(5)));
    box.write("2.json", page("34", next("c")));
    box.write("3.json", page("5", ""));
    const std::string good = "3 files, 3 payloads, 5 records: nothing to report\n";
    CHECK(box.run("--join-pages 1.json 2.json 3.json").out == good);
    CHECK(box.run("--join-pages 3.json 1.json 2.json").out == good);
    CHECK(box.run("--join-pages 1.json 2.json 3.json ./1.json ./2.json ./3.json").out ==
          "6 files, 6 payloads, 10 records: nothing to report\n");
    // Neither are those of another collection, or without a key that tells which.
    box.write("whole.json", page("12345", ""));
    CHECK(box.run("--join-pages whole.json ./whole.json").out == including("nothing to report\n"));
    std::string other = page("1", "");
    other.replace(other.find("('1')"), 5, "('2')");
    box.write("other.json", other);
    CHECK(box.run("--join-pages 1.json 2.json 3.json other.json").out == including("nothing to report\n"));
    std::string keyless = page("1", "");
    keyless.replace(keyless.find("('1')"), 5, "");
    box.write("keyless.json", keyless);
    CHECK(box.run("--join-pages 1.json keyless.json").out == including("nothing to report\n"));
}

TEST_CASE("a page follows a link whose dollar signs are escaped, however many there are")
{
    const sandbox box;
    const auto response = [](const std::string& url, const std::string& body) {
        return R"({"request": {"method": "GET", "url": ")" + url +
               R"("}, "response": {"status": 200, "content": {"text": )" + json::serialize(json::string{body}) + "}}}";
    };
    const std::string records = "https://h/attendanceRecords";
    std::string far = records + "?$skiptoken=";
    std::string far_escaped = far;
    for (int count = 0; count < 100'000; ++count) {
        far += '$';
        far_escaped += "%24";
    }
    for (const auto& [link, url] :
         {std::pair{records + "?%24skip=2", records + "?$skip=2"},
          std::pair{records + "?$skip=2", records + "?%24skip=2"}, std::pair{far_escaped, far}}) {
        box.write("pages.har", R"({"log": {"entries": [)" + response(records, page("12", next(link))) + ", " +
                                   response(url, page("31", "")) + "]}}");
        CHECK(box.run("--join-pages pages.har").out == including("has the id of record 1 in pages.har, entry 1"));
    }
}

TEST_CASE("captures that break off before their last page are told apart by a link that returns")
{
    const sandbox box;
    box.write("1.json", page("a", next("https://h/2")));
    box.write("2.json", page("a", next("https://h/2")));
    CHECK(box.run("--join-pages 1.json 2.json").status == 0);
}

TEST_CASE("a report that returns on another page is a finding that says where it was first")
{
    const sandbox box;
    const std::string context =
        R"({"@odata.context": "https://h/$metadata#users('1')/onlineMeetings('2')/attendanceReports", )";
    const std::string reports = R"("value": [{"id": "r", "totalParticipantCount": 0, "attendanceRecords": []}]})";
    box.write("1.json", context + next("https://h/2") + reports);
    box.write("2.json", context + reports);
    CHECK(findings_of(box.run("--format json --join-pages 1.json 2.json")) ==
          including("2.json  record-id-unique /value/0/id: report 1 has the id of report 1 in 1.json\n"));
}

TEST_CASE("pages may be lines, come through pipes, and be compressed")
{
    const sandbox box;
    box.write("pages.ndjson", page("12", next("b")) + '\n' + page("31", "") + '\n');
    CHECK(box.run("--join-pages pages.ndjson").out == including("pages.ndjson:2:"));
    CHECK(box.run("--join-pages pages.ndjson").out == including(" has the id of record 1 in pages.ndjson"));
    box.write("1.json", page("12", next("b")));
    box.write("2.json", page("31", ""));
    CHECK(box.run("--join-pages - 2.json <1.json").out == including(" has the id of record 1 in -"));
    CHECK(box.run("--join-pages 1.json <(cat 2.json)").out == including(" has the id of record 1 in 1.json"));
    CHECK(box.run_shell("gzip 1.json && rollcall-validate --join-pages 1.json.gz 2.json").out ==
          including(" has the id of record 1 in 1.json.gz"));
    CHECK(box.run("--join-pages missing.json 2.json").status == 2);
}

TEST_CASE("the report on joined pages does not depend on the number of jobs")
{
    const sandbox box;
    const std::string words = "--join-pages --format json '" ROLLCALL_SOURCE_DIR "/tests/conformance'";
    const std::string expected = box.run("--jobs 1 " + words).out;
    for (const std::string jobs : {"2", "8"})
        CHECK((box.run("--jobs " + jobs + ' ' + words).out == expected));
}

TEST_CASE("valijson judges joined pages alike")
{
    const sandbox box;
    const std::string words = "--format json --join-pages " + samples + "three-pages-with-defects.har";
    CHECK(findings_of(box.run("--engine valijson " + words)) == findings_of(box.run(words)));
}
