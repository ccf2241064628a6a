#include "payload_mutator.hpp"

#include "defects.hpp"        // engines::defects_of
#include "payload_maker.hpp"  // engines::payload_maker
#include "random_choices.hpp" // engines::random_choices
#include "wild_mutation.hpp"  // engines::mutate_wildly
#include "written_value.hpp"  // engines::to_written

#include <rollcall/model/schema_files.hpp>

#include <boost/json/parse.hpp> // boost::json::parse

#include <vector> // std::vector

namespace rollcall::fuzz {

payload_mutator::payload_mutator() : schema_{model::schema_files} {}

std::string payload_mutator::mutated(std::string_view text, std::uint64_t seed) const
{
    constexpr std::size_t most_mutations = 4;
    engines::random_choices random{seed};
    engines::payload_maker maker{random};
    const engines::object_outline& type = *random.one_of(schema_.types());

    boost::json::error_code error;
    const boost::json::value tree = boost::json::parse({text.data(), text.size()}, error);
    if (error || random.once_in(4)) {
        engines::written_value made = maker.any(type);
        const std::vector<engines::defect> defects = engines::defects_of(made);
        if (!defects.empty() && random.once_in(2))
            apply(random.one_of(defects), made);
        return to_text(made);
    }
    engines::written_value changed = engines::to_written(tree);
    changed.type = &type;
    for (std::size_t count = random.between(1, most_mutations); count != 0; --count)
        mutate_wildly(changed, maker, random);
    return to_text(changed, random.once_in(4));
}

} // namespace rollcall::fuzz
