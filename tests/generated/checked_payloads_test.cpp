#include <labels/label.hpp>
#include <labels/schema_files.hpp>
#include <rollcall/read.hpp>
#include <rollcall/schema_engine.hpp>
#include <rollcall/write.hpp>

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <string>
#include <string_view>

// Values that have no type of their own in C++.

namespace {

bool conforms_by_engine(const std::string& payload)
{
    static const rollcall::schema_engine engine{labels::schema_files};
    return engine.check(boost::json::parse(payload), "label.schema.json").empty();
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
