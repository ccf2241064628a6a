#include "judged.hpp"
#include "payload_files.hpp"

#include <rollcall/date_time.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// One defect gives one diagnostic. Here every well-formed payload is damaged at every place in every way that is a
// single mistake, and nothing may be reported twice, or as a consequence of itself.

namespace {

using namespace rollcall;
namespace json = boost::json;

struct place {
    std::string pointer;
    /// Of the object or array that the place is in, and the last step to it.
    std::string container;
    std::string step;
};

std::string escaped(std::string_view step)
{
    std::string result;
    for (const char character : step)
        result += character == '~' ? std::string{"~0"} : character == '/' ? std::string{"~1"} : std::string{character};
    return result;
}

void collect_places(const json::value& value, const std::string& pointer, std::vector<place>& places)
{
    const auto visit = [&](std::string step, const json::value& inner) {
        const std::string inner_pointer = pointer + '/' + escaped(step);
        places.push_back({inner_pointer, pointer, std::move(step)});
        collect_places(inner, inner_pointer, places);
    };
    if (const json::object* const object = value.if_object())
        for (const auto& [name, member] : *object)
            visit(std::string{name}, member);
    if (const json::array* const array = value.if_array())
        for (std::size_t index = 0; index < array->size(); ++index)
            visit(std::to_string(index), (*array)[index]);
}

std::vector<place> places_in(const json::value& value)
{
    std::vector<place> result;
    collect_places(value, {}, result);
    return result;
}

/// A well-formed payload and what it is called.
struct sample {
    std::string name;
    json::value value;
};

const std::vector<sample>& samples()
{
    static const std::vector<sample> result = [] {
        std::vector<sample> read;
        for (const auto& path : tests::payloads_below(tests::payload_folder() / "well-formed"))
            read.push_back({path.filename().string(), json::parse(tests::read_file(path))});
        return read;
    }();
    return result;
}

json::value& at(json::value& root, const std::string& pointer)
{
    return root.at_pointer(pointer);
}

void remove(json::value& root, const place& where)
{
    json::value& container = at(root, where.container);
    if (json::object* const object = container.if_object())
        object->erase(where.step);
    else
        container.get_array().erase(container.get_array().begin() + std::stoi(where.step));
}

void rename(json::value& root, const place& where, std::string_view name)
{
    json::object renamed;
    for (const auto& [old, value] : at(root, where.container).get_object())
        renamed.emplace(old == where.step ? json::string_view{name.data(), name.size()} : old, value);
    at(root, where.container) = renamed;
}

/// Writes a value with the property `twice` written once more behind itself.
void write_with_duplicate(const json::value& value, const std::string& pointer, const std::string& twice,
                          std::string& out)
{
    if (const json::object* const object = value.if_object()) {
        out += '{';
        std::string_view separator;
        for (const auto& [name, member] : *object) {
            const std::string inner = pointer + '/' + escaped({name.data(), name.size()});
            for (int times = inner == twice ? 2 : 1; times > 0; --times) {
                out += separator;
                out += json::serialize(json::string{name}) + ": ";
                write_with_duplicate(member, inner, twice, out);
                separator = ",\n";
            }
        }
        out += '}';
    } else if (const json::array* const array = value.if_array()) {
        out += '[';
        for (std::size_t index = 0; index < array->size(); ++index) {
            out += index == 0 ? "" : ",\n";
            write_with_duplicate((*array)[index], pointer + '/' + std::to_string(index), twice, out);
        }
        out += ']';
    } else {
        out += json::serialize(value);
    }
}

std::string findings_in(const json::value& damaged)
{
    return tests::findings(tests::judge(json::serialize(damaged)));
}

void check_at_most_one(const sample& from, const place& where, const json::value& damaged)
{
    const report found = tests::judge(json::serialize(damaged));
    CHECK_MESSAGE(found.diagnostics.size() <= 1, from.name, where.pointer, ": ", tests::findings(found));
}

bool is_collection_or_item(const place& where)
{
    return where.pointer == "/value" || where.container == "/value";
}

/// Whether the schema declares the place: not so the extra properties of identities, and annotations below the root.
bool is_declared(const place& where)
{
    const bool in_identity = where.pointer.find("/identity/") != std::string::npos;
    if (in_identity)
        return where.container.ends_with("/identity") && (where.step == "id" || where.step == "displayName");
    return where.container.empty() || where.pointer.find('@') == std::string::npos;
}

bool is_date_time(const place& where)
{
    return where.step.ends_with("DateTime");
}

bool is_time_of_interval(const place& where)
{
    return where.step == "joinDateTime" || where.step == "leaveDateTime";
}

} // namespace

TEST_CASE("a declared property or item whose value is of the wrong kind is one finding, a type, there")
{
    for (const sample& from : samples()) {
        for (const place& where : places_in(from.value)) {
            json::value damaged = from.value;
            at(damaged, where.pointer) = true;
            if (is_declared(where) && !is_collection_or_item(where) &&
                where.step.find("@odata.context") == std::string::npos)
                CHECK_MESSAGE(findings_in(damaged) == "type " + where.pointer, from.name, where.pointer);
            else
                check_at_most_one(from, where, damaged);
        }
    }
}

TEST_CASE("a value replaced by any other is one finding at most")
{
    const std::array<json::value, 10> others{nullptr,
                                             1,
                                             1.5,
                                             1e300,
                                             "",
                                             "x",
                                             "2022-06-29T22:54:43Z",
                                             json::array{},
                                             json::object{},
                                             json::object{{"user", json::object{{"id", "1"}}}}};
    for (const sample& from : samples())
        for (const place& where : places_in(from.value))
            for (const json::value& other : others) {
                if (is_date_time(where) && other.is_string())
                    continue; // has tests of its own; a wrong time of a meeting is a finding per interval
                if ((where.step == "attendanceRecords" || where.step == "value") && other.is_array())
                    continue; // empty now: fewer than the counts say, which are two
                json::value damaged = from.value;
                at(damaged, where.pointer) = other;
                check_at_most_one(from, where, damaged);
            }
}

TEST_CASE("a property or item left out is one finding at most")
{
    for (const sample& from : samples())
        for (const place& where : places_in(from.value)) {
            json::value damaged = from.value;
            remove(damaged, where);
            check_at_most_one(from, where, damaged);
        }
}

TEST_CASE("a property written twice is one finding, a duplicate-property, there")
{
    for (const sample& from : samples())
        for (const place& where : places_in(from.value)) {
            json::value root = from.value;
            if (!at(root, where.container).is_object())
                continue;
            std::string text;
            write_with_duplicate(root, {}, where.pointer, text);
            CHECK_MESSAGE(tests::findings(tests::judge(text)) == "duplicate-property " + where.pointer, from.name,
                          where.pointer);
        }
}

TEST_CASE("a misspelt property is one finding at most")
{
    for (const sample& from : samples())
        for (const place& where : places_in(from.value)) {
            json::value damaged = from.value;
            if (!at(damaged, where.container).is_object() || where.pointer == "/value")
                continue;
            rename(damaged, where, where.step + "s");
            check_at_most_one(from, where, damaged);
        }
}

TEST_CASE("a property too many is one finding at most, whatever is in it")
{
    for (const sample& from : samples())
        for (const place& where : places_in(from.value)) {
            json::value damaged = from.value;
            if (!at(damaged, where.pointer).is_object())
                continue;
            at(damaged, where.pointer).get_object()["remark"] =
                json::parse(R"({"role": 1, "value": [null, {"id": [1.0, 1e400]}]})");
            check_at_most_one(from, where, damaged);
        }
}

TEST_CASE("a wrong number is one finding at most, and one where it leaves Int32")
{
    constexpr std::int64_t above_int32 = 2147483648;
    for (const sample& from : samples())
        for (const place& where : places_in(from.value)) {
            json::value damaged = from.value;
            if (!is_declared(where) || !at(damaged, where.pointer).is_int64())
                continue;
            const std::int64_t right = at(damaged, where.pointer).get_int64();
            for (const std::int64_t wrong :
                 {right + 1, right - 1, right + 1000, -right, right * 1000, std::int64_t{0}}) {
                at(damaged, where.pointer) = wrong;
                check_at_most_one(from, where, damaged);
            }
            if (where.step == "@odata.count")
                continue;
            for (const std::int64_t wrong : {above_int32, -above_int32 - 1}) {
                at(damaged, where.pointer) = wrong;
                CHECK_MESSAGE(findings_in(damaged) == "int32-range " + where.pointer, from.name, where.pointer);
            }
        }
}

TEST_CASE("a wrong time of an interval is one finding at most")
{
    using namespace std::chrono_literals;
    for (const sample& from : samples())
        for (const place& where : places_in(from.value)) {
            json::value damaged = from.value;
            if (!is_time_of_interval(where) || !at(damaged, where.pointer).is_string())
                continue;
            const auto right = date_time::parse(json::value_to<std::string>(at(damaged, where.pointer)));
            REQUIRE(right);
            for (const std::chrono::seconds shift : std::initializer_list<std::chrono::seconds>{
                     -24h * 400, -24h, -1h, -1min, -1s, 1s, 1min, 1h, 24h, 24h * 400}) {
                at(damaged, where.pointer) = date_time{right->to_time_point() + shift}.text();
                check_at_most_one(from, where, damaged);
            }
        }
}

TEST_CASE("a date-time that is none is one finding, a date-time-format, there")
{
    for (const sample& from : samples())
        for (const place& where : places_in(from.value)) {
            json::value damaged = from.value;
            if (!is_date_time(where) || !is_declared(where))
                continue;
            for (const char* const wrong : {"", "2023-02-29T00:00:00Z", "2022-06-29T22:54:43"}) {
                at(damaged, where.pointer) = wrong;
                CHECK_MESSAGE(findings_in(damaged) == "date-time-format " + where.pointer, from.name, where.pointer);
            }
        }
}

TEST_CASE("joining and leaving exchanged is one finding at most")
{
    for (const sample& from : samples())
        for (const place& where : places_in(from.value)) {
            if (where.step != "joinDateTime")
                continue;
            json::value damaged = from.value;
            json::object& interval = at(damaged, where.container).get_object();
            json::value* const leave = interval.if_contains("leaveDateTime");
            if (!leave)
                continue;
            std::swap(at(damaged, where.pointer), *leave);
            check_at_most_one(from, where, damaged);
        }
}

TEST_CASE("an identity in an identitySet is one finding, an identity-set-shape, whatever the identity is")
{
    for (const sample& from : samples())
        for (const place& where : places_in(from.value)) {
            json::value damaged = from.value;
            if (where.step != "identity" || !at(damaged, where.pointer).is_object())
                continue;
            at(damaged, where.pointer) = json::object{{"user", at(damaged, where.pointer)}};
            CHECK_MESSAGE(findings_in(damaged) == "identity-set-shape " + where.pointer + "/user", from.name,
                          where.pointer);
        }
}
