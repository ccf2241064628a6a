#include "../validation/judged.hpp"

#include <rollcall/rules/default_rules.hpp>

#include <boost/mp11/algorithm.hpp>
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

namespace {

using namespace rollcall;

std::vector<rule_information> rules_of_the_house()
{
    std::vector<rule_information> result;
    boost::mp11::mp_for_each<default_rules>([&](auto rule) { result.push_back(rule.information); });
    return result;
}

} // namespace

TEST_CASE("the ids of the rules and their severities are fixed, since reports are compared over time")
{
    constexpr auto error = severity::error;
    constexpr auto warning = severity::warning;
    const std::map<std::string, severity> fixed{
        {"json-syntax", error},
        {"duplicate-property", error},
        {"type", error},
        {"null-not-allowed", error},
        {"int32-range", error},
        {"date-time-format", error},
        {"missing-property", error},
        {"schema-constraint", error},
        {"unknown-property", warning},
        {"unknown-enum-value", warning},
        {"unknown-role", warning},
        {"unknown-identity-type", warning},
        {"error-response", error},
        {"unrecognised-payload", error},
        {"total-is-sum", error},
        {"duration-is-difference", error},
        {"duration-is-cut", warning},
        {"leave-before-join", error},
        {"missing-endpoint-has-zero-duration", error},
        {"duration-not-negative", error},
        {"intervals-in-order", warning},
        {"intervals-overlap", warning},
        {"acs-id-names-resource", warning},
        {"identity-set-shape", warning},
        {"townhall-has-no-registration", error},
        {"registrant-id-retired", warning},
        {"record-id-unique", error},
        {"participant-count", warning},
        {"meeting-ends-after-start", error},
        {"interval-within-meeting", warning},
        {"count-covers-page", warning},
    };
    std::map<std::string, severity> found;
    for (const rule_information& rule : rules_of_the_house())
        CHECK_MESSAGE(found.emplace(rule.id, rule.default_severity).second, rule.id, " is there twice");
    for (const auto& rule : fixed) {
        REQUIRE_MESSAGE(found.contains(rule.first), rule.first);
        CHECK_MESSAGE(found.at(rule.first) == rule.second, rule.first);
    }
    CHECK(found.size() == fixed.size());
}

TEST_CASE("every rule says in words what holds and why")
{
    for (const rule_information& rule : rules_of_the_house()) {
        CHECK_MESSAGE(rule.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos,
                      rule.id);
        CHECK_MESSAGE(rule.summary.ends_with('.'), rule.id);
        CHECK_MESSAGE(rule.summary.find('\n') == std::string_view::npos, rule.id);
        CHECK_MESSAGE(rule.reason.ends_with('.'), rule.id);
    }
}

TEST_CASE("the good example of every rule has no finding")
{
    for (const rule_information& rule : rules_of_the_house())
        CHECK_MESSAGE(tests::findings(tests::judge(rule.good_example)).empty(), rule.id);
}

TEST_CASE("the bad example of every rule breaks it alone")
{
    for (const rule_information& rule : rules_of_the_house()) {
        const report found = tests::judge(rule.bad_example);
        REQUIRE_MESSAGE(found.diagnostics.size() == 1, rule.id, ": ", tests::findings(found));
        CHECK(found.diagnostics.front().rule == rule.id);
        CHECK(found.diagnostics.front().severity == rule.default_severity);
    }
}

TEST_CASE("what is found in a bad example is told in words")
{
    for (const rule_information& rule : rules_of_the_house()) {
        const report found = tests::judge(rule.bad_example);
        REQUIRE(found.diagnostics.size() == 1);
        const diagnostic& finding = found.diagnostics.front();
        CHECK_MESSAGE(finding.message.size() > 10, rule.id);
        CHECK_MESSAGE(finding.message.find_first_of("\r\n\t") == std::string::npos, rule.id);
        CHECK_MESSAGE(!(finding.expected.empty() && finding.found.empty()), rule.id);
    }
}
