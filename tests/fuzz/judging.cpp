#include "../schema_engine/agreement.hpp" // disagreement
#include "claims.hpp"

#include <boost/json/parse.hpp> // boost::json::parse

namespace rollcall::fuzz {

namespace {

bool is_json(std::string_view text)
{
    boost::json::parse_options options;
    options.max_depth = validation_options{}.maximum_depth;
    boost::json::error_code error;
    (void)boost::json::parse(text, error, {}, options);
    return !error;
}

} // namespace

void judging(std::string_view text)
{
    static const schema_engine engine;
    for (const bool lenient : {false, true}) {
        const std::string difference = disagreement(engine, text, {.lenient = lenient});
        hold(difference.empty(), difference);
    }
    const report found = validate(text);
    hold(!found.conforms() || is_json(text), "what conforms is JSON");
    for (const diagnostic& finding : found.diagnostics)
        hold(finding.position.offset <= text.size(), "a place lies in the payload");
}

} // namespace rollcall::fuzz
