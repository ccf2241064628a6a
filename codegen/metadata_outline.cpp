#include "metadata_outline.hpp"

#include <algorithm> // std::find_if
#include <set>       // std::set

namespace rollcall::codegen {

namespace {

std::string value_name(const metadata& all, const std::string& name)
{
    const auto* type = all.find(name);
    return type && type->kind == metadata_kind::definition ? type->underlying : name;
}

value_outline outline_of_value(const metadata& all, const metadata_property& property)
{
    value_outline single{.type = value_name(all, property.type)};
    single.limits.maximum_length = property.maximum_length;
    if (!property.is_collection) {
        single.nullable = property.nullable.value_or(true);
        return single;
    }
    single.nullable = property.nullable.value_or(false);
    return {.type = "collection", .items = {std::move(single)}};
}

/// The types that a property holds, and all that derive from them.
class held_types {
public:
    explicit held_types(const metadata& all) : all_{all}
    {
        for (const auto& type : all.types()) {
            for (const auto& property : type.properties)
                held_.insert(all.find(property.type));
        }
    }

    [[nodiscard]] bool can_hold(const metadata_type& type) const
    {
        for (const auto* base = &type; base; base = all_.base_of(*base)) {
            if (held_.contains(base))
                return true;
        }
        return false;
    }

private:
    const metadata& all_;
    std::set<const metadata_type*> held_;
};

const metadata_property* find_property(const metadata& all, const metadata_type* type, const std::string& name)
{
    for (; type; type = all.base_of(*type)) {
        const auto found = std::find_if(type->properties.begin(), type->properties.end(),
                                        [&](const metadata_property& property) { return property.name == name; });
        if (found != type->properties.end())
            return &*found;
    }
    return nullptr;
}

} // namespace

type_outlines outlines_of(const metadata& all, const std::string& file)
{
    const held_types held{all};
    type_outlines result;
    for (const auto& type : all.types()) {
        if (type.kind == metadata_kind::definition)
            continue;
        auto& outline = result.emplace_back(type_outline{.name = type.name,
                                                         .service_type = type.name,
                                                         .place = {file, {}, type.line},
                                                         .base = type.base,
                                                         .open = type.is_open,
                                                         .key = type.key});
        if (type.kind == metadata_kind::enumeration) {
            outline.shape = type_shape::enumeration;
            for (const auto& member : type.members)
                outline.members.push_back({member, member});
            continue;
        }
        for (const auto& property : type.properties)
            outline.properties.push_back({.name = property.name,
                                          .cpp_name = property.name,
                                          .value = outline_of_value(all, property),
                                          .place = {file, {}, property.line},
                                          .is_deprecated = !property.deprecated.empty()});
        if (held.can_hold(type)) {
            for (const auto* derived : all.derived_from(type)) {
                if (derived->base == type.name)
                    outline.subtypes.push_back(derived->name);
            }
        }
    }
    return result;
}

void place_in_metadata(type_outlines& types, const metadata& all, const std::string& file)
{
    for (auto& type : types) {
        const auto* declared = all.find(type.service_type);
        type.place = {file, {}, declared ? declared->line : 0};
        for (auto& property : type.properties) {
            const auto* found = find_property(all, declared, property.name);
            property.place = {file, {}, found ? found->line : type.place.line};
        }
    }
}

} // namespace rollcall::codegen
