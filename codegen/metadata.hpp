#pragma once

#include <cstddef>     // std::size_t
#include <map>         // std::map
#include <optional>    // std::optional
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::codegen {

class error_list;

/// What a service's `$metadata` declares: the types of OData's CSDL 4.0 in XML, with every alias resolved.

/// A property, a navigation property among them.
struct metadata_property {
    std::string name{};
    /// The whole name of the type, or of a collection's items: `Edm.Int32`, `microsoft.graph.identity`.
    std::string type{};
    bool is_collection = false;
    bool is_navigation = false;
    /// What `Nullable` says. Of a collection it is said of the items.
    std::optional<bool> nullable{};
    std::optional<std::size_t> maximum_length{};
    /// When the service declared it deprecated, as it says so; empty when it did not.
    std::string deprecated{};
    /// Counted from 1.
    std::size_t line = 0;
};

enum class metadata_kind { entity, complex, enumeration, definition };

struct metadata_type {
    metadata_kind kind{};
    /// With its namespace: `microsoft.graph.attendanceRecord`.
    std::string name{};
    /// The whole name of the base type; empty when there is none.
    std::string base{};
    bool is_abstract = false;
    bool is_open = false;
    /// Whether a value of the enumeration can be several members, with commas between.
    bool is_flags = false;
    /// A type definition's underlying type.
    std::string underlying{};
    /// The names of the key's properties; empty when a base has the key.
    std::vector<std::string> key{};
    std::vector<metadata_property> properties{};
    /// An enumeration's members. The service declares some without any.
    std::vector<std::string> members{};
    std::size_t line = 0;

    [[nodiscard]] bool is_structured() const { return kind == metadata_kind::entity || kind == metadata_kind::complex; }
    /// Whether each value is one of the members.
    [[nodiscard]] bool is_choice() const { return kind == metadata_kind::enumeration && !is_flags && !members.empty(); }
    [[nodiscard]] std::string_view name_space() const
    {
        return std::string_view{name}.substr(0, name.find_last_of('.'));
    }
    /// The name without its namespace.
    [[nodiscard]] std::string_view short_name() const
    {
        return std::string_view{name}.substr(name.find_last_of('.') + 1);
    }
};

/// How many base types a type may have, one derived from the next. Those of v1.0 have up to four.
inline constexpr std::size_t maximum_base_types = 100;

class metadata {
public:
    explicit metadata(std::vector<metadata_type> types);
    metadata(metadata&&) = default;
    metadata(const metadata&) = delete;

    /// In the order of the file.
    [[nodiscard]] const std::vector<metadata_type>& types() const { return types_; }

    /// The type of that whole name, or null.
    [[nodiscard]] const metadata_type* find(std::string_view name) const;

    /// The type that a person calls so: by its whole name or, where no other type has it, by the short one. Null when
    /// there is none, or more than one.
    [[nodiscard]] const metadata_type* find_by_any_name(std::string_view name) const;

    /// The base type, or null.
    [[nodiscard]] const metadata_type* base_of(const metadata_type& type) const { return find(type.base); }

    /// The base type, its base type, and so on, each once; no more than one beyond `maximum_base_types`.
    [[nodiscard]] std::vector<const metadata_type*> bases_of(const metadata_type& type) const;

    /// All types that have this one among their bases, in the order of the file.
    [[nodiscard]] std::vector<const metadata_type*> derived_from(const metadata_type& base) const;

private:
    std::vector<metadata_type> types_;
    std::map<std::string_view, const metadata_type*> by_name_;
    std::map<const metadata_type*, std::vector<const metadata_type*>> derived_;
};

/// Reads `$metadata`. What is wrong with it, a base that does not exist, leads back to its type or has too many bases
/// itself included, goes to `errors`, each with the type as its `pointer`, the property or member as its `keyword`, and
/// its line.
[[nodiscard]] metadata read_metadata(std::string_view text, error_list& errors);

} // namespace rollcall::codegen
