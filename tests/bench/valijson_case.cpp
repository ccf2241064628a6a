#include "benchmark_cases.hpp"
#include "bundled_schema.hpp" // bundled_schema

#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <boost/json/monotonic_resource.hpp> // boost::json::monotonic_resource
#include <boost/json/parse.hpp>              // boost::json::parse
#include <boost/json/value.hpp>              // boost::json::value

#include <memory> // std::make_shared

namespace rollcall::bench {

namespace {

namespace json = boost::json;

/// valijson makes its regular expression for `format` anew for every value, which takes a hundred times as long as all
/// the rest. The only format here is date-time, and a pattern beside it says the same.
void leave_out_formats(json::value& schema)
{
    if (json::object* const object = schema.if_object()) {
        object->erase("format");
        for (auto& member : *object)
            leave_out_formats(member.value());
    } else if (json::array* const array = schema.if_array()) {
        for (json::value& item : *array)
            leave_out_formats(item);
    }
}

struct prepared_schema {
    prepared_schema()
    {
        json::value document = bundled_schema();
        leave_out_formats(document);
        valijson::SchemaParser{}.populateSchema(valijson::adapters::BoostJsonAdapter{document}, schema);
    }

    valijson::Schema schema;
    /// It keeps the regular expressions.
    valijson::Validator validator;
};

} // namespace

work prepare_valijson(const std::string& payload)
{
    return [&payload, prepared = std::make_shared<prepared_schema>()] {
        json::monotonic_resource memory;
        json::error_code error;
        const json::value tree = json::parse(payload, error, &memory);
        // Without a place to put what is wrong it stops at the first mistake, which is its fastest way.
        return !error && prepared->validator.validate(prepared->schema, valijson::adapters::BoostJsonAdapter{tree},
                                                      static_cast<valijson::ValidationResults*>(nullptr));
    };
}

} // namespace rollcall::bench
