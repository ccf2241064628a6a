#include "suite_schemas.hpp"

#include "read_file.hpp"     // read_file
#include "schema_reader.hpp" // read_types

#include <rollcall/detail/scanner.hpp> // find_member, skip_value, string_at, visit_items

#include <fmt/format.h> // fmt::format

#include <algorithm>  // std::any_of, std::replace_if, std::sort
#include <filesystem> // std::filesystem
#include <stdexcept>  // std::runtime_error

namespace schema_suite {

namespace {

using namespace rollcall::codegen;
using namespace rollcall::detail;

constexpr std::string_view file_ending = ".json";

/// The members of an object, with the values as they are written.
struct object_text {
    const char* begin;
    const char* end;

    [[nodiscard]] std::string_view operator[](std::string_view name) const
    {
        const char* const value = find_member(begin, end, name);
        if (!value)
            throw std::runtime_error{fmt::format("the suite lacks \"{}\"", name)};
        return {value, static_cast<std::size_t>(skip_value(value, end) - value)};
    }
    [[nodiscard]] std::string string(std::string_view name) const
    {
        const auto literal = (*this)[name];
        return string_at(literal.data(), literal.data() + literal.size()).value_or(std::string{});
    }
};

template <class Visitor>
void visit_objects(std::string_view array, Visitor visit)
{
    const char* const end = array.data() + array.size();
    visit_items(array.data(), end, [&](std::size_t index, const char* item) {
        visit(index, object_text{item, end});
        return true;
    });
}

std::string type_name(std::string stem, std::size_t index)
{
    std::replace_if(
        stem.begin(), stem.end(), [](char character) { return character == '-' || character == '/'; }, '_');
    return fmt::format("{}_{}", stem, index);
}

void read_suite_file(const std::filesystem::path& path, const std::string& name, std::vector<suite_schema>& schemas)
{
    const auto text = read_file(path);
    if (!text)
        throw std::runtime_error{path.string() + " cannot be read"};
    const auto from = skip_separators(text->data(), text->data() + text->size());
    visit_objects({from, text->data() + text->size()}, [&](std::size_t index, const object_text& group) {
        suite_schema schema{.file = name,
                            .description = group.string("description"),
                            .name = type_name(name.substr(0, name.size() - file_ending.size()), index),
                            .text = std::string{group["schema"]},
                            .cases = {}};
        visit_objects(group["tests"], [&](std::size_t, const object_text& test) {
            schema.cases.push_back({test.string("description"), std::string{test["data"]}, test["valid"] == "true"});
        });
        schemas.push_back(std::move(schema));
    });
}

std::string head_of(const std::string& name)
{
    return fmt::format(R"("$schema": "http://json-schema.org/draft-07/schema#", "$id": "{}{}")", name,
                       schema_file_ending);
}

/// The schema as a file of its own. One that has an `$id` keeps it.
std::string file_text(const suite_schema& schema)
{
    const auto& text = schema.text;
    const bool is_object = text.front() == '{';
    const bool has_head = text.find("\"$id\": \"") != std::string::npos &&
                          find_member(text.data(), text.data() + text.size(), "$id") != nullptr;
    if (!is_object || has_head)
        return text;
    const bool is_empty = *skip_separators(text.data() + 1, text.data() + text.size()) == '}';
    return fmt::format("{{{}{}{}", head_of(schema.name), is_empty ? "" : ", ", text.substr(1));
}

std::string holder_text(const std::string& name)
{
    return fmt::format(R"({{{}, "type": "object", "properties": {{"value": {{"$ref": "{}{}"}}}}}})",
                       head_of(holder_of(name)), name, schema_file_ending);
}

} // namespace

std::vector<suite_schema> read_suite()
{
    const std::filesystem::path folder{ROLLCALL_SCHEMA_SUITE};
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (entry.path().extension() == file_ending)
            names.push_back(entry.path().lexically_relative(folder).generic_string());
    }
    std::sort(names.begin(), names.end());
    std::vector<suite_schema> schemas;
    for (const auto& name : names)
        read_suite_file(folder / name, name, schemas);
    return schemas;
}

attempt try_schema(const suite_schema& schema)
{
    attempt result;
    error_list errors;
    result.documents.push_back(
        read_schema_document(schema.name + std::string{schema_file_ending}, file_text(schema), errors));
    const auto model = read_types(result.documents, "suite", errors);
    const auto is_of_schema = [&](const auto& type) { return type->name == schema.name; };
    result.is_held = std::none_of(model.objects.begin(), model.objects.end(), is_of_schema) &&
                     std::none_of(model.enumerations.begin(), model.enumerations.end(), is_of_schema) &&
                     std::none_of(model.checked_values.begin(), model.checked_values.end(), is_of_schema);
    if (errors.empty() && result.is_held) {
        const auto name = holder_of(schema.name);
        result.documents.push_back(
            read_schema_document(name + std::string{schema_file_ending}, holder_text(schema.name), errors));
        (void)read_types(result.documents, "suite", errors);
    }
    result.errors = errors.sorted();
    return result;
}

std::string holder_of(const std::string& name)
{
    return name + "_holder";
}

} // namespace schema_suite
