#include "comparable.hpp"
#include "defects.hpp"
#include "made_payloads.hpp"
#include "payload_maker.hpp"
#include "readers.hpp"

#include <rollcall/detail/json_pointer.hpp>
#include <rollcall/model/schema_files.hpp>
#include <rollcall/schema_engine.hpp>
#include <shop/schema_files.hpp>

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <array> // std::array
#include <map>   // std::map
#include <set>   // std::set

// The generated reader and valijson judge the same payloads, made by rule from a seed, and must find the same; and of a
// defect the reader must find what whoever made it knows.

namespace {

using namespace rollcall;
using namespace rollcall::engines;
namespace json = boost::json;

constexpr std::uint64_t seed = 20260803;
/// More of them tell nothing that these do not.
constexpr int most_failures = 10;

/// Types, and the engines that judge them.
struct judged_schema {
    std::span<const schema_file> files;
    const std::map<std::string_view, type_reader>& readers;
    schema_outline outline{files};
    schema_engine engine{files};
};

judged_schema service_types()
{
    return {model::schema_files, attendance_readers()};
}

/// They use all of the dialect that schema files are written in.
judged_schema shop_types()
{
    return {shop::schema_files, shop_readers()};
}

std::string lines(const comparable_findings& findings)
{
    std::string result;
    for (const std::string& line : findings)
        result += "\n    " + line;
    return result;
}

class engine_comparison {
public:
    explicit engine_comparison(const judged_schema& schema) : schema_{schema} {}

    void judge(const made_payload& payload)
    {
        ++counts_[static_cast<std::size_t>(payload.sort)];
        if (failures_ == most_failures)
            return;
        const std::vector<diagnostic> by_reader = schema_.readers.at(payload.type.name)(payload.text);
        if (payload.expected)
            check_same(payload, "whoever made it knows", comparable(*payload.expected), comparable(by_reader));
        if (const auto by_judge = judged(payload.type.name, payload.text)) {
            ++judged_as_a_whole_;
            check_same(payload, "judging finds", comparable(*by_judge), comparable(by_reader));
        }
        const json::value tree = json::parse({payload.text.data(), payload.text.size()});
        const compared_engines found =
            compared(by_reader, schema_.engine.check(tree, payload.type.name + ".schema.json"), schema_.outline);
        check_same(payload, "valijson finds", found.by_valijson, found.by_reader);
        rejected_ += !by_reader.empty();
    }

    [[nodiscard]] std::size_t count(payload_sort sort) const { return counts_.at(static_cast<std::size_t>(sort)); }
    [[nodiscard]] std::size_t rejected() const { return rejected_; }
    [[nodiscard]] std::size_t judged_as_a_whole() const { return judged_as_a_whole_; }

private:
    void check_same(const made_payload& payload, std::string_view who, const comparable_findings& expected,
                    const comparable_findings& by_reader)
    {
        if (expected == by_reader)
            return;
        ++failures_;
        FAIL_CHECK("a payload of ", payload.type.name, ": ", payload.text, "\n  ", who, ":", lines(expected),
                   "\n  the reader finds:", lines(by_reader));
    }

    const judged_schema& schema_;
    std::array<std::size_t, 4> counts_{};
    std::size_t rejected_ = 0;
    std::size_t judged_as_a_whole_ = 0;
    int failures_ = 0;
};

/// "type.property rule" of what is wrong in payloads of a type, in its own properties.
std::set<std::string> broken_in(const object_outline& type)
{
    random_choices random{seed};
    payload_maker maker{random};
    const written_value whole = maker.whole(type);
    std::set<std::string> result;
    for (const defect& one : defects_of(whole))
        if (one.where.size() == 1)
            result.insert(type.name + one.pointer + ' ' + std::string{one.rule});
    return result;
}

} // namespace

TEST_CASE("every property of every type is broken: by another type, and by standing twice")
{
    for (const judged_schema& schema : {service_types(), shop_types()})
        for (const object_outline* const type : schema.outline.types()) {
            const std::set<std::string> broken = broken_in(*type);
            for (const property_outline* const property : type->properties())
                for (const std::string_view rule : {"type", "duplicate-property"}) {
                    std::string pointer;
                    detail::append_to_pointer(pointer, property->name);
                    const std::string expected = type->name + pointer + ' ' + std::string{rule};
                    CHECK_MESSAGE(broken.contains(expected), expected);
                }
        }
}

TEST_CASE(
    "a hundred thousand payloads of the service's types are judged alike, and each defect is found where it was made")
{
    constexpr std::size_t count = 100'000;
    const judged_schema schema = service_types();
    engine_comparison comparison{schema};
    make_payloads(schema.outline, seed, count, [&](const made_payload& payload) { comparison.judge(payload); });
    CHECK(comparison.count(payload_sort::valid) > count / 20);
    CHECK(comparison.count(payload_sort::one_defect) > count / 4);
    CHECK(comparison.count(payload_sort::two_defects) > count / 20);
    CHECK(comparison.count(payload_sort::wild) > count / 5);
    CHECK(comparison.rejected() > count / 2);
    CHECK(comparison.judged_as_a_whole() > count / 10);
}

TEST_CASE("twenty thousand payloads of types that use all of the dialect are judged alike")
{
    constexpr std::size_t count = 20'000;
    const judged_schema schema = shop_types();
    engine_comparison comparison{schema};
    make_payloads(schema.outline, seed, count, [&](const made_payload& payload) { comparison.judge(payload); });
    CHECK(comparison.rejected() > count / 2);
}
