#include "schema_import.hpp"

#include "described_value.hpp" // described_value, describe_value
#include "dialect.hpp"         // draft_07
#include "edm_types.hpp"       // edm_definition, edm_file
#include "json_text.hpp"       // json_object, json_text, set_member
#include "schema_error.hpp"    // error_list
#include "service_names.hpp"   // cpp_member_name, file_names

#include <fmt/format.h> // fmt::format
#include <fmt/ranges.h> // fmt::join

#include <algorithm> // std::any_of, std::find
#include <map>       // std::map
#include <optional>  // std::optional
#include <set>       // std::set
#include <utility>   // std::move

namespace rollcall::codegen {

namespace {

constexpr std::string_view type_property = "@odata.type";

/// What people write about a schema, and an import leaves alone.
constexpr std::string_view kept_annotations[] = {"title",   "description", "$comment", "examples",
                                                 "default", "x-name",      "x-names"};

std::string discriminator_of(const metadata_type& type)
{
    return '#' + type.name;
}

/// Whether the property is not the service's: an annotation, which `$metadata` never declares.
bool is_annotation(std::string_view name)
{
    return name.find('@') != std::string_view::npos;
}

bool is_anything(const json_node& schema)
{
    return schema.is_true() || (schema.is_object() && schema.children.empty());
}

/// The schema with what `before` says for people.
json_node with_annotations_of(const json_node* before, json_node schema)
{
    if (!before || !before->is_object())
        return schema;
    auto result = json_object();
    for (const auto annotation : kept_annotations) {
        if (const auto* kept = before->find(annotation))
            set_member(result, annotation, *kept);
    }
    for (auto& member : schema.children) {
        const auto name = member.name;
        if (!result.has(name))
            set_member(result, name, std::move(member));
    }
    return result;
}

class importer {
public:
    importer(const metadata& all, const std::vector<schema_document>& present, error_list& errors)
        : all_{all}, present_{present}, errors_{errors}
    {
        for (const auto& document : present) {
            if (const auto name = service_type_of(document.root); const auto* type = all.find(name))
                documents_.emplace(type, &document);
        }
    }

    text_files import(type_wishes wishes)
    {
        std::set<std::string> navigation;
        for (const auto& [type, document] : documents_) {
            wishes.types.push_back(type->name);
            keep_navigation(*type, document->root, navigation);
            if (is_named_in_payloads(document->root))
                wishes.derived.push_back(type->name);
        }
        const type_selection selection{all_, wishes, std::move(navigation), errors_};
        selection_ = &selection;
        files_ = file_names(all_, documents_);

        for (const auto& document : present_) {
            if (!is_gone(document) && !is_left_out(document))
                result_[document.name] = document.text;
        }
        for (const auto* type : selection.types())
            import_type(*type);
        import_edm();
        return std::move(result_);
    }

private:
    // What is there -----------------------------------------------------------------------------------------------

    static std::string_view service_type_of(const json_node& root)
    {
        const json_node* name = root.find("x-serviceType");
        return name && name->is_string() ? std::string_view{name->text} : std::string_view{};
    }

    static bool is_named_in_payloads(const json_node& root)
    {
        const json_node* properties = root.find("properties");
        const json_node* property = properties ? properties->find(type_property) : nullptr;
        return property && property->has("const");
    }

    void keep_navigation(const metadata_type& type, const json_node& root, std::set<std::string>& kept) const
    {
        const json_node* properties = root.find("properties");
        for (const auto* each = &type; each && properties; each = all_.base_of(*each)) {
            for (const auto& property : each->properties) {
                if (property.is_navigation && properties->has(property.name))
                    kept.insert(fmt::format("{}/{}", each->name, property.name));
            }
        }
    }

    /// Whether the file is of a type in one of the service's namespaces that the service does not have any more.
    bool is_gone(const schema_document& document) const
    {
        const auto name = service_type_of(document.root);
        if (name.empty() || all_.find(name))
            return false;
        const auto name_space = name.substr(0, name.find_last_of('.'));
        return std::any_of(all_.types().begin(), all_.types().end(),
                           [&](const metadata_type& type) { return type.name_space() == name_space; });
    }

    /// Whether the file is of a type that is not wished for.
    bool is_left_out(const schema_document& document) const
    {
        const auto* type = all_.find(service_type_of(document.root));
        return type && !selection_->has(*type);
    }

    const json_node* present_root(const metadata_type& type) const
    {
        const auto found = documents_.find(&type);
        return found == documents_.end() ? nullptr : &found->second->root;
    }

    // Values ------------------------------------------------------------------------------------------------------

    std::string file_of(const metadata_type& type) const { return files_.at(&type); }

    json_node reference_to(const metadata_type& type) const
    {
        return json_object({{"$ref", json_string(file_of(type))}});
    }

    /// What a payload holds at the property, or nothing when that cannot be said, which is reported.
    std::optional<described_value> described(const metadata_type& type, const metadata_property& property)
    {
        described_value value{.type = property.type, .is_collection = property.is_collection};
        // A collection is never null; what Nullable says of one is about its items, and not said means no.
        value.is_nullable = !property.is_collection && property.nullable.value_or(true) && !is_key(type, property);
        value.has_nullable_items = property.is_collection && property.nullable.value_or(false);
        const auto* target = all_.find(property.type);
        if (target && target->kind == metadata_kind::definition)
            value.type = target->underlying;
        else if (target && target->is_structured()) {
            for (const auto* alternative : selection_->alternatives(*target))
                value.alternatives.insert(alternative->name);
        }
        value.maximum_length = property.maximum_length;
        const bool is_primitive = value.type.starts_with("Edm.");
        if (!is_primitive ? target == nullptr : !edm_definition(value.type).is_object()) {
            errors_.add({.pointer = type.name,
                         .line = property.line,
                         .keyword = property.name,
                         .problem = fmt::format("has the type {}, which {}", value.type,
                                                is_primitive ? "the dialect of the schema files has nothing for"
                                                             : "is not declared"),
                         .advice = is_primitive ? "leave the type out with --exclude " + type.name
                                                : "give the whole of $metadata"});
            return std::nullopt;
        }
        return value;
    }

    static bool is_key(const metadata_type& type, const metadata_property& property)
    {
        return std::find(type.key.begin(), type.key.end(), property.name) != type.key.end();
    }

    json_node schema_of(const described_value& value)
    {
        if (value.is_collection) {
            auto item = value;
            item.is_collection = false;
            item.is_nullable = value.has_nullable_items;
            return json_object({{"type", json_string("array")}, {"items", schema_of(item)}});
        }
        if (value.type == "Edm.String" || value.type == "Edm.Boolean")
            return plain_schema_of(value);
        auto schema = value.alternatives.empty() ? reference_schema_of(value) : union_schema_of(value);
        if (!value.is_nullable)
            return schema;
        return json_object({{"anyOf", json_array({std::move(schema), json_object({{"type", json_string("null")}})})}});
    }

    static json_node plain_schema_of(const described_value& value)
    {
        const std::string type = value.type == "Edm.String" ? "string" : "boolean";
        auto schema = json_object({{"type", value.is_nullable ? json_strings({type, "null"}) : json_string(type)}});
        if (value.maximum_length)
            set_member(schema, "maxLength", json_number(std::to_string(*value.maximum_length)));
        return schema;
    }

    json_node reference_schema_of(const described_value& value)
    {
        if (const auto* type = all_.find(value.type))
            return reference_to(*type);
        used_edm_.insert(value.type);
        const auto short_name = value.type.substr(value.type.find('.') + 1);
        return json_object({{"$ref", json_string(fmt::format("{}#/definitions/{}", edm_file, short_name))}});
    }

    json_node union_schema_of(const described_value& value) const
    {
        const auto& base = *all_.find(value.type);
        std::vector<json_node> branches;
        std::vector<std::string> names;
        auto mapping = json_object();
        for (const auto* type : selection_->alternatives(base)) {
            branches.push_back(reference_to(*type));
            names.push_back(discriminator_of(*type));
            set_member(mapping, names.back(), json_string(file_of(*type)));
        }
        auto unknown =
            json_object({{"type", json_string("string")}, {"not", json_object({{"enum", json_strings(names)}})}});
        branches.push_back(json_object(
            {{"allOf",
              json_array({reference_to(base),
                          json_object({{"properties", json_object({{type_property, std::move(unknown)}})}})})}}));
        return json_object({{"oneOf", json_array(std::move(branches))},
                            {"x-discriminator", json_object({{"propertyName", json_string(type_property)},
                                                             {"mapping", std::move(mapping)}})}});
    }

    // Files -------------------------------------------------------------------------------------------------------

    json_node head(const metadata_type& type) const
    {
        return json_object({{"$schema", json_string(draft_07)},
                            {"$id", json_string(file_of(type))},
                            {"x-serviceType", json_string(type.name)},
                            {"title", json_string(type.short_name())}});
    }

    void import_type(const metadata_type& type)
    {
        if (type.kind == metadata_kind::definition)
            return;
        const json_node* before = present_root(type);
        const bool keeps_kind = before && before->has("enum") == type.is_choice() &&
                                (before->has("properties") || before->has("allOf")) == type.is_structured();
        auto root = keeps_kind ? *before : with_annotations_of(before, head(type));
        if (type.is_structured())
            import_structured(type, root);
        else if (type.is_choice())
            import_choice(type, root);
        else
            import_text(type, root);
        if (!keeps_kind || json_text(root) != json_text(*before))
            result_[file_of(type)] = json_text(root);
    }

    /// An enumeration whose values are several members at once, or that lists none, is just text.
    static void import_text(const metadata_type& type, json_node& root)
    {
        set_member(root, "type", json_string("string"));
        if (type.is_flags)
            set_member(root, "$comment",
                       json_string(fmt::format("Members, of which a value has one or more with commas between: {}.",
                                               fmt::join(type.members, ", "))));
    }

    static void import_choice(const metadata_type& type, json_node& root)
    {
        set_member(root, "type", json_string("string"));
        // Who is known already keeps its place.
        std::vector<std::string> members;
        if (const json_node* before = root.find("enum")) {
            for (const auto& member : before->children) {
                if (std::find(type.members.begin(), type.members.end(), member.text) != type.members.end())
                    members.push_back(member.text);
            }
        }
        auto names = root.has("x-names") ? *root.find("x-names") : json_object();
        std::erase_if(names.children, [&](const json_node& name) {
            return std::find(type.members.begin(), type.members.end(), name.name) == type.members.end();
        });
        for (const auto& member : type.members) {
            if (std::find(members.begin(), members.end(), member) == members.end())
                members.push_back(member);
            if (const auto name = cpp_member_name(member); name != member && !names.has(member))
                set_member(names, member, json_string(name));
        }
        set_member(root, "enum", json_strings(members));
        if (names.children.empty())
            remove_member(root, "x-names");
        else
            set_member(root, "x-names", std::move(names));
    }

    void import_structured(const metadata_type& type, json_node& root)
    {
        const auto* base = selection_->schema_base(type);
        if (base) {
            set_member(root, "allOf", json_array({reference_to(*base)}));
        } else {
            remove_member(root, "allOf");
            set_member(root, "type", json_string("object"));
        }
        import_key(type, root);
        const bool is_new = !root.has("properties");
        if (is_new)
            set_member(root, "properties", json_object());
        auto properties = *root.find("properties");
        import_name(type, root, properties);
        import_properties(type, properties);
        import_openness(type, is_new, root, properties);
        drop_required(root, properties);
        set_member(root, "properties", std::move(properties));
    }

    void import_key(const metadata_type& type, json_node& root) const
    {
        std::vector<std::string> key;
        for (const auto* each : selection_->declaring_types(type))
            key.insert(key.end(), each->key.begin(), each->key.end());
        if (key.empty())
            remove_member(root, "x-key");
        else
            set_member(root, "x-key", json_strings(key));
    }

    /// A type that payloads name where its base is declared has to be named there.
    void import_name(const metadata_type& type, json_node& root, json_node& properties) const
    {
        auto required = root.has("required") ? *root.find("required") : json_array({});
        std::erase_if(required.children, [](const json_node& name) { return name.is_string(type_property); });
        if (selection_->is_alternative(type)) {
            if (!properties.has(type_property))
                set_member(properties, type_property, json_object());
            set_member(*find_member(properties, type_property), "const", json_string(discriminator_of(type)));
            required.children.insert(required.children.begin(), json_string(type_property));
        } else if (const json_node* name = properties.find(type_property); name && name->has("const")) {
            remove_member(properties, type_property);
        }
        if (required.children.empty())
            remove_member(root, "required");
        else
            set_member(root, "required", std::move(required));
    }

    static void drop_required(json_node& root, const json_node& properties)
    {
        auto* required = find_member(root, "required");
        if (!required)
            return;
        std::erase_if(required->children, [&](const json_node& name) { return !properties.has(name.text); });
        if (required->children.empty())
            remove_member(root, "required");
    }

    void import_properties(const metadata_type& type, json_node& properties)
    {
        std::set<std::string> declared;
        for (const auto* declaring : selection_->declaring_types(type)) {
            for (const auto& property : declaring->properties) {
                if (!selection_->includes(*declaring, property))
                    continue;
                declared.insert(property.name);
                if (const auto value = described(*declaring, property))
                    import_property(property, *value, properties);
            }
        }
        std::erase_if(properties.children, [&](const json_node& property) {
            return !declared.contains(property.name) && !is_annotation(property.name) && !is_anything(property);
        });
    }

    void import_property(const metadata_property& property, const described_value& value, json_node& properties)
    {
        const json_node* before = properties.find(property.name);
        const bool is_same = before && !is_anything(*before) && says_the_same(*before, value);
        auto schema = is_same ? *before : with_annotations_of(before, schema_of(value));
        if (const auto name = cpp_member_name(property.name); name != property.name && !schema.has("x-name"))
            set_member(schema, "x-name", json_string(name));
        import_deprecation(property, schema);
        set_member(properties, property.name, std::move(schema));
    }

    /// Whether the schema that is there says of the value what `$metadata` says, or something narrower.
    bool says_the_same(const json_node& schema, const described_value& value) const
    {
        const auto before = describe_value(schema, value.type, present_);
        return before && before->type == value.type && before->is_collection == value.is_collection &&
               before->is_nullable == value.is_nullable && before->has_nullable_items == value.has_nullable_items &&
               before->alternatives == value.alternatives &&
               (!value.maximum_length || before->maximum_length == value.maximum_length);
    }

    static void import_deprecation(const metadata_property& property, json_node& schema)
    {
        constexpr std::string_view start = "Deprecated by the service on ";
        const json_node* comment = schema.find("$comment");
        const bool is_ours = comment && comment->text.starts_with(start);
        if (property.deprecated.empty() && is_ours)
            remove_member(schema, "$comment");
        else if (!property.deprecated.empty() && (!comment || is_ours))
            set_member(schema, "$comment", json_string(fmt::format("{}{}.", start, property.deprecated)));
    }

    void import_openness(const metadata_type& type, bool is_new, json_node& root, json_node& properties) const
    {
        const auto* base = selection_->schema_base(type);
        const json_node* additional = root.find("additionalProperties");
        const bool was_open = !additional || additional->is_true();
        const bool is_open = selection_->is_open(type);
        if (is_open && !was_open) {
            remove_member(root, "patternProperties");
            remove_member(root, "additionalProperties");
        }
        if (is_open && (is_new || !was_open) && !base)
            set_member(root, "additionalProperties", json_boolean(true));
        if (!is_open && was_open) {
            set_member(root, "patternProperties", json_object({{"@", json_object()}}));
            set_member(root, "additionalProperties", json_boolean(false));
        }
        repeat_inherited(is_open ? nullptr : base, properties);
    }

    /// Draft-07 counts as declared only what stands in a type itself, so that a closed one repeats what it inherits.
    void repeat_inherited(const metadata_type* base, json_node& properties) const
    {
        std::vector<std::string> inherited;
        for (; base; base = selection_->schema_base(*base)) {
            for (const auto* declaring : selection_->declaring_types(*base)) {
                for (const auto& property : declaring->properties) {
                    if (selection_->includes(*declaring, property))
                        inherited.push_back(property.name);
                }
            }
        }
        std::erase_if(properties.children, [&](const json_node& property) {
            return is_anything(property) &&
                   std::find(inherited.begin(), inherited.end(), property.name) == inherited.end();
        });
        for (const auto& name : inherited) {
            if (!properties.has(name))
                set_member(properties, name, json_object());
        }
    }

    void import_edm()
    {
        const auto is_edm = [](const schema_document& document) { return document.name == edm_file; };
        const auto found = std::find_if(present_.begin(), present_.end(), is_edm);
        auto root =
            found != present_.end()
                ? found->root
                : json_object({{"$schema", json_string(draft_07)},
                               {"$id", json_string(edm_file)},
                               {"title", json_string("edm")},
                               {"description", json_string("The primitive types of OData's Entity Data Model.")},
                               {"definitions", json_object()}});
        bool has_changed = false;
        for (const auto& name : used_edm_) {
            auto& definitions = *find_member(root, "definitions");
            const auto short_name = name.substr(name.find('.') + 1);
            if (definitions.has(short_name))
                continue;
            set_member(definitions, short_name, edm_definition(name));
            has_changed = true;
        }
        if (has_changed)
            result_[std::string{edm_file}] = json_text(root);
    }

    const metadata& all_;
    const std::vector<schema_document>& present_;
    error_list& errors_;
    std::map<const metadata_type*, const schema_document*> documents_;
    std::map<const metadata_type*, std::string> files_;
    const type_selection* selection_ = nullptr;
    std::set<std::string> used_edm_;
    text_files result_;
};

} // namespace

text_files import_schema(const metadata& all, const type_wishes& wishes, const std::vector<schema_document>& present,
                         error_list& errors)
{
    return importer{all, present, errors}.import(wishes);
}

} // namespace rollcall::codegen
