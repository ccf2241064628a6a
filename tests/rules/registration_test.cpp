#include "../validation/judged.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using namespace rollcall;
using tests::at;
using tests::findings_in;
using tests::interval;
using tests::record_of;

constexpr const char* in_a_town_hall =
    "$metadata#solutions/virtualEvents/townhalls('t')/sessions('s')/attendanceReports('r')/attendanceRecords";
constexpr const char* in_a_webinar =
    "$metadata#solutions/virtualEvents/webinars('w')/sessions('s')/attendanceReports('r')/attendanceRecords";

model::attendanceRecordCollection page_of(const char* context, model::attendanceRecord record)
{
    model::attendanceRecordCollection result;
    if (context)
        result.odataContext = context;
    result.value = {std::move(record)};
    return result;
}

model::attendanceRecord registered()
{
    model::attendanceRecord result;
    result.registrationId = "1";
    return result;
}

std::string judged_from(std::string_view url, std::string_view payload)
{
    return tests::findings(
        tests::judge(capture::payload{.bytes = payload, .file = payload, .request_url = std::string{url}}));
}

model::attendanceRecord with_registrant(property<date_time> join, property<date_time> leave)
{
    model::attendanceRecord result = record_of({interval(join, leave, {})});
    result.registrantId = "r";
    return result;
}

constexpr const char* retired = "registrant-id-retired /registrantId";

} // namespace

TEST_CASE("a town hall's records have no registration data")
{
    CHECK(findings_in(page_of(in_a_town_hall, registered())) == "townhall-has-no-registration /value/0/registrationId");
    model::attendanceRecord external;
    external.externalRegistrationInformation = model::externalRegistrationInformation{};
    CHECK(findings_in(page_of(in_a_town_hall, external)) ==
          "townhall-has-no-registration /value/0/externalRegistrationInformation");
    external.registrationId = "1";
    CHECK(findings_in(page_of(in_a_town_hall, external)) ==
          "townhall-has-no-registration /value/0/externalRegistrationInformation");
}

TEST_CASE("null and absent are no registration data")
{
    model::attendanceRecord record;
    record.registrationId = null;
    record.externalRegistrationInformation = null;
    CHECK(findings_in(page_of(in_a_town_hall, record)).empty());
    CHECK(findings_in(page_of(in_a_town_hall, {})).empty());
}

TEST_CASE("what is no town hall may have registration data")
{
    CHECK(findings_in(page_of(in_a_webinar, registered())).empty());
    CHECK(findings_in(page_of(nullptr, registered())).empty());
    CHECK(findings_in(page_of("", registered())).empty());
    CHECK(findings_in(registered()).empty());
}

TEST_CASE("the request tells a town hall as well")
{
    const std::string_view payload = R"({"value": [{"registrationId": "1"}]})";
    const std::string found = "townhall-has-no-registration /value/0/registrationId";
    CHECK(judged_from("https://graph.microsoft.com/beta/solutions/virtualEvents/townhalls/t/sessions/s/"
                      "attendanceReports/r/attendanceRecords",
                      payload) == found);
    CHECK(judged_from("https://graph.microsoft.com/beta/solutions/virtualevents/townHalls/t/sessions/s/"
                      "attendanceReports/r/attendancerecords",
                      payload) == found);
    CHECK(judged_from("https://graph.microsoft.com/beta/solutions/virtualEvents/webinars/w/sessions/s/"
                      "attendanceReports/r/attendanceRecords",
                      payload)
              .empty());
    CHECK(judged_from("", payload).empty());
}

TEST_CASE("each record of a town hall is judged")
{
    model::attendanceRecordCollection page = page_of(in_a_town_hall, registered());
    page.value->push_back({});
    page.value->push_back(registered());
    CHECK(findings_in(page) ==
          "townhall-has-no-registration /value/0/registrationId; townhall-has-no-registration /value/2/registrationId");
}

TEST_CASE("a registrantId is retired from the day after 2024-12-12 on")
{
    CHECK(findings_in(with_registrant(at("2024-12-12T23:59:58"), at("2024-12-12T23:59:59.9999999"))).empty());
    CHECK(findings_in(with_registrant(at("2024-12-12T23:59:58"), at("2024-12-13T00:00:00"))) == retired);
    CHECK(findings_in(with_registrant(at("2024-12-13T00:00:00"), at("2024-12-13T00:00:01"))) == retired);
    CHECK(findings_in(with_registrant(at("9999-12-31T00:00:00"), at("9999-12-31T00:00:01"))) == retired);
}

TEST_CASE("one time of one interval is enough to tell when it was")
{
    CHECK(findings_in(with_registrant(at("2025-01-01T00:00:00"), null)) == retired);
    CHECK(findings_in(with_registrant(null, at("2025-01-01T00:00:00"))) == retired);
    CHECK(findings_in(with_registrant({}, at("2025-01-01T00:00:00"))) == retired);
    CHECK(findings_in(with_registrant(null, null)).empty());
    CHECK(findings_in(with_registrant({}, {})).empty());
}

TEST_CASE("the offset belongs to the time")
{
    CHECK(findings_in(with_registrant(at("2024-12-13T01:59:59+02:00"), {})).empty());
    CHECK(findings_in(with_registrant(at("2024-12-13T02:00:00+02:00"), {})) == retired);
}

TEST_CASE("a registrantId that is null, absent or empty is retired as it should be")
{
    model::attendanceRecord record = with_registrant(at("2025-01-01T00:00:00"), null);
    record.registrantId = null;
    CHECK(findings_in(record).empty());
    record.registrantId.reset();
    CHECK(findings_in(record).empty());
    record.registrantId = "";
    CHECK(findings_in(record).empty());
}

TEST_CASE("without intervals nothing tells when it was")
{
    model::attendanceRecord record;
    record.registrantId = "r";
    CHECK(findings_in(record).empty());
    record.attendanceIntervals = std::vector<model::attendanceInterval>{};
    CHECK(findings_in(record).empty());
}
