#include "engine.hpp"

#include <rollcall/schema_engine.hpp> // schema_engine
#include <rollcall/validate.hpp>      // validate

#include <memory> // std::make_shared

namespace rollcall::program {

engine make_engine(const arguments& given)
{
    if (given.engine == engine_name::fast)
        return [options = given.options](const capture::payload& payload) { return validate(payload, options); };
    // Shared, since a std::function can be copied and an engine cannot.
    const auto by_schema = std::make_shared<const schema_engine>(
        given.schema ? schema_engine::from_folder(*given.schema) : schema_engine{});
    return [by_schema, options = given.options](const capture::payload& payload) {
        return by_schema->validate(payload, options);
    };
}

} // namespace rollcall::program
