#pragma once

#include <initializer_list> // std::initializer_list
#include <optional>         // std::optional
#include <string>           // std::string
#include <string_view>      // std::string_view
#include <vector>           // std::vector

namespace rollcall::codegen {

struct json_node;
class error_list;

/// What `$schema` says of a file of the dialect.
inline constexpr std::string_view draft_07 = "http://json-schema.org/draft-07/schema#";

/// The kinds of schema that the dialect has.
enum class schema_form {
    reference,
    nullable,
    polymorphic,
    object,
    enumeration,
    string,
    integer,
    number,
    boolean,
    array,
    /// A value of any JSON type, which is kept as its text.
    any_value,
};

/// What names the schema's place in a file.
enum class schema_place { file, definition, property, inner };

/// The form of a schema; what has none is reported.
[[nodiscard]] std::optional<schema_form> form_of(const json_node& schema, error_list& errors);

/// Reports each keyword that the dialect does not have, or that does not belong to the form or the place, and each
/// annotation of the wrong kind.
void check_keywords(const json_node& schema, schema_form form, schema_place place, error_list& errors);

/// The keywords of a schema that say more of a value than its C++ type can: what it is checked by beside its type. None
/// for a value of any type, whose schema is all checks.
[[nodiscard]] std::vector<std::string_view> checks_beside_type(const json_node& schema, schema_form form);

/// Reports what stands beside the keywords named and the annotations.
void check_only(const json_node& schema, std::initializer_list<std::string_view> keywords, std::string_view what,
                error_list& errors);

/// Whether it is `{"type": "null"}`.
[[nodiscard]] bool is_null_schema(const json_node& schema);

/// Whether a keyword says nothing about the value.
[[nodiscard]] bool is_annotation(std::string_view keyword);

/// What to do instead of a keyword that the dialect does not have.
[[nodiscard]] std::string advice_for(std::string_view keyword);

/// What `type` says.
struct declared_type {
    std::string_view name;
    bool nullable = false;
};

/// The schema's `type`: a name, or a list of a name and "null". Anything else is reported.
[[nodiscard]] std::optional<declared_type> type_of(const json_node& schema, error_list& errors);

/// The schema's description, or else its title.
[[nodiscard]] std::string_view description_of(const json_node& schema);

} // namespace rollcall::codegen
