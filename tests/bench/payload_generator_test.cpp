#include "payload_generator.hpp"

#include "../schema_engine/agreement.hpp" // disagreement

#include <rollcall/schema_engine.hpp> // schema_engine
#include <rollcall/validate.hpp>      // validate

#include <boost/json/parse.hpp> // boost::json::parse
#include <doctest/doctest.h>

#include <algorithm>   // std::find, std::max
#include <charconv>    // std::from_chars
#include <cstdint>     // std::uint64_t
#include <map>         // std::map
#include <stdexcept>   // std::invalid_argument
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace {

using namespace rollcall;
using namespace rollcall::bench;

/// FNV-1a.
std::uint64_t hash_of(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char character : text)
        hash = (hash ^ static_cast<unsigned char>(character)) * 0x100000001B3;
    return hash;
}

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t size = text.find('\n');
        REQUIRE(size != std::string_view::npos);
        lines.push_back(text.substr(0, size));
        text.remove_prefix(size + 1);
    }
    return lines;
}

using rules_by_record = std::map<std::size_t, std::vector<std::string>>;

/// The rules that judging finds broken, by the record that the finding is in.
rules_by_record broken_rules(std::string_view collection)
{
    constexpr std::string_view records = "/value/";
    rules_by_record result;
    for (const diagnostic& found : validate(collection).diagnostics) {
        REQUIRE(found.pointer.starts_with(records));
        std::size_t record = 0;
        std::from_chars(found.pointer.data() + records.size(), found.pointer.data() + found.pointer.size(), record);
        result[record].push_back(found.rule);
    }
    return result;
}

/// What the generator says it broke.
rules_by_record rules_to_break(const payload_options& options)
{
    rules_by_record result;
    for (std::size_t record = 0; record < options.records; ++record)
        if (const defect wrong = defect_of(options, record); wrong != defect::none)
            result[record].emplace_back(rule_of(wrong));
    return result;
}

const schema_engine& engine()
{
    static const schema_engine result;
    return result;
}

} // namespace

TEST_CASE("a seed stands for the same bytes everywhere, and another one for others")
{
    CHECK(hash_of(make_payload({})) == 10646148549475053973U);
    CHECK(hash_of(make_payload({.broken_per_million = 1'000'000, .layout = payload_layout::indented})) ==
          17206615237836482979U);
    CHECK(make_payload({.seed = 2}) != make_payload({}));
}

TEST_CASE("a record has 650 to 730 bytes on average")
{
    const std::size_t size = make_payload({}).size();
    CHECK(size > 650 * 1000);
    CHECK(size < 730 * 1000);
}

TEST_CASE("nothing is found in a good payload, by either engine")
{
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const std::string payload = make_payload({.seed = seed});
        const report judged = validate(std::string_view{payload});
        CHECK(judged.kind == payload_kind::attendanceRecordCollection);
        CHECK(judged.records == 1000);
        CHECK(judged.diagnostics.empty());
        CHECK(disagreement(engine(), payload) == "");
    }
}

TEST_CASE("each defect is found as what it is, once, by both engines")
{
    for (const defect kind : all_defects()) {
        const payload_options options{.records = 50, .broken_per_million = 200'000, .defects = {kind}};
        const std::string payload = make_payload(options);
        CAPTURE(rule_of(kind));
        const rules_by_record expected = rules_to_break(options);
        CHECK(expected.size() == 10);
        CHECK(broken_rules(payload) == expected);
        CHECK(disagreement(engine(), payload) == "");
    }
}

TEST_CASE("the defects that a schema finds are findings of the rules that the schema engine judges by itself")
{
    for (const defect kind : all_defects()) {
        const std::string payload = make_payload({.records = 2, .broken_per_million = 1'000'000, .defects = {kind}});
        const bool is_found =
            !engine().check(boost::json::parse(payload), payload_kind::attendanceRecordCollection).empty();
        const auto of_schema = schema_defects();
        CAPTURE(rule_of(kind));
        CHECK(is_found == (std::find(of_schema.begin(), of_schema.end(), kind) != of_schema.end()));
    }
}

TEST_CASE("as many records are broken as were asked for, spread over the payload, and nothing is found in the others")
{
    for (const std::uint32_t share : {10'000U, 333'333U, 1'000'000U}) {
        const payload_options options{.seed = share, .records = 1200, .broken_per_million = share};
        const std::string payload = make_payload(options);
        const rules_by_record expected = rules_to_break(options);
        CHECK(expected.size() == 1200 * share / 1'000'000);
        CHECK(broken_rules(payload) == expected);
        CHECK(disagreement(engine(), payload) == "");
    }
}

TEST_CASE("compact and indented are the same value")
{
    payload_options options{.records = 100, .broken_per_million = 500'000};
    const auto compact = boost::json::parse(make_payload(options));
    options.layout = payload_layout::indented;
    const std::string indented = make_payload(options);
    CHECK(indented.find("\n      \"id\": \"") != std::string::npos);
    CHECK(boost::json::parse(indented) == compact);
}

TEST_CASE("a line holds a record, or a response with some")
{
    payload_options options{.records = 25, .shape = payload_shape::record_lines};
    const std::string records = make_payload(options);
    CHECK(lines_of(records).size() == 25);
    for (const std::string_view line : lines_of(records)) {
        const report judged = validate(line);
        CHECK(judged.kind == payload_kind::attendanceRecord);
        CHECK(judged.diagnostics.empty());
    }

    options.shape = payload_shape::collection_lines;
    options.records_per_line = 10;
    std::vector<std::size_t> sizes;
    const std::string collections = make_payload(options);
    for (const std::string_view line : lines_of(collections)) {
        const report judged = validate(line);
        CHECK(judged.kind == payload_kind::attendanceRecordCollection);
        CHECK(judged.diagnostics.empty());
        sizes.push_back(judged.records);
    }
    CHECK(sizes == std::vector<std::size_t>{10, 10, 5});
}

TEST_CASE("lines have the defects that they were given")
{
    for (const payload_shape shape : {payload_shape::record_lines, payload_shape::collection_lines}) {
        const payload_options options{
            .records = 210, .broken_per_million = 1'000'000, .shape = shape, .records_per_line = 7};
        const std::string payload = make_payload(options);
        std::size_t record = 0;
        for (const std::string_view line : lines_of(payload)) {
            const report judged = validate(line);
            CHECK(judged.diagnostics.size() == judged.records);
            for (const diagnostic& found : judged.diagnostics)
                CHECK(found.rule == rule_of(defect_of(options, record++)));
        }
        CHECK(record == options.records);
    }
}

TEST_CASE("a payload can be asked for by its length, and comes in pieces")
{
    for (const payload_shape shape :
         {payload_shape::collection, payload_shape::record_lines, payload_shape::collection_lines}) {
        constexpr std::size_t size = 1'000'000;
        std::size_t written = 0;
        std::size_t longest = 0;
        const std::size_t records = write_payload({.bytes = size, .shape = shape}, [&](std::string_view piece) {
            written += piece.size();
            longest = std::max(longest, piece.size());
        });
        CHECK(records > size / 730);
        CHECK(written >= size);
        CHECK(written < size + 2'000);
        CHECK(longest < size / 10);
    }
}

TEST_CASE("intervals and identities are as they were asked for")
{
    const payload_options options{.records = 300,
                                  .minimum_intervals = 2,
                                  .maximum_intervals = 3,
                                  .identities = {.communications_user = 0, .plain = 0}};
    const auto payload = boost::json::parse(make_payload(options));
    std::map<std::size_t, int> records_by_intervals;
    for (const auto& record : payload.at("value").as_array()) {
        ++records_by_intervals[record.at("attendanceIntervals").as_array().size()];
        CHECK(record.at("identity").at("@odata.type") == "#microsoft.graph.azureCommunicationServicesUserIdentity");
    }
    CHECK(records_by_intervals.size() == 2);
    CHECK(records_by_intervals[2] > 100);
    CHECK(records_by_intervals[3] > 100);
}

TEST_CASE("options that contradict each other are refused")
{
    const std::vector<payload_options> refused{
        {.minimum_intervals = 3, .maximum_intervals = 2},
        {.maximum_intervals = 500'001},
        {.identities = {0, 0, 0}},
        {.broken_per_million = 1'000'001},
        {.broken_per_million = 1, .defects = {}},
        {.layout = payload_layout::indented, .shape = payload_shape::record_lines},
        {.shape = payload_shape::collection_lines, .records_per_line = 0},
    };
    for (const payload_options& options : refused)
        CHECK_THROWS_AS(static_cast<void>(make_payload(options)), std::invalid_argument);
}
