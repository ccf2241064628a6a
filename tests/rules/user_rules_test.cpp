#include "../validation/judged.hpp"

#include <rollcall/validate.hpp>

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <doctest/doctest.h>

#include <cstddef>
#include <string>

namespace {

using namespace rollcall;

/// A rule of a program's own, with state: no two records have the same address.
struct address_unique {
    static constexpr rule_information information{
        .id = "contoso-address-unique",
        .default_severity = severity::info,
        .summary = "Addresses differ.",
    };

    void operator()(const model::borrowed::attendanceRecord& record, const rule_findings& findings)
    {
        if (!record.emailAddress)
            return;
        const std::string address{*record.emailAddress};
        if (known_.find('\n' + address + '\n') != std::string::npos)
            findings.add({"emailAddress"}, "the address is there already", "another address", address);
        known_ += '\n' + address + '\n';
    }

private:
    std::string known_;
};

/// A rule on everything that can be judged: says what it has seen.
struct everything_seen {
    static constexpr rule_information information{
        .id = "everything-seen", .default_severity = severity::info, .summary = "Says what it sees."};

    void operator()(const model::borrowed::attendanceRecord&, rule_context& context,
                    const rule_findings& findings) const
    {
        findings.add({}, "record " + std::to_string(context.index()));
    }
    void operator()(const model::borrowed::meetingAttendanceReport&, rule_context& context,
                    const rule_findings& findings) const
    {
        findings.add({}, "report " + std::to_string(context.index()) + " of " + std::to_string(context.item_count()));
    }
    void operator()(const model::borrowed::attendanceRecordCollection& page, rule_context& context,
                    const rule_findings& findings) const
    {
        findings.add({}, "records " + std::to_string(context.item_count()) + (page.value ? " in value" : ""));
    }
    void operator()(const model::borrowed::meetingAttendanceReportCollection&, rule_context& context,
                    const rule_findings& findings) const
    {
        findings.add({}, "reports " + std::to_string(context.item_count()));
    }
};

/// A rule that gets ready for each record: says where it was not, or for another one.
struct prepared_for_each {
    static constexpr rule_information information{
        .id = "prepared-for-each", .default_severity = severity::info, .summary = "Is prepared for each record."};

    void prepare(const model::borrowed::attendanceRecord& record) { prepared_for_ = id_of(record); }

    void operator()(const model::borrowed::attendanceRecord& record, const rule_findings& findings)
    {
        if (prepared_for_ != id_of(record))
            findings.add({}, "prepared for " + prepared_for_);
        prepared_for_ = "nothing";
    }

private:
    static std::string id_of(const model::borrowed::attendanceRecord& record)
    {
        return record.id ? std::string{*record.id} : "no id";
    }

    std::string prepared_for_ = "nothing";
};

/// A rule of the house with another severity.
struct softer_total : rules::total_is_sum {
    static constexpr rule_information information = [] {
        rule_information result = rules::total_is_sum::information;
        result.default_severity = severity::info;
        return result;
    }();
};

/// A rule that points at the value itself, deep into it, and at what is not there.
struct pointing {
    static constexpr rule_information information{.id = "pointing", .summary = "Points."};

    void operator()(const model::borrowed::attendanceRecord&, const rule_findings& findings) const
    {
        findings.add({}, "itself");
        findings.add({"identity", "a/b", std::size_t{1}, "~"}, "deep");
        findings.add({"identity", "nowhere", "at all"}, "missing");
    }
};

using house_and_address = boost::mp11::mp_push_back<default_rules, address_unique>;
using only_seeing = boost::mp11::mp_list<everything_seen>;
using with_softer_total = boost::mp11::mp_replace<default_rules, rules::total_is_sum, softer_total>;

std::string messages(const report& found)
{
    std::string result;
    for (const diagnostic& one : found.diagnostics)
        result += one.pointer + ' ' + one.message + "; ";
    return result;
}

} // namespace

TEST_CASE("a program's own rule joins those of the house in one line")
{
    const report found = validate<house_and_address>(
        R"({"value": [{"emailAddress": "a"}, {"emailAddress": "b"}, {"emailAddress": "a", "role": "emperor"}, {"emailAddress": null}]})");
    CHECK(tests::placed_findings(found) ==
          "1:75 info contoso-address-unique /value/2/emailAddress; 1:88 warning unknown-role /value/2/role");
}

TEST_CASE("a program's own rule begins anew with every payload")
{
    for (int times = 0; times < 2; ++times)
        CHECK(validate<house_and_address>(R"({"value": [{"emailAddress": "a"}]})").diagnostics.empty());
}

TEST_CASE("the severity of a program's own rule can be changed at run time")
{
    const std::string payload = R"({"value": [{"emailAddress": "a"}, {"emailAddress": "a"}]})";
    CHECK(validate<house_and_address>(payload, {.severities = {{"contoso-address-unique", severity::error}}})
              .count(severity::error) == 1);
    CHECK(validate<house_and_address>(payload, {.severities = {{"contoso-address-unique", severity::off}}})
              .diagnostics.empty());
}

TEST_CASE("a program's own rule judges values made in code as well")
{
    model::attendanceRecordCollection page;
    model::attendanceRecord record;
    record.emailAddress = "a";
    page.value = {record, record};
    CHECK(tests::findings(validate<house_and_address>(page)) == "contoso-address-unique /value/1/emailAddress");
}

TEST_CASE("a rule sees every record, report and collection once, with its place")
{
    CHECK(messages(validate<only_seeing>(R"({"role": null})")) == " record 0; ");
    CHECK(messages(validate<only_seeing>(R"({"value": [{"role": null}, {}, {}]})")) ==
          " records 3 in value; /value/0 record 0; /value/1 record 1; /value/2 record 2; ");
    CHECK(messages(validate<only_seeing>(R"({"attendanceRecords": [{}, {}]})")) ==
          " report 0 of 2; /attendanceRecords/0 record 0; /attendanceRecords/1 record 1; ");
    CHECK(
        messages(validate<only_seeing>(
            R"({"value": [{"attendanceRecords": [{}]}, {"attendanceRecords": []}, {"attendanceRecords": [{}, {}]}]})")) ==
        " reports 3; /value/0 report 0 of 1; /value/0/attendanceRecords/0 record 0; /value/1 report 1 of 0; "
        "/value/2 report 2 of 2; /value/2/attendanceRecords/0 record 0; /value/2/attendanceRecords/1 record 1; ");
}

TEST_CASE("a rule is prepared for each record, whatever is wrong in it, before it looks at it")
{
    using prepared = boost::mp11::mp_list<prepared_for_each>;
    for (
        const char* const payload : {
            R"({"id": "1", "role": null})",
            R"({"value": [{"id": "1", "role": null}, {"role": null}, {"role": 1, "id": "2"}, {"id": "3", "role": 1}]})",
            R"({"value": [{"id": "1", "role": null}, {"id": null}, {"id": 2}, {"id": "3", "id": "4"}, {"id": "5"}]})",
        }) {
        CAPTURE(payload);
        CHECK(validate<prepared>(payload).diagnostics.empty());
    }
}

TEST_CASE("a rule is left out at compile time, and one takes another's place")
{
    const std::string payload = R"({"role": "emperor", "totalAttendanceInSeconds": 5, "attendanceIntervals": []})";
    using without_role = boost::mp11::mp_remove<default_rules, rules::unknown_role>;
    CHECK(tests::findings(validate<without_role>(payload)) == "total-is-sum /totalAttendanceInSeconds");
    CHECK(tests::placed_findings(validate<with_softer_total>(payload)) ==
          "1:10 warning unknown-role /role; 1:49 info total-is-sum /totalAttendanceInSeconds");
}

TEST_CASE("a rule of the schema is left out at compile time as any other")
{
    using without_unknown_property = boost::mp11::mp_remove<default_rules, rules::unknown_property>;
    CHECK(validate<without_unknown_property>(R"({"role": null, "note": 1})").diagnostics.empty());
}

TEST_CASE("a finding may be on the value itself, deep in it, or at what is not there")
{
    const report found =
        validate<boost::mp11::mp_list<pointing>>(R"({"value": [{"role": null, "identity": {"a/b": [0, {"~": 5}]}}]})");
    CHECK(tests::placed_findings(found) ==
          "1:12 error pointing /value/0; 1:39 error pointing /value/0/identity/nowhere/at all; "
          "1:57 error pointing /value/0/identity/a~1b/1/~0");
}
