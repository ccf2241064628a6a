#include "wild_mutation.hpp"

#include "schema_outline.hpp"

#include <utility> // std::swap

namespace rollcall::engines {

namespace {

std::string any_name(const written_value& payload, random_choices& random)
{
    const auto properties = payload.type ? payload.type->properties() : std::vector<const property_outline*>{};
    if (!properties.empty() && random.once_in(2))
        return random.one_of(properties)->name;
    return std::string{random.one_of({"id", "value", "identity", "@odata.type", "attendanceIntervals", "role", "Role",
                                      "joinDateTime", "totalAttendanceInSeconds", "x", "", "x@y"})};
}

} // namespace

void mutate_wildly(written_value& payload, payload_maker& maker, random_choices& random)
{
    const std::vector<member_path> paths = paths_in(payload);
    const auto any_value = [&]() -> written_value& { return value_at(payload, random.one_of(paths)); };
    written_value& value = any_value();
    const std::size_t place = random.below(value.members.size() + 1);
    const auto member = value.members.begin() + static_cast<std::ptrdiff_t>(place);
    const bool is_at_member = place < value.members.size();
    switch (random.below(6)) {
    case 0:
        value = maker.anything();
        break;
    case 1: {
        written_value copy = any_value();
        value = std::move(copy);
        break;
    }
    case 2:
        if (is_at_member)
            value.members.erase(member);
        break;
    case 3:
        if (is_at_member) {
            member->name = any_name(payload, random);
            member->spelling = quoted(member->name);
        }
        break;
    case 4: {
        written_value copy = any_value();
        const std::string name = any_name(payload, random);
        if (value.what != written_value::shape::text)
            value.members.insert(member, {name, quoted(name), std::move(copy)});
        break;
    }
    default:
        if (is_at_member)
            std::swap(*member, value.members.front());
        break;
    }
}

} // namespace rollcall::engines
