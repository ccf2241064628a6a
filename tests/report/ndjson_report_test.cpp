#include "sample_reports.hpp"

#include <rollcall/report/json.hpp>
#include <rollcall/report/ndjson.hpp>

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

namespace {

namespace json = boost::json;

const std::string tool = "judge";
const std::string version = "1.2.3";

std::string shown(const std::vector<sample::sample_file>& files)
{
    return sample::shown_by<rollcall::ndjson_report>(files, tool, version);
}

} // namespace

TEST_CASE("an NDJSON report has a line for each file, and the summary is the last one")
{
    sample::check_snapshot("response.ndjson", shown({sample::response(), sample::missing_file(), sample::cut_short()}));
    sample::check_snapshot("nothing.ndjson", shown({}));
}

TEST_CASE("the lines of an NDJSON report have what a JSON report has")
{
    const std::vector<sample::sample_file> files{sample::response(),     sample::missing_file(),
                                                 sample::cut_short(),    sample::hostile_payloads(),
                                                 sample::good_payload(), sample::attacking_payload()};
    const json::value whole = json::parse(sample::shown_by<rollcall::json_report>(files, tool, version));
    std::istringstream lines{shown(files)};
    std::string line;
    for (const json::value& file : whole.at("files").as_array()) {
        REQUIRE(std::getline(lines, line));
        CHECK(json::parse(line) == file);
    }
    REQUIRE(std::getline(lines, line));
    CHECK(json::parse(line) == json::value{{"tool", whole.at("tool")}, {"summary", whole.at("summary")}});
    CHECK_FALSE(std::getline(lines, line));
}

TEST_CASE("an NDJSON report has the lines it should have whatever the files hold, and does nothing to a terminal")
{
    const std::string text = shown({sample::attacking_payload(), sample::attacking_error()});
    sample::check_snapshot("attack.ndjson", text);
    CHECK(sample::is_harmless(text));
}
