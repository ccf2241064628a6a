#include "judged.hpp"
#include "payload_files.hpp"

#include <rollcall/rules/default_rules.hpp>

#include <boost/json.hpp>
#include <boost/mp11/algorithm.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace rollcall;
namespace fs = std::filesystem;

std::string text_of(const boost::json::value& value)
{
    return boost::json::value_to<std::string>(value);
}

std::string line_of(const boost::json::object& expected)
{
    return std::to_string(expected.at("line").to_number<std::size_t>()) + ':' +
           std::to_string(expected.at("column").to_number<std::size_t>()) + ' ' + text_of(expected.at("severity")) +
           ' ' + text_of(expected.at("rule")) + ' ' + text_of(expected.at("pointer"));
}

std::string line_of(const diagnostic& found)
{
    return std::to_string(found.position.line) + ':' + std::to_string(found.position.column) + ' ' +
           std::string{name_of(found.severity)} + ' ' + found.rule + ' ' + found.pointer;
}

/// A verdict as lines: the kind, the number of records, then a line per diagnostic.
std::vector<std::string> lines_of(const boost::json::value& expectation)
{
    std::vector<std::string> result{"kind " + text_of(expectation.at("kind")),
                                    "records " + std::to_string(expectation.at("records").to_number<std::size_t>())};
    for (const boost::json::value& expected : expectation.at("diagnostics").as_array())
        result.push_back(line_of(expected.as_object()));
    return result;
}

std::vector<std::string> lines_of(const report& verdict)
{
    std::vector<std::string> result{"kind " + std::string{name_of(verdict.kind)},
                                    "records " + std::to_string(verdict.records)};
    for (const diagnostic& found : verdict.diagnostics)
        result.push_back(line_of(found));
    return result;
}

/// What must come (`-`) and what came instead (`+`).
std::string difference(const std::vector<std::string>& expected, const std::vector<std::string>& found)
{
    std::string result;
    auto unmatched = found;
    for (const std::string& line : expected) {
        const auto match = std::find(unmatched.begin(), unmatched.end(), line);
        if (match == unmatched.end())
            result += "\n  - " + line;
        else
            unmatched.erase(match);
    }
    for (const std::string& line : unmatched)
        result += "\n  + " + line;
    return result.empty() ? "\n  the same, in another order" : result;
}

std::string short_name(const fs::path& payload)
{
    return payload.lexically_relative(tests::payload_folder()).string();
}

boost::json::value expectation(const fs::path& payload)
{
    return boost::json::parse(tests::read_file(tests::expectation_of(payload)));
}

} // namespace

TEST_CASE("every payload of the conformance folder is judged as its expectation says")
{
    const auto payloads = tests::payloads_below(tests::payload_folder());
    REQUIRE_FALSE(payloads.empty());
    for (const fs::path& payload : payloads) {
        REQUIRE_MESSAGE(fs::exists(tests::expectation_of(payload)), short_name(payload), " has no ",
                        tests::expectation_of(payload).filename().string());
        const auto expected = lines_of(expectation(payload));
        const auto found = lines_of(tests::judge(tests::read_file(payload)));
        CHECK_MESSAGE(expected == found, short_name(payload), difference(expected, found));
    }
}

TEST_CASE("every expectation of the conformance folder has its payload")
{
    std::set<fs::path> expectations;
    for (const fs::path& payload : tests::payloads_below(tests::payload_folder()))
        expectations.insert(tests::expectation_of(payload));
    for (const auto& entry : fs::recursive_directory_iterator{tests::payload_folder()})
        if (entry.is_regular_file() && entry.path().filename().string().find(".expected.") != std::string::npos)
            CHECK_MESSAGE(expectations.contains(entry.path()), short_name(entry.path()), " stands alone");
}

TEST_CASE("every rule has payloads that break it alone, and near misses that break nothing")
{
    boost::mp11::mp_for_each<default_rules>([](auto rule) {
        const std::string id{rule.information.id};
        const fs::path folder = tests::payload_folder() / id;
        REQUIRE_MESSAGE(fs::is_directory(folder), "no folder for ", id);
        std::size_t broken = 0;
        std::size_t near_misses = 0;
        for (const fs::path& payload : tests::payloads_below(folder)) {
            const boost::json::value verdict = expectation(payload);
            const boost::json::array& diagnostics = verdict.at("diagnostics").as_array();
            if (payload.filename().string().starts_with("broken")) {
                ++broken;
                REQUIRE_MESSAGE(diagnostics.size() == 1, short_name(payload));
                CHECK_MESSAGE(text_of(diagnostics.front().at("rule")) == id, short_name(payload));
                CHECK_MESSAGE(text_of(diagnostics.front().at("severity")) == name_of(rule.information.default_severity),
                              short_name(payload));
            } else {
                ++near_misses;
                CHECK_MESSAGE(payload.filename().string().starts_with("near-miss"), short_name(payload));
                CHECK_MESSAGE(diagnostics.empty(), short_name(payload));
            }
        }
        CHECK_MESSAGE(broken != 0, "nothing breaks ", id);
        CHECK_MESSAGE(near_misses != 0, "nothing comes near to breaking ", id);
    });
}

TEST_CASE("payloads of the groups kinds and well-formed have no finding")
{
    for (const char* const group : {"kinds", "well-formed"}) {
        const auto payloads = tests::payloads_below(tests::payload_folder() / group);
        CHECK_FALSE(payloads.empty());
        for (const fs::path& payload : payloads)
            CHECK_MESSAGE(expectation(payload).at("diagnostics").as_array().empty(), short_name(payload));
    }
}

TEST_CASE("a payload says the same with Windows line ends, but for its columns and lines being those of its own text")
{
    for (const char* const group : {"well-formed", "several-defects", "total-is-sum", "unknown-property"}) {
        for (const fs::path& payload : tests::payloads_below(tests::payload_folder() / group)) {
            std::string text = tests::read_file(payload);
            if (text.find('\r') != std::string::npos)
                continue;
            const report expected = tests::judge(text);
            for (std::size_t place = 0; (place = text.find('\n', place)) != std::string::npos; place += 2)
                text.insert(place, 1, '\r');
            CHECK_MESSAGE(lines_of(tests::judge(text)) == lines_of(expected), short_name(payload));
        }
    }
}
