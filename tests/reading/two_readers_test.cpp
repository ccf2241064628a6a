#include <rollcall/detail/conforming_reader.hpp>
#include <rollcall/detail/parse.hpp>
#include <rollcall/model/all.hpp>
#include <rollcall/read.hpp>
#include <rollcall/write.hpp>

#include <boost/describe.hpp>
#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The reader of what is as the schema says, and the one that says what is wrong: what the first takes, the second must
// take without a finding, and as the same value.

namespace fs = std::filesystem;
namespace model = rollcall::model;
using namespace rollcall::detail;

namespace {

struct measurement {
    double length = 0;
    std::optional<bool> exact{};
    std::vector<bool> flags{};
    std::vector<std::string> words{};
    rollcall::property<std::int64_t> count{};
    rollcall::box<std::string> label{};
    BOOST_DESCRIBE_CLASS(measurement, (), (length, exact, flags, words, count, label), (), ())
    friend bool operator==(const measurement&, const measurement&) = default;
};

struct employee;
struct manager;
using any_employee = rollcall::polymorphic<employee, manager>;

struct employee {
    rollcall::property<rollcall::box<any_employee>> deputy{};
    rollcall::additional_properties<rollcall::owning> additionalProperties{};
    BOOST_DESCRIBE_CLASS(employee, (), (deputy), (), ())
    friend bool operator==(const employee& left, const employee& right);
};

struct manager : employee {
    rollcall::property<std::string> office{};
    BOOST_DESCRIBE_CLASS(manager, (employee), (office), (), ())
    friend bool operator==(const manager& left, const manager& right);
};

struct crew {
    std::vector<std::string> names{};
    BOOST_DESCRIBE_CLASS(crew, (), (names), (), ())
    friend bool operator==(const crew&, const crew&) = default;
};

bool operator==(const employee& left, const employee& right)
{
    return left.deputy == right.deputy && left.additionalProperties == right.additionalProperties;
}
bool operator==(const manager& left, const manager& right)
{
    return left.office == right.office && static_cast<const employee&>(left) == static_cast<const employee&>(right);
}

} // namespace

template <>
struct rollcall::schema_of<employee> {
    static constexpr std::string_view name = "employee";
    static constexpr std::string_view service_type = "sample.employee";
    static constexpr std::string_view discriminator_property = "";
    static constexpr std::string_view discriminator = "";
    static constexpr bool open = true;
    static constexpr std::array<property_schema, 1> properties{{{.name = "deputy"}}};
};

template <>
struct rollcall::schema_of<manager> {
    static constexpr std::string_view name = "manager";
    static constexpr std::string_view discriminator_property = "@odata.type";
    static constexpr std::string_view discriminator = "#sample.manager";
    static constexpr bool open = true;
    static constexpr std::array<property_schema, 2> properties{{{.name = "deputy"}, {.name = "office"}}};
};

template <>
struct rollcall::schema_of<crew> {
    static constexpr std::string_view name = "crew";
    static constexpr std::string_view discriminator_property = "";
    static constexpr std::string_view discriminator = "";
    static constexpr bool open = true;
    static constexpr value_constraints one_to_two{.minimum_items = 1, .maximum_items = 2};
    static constexpr std::array<property_schema, 1> properties{
        {{.name = "names", .value = {.constraints = &one_to_two}}}};
};

namespace {

/// Gives whether the first reader takes the payload, after having held it against the second.
template <class T>
bool is_taken(std::string_view text, std::size_t maximum_depth = rollcall::default_maximum_depth)
{
    // In memory of its own, so that a sanitizer sees when somebody looks behind its end.
    const std::vector<char> bytes{text.begin(), text.end()};
    const std::string_view payload{bytes.data(), bytes.size()};
    T quick{};
    std::deque<std::string> quick_copies;
    if (!conforming_reader<>{quick_copies, nullptr, maximum_depth}.read(payload, quick))
        return false;
    T thorough{};
    std::deque<std::string> copies;
    rollcall::diagnostics found;
    const bool was_read = parse(payload, {.maximum_depth = maximum_depth}, found, [&](rollcall::diagnostics& current) {
        return reader{payload, target{&operations<T>, &thorough, &not_null}, current, copies};
    });
    INFO(payload);
    REQUIRE(was_read);
    REQUIRE(found.found().empty());
    REQUIRE(quick == thorough);
    REQUIRE(rollcall::write(quick) == rollcall::write(thorough));
    return true;
}

template <class T>
void check_variants(std::string_view payload)
{
    std::string changed;
    for (std::size_t size = 0; size < payload.size(); ++size)
        CHECK_FALSE(is_taken<T>(payload.substr(0, size)));
    for (std::size_t index = 0; index < payload.size(); ++index) {
        changed = payload;
        for (const char character : std::string_view{"\"\\{}[],: 0-.9eEtnuZ@\n\x01\x7F\x80\xC3", 25}) {
            changed[index] = character;
            is_taken<T>(changed);
        }
        changed = payload;
        is_taken<T>(changed.erase(index, 1));
        changed = payload;
        is_taken<T>(changed.insert(index, 1, payload[index]));
    }
}

std::string text_of(const fs::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

constexpr std::string_view plain_record =
    R"({"id": "1", "emailAddress": "é@b.c", "totalAttendanceInSeconds": -60, "role": null, "identity": )"
    R"({"@odata.type": "#microsoft.graph.communicationsUserIdentity", "id": "2", "displayName": "a \"b\" \u00e9", )"
    R"("tenantId": null, "extra": 1.50e+2}, "attendanceIntervals": [{"joinDateTime": "2022-06-29T22:54:43.6562850Z", )"
    R"("leaveDateTime": null, "durationInSeconds": 0, "@odata.x": true}], "engagements": [{"engagementType": "hand"}]})";

} // namespace

TEST_CASE("what the quick reader takes of the payload files, the other takes as the same value")
{
    std::size_t files = 0;
    std::size_t taken = 0;
    for (const auto& entry : fs::recursive_directory_iterator{ROLLCALL_SOURCE_DIR "/tests/conformance/payloads"}) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".json") || name.ends_with(".expected.json"))
            continue;
        const std::string payload = text_of(entry.path());
        ++files;
        taken += is_taken<model::attendanceRecordCollection>(payload) ||
                 is_taken<model::meetingAttendanceReportCollection>(payload);
        is_taken<model::attendanceRecord>(payload);
        is_taken<model::borrowed::attendanceRecordCollection>(payload);
        is_taken<model::borrowed::meetingAttendanceReport>(payload);
    }
    CHECK(files > 400);
    CHECK(taken > 100);
}

TEST_CASE("what the quick reader takes of a payload with one byte changed, or cut short, the other takes")
{
    CHECK(is_taken<model::attendanceRecord>(plain_record));
    CHECK(is_taken<model::borrowed::attendanceRecord>(plain_record));
    check_variants<model::attendanceRecord>(plain_record);
    check_variants<measurement>(
        R"({"length": 0.5e-1, "exact": true, "flags": [true, false], "words": ["a", "\ud83d\ude00"], "count": 12, "label": "x"})");
}

TEST_CASE("the quick reader takes properties in any order, null, missing and undeclared ones")
{
    CHECK(is_taken<model::attendanceRecord>("{}"));
    CHECK(is_taken<model::attendanceRecord>(" { } \r\n\t"));
    CHECK(is_taken<model::attendanceRecord>(R"({"role":"a","id":"1","x@y":"z","emailAddress":null,"w@y":2})"));
    CHECK(is_taken<model::attendanceRecord>(R"({"identity":{"id":"1","@odata.type":"#microsoft.graph.other","a":1}})"));
    CHECK(is_taken<model::attendanceRecord>(
        R"({"identity":{"tenantId":"t","id":"1","@odata.type":"#microsoft.graph.communicationsUserIdentity"}})"));
    CHECK(is_taken<model::attendanceRecord>(R"({"identity":{"@odata.type":"#microsoft.graph.identity","id":"1"}})"));
    CHECK(is_taken<measurement>(R"({"label":"b","length":-3,"flags":[],"words":[],"exact":null})"));
}

TEST_CASE("the quick reader leaves to the other what is not as the schema says")
{
    for (const std::string_view payload :
         {R"({"id":"1","id":"1"})", R"({"id":null})", R"({"undeclared":1})", R"({"x@y":1,"x@y":1})", R"({"role":1})",
          R"({"totalAttendanceInSeconds":2147483648})", R"({"totalAttendanceInSeconds":1.0})",
          R"({"totalAttendanceInSeconds":01})", R"({"identity":{"@odata.type":1}})", R"([])", R"("")", R"({"id":"1",})",
          R"({"attendanceIntervals":[{"joinDateTime":"2022-06-29"}]})", R"({"attendanceIntervals":[{},]})",
          "{\"id\":\"\x01\"}", "{\"id\":\"\xC3\"}", R"({"id":"\ud83d"})", R"({"id":"1"}})", R"({"id":"1"} 1)"}) {
        CAPTURE(payload);
        CHECK_FALSE(is_taken<model::attendanceRecord>(payload));
    }
}

TEST_CASE("the quick reader counts an array's items, and the other says how many there should be")
{
    CHECK(is_taken<crew>(R"({"names": ["a"]})"));
    CHECK(is_taken<crew>(R"({"names": ["a", "b"]})"));
    for (const auto& [payload, expected] : {std::pair{R"({"names": []})", "at least 1 item"},
                                            std::pair{R"({"names": ["a", "b", "c"]})", "at most 2 items"}}) {
        CHECK_FALSE(is_taken<crew>(payload));
        const auto result = rollcall::read<crew>(payload);
        REQUIRE(result.diagnostics.size() == 1);
        CHECK(result.diagnostics.front().rule == "schema-constraint");
        CHECK(result.diagnostics.front().pointer == "/names");
        CHECK(result.diagnostics.front().expected == expected);
    }
}

TEST_CASE("the quick reader takes whole numbers of every length that fits, with little and with much behind them")
{
    for (std::string digits = "1"; digits.size() <= 20; digits += "0")
        for (const std::string& number : {digits, '-' + digits, '0' + digits, digits + ".5", digits + "x"})
            for (const std::string_view rest : {"}", "          }"}) {
                const bool is_right = (number == digits || number == '-' + digits) && digits.size() <= 10;
                CHECK(is_taken<model::attendanceRecord>(R"({"totalAttendanceInSeconds":)" + number +
                                                        std::string{rest}) == is_right);
            }
    CHECK(is_taken<model::attendanceRecord>(R"({"totalAttendanceInSeconds":0})"));
    CHECK_FALSE(is_taken<model::attendanceRecord>(R"({"totalAttendanceInSeconds":-0})"));
    CHECK_FALSE(is_taken<model::attendanceRecord>(R"({"totalAttendanceInSeconds":-})"));
}

TEST_CASE("the quick reader keeps to the depth that is allowed")
{
    constexpr std::string_view payload = R"({"attendanceIntervals":[{}]})";
    CHECK(is_taken<model::attendanceRecord>(payload, 3));
    CHECK_FALSE(is_taken<model::attendanceRecord>(payload, 2));
}

TEST_CASE("the quick reader takes an indented payload, and one with long runs of white space")
{
    CHECK(is_taken<model::attendanceRecord>("{\n                              \"id\"   :\t\"1\"\r\n}"));
    CHECK(
        is_taken<model::attendanceRecord>("{" + std::string(1000, ' ') + "\"id\":" + std::string(7, '\n') + "\"1\"}"));
}

TEST_CASE("the quick reader takes any white space at any place between tokens")
{
    std::vector<std::string> spaces{"\t", "\r\n", "\n\n", " \n", "\n\t \r"};
    for (std::size_t count = 1; count <= 70; ++count) {
        spaces.emplace_back(count, ' ');
        spaces.push_back("\n" + spaces.back());
    }
    const char* const end = plain_record.data() + plain_record.size();
    for (const char* at = plain_record.data(); (at = skip_separators(at, end)) != end; at = skip_token(at, end))
        for (const std::string& space : spaces) {
            const auto offset = static_cast<std::size_t>(at - plain_record.data());
            REQUIRE(is_taken<model::attendanceRecord>(std::string{plain_record}.insert(offset, space)));
            const std::size_t end_of_token = static_cast<std::size_t>(skip_token(at, end) - plain_record.data());
            REQUIRE(is_taken<model::attendanceRecord>(std::string{plain_record}.insert(end_of_token, space)));
        }
}

TEST_CASE("the quick reader ends where objects nest whose types come last")
{
    std::string payload = "{}";
    for (int depth = 0; depth < 50; ++depth)
        payload = depth % 2 == 0 ? R"({"office":"x","deputy":)" + payload + R"(,"@odata.type":"#sample.manager"})"
                                 : R"({"deputy":)" + payload + R"(,"a":1,"@odata.type":"#sample.other"})";
    CHECK(is_taken<any_employee>(payload));
    // Found to be wrong only where it is deepest.
    payload.replace(payload.find("{}"), 2, "{]");
    CHECK_FALSE(is_taken<any_employee>(payload));
}
