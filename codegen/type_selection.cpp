#include "type_selection.hpp"

#include "schema_error.hpp" // error_list

#include <fmt/format.h> // fmt::format

#include <algorithm> // std::any_of, std::erase, std::reverse
#include <utility>   // std::move

namespace rollcall::codegen {

namespace {

constexpr std::string_view everything = "all";

/// Takes the word that stands for everything out of the list, and gives whether it was there.
bool take_everything(std::vector<std::string>& names)
{
    return std::erase(names, everything) != 0;
}

} // namespace

type_selection::type_selection(const metadata& all, const type_wishes& wishes, std::set<std::string> navigation_kept,
                               error_list& errors)
    : all_{all}, navigation_kept_{std::move(navigation_kept)}
{
    auto navigation = wishes.navigation;
    all_navigation_ = take_everything(navigation);
    std::erase(navigation, "none");
    navigation_.insert(navigation.begin(), navigation.end());
    auto derived = wishes.derived;
    all_derived_ = take_everything(derived);
    derived_ = named(derived, "--derived", errors);
    excluded_ = named(wishes.exclude, "--exclude", errors);
    auto types = wishes.types;
    const bool all_types = take_everything(types);
    auto roots = named(types, "--type", errors);
    for (const auto& type : all_.types()) {
        if (all_types)
            roots.insert(&type);
    }
    follow(roots, wishes.depth);
    collect_alternatives();
}

type_selection::type_set type_selection::named(const std::vector<std::string>& names, std::string_view option,
                                               error_list& errors) const
{
    type_set result;
    for (const auto& name : names) {
        if (const auto* type = all_.find_by_any_name(name))
            result.insert(type);
        else
            errors.add({.problem = fmt::format("{} {}: no type is called so, or more than one", option, name),
                        .advice = "write its name with the namespace, as in microsoft.graph.attendanceRecord"});
    }
    return result;
}

bool type_selection::is_wished(const metadata_type& declaring, const metadata_property& property) const
{
    return !property.is_navigation || all_navigation_ || navigation_.contains(property.name) ||
           navigation_kept_.contains(fmt::format("{}/{}", declaring.name, property.name));
}

void type_selection::follow(const type_set& roots, std::size_t depth)
{
    // The types whose references are still to be followed, all equally far from the roots.
    auto nearest = roots;
    type_set followed;
    for (std::size_t distance = 0; !nearest.empty(); ++distance) {
        type_set next;
        const auto hold = [&](const metadata_type& type) {
            if (excluded_.contains(&type))
                return;
            next.insert(&type);
            held_.insert(&type);
            for (const auto* derived : all_.derived_from(type)) {
                if ((all_derived_ || derived_.contains(derived)) && !excluded_.contains(derived))
                    next.insert(derived);
            }
        };
        for (const auto* root : nearest) {
            if (excluded_.contains(root))
                continue;
            selected_.insert(root);
            for (const auto* type = root; type && followed.insert(type).second; type = all_.base_of(*type)) {
                if (!type->is_abstract && !excluded_.contains(type))
                    selected_.insert(type);
                for (const auto& property : type->properties) {
                    const auto* target = all_.find(property.type);
                    if (target && distance < depth && is_wished(*type, property))
                        hold(*target);
                }
            }
        }
        std::erase_if(next, [&](const auto* type) { return followed.contains(type) && selected_.contains(type); });
        for (const auto* type : next)
            followed.erase(type);
        nearest = std::move(next);
    }
}

void type_selection::collect_alternatives()
{
    for (const auto* base : held_) {
        for (const auto* type : all_.derived_from(*base)) {
            if (has(*type) && (all_derived_ || derived_.contains(type)))
                alternatives_.insert(type);
        }
    }
}

std::vector<const metadata_type*> type_selection::types() const
{
    std::vector<const metadata_type*> result;
    for (const auto& type : all_.types()) {
        if (has(type))
            result.push_back(&type);
    }
    return result;
}

const metadata_type* type_selection::schema_base(const metadata_type& type) const
{
    const auto* base = all_.base_of(type);
    while (base && (!has(*base) || is_alternative(*base)))
        base = all_.base_of(*base);
    return base;
}

std::vector<const metadata_type*> type_selection::declaring_types(const metadata_type& type) const
{
    std::vector<const metadata_type*> result;
    const auto* end = schema_base(type);
    for (const auto* each = &type; each != end; each = all_.base_of(*each))
        result.push_back(each);
    std::reverse(result.begin(), result.end());
    return result;
}

bool type_selection::includes(const metadata_type& declaring, const metadata_property& property) const
{
    const auto* target = all_.find(property.type);
    return is_wished(declaring, property) && (!target || has(*target));
}

bool type_selection::is_open(const metadata_type& type) const
{
    if (type.is_open || !all_.derived_from(type).empty())
        return true;
    for (const auto* each = &type; each; each = all_.base_of(*each)) {
        const auto is_left_out = [&](const metadata_property& property) { return !includes(*each, property); };
        if (std::any_of(each->properties.begin(), each->properties.end(), is_left_out))
            return true;
    }
    return false;
}

std::vector<const metadata_type*> type_selection::alternatives(const metadata_type& type) const
{
    // A type that payloads must name cannot stand for itself without a name, and so has no alternatives of its own.
    if (is_alternative(type))
        return {};
    auto result = all_.derived_from(type);
    std::erase_if(result, [&](const auto* derived) { return !is_alternative(*derived); });
    return result;
}

} // namespace rollcall::codegen
