#include "compare_types.hpp"

#include "likely_renames.hpp" // likely_renames

#include <fmt/format.h> // fmt::format, fmt::join

#include <algorithm>     // std::find, std::find_if, std::stable_sort
#include <array>         // std::array
#include <set>           // std::set
#include <string_view>   // std::string_view
#include <tuple>         // std::tie
#include <unordered_map> // std::unordered_map

namespace rollcall::codegen {

namespace {

bool contains(const std::vector<std::string>& names, const std::string& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string list_of(const std::vector<std::string>& names)
{
    return names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "));
}

std::string or_none(const std::string& name)
{
    return name.empty() ? "none" : name;
}

/// Those of the first list that the second one lacks.
std::vector<std::string> only_in(std::vector<std::string> first, const std::vector<std::string>& second)
{
    std::erase_if(
        first, [&](const std::string& each) { return std::find(second.begin(), second.end(), each) != second.end(); });
    return first;
}

std::string words_for(const type_outline& type)
{
    switch (type.shape) {
    case type_shape::object:
        return "an object type";
    case type_shape::enumeration:
        return "an enumeration";
    case type_shape::checked_value:
        break;
    }
    return is_of_any_type(type.value) ? "a value of any type" : "a checked " + words_for(type.value);
}

std::string_view words_for(text_format format)
{
    return format == text_format::date ? "format date" : format == text_format::uuid ? "format uuid" : "no format";
}

/// The types of one state by name.
class type_index {
public:
    explicit type_index(const type_outlines& types)
    {
        for (const auto& type : types)
            types_.emplace(type.name, &type);
    }

    [[nodiscard]] const type_outline* find(const std::string& name) const
    {
        const auto entry = types_.find(name);
        return entry == types_.end() ? nullptr : entry->second;
    }

    /// The type's own key, or else its nearest base's.
    [[nodiscard]] const std::vector<std::string>& key_of(const type_outline& type) const
    {
        const auto* base = type.key.empty() ? find(type.base) : nullptr;
        return base ? key_of(*base) : type.key;
    }

    /// Whether the type of a name has the other one among its bases.
    [[nodiscard]] bool derives_from(const std::string& name, const std::string& base) const
    {
        const auto* type = find(name);
        return type && !type->base.empty() && (type->base == base || derives_from(type->base, base));
    }

    /// What a type inherits, the nearest base's properties first.
    [[nodiscard]] std::vector<const property_outline*> inherited(const type_outline& type) const
    {
        std::vector<const property_outline*> result;
        for (const auto* base = find(type.base); base; base = find(base->base)) {
            for (const auto& property : base->properties)
                result.push_back(&property);
        }
        return result;
    }

    /// The property of that name that a type inherits, or null.
    [[nodiscard]] const property_outline* inherited(const type_outline& type, const std::string& name) const
    {
        const auto properties = inherited(type);
        const auto found = std::find_if(properties.begin(), properties.end(),
                                        [&](const property_outline* property) { return property->name == name; });
        return found == properties.end() ? nullptr : *found;
    }

private:
    std::unordered_map<std::string, const type_outline*> types_;
};

struct type_pair {
    const type_outline* before = nullptr;
    const type_outline* after = nullptr;
    bool is_guess = false;
};

class comparison {
public:
    comparison(const type_outlines& before, const type_outlines& after)
        : before_{before}, after_{after}, old_types_{before}, new_types_{after}
    {
    }

    std::vector<change> run()
    {
        pair_types();
        for (const auto& [old_type, new_type, is_guess] : pairs_) {
            if (old_type->name != new_type->name)
                add(rule_called("type-renamed"), new_type->name, old_type->name, new_type->name, new_type->place)
                    .is_guess = is_guess;
            compare(*old_type, *new_type);
        }
        std::stable_sort(changes_.begin(), changes_.end(), [](const change& left, const change& right) {
            return std::tie(left.is_place_in_old, left.place.file, left.place.line) <
                   std::tie(right.is_place_in_old, right.place.file, right.place.line);
        });
        return std::move(changes_);
    }

private:
    change& add(const change_rule& rule, std::string subject, std::string before, std::string after,
                const outline_place& place)
    {
        return changes_.emplace_back(change{.rule = &rule,
                                            .subject = std::move(subject),
                                            .before = std::move(before),
                                            .after = std::move(after),
                                            .place = place,
                                            .source = rule.source.value,
                                            .wire = rule.wire.value});
    }

    void add_gone(const change_rule& rule, std::string subject, std::string before, const outline_place& place)
    {
        add(rule, std::move(subject), std::move(before), {}, place).is_place_in_old = true;
    }

    // Types ---------------------------------------------------------------------------------------------------------

    void pair_types()
    {
        std::set<const type_outline*> paired;
        const auto pair = [&](const type_outline& old_type, const type_outline& new_type, bool is_guess) {
            pairs_.push_back({&old_type, &new_type, is_guess});
            paired.insert({&old_type, &new_type});
            new_names_.emplace(old_type.name, new_type.name);
            old_names_.emplace(new_type.name, old_type.name);
        };
        std::unordered_map<std::string_view, const type_outline*> by_service_type;
        for (const auto& type : after_) {
            if (!type.service_type.empty())
                by_service_type.emplace(type.service_type, &type);
        }
        for (const auto& type : before_) {
            const auto entry = by_service_type.find(type.service_type);
            if (entry != by_service_type.end() && !paired.contains(entry->second))
                pair(type, *entry->second, false);
        }
        std::vector<const type_outline*> gone;
        for (const auto& type : before_) {
            if (paired.contains(&type))
                continue;
            const auto* same = new_types_.find(type.name);
            if (same && !paired.contains(same))
                pair(type, *same, false);
            else
                gone.push_back(&type);
        }
        std::vector<const type_outline*> added;
        for (const auto& type : after_) {
            if (!paired.contains(&type))
                added.push_back(&type);
        }
        for (const auto& [left, right] :
             likely_renames(named_places(gone), named_places(added), [&](std::size_t left, std::size_t right) {
                 return declares_the_same(*gone[left], *added[right]);
             }))
            pair(*gone[left], *added[right], true);

        for (const auto* type : added) {
            if (!paired.contains(type))
                add(rule_called("type-added"), type->name, {}, words_for(*type), type->place);
        }
        for (const auto* type : gone) {
            if (!paired.contains(type))
                add_gone(rule_called("type-removed"), type->name, words_for(*type), type->place);
        }
    }

    static std::vector<named_place> named_places(const std::vector<const type_outline*>& types)
    {
        std::vector<named_place> result;
        result.reserve(types.size());
        for (const auto* type : types)
            result.push_back({type->name, {}});
        return result;
    }

    static bool declares_the_same(const type_outline& left, const type_outline& right)
    {
        const auto have_same_name = [](const auto& one, const auto& other) { return one.name == other.name; };
        const auto have_same_text = [](const auto& one, const auto& other) { return one.text == other.text; };
        return left.shape == right.shape && left.properties.size() + left.members.size() != 0 &&
               std::equal(left.properties.begin(), left.properties.end(), right.properties.begin(),
                          right.properties.end(), have_same_name) &&
               std::equal(left.members.begin(), left.members.end(), right.members.begin(), right.members.end(),
                          have_same_text);
    }

    /// What a type of the old state is called in the new one.
    [[nodiscard]] const std::string& new_name(const std::string& old_name) const
    {
        const auto entry = new_names_.find(old_name);
        return entry == new_names_.end() ? old_name : entry->second;
    }

    /// What a type of the new state was called in the old one.
    [[nodiscard]] const std::string& old_name(const std::string& new_name) const
    {
        const auto entry = old_names_.find(new_name);
        return entry == old_names_.end() ? new_name : entry->second;
    }

    void compare(const type_outline& before, const type_outline& after)
    {
        const auto add_if_changed = [&](const change_rule& rule, const std::string& old_text,
                                        const std::string& new_text) {
            if (old_text != new_text)
                add(rule, after.name, old_text, new_text, after.place);
        };
        if (before.shape != after.shape) {
            add_if_changed(rule_called("type-shape-changed"), words_for(before), words_for(after));
            return;
        }
        add_if_changed(rule_called("service-type-changed"), or_none(before.service_type), or_none(after.service_type));
        if (before.shape == type_shape::enumeration) {
            compare_members(before, after);
            return;
        }
        if (before.shape == type_shape::checked_value) {
            add_if_changed(rule_called("checks-changed"), list_of(only_in(before.checks, after.checks)),
                           list_of(only_in(after.checks, before.checks)));
            return;
        }
        const auto& old_base = new_name(before.base);
        add_if_changed(old_base.empty() || new_types_.derives_from(after.name, old_base) ? rule_called("base-added")
                                                                                         : rule_called("base-changed"),
                       or_none(old_base), or_none(after.base));
        add_if_changed(rule_called("discriminator-changed"), discriminator_of(before), discriminator_of(after));
        add_if_changed(rule_called("key-changed"), list_of(old_types_.key_of(before)),
                       list_of(new_types_.key_of(after)));
        if (before.open != after.open)
            add(after.open ? rule_called("type-opened") : rule_called("type-closed"), after.name,
                before.open ? "open" : "closed", after.open ? "open" : "closed", after.place);
        compare_derived_types(before, after);
        compare_properties(before, after);
        compare_required(before, after);
    }

    /// A type that has another base in between, or lost one, still derives from the base that it had.
    void compare_derived_types(const type_outline& before, const type_outline& after)
    {
        auto old_subtypes = before.subtypes;
        auto new_subtypes = after.subtypes;
        std::erase_if(old_subtypes,
                      [&](const std::string& name) { return new_types_.derives_from(new_name(name), after.name); });
        std::erase_if(new_subtypes,
                      [&](const std::string& name) { return old_types_.derives_from(old_name(name), before.name); });
        compare_subtypes(old_subtypes, new_subtypes, after.name, after.place);
    }

    static std::string discriminator_of(const type_outline& type)
    {
        return type.discriminator_property.empty()
                   ? "none"
                   : fmt::format("{} {}", type.discriminator_property, type.discriminator);
    }

    // Members of enumerations ---------------------------------------------------------------------------------------

    void compare_members(const type_outline& before, const type_outline& after)
    {
        const auto find = [](const type_outline& type, const std::string& text) {
            return std::find_if(type.members.begin(), type.members.end(),
                                [&](const enumeration_member& member) { return member.text == text; });
        };
        std::vector<named_place> gone;
        std::vector<named_place> added;
        std::vector<std::string> kept_before;
        std::vector<std::string> kept_after;
        for (std::size_t position = 0; position < before.members.size(); ++position) {
            const auto& member = before.members[position];
            const auto same = find(after, member.text);
            if (same == after.members.end()) {
                gone.push_back({member.text, position});
                continue;
            }
            kept_before.push_back(member.text);
            if (member.cpp_name != same->cpp_name)
                add(rule_called("member-name-changed"), subject(after, member.text), member.cpp_name, same->cpp_name,
                    after.place);
        }
        for (std::size_t position = 0; position < after.members.size(); ++position) {
            const auto& member = after.members[position];
            if (find(before, member.text) == before.members.end())
                added.push_back({member.text, position});
            else
                kept_after.push_back(member.text);
        }
        const auto renames = likely_renames(gone, added, [](std::size_t, std::size_t) { return true; });
        for (const auto& [left, right] : renames)
            add(rule_called("enumeration-member-renamed"), subject(after, gone[left].name), gone[left].name,
                added[right].name, after.place)
                .is_guess = true;
        for (std::size_t index = 0; index < gone.size(); ++index) {
            if (std::none_of(renames.begin(), renames.end(), [&](const auto& pair) { return pair.first == index; }))
                add_gone(rule_called("enumeration-member-removed"), subject(after, gone[index].name), "a member",
                         before.place);
        }
        for (std::size_t index = 0; index < added.size(); ++index) {
            if (std::none_of(renames.begin(), renames.end(), [&](const auto& pair) { return pair.second == index; }))
                add(rule_called("enumeration-member-added"), subject(after, added[index].name), {}, "a member",
                    after.place);
        }
        compare_order(rule_called("enumeration-members-reordered"), after, kept_before, kept_after);
    }

    /// The names are the same, in two orders.
    void compare_order(const change_rule& rule, const type_outline& type, const std::vector<std::string>& before,
                       const std::vector<std::string>& after)
    {
        const auto [left, right] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
        if (left != before.end())
            add(rule, type.name, fmt::format("{} before {}", *left, *right), fmt::format("{} before {}", *right, *left),
                type.place);
    }

    static std::string subject(const type_outline& type, const std::string& member)
    {
        return fmt::format("{}.{}", type.name, member);
    }

    // Properties ----------------------------------------------------------------------------------------------------

    static const property_outline* find(const type_outline& type, const std::string& name)
    {
        const auto found = std::find_if(type.properties.begin(), type.properties.end(),
                                        [&](const property_outline& property) { return property.name == name; });
        return found == type.properties.end() ? nullptr : &*found;
    }

    void compare_properties(const type_outline& before, const type_outline& after)
    {
        std::vector<const property_outline*> gone;
        std::vector<const property_outline*> added;
        std::vector<named_place> gone_places;
        std::vector<named_place> added_places;
        std::vector<std::string> kept_before;
        std::vector<std::string> kept_after;
        for (std::size_t position = 0; position < before.properties.size(); ++position) {
            const auto& property = before.properties[position];
            if (const auto* same = find(after, property.name)) {
                kept_before.push_back(property.name);
                compare(property, *same, subject(after, property.name));
            } else if (const auto* moved = new_types_.inherited(after, property.name)) {
                add(rule_called("property-moved"), subject(after, property.name), "declared here", "inherited",
                    moved->place);
                compare(property, *moved, subject(after, property.name));
            } else {
                gone.push_back(&property);
                gone_places.push_back({property.name, position});
            }
        }
        for (std::size_t position = 0; position < after.properties.size(); ++position) {
            const auto& property = after.properties[position];
            if (find(before, property.name)) {
                kept_after.push_back(property.name);
            } else if (const auto* moved = old_types_.inherited(before, property.name)) {
                add(rule_called("property-moved"), subject(after, property.name), "inherited", "declared here",
                    property.place);
                compare(*moved, property, subject(after, property.name));
            } else {
                added.push_back(&property);
                added_places.push_back({property.name, position});
            }
        }
        std::set<const property_outline*> renamed;
        for (const auto& [left, right] :
             likely_renames(gone_places, added_places, [&](std::size_t left, std::size_t right) {
                 return words_in_new_names(gone[left]->value) == words_for(added[right]->value);
             })) {
            add(rule_called("property-renamed"), subject(after, gone[left]->name), gone[left]->name, added[right]->name,
                added[right]->place)
                .is_guess = true;
            renamed.insert({gone[left], added[right]});
        }
        if (new_name(before.base) != after.base)
            collect_inherited(before, after, gone, added);
        for (const auto* property : gone) {
            if (!renamed.contains(property))
                add_gone(contains(before.required, property->name) ? rule_called("required-property-removed")
                         : after.open                              ? rule_called("property-removed-from-open-type")
                                                                   : rule_called("property-removed"),
                         subject(after, property->name), words_for(property->value), property->place);
        }
        for (const auto* property : added) {
            if (!renamed.contains(property))
                add(contains(after.required, property->name) ? rule_called("property-added-required")
                    : before.open                            ? rule_called("property-added-to-open-type")
                                                             : rule_called("property-added"),
                    subject(after, property->name), {}, words_for(property->value), property->place);
        }
        compare_order(rule_called("properties-reordered"), after, kept_before, kept_after);
    }

    /// What comes and goes with a base.
    void collect_inherited(const type_outline& before, const type_outline& after,
                           std::vector<const property_outline*>& gone,
                           std::vector<const property_outline*>& added) const
    {
        for (const auto* property : old_types_.inherited(before)) {
            if (!find(after, property->name) && !new_types_.inherited(after, property->name))
                gone.push_back(property);
        }
        for (const auto* property : new_types_.inherited(after)) {
            if (!find(before, property->name) && !old_types_.inherited(before, property->name))
                added.push_back(property);
        }
    }

    void compare(const property_outline& before, const property_outline& after, const std::string& subject)
    {
        if (before.cpp_name != after.cpp_name)
            add(rule_called("member-name-changed"), subject, before.cpp_name, after.cpp_name, after.place);
        if (!before.is_deprecated && after.is_deprecated)
            add(rule_called("property-deprecated"), subject, "in use", "deprecated", after.place);
        compare_values(before.value, after.value, subject, after.place, false);
    }

    /// Which of the properties that both states have must be there.
    void compare_required(const type_outline& before, const type_outline& after)
    {
        const auto compare_one = [&](const std::string& name) {
            const auto* own = find(after, name);
            const auto* property = own ? own : new_types_.inherited(after, name);
            const bool is_in_old = find(before, name) || old_types_.inherited(before, name);
            const bool was_required = contains(before.required, name);
            const bool is_required = contains(after.required, name);
            if (!property || !is_in_old || was_required == is_required || is_told_of_base(before, after, name))
                return;
            add(is_required ? rule_called("property-became-required") : rule_called("property-became-optional"),
                subject(after, name), was_required ? "required" : "optional", is_required ? "required" : "optional",
                property->place);
        };
        for (const auto& name : after.required)
            compare_one(name);
        for (const auto& name : before.required) {
            if (!contains(after.required, name))
                compare_one(name);
        }
    }

    /// Whether the bases differ in the same way, so that it is told of them.
    [[nodiscard]] bool is_told_of_base(const type_outline& before, const type_outline& after,
                                       const std::string& name) const
    {
        const auto* old_base = old_types_.find(before.base);
        const auto* new_base = new_types_.find(after.base);
        return old_base && new_base && contains(old_base->required, name) == contains(before.required, name) &&
               contains(new_base->required, name) == contains(after.required, name);
    }

    // Values --------------------------------------------------------------------------------------------------------

    [[nodiscard]] std::string words_in_new_names(value_outline value) const
    {
        for (auto* each = &value; each; each = each->items.empty() ? nullptr : &each->items.front()) {
            each->type = new_name(each->type);
            each->checks = new_name(each->checks);
        }
        return words_for(value);
    }

    void compare_values(const value_outline& before, const value_outline& after, const std::string& subject,
                        const outline_place& place, bool are_items)
    {
        const auto add_words = [&](const change_rule& rule) {
            add(rule, subject, words_in_new_names(before), words_for(after), place);
        };
        if (before.nullable != after.nullable) {
            if (are_items)
                add_words(after.nullable ? rule_called("items-became-nullable") : rule_called("items-became-not-null"));
            else
                add_words(after.nullable ? rule_called("property-became-nullable")
                                         : rule_called("property-became-not-null"));
        }
        if (new_name(before.type) != after.type) {
            add_words(is_wider(before.type, after.type) ? rule_called("property-type-widened")
                                                        : rule_called("property-type-changed"));
            return;
        }
        if (before.checks.empty() != after.checks.empty())
            add_words(after.checks.empty() ? rule_called("checks-removed") : rule_called("checks-added"));
        else if (new_name(before.checks) != after.checks)
            add_words(rule_called("property-type-changed"));
        if (!before.items.empty() && !after.items.empty())
            compare_values(before.items.front(), after.items.front(), subject + "[]", place, true);
        if (before.service_type != after.service_type)
            add(rule_called("service-type-changed"), subject, or_none(before.service_type), or_none(after.service_type),
                place);
        if (before.is_union != after.is_union)
            add_words(after.is_union ? rule_called("union-introduced") : rule_called("union-dissolved"));
        else
            compare_subtypes(before.subtypes, after.subtypes, subject, place);
        compare_limits(before.limits, after.limits, subject, place);
    }

    /// Of the schema's types and of the service's, of which `$metadata` speaks.
    static bool is_wider(std::string_view before, std::string_view after)
    {
        constexpr std::array<std::string_view, 3> numbers{"int32", "int64", "number"};
        constexpr std::array<std::string_view, 4> whole_numbers{"Edm.Byte", "Edm.Int16", "Edm.Int32", "Edm.Int64"};
        constexpr std::array<std::string_view, 2> fractions{"Edm.Single", "Edm.Double"};
        const auto are_in_order = [&](const auto& types) {
            const auto narrow = std::find(types.begin(), types.end(), before);
            return narrow != types.end() && std::find(narrow + 1, types.end(), after) != types.end();
        };
        return are_in_order(numbers) || are_in_order(whole_numbers) || are_in_order(fractions);
    }

    void compare_subtypes(const std::vector<std::string>& before, const std::vector<std::string>& after,
                          const std::string& subject, const outline_place& place)
    {
        std::set<std::string> old_subtypes;
        for (const auto& subtype : before)
            old_subtypes.insert(new_name(subtype));
        const std::set<std::string> new_subtypes{after.begin(), after.end()};
        for (const auto& subtype : old_subtypes) {
            if (!new_subtypes.contains(subtype))
                add(rule_called("subtype-removed"), fmt::format("{}:{}", subject, subtype), "a subtype", {}, place);
        }
        for (const auto& subtype : new_subtypes) {
            if (!old_subtypes.contains(subtype))
                add(rule_called("subtype-added"), fmt::format("{}:{}", subject, subtype), {}, "a subtype", place);
        }
    }

    void compare_limits(const constraints& before, const constraints& after, const std::string& subject,
                        const outline_place& place)
    {
        const auto compare_limit = [&](std::string_view name, const auto& old_limit, const auto& new_limit,
                                       bool is_lower) {
            if (old_limit == new_limit)
                return;
            const bool is_tighter =
                !old_limit || (new_limit && (is_lower ? *new_limit > *old_limit : *new_limit < *old_limit));
            const auto words = [&](const auto& limit) {
                return limit ? fmt::format("{} {}", name, *limit) : fmt::format("no {}", name);
            };
            add(is_tighter ? rule_called("constraint-tightened") : rule_called("constraint-loosened"), subject,
                words(old_limit), words(new_limit), place);
        };
        compare_limit("minimum", before.minimum, after.minimum, true);
        compare_limit("maximum", before.maximum, after.maximum, false);
        compare_limit("exclusive minimum", before.exclusive_minimum, after.exclusive_minimum, true);
        compare_limit("exclusive maximum", before.exclusive_maximum, after.exclusive_maximum, false);
        compare_limit("minimum length", before.minimum_length, after.minimum_length, true);
        compare_limit("maximum length", before.maximum_length, after.maximum_length, false);
        compare_limit("minimum items", before.minimum_items, after.minimum_items, true);
        compare_limit("maximum items", before.maximum_items, after.maximum_items, false);
        if (before.format != after.format)
            add(after.format == text_format::none ? rule_called("constraint-loosened")
                                                  : rule_called("constraint-tightened"),
                subject, std::string{words_for(before.format)}, std::string{words_for(after.format)}, place);
    }

    const type_outlines& before_;
    const type_outlines& after_;
    type_index old_types_;
    type_index new_types_;
    std::vector<type_pair> pairs_;
    std::unordered_map<std::string, std::string> new_names_;
    std::unordered_map<std::string, std::string> old_names_;
    std::vector<change> changes_;
};

} // namespace

std::vector<change> compare_types(const type_outlines& before, const type_outlines& after)
{
    return comparison{before, after}.run();
}

} // namespace rollcall::codegen
