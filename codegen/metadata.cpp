#include "metadata.hpp"

#include "letters.hpp"      // is_digit, is_letter
#include "schema_error.hpp" // error_list

#include <rollcall/detail/utf8.hpp> // detail::valid_utf8_size

#include <fmt/format.h> // fmt::format

#include <pugixml.hpp> // pugi::xml_document

#include <algorithm> // std::all_of, std::find, std::lower_bound, std::min
#include <charconv>  // std::from_chars
#include <set>       // std::set
#include <utility>   // std::move

namespace rollcall::codegen {

namespace {

/// The name without the prefix that a document can choose freely.
std::string_view local_name(const pugi::xml_node& node)
{
    const std::string_view name = node.name();
    return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
}

/// Whether a text can be a name: CSDL's SimpleIdentifier, where what is not ASCII may be any letter.
bool is_name(std::string_view text)
{
    const auto may_stand = [](char character) {
        return is_letter(character) || is_digit(character) || character == '_' ||
               static_cast<unsigned char>(character) >= 0x80;
    };
    return !text.empty() && !is_digit(text.front()) && std::all_of(text.begin(), text.end(), may_stand);
}

class metadata_reader {
public:
    metadata_reader(std::string_view text, error_list& errors) : text_{text}, errors_{errors}
    {
        for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
            line_ends_.push_back(at);
    }

    metadata read()
    {
        if (const auto size = detail::valid_utf8_size(text_); size != text_.size()) {
            errors_.add({.line = line_at(size),
                         .problem = "is not UTF-8",
                         .advice = "save the response to a request for $metadata as it comes"});
            return metadata{{}};
        }
        pugi::xml_document document;
        const auto result = document.load_buffer(text_.data(), text_.size(), pugi::parse_default, pugi::encoding_utf8);
        if (!result) {
            errors_.add({.line = line_at(static_cast<std::size_t>(result.offset)),
                         .problem = fmt::format("is not XML: {}", result.description()),
                         .advice = "save the whole response to a request for $metadata"});
            return metadata{{}};
        }
        for (const auto& services : document.document_element()) {
            for (const auto& schema : services) {
                if (local_name(schema) == "Schema")
                    schemas_.push_back(schema);
            }
        }
        if (schemas_.empty())
            errors_.add({.problem = "has no Schema element below Edmx and DataServices",
                         .advice = "give the response to a request for $metadata, as XML"});
        for (const auto& schema : schemas_)
            aliases_.emplace(schema.attribute("Alias").value(), schema.attribute("Namespace").value());
        for (const auto& schema : schemas_)
            read_schema(schema);
        apply_deprecations();
        metadata result_types{std::move(types_)};
        check_bases(result_types);
        return result_types;
    }

private:
    std::size_t line_at(std::size_t offset) const
    {
        const auto end = std::lower_bound(line_ends_.begin(), line_ends_.end(), offset);
        return static_cast<std::size_t>(end - line_ends_.begin()) + 1;
    }
    std::size_t line_of(const pugi::xml_node& node) const
    {
        return line_at(static_cast<std::size_t>(node.offset_debug()));
    }

    void check_name(const std::string& type, std::string_view name, std::size_t line)
    {
        if (!is_name(name))
            report(type, name, line, "has a name that CSDL does not allow",
                   "give a letter or _, then letters, digits and _");
    }

    void report(const std::string& type, std::string_view member, std::size_t line, std::string problem,
                std::string advice)
    {
        errors_.add({.pointer = type,
                     .line = line,
                     .keyword = std::string{member},
                     .problem = std::move(problem),
                     .advice = std::move(advice)});
    }

    /// With the namespace in the alias's place.
    std::string whole_name(std::string_view name) const
    {
        const auto dot = name.find_last_of('.');
        if (dot == std::string_view::npos)
            return std::string{name};
        const auto alias = aliases_.find(name.substr(0, dot));
        return alias == aliases_.end() || alias->first.empty() ? std::string{name}
                                                               : fmt::format("{}{}", alias->second, name.substr(dot));
    }

    void read_schema(const pugi::xml_node& schema)
    {
        const std::string name_space = schema.attribute("Namespace").value();
        std::string_view rest = name_space;
        for (std::size_t dot = 0; dot != std::string_view::npos; rest.remove_prefix(std::min(rest.size(), dot + 1))) {
            dot = rest.find('.');
            check_name(name_space, rest.substr(0, dot), line_of(schema));
        }
        for (const auto& element : schema) {
            const auto kind = local_name(element);
            if (kind == "EntityType")
                read_structured(element, name_space, metadata_kind::entity);
            else if (kind == "ComplexType")
                read_structured(element, name_space, metadata_kind::complex);
            else if (kind == "EnumType")
                read_enumeration(element, name_space);
            else if (kind == "TypeDefinition")
                read_definition(element, name_space);
            else if (kind == "Annotations")
                read_annotations(element);
        }
    }

    metadata_type& add_type(const pugi::xml_node& element, const std::string& name_space, metadata_kind kind)
    {
        auto name = fmt::format("{}.{}", name_space, element.attribute("Name").value());
        const auto line = line_of(element);
        check_name(name, element.attribute("Name").value(), line);
        if (!type_names_.insert(name).second)
            report(name, "", line, "is declared a second time", "keep one of the two");
        return types_.emplace_back(metadata_type{.kind = kind, .name = std::move(name), .line = line});
    }

    void read_structured(const pugi::xml_node& element, const std::string& name_space, metadata_kind kind)
    {
        auto& type = add_type(element, name_space, kind);
        type.base = whole_name(element.attribute("BaseType").value());
        type.is_abstract = element.attribute("Abstract").as_bool();
        type.is_open = element.attribute("OpenType").as_bool();
        for (const auto& child : element) {
            const auto child_kind = local_name(child);
            if (child_kind == "Property" || child_kind == "NavigationProperty") {
                read_property(type, child, child_kind == "NavigationProperty");
            } else if (child_kind == "Key") {
                for (const auto& reference : child.children("PropertyRef"))
                    type.key.emplace_back(reference.attribute("Name").value());
            }
        }
    }

    void read_property(metadata_type& type, const pugi::xml_node& element, bool is_navigation)
    {
        constexpr std::string_view collection = "Collection(";
        metadata_property property{
            .name = element.attribute("Name").value(), .is_navigation = is_navigation, .line = line_of(element)};
        std::string_view declared = element.attribute("Type").value();
        if (declared.starts_with(collection) && declared.ends_with(')')) {
            property.is_collection = true;
            declared = declared.substr(collection.size(), declared.size() - collection.size() - 1);
        }
        property.type = whole_name(declared);
        check_name(type.name, property.name, property.line);
        if (property.type.empty())
            report(type.name, property.name, property.line, "is a property without a Type", "add it");
        if (const auto nullable = element.attribute("Nullable"))
            property.nullable = nullable.as_bool();
        property.maximum_length = read_length(type, property, element.attribute("MaxLength").value());
        for (const auto& same : type.properties) {
            if (same.name == property.name)
                report(type.name, property.name, property.line,
                       fmt::format("is declared a second time, after line {}", same.line), "keep one of the two");
        }
        for (const auto& annotation : element.children("Annotation"))
            read_deprecation(annotation, property.deprecated);
        type.properties.push_back(std::move(property));
    }

    std::optional<std::size_t> read_length(const metadata_type& type, const metadata_property& property,
                                           std::string_view text)
    {
        if (text.empty() || text == "max")
            return std::nullopt;
        std::size_t length = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
        if (error != std::errc{} || end != text.data() + text.size()) {
            report(type.name, property.name, property.line, fmt::format("has the MaxLength \"{}\"", text),
                   "write a number, or max");
            return std::nullopt;
        }
        return length;
    }

    void read_enumeration(const pugi::xml_node& element, const std::string& name_space)
    {
        auto& type = add_type(element, name_space, metadata_kind::enumeration);
        type.is_flags = element.attribute("IsFlags").as_bool();
        for (const auto& member : element.children("Member")) {
            type.members.emplace_back(member.attribute("Name").value());
            check_name(type.name, type.members.back(), line_of(member));
        }
    }

    void read_definition(const pugi::xml_node& element, const std::string& name_space)
    {
        auto& type = add_type(element, name_space, metadata_kind::definition);
        type.underlying = whole_name(element.attribute("UnderlyingType").value());
        if (!type.underlying.starts_with("Edm."))
            report(type.name, "UnderlyingType", type.line,
                   fmt::format("is \"{}\", which is no primitive type", type.underlying), "name one of Edm");
    }

    // Deprecations ------------------------------------------------------------------------------------------------

    static void read_deprecation(const pugi::xml_node& annotation, std::string& deprecated)
    {
        if (!std::string_view{annotation.attribute("Term").value()}.ends_with("Core.V1.Revisions"))
            return;
        for (const auto& record : annotation.child("Collection").children("Record")) {
            std::string date = "a date that is not said";
            bool is_deprecation = false;
            for (const auto& value : record.children("PropertyValue")) {
                const std::string_view name = value.attribute("Property").value();
                if (name == "Date")
                    date = value.attribute("Date").value();
                else if (name == "Kind")
                    is_deprecation = std::string_view{value.child("EnumMember").text().get()}.ends_with("/Deprecated");
            }
            if (is_deprecation)
                deprecated = date;
        }
    }

    /// Annotations stand out of line: `Target="microsoft.graph.attendanceRecord/registrantId"`.
    void read_annotations(const pugi::xml_node& element)
    {
        std::string deprecated;
        for (const auto& annotation : element.children("Annotation"))
            read_deprecation(annotation, deprecated);
        const std::string_view target = element.attribute("Target").value();
        const auto slash = target.find('/');
        if (!deprecated.empty() && slash != std::string_view::npos)
            deprecations_[whole_name(target.substr(0, slash))][std::string{target.substr(slash + 1)}] = deprecated;
    }

    void apply_deprecations()
    {
        for (auto& type : types_) {
            const auto found = deprecations_.find(type.name);
            if (found == deprecations_.end())
                continue;
            for (auto& property : type.properties) {
                if (const auto date = found->second.find(property.name); date != found->second.end())
                    property.deprecated = date->second;
            }
        }
    }

    // Bases -------------------------------------------------------------------------------------------------------

    void check_bases(const metadata& all)
    {
        for (const auto& type : all.types()) {
            const auto* base = all.base_of(type);
            if (!type.base.empty() && (!base || base->kind != type.kind))
                report(type.name, "BaseType", type.line,
                       fmt::format("is {}, which is {}", type.base, base ? "of another kind" : "not declared"),
                       "correct the name, or give the whole of $metadata");
            const auto bases = all.bases_of(type);
            if (std::find(bases.begin(), bases.end(), &type) != bases.end())
                report(type.name, "BaseType", type.line, "leads back to the type itself", "correct the base types");
            else if (bases.size() > maximum_base_types && all.bases_of(*base).size() <= maximum_base_types)
                report(type.name, "BaseType", type.line,
                       fmt::format("has more than {} base types, one derived from the next", maximum_base_types),
                       "leave out the types that derive from it, and it");
        }
    }

    std::string_view text_;
    error_list& errors_;
    std::vector<std::size_t> line_ends_;
    std::vector<pugi::xml_node> schemas_;
    std::map<std::string, std::string, std::less<>> aliases_;
    std::set<std::string> type_names_;
    std::vector<metadata_type> types_;
    std::map<std::string, std::map<std::string, std::string>> deprecations_;
};

} // namespace

metadata::metadata(std::vector<metadata_type> types) : types_{std::move(types)}
{
    for (const auto& type : types_)
        by_name_.emplace(type.name, &type);
    for (const auto& type : types_) {
        for (const auto* base : bases_of(type))
            derived_[base].push_back(&type);
    }
}

std::vector<const metadata_type*> metadata::bases_of(const metadata_type& type) const
{
    std::vector<const metadata_type*> result;
    for (const auto* base = base_of(type); base && result.size() <= maximum_base_types; base = base_of(*base)) {
        if (std::find(result.begin(), result.end(), base) != result.end())
            break;
        result.push_back(base);
    }
    return result;
}

const metadata_type* metadata::find(std::string_view name) const
{
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : found->second;
}

const metadata_type* metadata::find_by_any_name(std::string_view name) const
{
    if (const auto* type = find(name))
        return type;
    const metadata_type* result = nullptr;
    for (const auto& type : types_) {
        if (type.short_name() == name) {
            if (result)
                return nullptr;
            result = &type;
        }
    }
    return result;
}

std::vector<const metadata_type*> metadata::derived_from(const metadata_type& base) const
{
    const auto found = derived_.find(&base);
    return found == derived_.end() ? std::vector<const metadata_type*>{} : found->second;
}

metadata read_metadata(std::string_view text, error_list& errors)
{
    return metadata_reader{text, errors}.read();
}

} // namespace rollcall::codegen
