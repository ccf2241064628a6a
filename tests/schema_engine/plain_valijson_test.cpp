#include "samples.hpp"

#include <rollcall/schema_engine.hpp>

#include <doctest/doctest.h>

#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <boost/json.hpp>

#include <exception> // std::exception
#include <map>       // std::map
#include <memory>    // std::unique_ptr
#include <string>    // std::string
#include <utility>   // std::pair
#include <vector>    // std::vector

// The engine hands valijson schemas that it has rewritten. A value must be valid by them exactly when it is by the
// files as they stand, which this test gives to valijson without the engine.

namespace {

namespace json = boost::json;
using valijson::adapters::BoostJsonAdapter;

class plain_valijson {
public:
    plain_valijson()
    {
        for (const rollcall::schema_file& file : rollcall::model::schema_files)
            files_[std::string{file.name}] = json::parse(file.text);
    }

    bool accepts(const json::value& value, const std::string& file)
    {
        try {
            return validator_.validate(schema_for(file), BoostJsonAdapter{value}, nullptr);
        } catch (const std::exception&) {
            return false; // valijson throws where a format is for another type.
        }
    }

private:
    const valijson::Schema& schema_for(const std::string& file)
    {
        auto& schema = schemas_[file];
        if (!schema) {
            schema = std::make_unique<valijson::Schema>();
            valijson::SchemaParser parser;
            parser.populateSchema<BoostJsonAdapter>(
                BoostJsonAdapter{files_.at(file)}, *schema, [&](const std::string& name) { return &files_.at(name); },
                [](const json::value*) {});
        }
        return *schema;
    }

    valijson::Validator validator_;
    std::map<std::string, json::value> files_;
    std::map<std::string, std::unique_ptr<valijson::Schema>> schemas_;
};

/// Calls `visit` with the whole tree for each value in it that can be changed.
template <class Visit>
void for_each_change(json::value& place, const Visit& visit)
{
    static const std::vector<json::value> values = [] {
        std::vector<json::value> result;
        for (const char* text : {"null", "1.5", "2147483648", R"("x")", R"("2022-06-29T22:54:43Z")",
                                 R"("#microsoft.graph.communicationsUserIdentity")", R"({"@odata.type": 5})", "[{}]"})
            result.push_back(json::parse(text));
        return result;
    }();
    const json::value original(place);
    for (const json::value& value : values) {
        place = value;
        visit();
    }
    place = original;
    if (place.is_object()) {
        for (const char* name : {"unknown", "unknown@odata.type", "value", "id"}) {
            place.get_object()[name] = 5;
            visit();
            place = original;
        }
        for (const auto& member : original.get_object()) {
            place.get_object().erase(member.key());
            visit();
            place = original;
        }
        for (auto& member : place.get_object())
            for_each_change(member.value(), visit);
    } else if (place.is_array()) {
        for (json::value& item : place.get_array())
            for_each_change(item, visit);
    }
}

} // namespace

TEST_CASE("the engine finds something exactly when valijson rejects the value by the files as they stand")
{
    using rollcall::payload_kind;
    plain_valijson plain;
    const rollcall::schema_engine engine;
    std::size_t accepted = 0;
    std::size_t rejected = 0;
    for (const auto& [sample, kind] : {std::pair{samples::records, payload_kind::attendanceRecordCollection},
                                       std::pair{samples::record, payload_kind::attendanceRecord},
                                       std::pair{samples::report, payload_kind::meetingAttendanceReport},
                                       std::pair{samples::reports, payload_kind::meetingAttendanceReportCollection}}) {
        json::value tree = json::parse(sample);
        const std::string file = std::string{name_of(kind)} + ".schema.json";
        for_each_change(tree, [&, judged_as = kind] {
            const bool is_accepted = plain.accepts(tree, file);
            ++(is_accepted ? accepted : rejected);
            CAPTURE(json::serialize(tree));
            CHECK(engine.check(tree, judged_as).empty() == is_accepted);
        });
    }
    CHECK(accepted > 100);
    CHECK(rejected > 500);
}
