#include "type_checks.hpp"

#include "cpp_names.hpp"    // namespace_parts, why_no_identifier
#include "json_node.hpp"    // json_node
#include "schema_error.hpp" // error_list
#include "type_graph.hpp"   // components, holding_graph

#include <fmt/format.h> // fmt::format

#include <algorithm> // std::any_of, std::find
#include <map>       // std::map
#include <set>       // std::set

namespace rollcall::codegen {

namespace {

const property_type* find_property(const std::vector<property_type>& properties, std::string_view name)
{
    const auto found =
        std::find_if(properties.begin(), properties.end(), [&](const auto& property) { return property.name == name; });
    return found == properties.end() ? nullptr : &*found;
}

bool derives_from(const object_type& type, const object_type& base)
{
    return type.base && (type.base == &base || derives_from(*type.base, base));
}

/// Whether the type and all its bases were read, so that what they declare together is known.
bool is_known(const object_type& type)
{
    return type.base ? is_known(*type.base) : !type.schema->has("allOf");
}

class type_checker {
public:
    type_checker(type_model& model, std::string_view name_space, error_list& errors)
        : model_{model}, outermost_namespace_{namespace_parts(name_space).front()}, errors_{errors}
    {
    }

    void check(const std::vector<union_use>& unions)
    {
        check_type_names();
        for (const auto& type : model_.enumerations)
            check_members(*type);
        break_inheritance_cycles();
        for (const auto& type : model_.objects) {
            check_base(*type);
            check_repeated_properties(*type);
            check_named_properties(*type);
            check_members(*type);
        }
        for (const auto& use : unions)
            check_union(use);
        if (errors_.empty())
            box_what_contains_itself();
        if (errors_.empty())
            check_values_are_finite();
    }

private:
    // Names -------------------------------------------------------------------------------------------------------

    void check_type_names()
    {
        for (const auto& type : model_.objects)
            check_type_name(*type->schema, type->name, {type->name, "basic_" + type->name});
        for (const auto& type : model_.enumerations)
            check_type_name(*type->schema, type->name, {type->name});
        for (const auto& type : model_.checked_values)
            check_type_name(*type->schema, type->name, {type->name, "basic_" + type->name, type->name + "_checks"});
    }

    void check_type_name(const json_node& schema, const std::string& name, const std::vector<std::string>& taken)
    {
        auto reason = why_no_identifier(name);
        if (reason.empty() && is_name_of_surroundings(name))
            reason = fmt::format("\"{}\" is a name that generated code needs itself", name);
        if (reason.empty() && (name == "all" || name == "schema_files"))
            reason = fmt::format("{}.hpp is a header of its own", name);
        for (const auto& each : taken) {
            // Headers are named after types, and not every file system tells Item.hpp from item.hpp.
            std::string key = each;
            std::transform(key.begin(), key.end(), key.begin(), [](char character) {
                return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
            });
            const auto [place, is_new] = type_names_.try_emplace(std::move(key), each, &schema);
            const auto& [other_name, other] = place->second;
            if (!is_new && reason.empty())
                reason = fmt::format(
                    "the type is called \"{}\" in C++, and {}{} is called {}", each, other->file, other->pointer,
                    each == other_name ? "so, too"
                                       : '"' + other_name + "\", which some file systems take for the same");
        }
        if (!reason.empty())
            errors_.add(schema, schema.has("x-name") ? "x-name" : "", std::move(reason),
                        "give the type another C++ name with \"x-name\", or move it to definitions under another name");
    }

    /// Names that would hide what the generated text says by them.
    bool is_name_of_surroundings(std::string_view name) const
    {
        return name == "std" || name == "boost" || name == "rollcall" || name == "borrowed" || name == "Storage" ||
               name == outermost_namespace_;
    }

    void check_members(const object_type& type)
    {
        constexpr std::string_view advice = "give the member another C++ name with \"x-name\"";
        std::map<std::string, std::string> names;
        if (type.base) {
            for (const auto& property : type.base->all_properties())
                names.emplace(property.cpp_name, property.name);
        }
        for (const auto& property : type.properties) {
            const auto& name = property.cpp_name;
            std::string reason;
            if (name == "additionalProperties" || name == "basic_" + type.name ||
                (name != "borrowed" && is_name_of_surroundings(name)))
                reason = fmt::format("\"{}\" is a name that generated code needs itself", name);
            const auto [place, is_new] = names.emplace(name, property.name);
            const bool is_redeclared = place->second == property.name;
            if (!is_new && !is_redeclared && reason.empty())
                reason = fmt::format("the member's name \"{}\" is taken by the property \"{}\"", name, place->second);
            if (!reason.empty())
                errors_.add(*property.schema, property.schema->has("x-name") ? "x-name" : "", std::move(reason),
                            std::string{advice});
        }
    }

    void check_members(const enumeration_type& type)
    {
        std::set<std::string_view> names;
        const json_node& schema = *type.schema;
        const std::string_view keyword = schema.has("x-names") ? "x-names" : "enum";
        for (const auto& member : type.members) {
            auto reason = why_no_identifier(member.cpp_name);
            if (reason.empty() && !names.insert(member.cpp_name).second)
                reason = fmt::format("two members are called \"{}\" in C++", member.cpp_name);
            if (!reason.empty())
                errors_.add(schema, keyword, std::move(reason),
                            fmt::format("give the member a C++ name: \"x-names\": {{\"{}\": \"…\"}}", member.text));
        }
    }

    // Inheritance -------------------------------------------------------------------------------------------------

    void break_inheritance_cycles()
    {
        for (const auto& type : model_.objects) {
            std::string chain = type->name;
            std::set<const object_type*> seen;
            for (const auto* base = type->base; base && seen.insert(base).second; base = base->base) {
                chain += " → " + base->name;
                if (base == type.get()) {
                    errors_.add(*type->schema, "allOf", fmt::format("makes the type its own base: {}", chain),
                                "take out one of these bases");
                    type->base = nullptr;
                    break;
                }
            }
        }
    }

    void check_base(const object_type& type)
    {
        if (!type.base)
            return;
        const auto& base = *type.base;
        if (!base.open)
            errors_.add(*type.schema, "allOf",
                        fmt::format("derives from {}, a closed type, which refuses what this one adds", base.name),
                        fmt::format("open {}: take out its \"additionalProperties\": false", base.name));
        if (!base.discriminator_property.empty())
            errors_.add(*type.schema, "allOf",
                        fmt::format("derives from {}, whose \"{}\" must be \"{}\"", base.name,
                                    base.discriminator_property, base.discriminator),
                        "derive both from a common base without that property");
        if (!is_known(type))
            return;
        const auto inherited = base.all_properties();
        for (const auto& property : type.properties) {
            if (find_property(inherited, property.name))
                errors_.add(*property.schema, "",
                            fmt::format("the base type {} declares this property already", base.name),
                            "write {} here, or leave it out");
        }
        if (find_property(inherited, type.discriminator_property))
            errors_.add(*type.schema, "properties",
                        fmt::format("names the type by \"{}\", which the base type {} declares as a value",
                                    type.discriminator_property, base.name),
                        fmt::format("take it out of {}", base.name));
        if (!type.open)
            check_inherited_are_listed(type, inherited);
    }

    /// Draft-07's `additionalProperties` sees only the `properties` beside it.
    void check_inherited_are_listed(const object_type& type, const std::vector<property_type>& inherited)
    {
        std::string missing;
        for (const auto& property : inherited) {
            const auto is_same = [&](const json_node* repeated) { return repeated->name == property.name; };
            if (!find_property(type.properties, property.name) &&
                std::none_of(type.repeated.begin(), type.repeated.end(), is_same))
                missing += fmt::format("{}\"{}\": {{}}", missing.empty() ? "" : ", ", property.name);
        }
        if (!missing.empty())
            errors_.add(*type.schema, "additionalProperties",
                        "refuses inherited properties, which draft-07 does not count as declared here",
                        fmt::format("add to \"properties\": {}", missing));
    }

    void check_repeated_properties(const object_type& type)
    {
        if (!is_known(type))
            return;
        const auto inherited = type.base ? type.base->all_properties() : std::vector<property_type>{};
        for (const auto* repeated : type.repeated) {
            if (!find_property(inherited, repeated->name))
                errors_.add(*repeated, "", "any value is allowed, which has no C++ type",
                            "say which type it has, or leave the property undeclared in an open type");
        }
    }

    void check_named_properties(const object_type& type)
    {
        if (!is_known(type))
            return;
        const auto properties = type.all_properties();
        const auto check = [&](std::string_view keyword, const std::string& name) {
            if (name != type.discriminator_property && !find_property(properties, name) && !is_constant(type, name))
                errors_.add(*type.schema, keyword, fmt::format("names \"{}\", which the type does not declare", name),
                            "correct the name, or declare the property");
        };
        for (const auto& name : type.required)
            check("required", name);
        for (const auto& name : type.key)
            check("x-key", name);
    }

    /// Whether the name is that of a constant property, even one that was refused.
    static bool is_constant(const object_type& type, std::string_view name)
    {
        const json_node* properties = type.schema->find("properties");
        const json_node* property = properties ? properties->find(name) : nullptr;
        return property && property->has("const");
    }

    // Alternatives ------------------------------------------------------------------------------------------------

    void check_union(const union_use& use)
    {
        const auto& base = *use.base;
        const json_node& mapping = *use.schema->find("x-discriminator")->find("mapping");
        if (!is_known(base))
            return;
        for (const auto& [value, type] : use.branches) {
            if (!is_known(*type))
                continue;
            if (!derives_from(*type, base))
                errors_.add(*use.schema, "oneOf",
                            fmt::format("{} is not derived from the fallback's type {}", type->name, base.name),
                            fmt::format("add \"allOf\": [{{\"$ref\": …}}] to {}, or correct the branch", type->name));
            if (!is_constant(*type, use.property_name))
                errors_.add(mapping, value,
                            fmt::format("names {}, which does not declare \"{}\" with a \"const\"", type->name,
                                        use.property_name),
                            fmt::format("add \"{}\": {{\"const\": \"{}\"}} to its properties, and require it",
                                        use.property_name, value));
            else if (type->discriminator_property == use.property_name && type->discriminator != value)
                errors_.add(
                    mapping, value,
                    fmt::format("names {}, whose \"{}\" is \"{}\"", type->name, use.property_name, type->discriminator),
                    "make the two the same");
        }
    }

    // Values ------------------------------------------------------------------------------------------------------

    /// A type cannot hold itself: a member that leads back to its own type gets memory of its own. An array has that
    /// anyway; but an array of alternatives asks for the alternatives to be complete, which the type is not yet.
    void box_what_contains_itself()
    {
        const auto holding = components(holding_graph(model_));
        const auto naming = components(naming_graph(model_));
        for (const auto& type : model_.objects) {
            for (auto& property : type->properties) {
                const bool is_array = property.value.kind == value_kind::array;
                for (const auto* named : types_named_by(property.value)) {
                    const bool is_held = !is_array && holding.at(named) == holding.at(type.get());
                    const bool is_alternative =
                        is_polymorphic(property.value) && naming.at(named) == naming.at(type.get());
                    property.boxed = property.boxed || is_held || is_alternative;
                }
            }
        }
    }

    static bool is_polymorphic(const value_type& value)
    {
        return value.kind == value_kind::array ? is_polymorphic(*value.items) : value.kind == value_kind::polymorphic;
    }

    /// The type of which the value needs a value in turn: one that is not yet known to have a finite value, or null.
    const object_type* needed_by(const value_type& value) const
    {
        if (value.nullable)
            return nullptr;
        if (value.kind == value_kind::array)
            return value.limits.minimum_items.value_or(0) == 0 ? nullptr : needed_by(*value.items);
        for (const auto* type : types_named_by(value)) {
            if (finite_.contains(type))
                return nullptr;
        }
        return value.object;
    }

    struct step {
        property_type property;
        const object_type* next;
    };

    /// The first property that keeps the type from having a finite value.
    std::optional<step> first_obstacle(const object_type& type) const
    {
        for (auto& property : type.all_properties()) {
            const auto* next = property.required ? needed_by(property.value) : nullptr;
            if (next)
                return step{std::move(property), next};
        }
        return std::nullopt;
    }

    void check_values_are_finite()
    {
        for (bool grows = true; grows;) {
            grows = false;
            for (const auto& type : model_.objects) {
                if (!finite_.contains(type.get()) && !first_obstacle(*type)) {
                    finite_.insert(type.get());
                    grows = true;
                }
            }
        }
        std::set<const object_type*> reported;
        for (const auto& type : model_.objects) {
            if (finite_.contains(type.get()))
                continue;
            std::vector<const object_type*> path;
            const auto* at = static_cast<const object_type*>(type.get());
            while (std::find(path.begin(), path.end(), at) == path.end()) {
                path.push_back(at);
                at = first_obstacle(*at)->next;
            }
            path.erase(path.begin(), std::find(path.begin(), path.end(), at));
            const bool is_new =
                std::none_of(path.begin(), path.end(), [&](const auto* each) { return reported.contains(each); });
            reported.insert(path.begin(), path.end());
            if (is_new)
                report_cycle(path);
        }
    }

    void report_cycle(const std::vector<const object_type*>& path)
    {
        std::string cycle;
        for (const auto* type : path)
            cycle += fmt::format("{}.{} → ", type->name, first_obstacle(*type)->property.name);
        cycle += path.front()->name;
        errors_.add(*first_obstacle(*path.front())->property.schema, "",
                    fmt::format("no value is finite, since each needs another: {}", cycle),
                    "make one of these properties nullable, optional or an array");
    }

    type_model& model_;
    std::string outermost_namespace_;
    error_list& errors_;
    /// In lower case → as it is, and the type's schema.
    std::map<std::string, std::pair<std::string, const json_node*>> type_names_;
    std::set<const object_type*> finite_;
};

} // namespace

void check_types(type_model& model, const std::vector<union_use>& unions, std::string_view name_space,
                 error_list& errors)
{
    type_checker{model, name_space, errors}.check(unions);
}

} // namespace rollcall::codegen
