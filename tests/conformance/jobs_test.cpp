#include "sandbox.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

const std::string sources = "'" ROLLCALL_SOURCE_DIR "/tests/conformance/";

/// NDJSON that is judged in several parts, with a defect here and there: near the places where it is cut, too.
std::string large_ndjson()
{
    std::string text;
    for (int number = 0; text.size() < 3'500'000; ++number) {
        if (number % 3'001 == 7)
            text += "{\"role\": \"Chef\", \"emailAddress\": 1}\n";
        else if (number % 4'999 == 11)
            text += "{\"role\": \n";
        else if (number % 2'003 == 0)
            text += "\r\n";
        else
            text += R"({"role": "Attendee", "emailAddress": ")" +
                    std::string(static_cast<std::size_t>(number % 400), 'x') + "\"}\n";
    }
    return text;
}

/// The report is the same for every number of jobs.
void check_same(const sandbox& box, const std::string& words, int expected_status)
{
    const program_run expected = box.run("--jobs 1 " + words);
    CHECK(expected.status == expected_status);
    for (const std::string jobs : {"2", "8"}) {
        const program_run run = box.run("--jobs " + jobs + ' ' + words);
        CHECK(run.status == expected.status);
        // Not compared by doctest, which would print them.
        CHECK_MESSAGE((run.out == expected.out), "the reports of 1 and ", jobs, " jobs differ: ", words);
        CHECK(run.err == expected.err);
    }
    const program_run run = box.run(words);
    CHECK_MESSAGE((run.out == expected.out), "the report without --jobs differs: ", words);
}

} // namespace

TEST_CASE("the report on many files does not depend on the number of jobs")
{
    const sandbox box;
    box.write("bare.http", "HTTP/1.1 204 No Content\n\n");
    for (const std::string format : {"--format text ", "--format json ", "--format summary ", "--format html "}) {
        check_same(box, format + sources + "captures'", 1);
        check_same(box, format + sources + "payloads'", 1);
        check_same(box, format + "--max-diagnostics 100 " + sources + "payloads'", 1);
        check_same(box, format + "missing-1 bare.http " + sources + "captures' missing-2 - bare.http", 2);
    }
}

TEST_CASE("the report on a large NDJSON file does not depend on the number of jobs")
{
    const sandbox box;
    box.write("large.ndjson", large_ndjson());
    for (const std::string format : {"--format text ", "--format json ", "--format summary ", "--format html "})
        for (const std::string maximum : {"10000", "5"})
            check_same(box, format + "--max-diagnostics " + maximum + " large.ndjson", 1);
    check_same(box, "--max-diagnostics 7 - large.ndjson large.ndjson <large.ndjson", 1);
}

TEST_CASE("lines of a large NDJSON file are counted across its parts")
{
    const sandbox box;
    const std::string good = "{\"role\": \"Attendee\"}\n";
    std::string text;
    for (int count = 0; count < 120'000; ++count)
        text += good;
    box.write("large.ndjson", text + "{\"role\": 7}\n" + good);
    CHECK(box.run("--jobs 2 large.ndjson").out == "large.ndjson:120001:10: error: role must be a string [type]\n"
                                                  "  at /role: expected a string or null, found 7\n"
                                                  "120001 | {\"role\": 7}\n"
                                                  "       |          ^\n"
                                                  "1 file, 120002 payloads, 120002 records: 1 error, no warnings\n");
}

TEST_CASE("a number of jobs that is none is wrong usage")
{
    const sandbox box;
    for (const std::string word : {"0", "-1", "x", "1025"}) {
        const program_run run = box.run("--jobs " + word + " a.json");
        CHECK(run.status == 2);
        CHECK(run.err == "rollcall-validate: --jobs: '" + word +
                             "' is not a whole number from 1 to 1024\nRun rollcall-validate --help for what there "
                             "is.\n");
    }
}

TEST_CASE("a report that cannot be written ends the run, however many work on it")
{
    const sandbox box;
    box.write("large.ndjson", large_ndjson());
    const program_run run = box.run("--jobs 8 large.ndjson large.ndjson large.ndjson >/dev/full");
    CHECK(run.status == 2);
    CHECK(run.err == "rollcall-validate: standard output cannot be written: No space left on device\n");
}
