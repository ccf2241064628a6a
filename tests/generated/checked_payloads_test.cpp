#include <labels/label.hpp>
#include <labels/schema_files.hpp>
#include <rollcall/read.hpp>
#include <rollcall/schema_engine.hpp>
#include <rollcall/write.hpp>

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <string>
#include <string_view>

// Values that have no type of their own in C++, or have to keep to more than their type says.

namespace {

bool conforms_by_engine(const std::string& payload)
{
    static const rollcall::schema_engine engine{labels::schema_files};
    return engine.check(boost::json::parse(payload), "label.schema.json").empty();
}

/// A label with a code, and what else is given.
std::string label_with(const std::string& rest)
{
    return R"({"code": 1, )" + rest + '}';
}

/// `rule at pointer, line:column: message (expected …, found …)` of what is wrong.
std::string findings_in(const std::string& payload)
{
    std::string result;
    for (const auto& each : rollcall::read<labels::label>(payload).diagnostics)
        result += each.rule + " at " + each.pointer + ", " + std::to_string(each.position.line) + ':' +
                  std::to_string(each.position.column) + ": " + each.message + " (expected " + each.expected +
                  ", found " + each.found + ")\n";
    return result;
}

} // namespace

TEST_CASE("both engines take the same values of no type for right")
{
    for (const std::string rest : {
             R"(1)",
             R"("AB7")",
             R"(7, "version": 2)",
             R"(7, "sizes": 3)",
             R"(7, "sizes": [1, 2.25])",
             R"(7, "shelf": null)",
             R"(7, "shelf": 0.01)",
             R"(7, "shelf": "any text")",
             R"(7, "texts": ["hello", 0, {"en": "goodbye", "note": 1}, {"en": {"de": 0}}])",
         }) {
        const auto payload = R"({"code": )" + rest + '}';
        CAPTURE(payload);
        const auto result = rollcall::read<labels::label>(payload);
        CHECK(result.diagnostics.empty());
        CHECK(conforms_by_engine(payload));
        CHECK(boost::json::parse(rollcall::write(result.value)) == boost::json::parse(payload));
    }
}

TEST_CASE("both engines take the same values of no type for wrong")
{
    for (const std::string rest : {
             R"(0)",
             R"(1.5)",
             R"(null)",
             R"("ab7")",
             R"("AB")",
             R"(["AB7"])",
             R"(7, "version": 3)",
             R"(7, "version": "2")",
             R"(7, "sizes": [1])",
             R"(7, "sizes": [1, 1.0])",
             R"(7, "sizes": [1, 2.255])",
             R"(7, "sizes": "3")",
             R"(7, "shelf": 0)",
             R"(7, "shelf": 0.001)",
             R"(7, "texts": ["hullo"])",
             R"(7, "texts": [{}])",
             R"(7, "texts": [{"eng": "hello"}])",
             R"(7, "texts": [{"en": {"de": 1}}])",
             R"(7, "texts": [{"note": 1}])",
             R"(7, "texts": [{"en": 0, "note": ""}])",
         }) {
        const auto payload = R"({"code": )" + rest + '}';
        CAPTURE(payload);
        CHECK(rollcall::read<labels::label>(payload).diagnostics.size() == 1);
        CHECK_FALSE(conforms_by_engine(payload));
    }
}

TEST_CASE("both engines take the same values of a type with checks for right")
{
    for (const std::string rest : {
             R"("series": null)",
             R"("series": "ABCD")",
             R"("series": "\u0041")",
             R"("priority": 5)",
             R"("isPaid": true)",
             R"("paid": 0)",
             R"("paid": 12.50)",
             R"("paid": 1e2)",
             R"("printedAt": "2026-11-30T04:35:44Z")",
             R"("colour": null)",
             R"("colour": "black")",
             R"("colour": "#00ff7f")",
             R"("colours": ["black"])",
             R"("colours": ["black", "white", "#000000"])",
             R"("corners": null)",
             R"("corners": [[0, 0]])",
             R"("corners": [[1, 2.5], [0.0, 0], [2.5, 1]])",
             R"("sticker": {"on top": [{"shape": "round", "radius": 3}, {"radius": 3, "shape": "oval"}, {}]})",
             R"("inside": [])",
             R"("inside": [{}, {"name": "a"}, {"label": {"code": 1}}, {"label": {"code": 2, "colour": null}}])",
         }) {
        const auto payload = label_with(rest);
        CAPTURE(payload);
        CHECK(findings_in(payload).empty());
        CHECK(conforms_by_engine(payload));
        for (const std::string& written :
             {rollcall::write(rollcall::read<labels::label>(payload).value),
              rollcall::write(rollcall::read_borrowed<labels::borrowed::label>(payload).value)})
            CHECK(boost::json::parse(written) ==
                  boost::json::parse(rollcall::write(rollcall::read<labels::label>(written).value)));
    }
}

TEST_CASE("both engines take the same values of a type with checks for wrong, for one reason")
{
    for (const std::string rest : {
             R"("series": 1)",
             R"("series": "")",
             R"("series": "abc")",
             R"("series": "ABC\n")",
             R"("series": "XXX")",
             R"("series": "ABCDE")",
             R"("series": "abcde")",
             R"("priority": 3)",
             R"("priority": null)",
             R"("priority": 99999999999)",
             R"("priority": "1")",
             R"("isPaid": false)",
             R"("isPaid": null)",
             R"("paid": 0.005)",
             R"("paid": -0.005)",
             R"("paid": null)",
             R"("printedAt": "2026-11-30T04:35:44+00:00")",
             R"("printedAt": "yesterday")",
             R"("colour": "red")",
             R"("colour": 0)",
             R"("colours": [])",
             R"("colours": [null])",
             R"("colours": ["red"])",
             R"("colours": ["black", "white", "black"])",
             R"("colours": ["black", "bl\u0061ck"])",
             R"("corners": [])",
             R"("corners": [[1, 1]])",
             R"("corners": [[0, 0], [1, 2], [1.0, 2e0]])",
             R"("corners": [[0, 0], [1, 0.25]])",
             R"("corners": [[0, 0], [1]])",
             R"("sticker": {"on top": [{"shape": "round", "radius": 3}, {"radius": 3, "shape": "round"}]})",
             R"("sticker": {"on top": [{"on top": [{"shape": "round", "radius": 4}]}, {"shape": "round"}]})",
             R"("inside": [{"name": "a"}, {"name": "a"}])",
             R"("inside": [{"name": "a", "label": {"code": 1}}, {"label": {"code": 1.0}, "name": "a"}])",
             R"("inside": [{"label": {"code": 1, "colour": "red"}}])",
         }) {
        const auto payload = label_with(rest);
        CAPTURE(payload);
        CAPTURE(findings_in(payload));
        CHECK(rollcall::read<labels::label>(payload).diagnostics.size() == 1);
        CHECK(rollcall::read_borrowed<labels::borrowed::label>(payload).diagnostics.size() == 1);
        CHECK_FALSE(conforms_by_engine(payload));
    }
}

TEST_CASE("what a value of a type breaks beside it has its place, and what would be right")
{
    CHECK(findings_in("{\"code\": 1,\n \"series\": \"Ab\",\n \"colours\": [\"black\",\n  \"black\"]}") ==
          "schema-constraint at /series, 2:12: series does not match the pattern (expected a text that matches "
          "^[A-Z]+$, found \"Ab\")\n"
          "schema-constraint at /colours/1, 4:3: item 2 of colours is there already (expected items that differ, found "
          "\"black\")\n");
    CHECK(findings_in(R"({"code": 1, "paid": 0.125})") ==
          "schema-constraint at /paid, 1:21: paid is no multiple of 0.25 (expected a multiple of 0.25, found 0.125)\n");
    CHECK(findings_in(R"({"code": 1, "priority": 3})") ==
          "schema-constraint at /priority, 1:25: priority is not a value that the schema lists (expected 1 or 2 or 5, "
          "found 3)\n");
}

TEST_CASE("types that contain arrays of alternatives with checks are copied and compared")
{
    const auto read =
        rollcall::read<labels::sticker>(R"({"on top": [{"shape": "round", "radius": 3}, {"text": "a"}]})");
    REQUIRE(read.diagnostics.empty());
    const auto copy = read.value;
    CHECK(copy == read.value);
    const auto& on_top = ***copy.onTop;
    CHECK(**on_top.front().get_if<labels::roundSticker>()->radius == 3);
    CHECK(*on_top.back().base().text == "a");
}

TEST_CASE("a value of a type with checks keeps its type")
{
    auto label = rollcall::read<labels::label>(
                     R"({"code": 1, "series": "AB", "priority": 2, "paid": 1.50, "colours": ["white"],)"
                     R"( "printedAt": "2026-11-30T04:35:44Z", "inside": [{"name": "a"}]})")
                     .value_or_throw();
    CHECK(**label.series == "AB");
    CHECK(**label.priority == 2);
    CHECK(**label.paid == 1.5);
    CHECK((*label.colours)->front() == labels::colour{"white"});
    CHECK((*label.printedAt)->text() == "2026-11-30T04:35:44Z");
    CHECK(*(*label.inside)->front().name == "a");

    label.series = "CD";
    label.priority = 5;
    label.printedAt.reset();
    *label.colours.make_present() = {"black", "white"};
    CHECK(rollcall::write(label) ==
          R"({"code":1,"series":"CD","priority":5,"paid":1.5,"colours":["black","white"],"inside":[{"name":"a"}]})");
}
