#include "judged_schema.hpp" // judged_schemas
#include "suite_schemas.hpp" // read_suite, try_schema

#include <doctest/doctest.h>
#include <fmt/format.h> // fmt::format

#include <algorithm> // std::all_of, std::any_of, std::find_if
#include <iostream>  // std::cout
#include <map>       // std::map

using namespace schema_suite;

namespace {

bool is_about_something_missing(const rollcall::codegen::schema_error& error)
{
    return error.problem.starts_with("is missing");
}

/// Whether an error names a keyword that stands where it says, or a place as a whole.
bool names_a_keyword(const rollcall::codegen::json_node& node, const rollcall::codegen::schema_error& error)
{
    if (node.pointer == error.pointer)
        return error.keyword.empty() || is_about_something_missing(error) || node.has(error.keyword);
    return std::any_of(node.children.begin(), node.children.end(),
                       [&](const auto& child) { return names_a_keyword(child, error); });
}

const judged_schema* judge_of(const std::string& name)
{
    const auto& all = judged_schemas();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("what the generator takes of the test suite is judged as the suite says")
{
    std::size_t cases = 0;
    for (const auto& schema : read_suite()) {
        const auto* judge = judge_of(schema.name);
        for (const auto& each : schema.cases) {
            if (!judge)
                break;
            ++cases;
            const auto payload = judge->is_held ? "{\"value\": " + each.payload + '}' : each.payload;
            CAPTURE(schema.file);
            CAPTURE(schema.description);
            CAPTURE(schema.text);
            CAPTURE(each.description);
            CAPTURE(payload);
            CHECK(judge->is_valid(payload) == each.is_valid);
        }
    }
    std::cout << cases << " cases of " << judged_schemas().size() << " schemas are judged\n";
}

TEST_CASE("what the generator refuses of the test suite it refuses for a keyword that is there")
{
    for (const auto& schema : read_suite()) {
        const auto result = try_schema(schema);
        CAPTURE(schema.text);
        CHECK(result.errors.empty() == (judge_of(schema.name) != nullptr));
        CHECK((result.errors.empty() ||
               !std::all_of(result.errors.begin(), result.errors.end(), is_about_something_missing)));
        for (const auto& error : result.errors) {
            CAPTURE(to_text(error, ""));
            CHECK(names_a_keyword(result.documents.front().root, error));
        }
    }
}

// How much that is per file of the suite. A change here is one of what the generator can do.
TEST_CASE("the generator takes as much of the test suite as it did")
{
    std::vector<std::string> files;
    std::map<std::string, std::pair<int, int>> counts;
    for (const auto& schema : read_suite()) {
        if (files.empty() || files.back() != schema.file)
            files.push_back(schema.file);
        auto& [taken, all] = counts[schema.file];
        taken += judge_of(schema.name) != nullptr;
        ++all;
    }
    std::string text = "\n";
    for (const auto& file : files)
        text += fmt::format("{}: {} of {}\n", file, counts[file].first, counts[file].second);
    std::cout << text;
    CHECK(text == R"(
additionalItems.json: 5 of 5
additionalProperties.json: 5 of 5
allOf.json: 6 of 6
anyOf.json: 6 of 6
boolean_schema.json: 0 of 2
const.json: 4 of 4
contains.json: 4 of 4
default.json: 2 of 2
definitions.json: 0 of 2
dependencies.json: 5 of 5
enum.json: 3 of 3
exclusiveMaximum.json: 1 of 1
exclusiveMinimum.json: 1 of 1
if-then-else.json: 7 of 7
items.json: 5 of 5
maxItems.json: 1 of 1
maxLength.json: 1 of 1
maxProperties.json: 1 of 1
maximum.json: 1 of 1
minItems.json: 1 of 1
minLength.json: 1 of 1
minProperties.json: 1 of 1
minimum.json: 1 of 1
multipleOf.json: 3 of 3
not.json: 6 of 6
oneOf.json: 7 of 7
optional/bignum.json: 7 of 9
optional/content.json: 0 of 3
optional/ecmascript-regex.json: 0 of 1
optional/format/date-time.json: 0 of 1
optional/format/date.json: 0 of 1
optional/format/email.json: 0 of 1
optional/format/hostname.json: 0 of 1
optional/format/idn-email.json: 0 of 1
optional/format/idn-hostname.json: 0 of 1
optional/format/ipv4.json: 0 of 1
optional/format/ipv6.json: 0 of 1
optional/format/iri-reference.json: 0 of 1
optional/format/iri.json: 0 of 1
optional/format/json-pointer.json: 0 of 1
optional/format/regex.json: 0 of 1
optional/format/relative-json-pointer.json: 0 of 1
optional/format/time.json: 0 of 1
optional/format/uri-reference.json: 0 of 1
optional/format/uri-template.json: 0 of 1
optional/format/uri.json: 0 of 1
optional/zeroTerminatedFloats.json: 0 of 1
pattern.json: 2 of 2
patternProperties.json: 4 of 4
properties.json: 3 of 3
propertyNames.json: 3 of 3
ref.json: 4 of 11
refRemote.json: 0 of 7
required.json: 3 of 3
type.json: 7 of 8
uniqueItems.json: 1 of 1
)");
}
