#pragma once

#include <cstddef>     // std::size_t
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::codegen {

struct json_node;

/// What is wrong with a schema, where, and what to do about it.
struct schema_error {
    /// The schema file's name; empty for the folder as a whole.
    std::string file{};
    /// JSON Pointer to the object with the keyword, as a fragment (`#/properties/id`); empty for the file as a whole.
    std::string pointer{};
    /// Counted from 1; 0 for the file as a whole.
    std::size_t line = 0;
    /// The member of that object that is wrong; empty for the object as a whole.
    std::string keyword{};
    std::string problem{};
    std::string advice{};
};

/// `schema/x.schema.json:#/properties/y (line 12): "minimum": what is wrong; what to do`. The folder is put before
/// the file's name as it was given.
[[nodiscard]] std::string to_text(const schema_error& error, std::string_view folder);

/// All that is wrong with a folder of schema files.
class error_list {
public:
    void add(schema_error error) { errors_.push_back(std::move(error)); }

    /// An error in `keyword` of the schema object `schema`; an absent keyword or an empty one places it at the object.
    void add(const json_node& schema, std::string_view keyword, std::string problem, std::string advice);

    [[nodiscard]] bool empty() const noexcept { return errors_.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return errors_.size(); }

    /// By file and line.
    [[nodiscard]] std::vector<schema_error> sorted() const;

    /// The text of each, in that order.
    [[nodiscard]] std::vector<std::string> texts(std::string_view folder) const;

private:
    std::vector<schema_error> errors_;
};

} // namespace rollcall::codegen
