#include "sandbox.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

/// Makes a file of 128 MB, white space for the most part, that ends with `end`.
std::string making(const std::string& begin, const std::string& end)
{
    return "{ printf '%s' '" + begin + "'; head -c 128M /dev/zero | tr '\\0' ' '; printf '%s' '" + end +
           "'; } >large && ";
}

} // namespace

TEST_CASE("a large file takes no memory of its own")
{
    if (!limits_memory)
        return;
    const sandbox box;
    const std::string judged = "ulimit -d 65536 && rollcall-validate --jobs 2 large";
    CHECK(box.run_shell(making(R"({"value": [{"role": null})", "]}") + judged).out ==
          "1 file, 1 payload, 1 record: nothing to report\n");
    CHECK(box.run_shell(making("{\"role\": null}\n", "{\"role\": null}") + judged).out ==
          "1 file, 2 payloads, 2 records: nothing to report\n");
    // What cannot be mapped has to be read, and then it is too large.
    const program_run run = box.run_shell("ulimit -d 65536 && rollcall-validate - <large");
    CHECK(run.status == 2);
    CHECK(run.err == "-: error: does not fit into memory\n");
}

TEST_CASE("a file is judged alike whether it is mapped, read or comes in part")
{
    const sandbox box;
    std::string text = R"({"value": [{"role": 7}, )";
    while (text.size() < 1'000'000)
        text += R"({"role": "Attendee", "totalAttendanceInSeconds": 0, "attendanceIntervals": []},)";
    text += R"({"role": 8}]})";
    box.write("large.json", text);
    const std::string expected = box.run("--format json large.json").out;
    CHECK(expected == including("\"errors\": 2,"));
    const auto with_path = [&](std::string out, const std::string& path) {
        const std::size_t place = out.find("\"path\": \"" + path + '"');
        REQUIRE(place != std::string::npos);
        return out.replace(place, path.size() + 10, "\"path\": \"large.json\"");
    };
    CHECK((with_path(box.run("--format json - <large.json").out, "-") == expected));
    CHECK((with_path(box.run_shell("cat large.json | rollcall-validate --format json -").out, "-") == expected));
    // Standard input goes on where another program has stopped reading.
    box.write("two.json", std::string(400'000, ' ') + text);
    CHECK((with_path(box.run_shell("{ head -c 400000 >/dev/null; rollcall-validate --format json -; } <two.json").out,
                     "-") == expected));
}
