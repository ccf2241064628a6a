#pragma once

#include "metadata.hpp" // metadata, metadata_type

#include <cstddef> // std::size_t
#include <limits>  // std::numeric_limits
#include <set>     // std::set
#include <string>  // std::string
#include <vector>  // std::vector

namespace rollcall::codegen {

class error_list;

/// Which types of `$metadata` are wanted. A type is named with its namespace or, where that says enough, without.
struct type_wishes {
    /// The types to begin with; `all` for each of them.
    std::vector<std::string> types{};
    /// How many references lead at most from one of these to another type.
    std::size_t depth = std::numeric_limits<std::size_t>::max();
    /// Types that are left out, and with them the properties that hold them.
    std::vector<std::string> exclude{};
    /// Navigation properties by name; `all` for each of them.
    std::vector<std::string> navigation{};
    /// Types that payloads name in the place of a base; `all` for each of them.
    std::vector<std::string> derived{};
};

/// The types that were chosen, and how they appear in the schema.
class type_selection {
public:
    /// Follows the wishes. `navigation_kept` are navigation properties (`type/property`) that count as wished for.
    /// A wish that names nothing is reported.
    type_selection(const metadata& all, const type_wishes& wishes, std::set<std::string> navigation_kept,
                   error_list& errors);

    /// In the order of `$metadata`.
    [[nodiscard]] std::vector<const metadata_type*> types() const;

    [[nodiscard]] bool has(const metadata_type& type) const { return selected_.contains(&type); }

    /// The nearest base that the type derives from in the schema, or null. A base that is abstract and never held by a
    /// property, or that has to be named in payloads, gives its properties to the derived type instead.
    [[nodiscard]] const metadata_type* schema_base(const metadata_type& type) const;

    /// The type itself after all bases, outermost first, whose properties it declares.
    [[nodiscard]] std::vector<const metadata_type*> declaring_types(const metadata_type& type) const;

    /// Whether the property is in the schema: it is wished for, and so is what it holds.
    [[nodiscard]] bool includes(const metadata_type& declaring, const metadata_property& property) const;

    /// Whether payloads may have more than the schema declares of the type: it is open, may stand for one derived from
    /// it, or lacks a property of `$metadata`.
    [[nodiscard]] bool is_open(const metadata_type& type) const;

    /// The types that a payload may name where this one is declared.
    [[nodiscard]] std::vector<const metadata_type*> alternatives(const metadata_type& type) const;

    /// Whether a payload names the type in the place of a base.
    [[nodiscard]] bool is_alternative(const metadata_type& type) const { return alternatives_.contains(&type); }

private:
    using type_set = std::set<const metadata_type*>;

    [[nodiscard]] type_set named(const std::vector<std::string>& names, std::string_view option,
                                 error_list& errors) const;
    [[nodiscard]] bool is_wished(const metadata_type& declaring, const metadata_property& property) const;
    void follow(const type_set& roots, std::size_t depth);
    void collect_alternatives();

    const metadata& all_;
    std::set<std::string> navigation_;
    std::set<std::string> navigation_kept_;
    type_set excluded_;
    type_set derived_;
    bool all_navigation_ = false;
    bool all_derived_ = false;
    type_set selected_;
    /// The selected ones that a property holds.
    type_set held_;
    type_set alternatives_;
};

} // namespace rollcall::codegen
