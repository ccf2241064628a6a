#include "references.hpp"

#include "schema_error.hpp" // error_list

#include <fmt/format.h> // fmt::format

#include <algorithm> // std::find_if
#include <charconv>  // std::from_chars

namespace rollcall::codegen {

namespace {

constexpr std::string_view definitions_prefix = "/definitions/";

std::string type_name_of(const schema_document& document)
{
    return document.name.substr(0, document.name.size() - schema_file_ending.size());
}

/// A URI fragment's text, with `%20` and the like replaced.
std::string percent_decoded(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned value = 0;
        const auto* digits = text.data() + at + 1;
        if (text[at] == '%' && at + 2 < text.size() &&
            std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
            result += static_cast<char>(value);
            at += 2;
        } else {
            result += text[at];
        }
    }
    return result;
}

/// A part of a JSON Pointer, with `~1` and `~0` replaced.
std::string pointer_decoded(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_escape = text[at] == '~' && at + 1 < text.size() && (text[at + 1] == '0' || text[at + 1] == '1');
        result += is_escape ? (text[++at] == '0' ? '~' : '/') : text[at];
    }
    return result;
}

/// What a reference's file and fragment are.
struct document_reference {
    const schema_document* document;
    std::string fragment;
};

std::optional<document_reference> document_of(const std::vector<schema_document>& documents, std::string_view reference,
                                              const json_node& place, std::string_view keyword, error_list& errors)
{
    const auto hash = reference.find('#');
    const auto file = reference.substr(0, hash);
    const auto file_name = file.empty() && hash != std::string_view::npos ? place.file : percent_decoded(file);
    const auto document = std::find_if(documents.begin(), documents.end(),
                                       [&](const schema_document& candidate) { return candidate.name == file_name; });
    if (document == documents.end()) {
        errors.add(place, keyword, fmt::format("\"{}\" refers to a file that is not there", reference),
                   "name a *.schema.json file of the same folder");
        return std::nullopt;
    }
    if (!document->is_readable)
        return std::nullopt;
    return document_reference{&*document,
                              percent_decoded(hash == std::string_view::npos ? "" : reference.substr(hash + 1))};
}

/// What a JSON Pointer leads to, or null.
const json_node* node_at(const json_node& root, std::string_view pointer)
{
    const json_node* node = &root;
    while (node && !pointer.empty()) {
        if (pointer.front() != '/')
            return nullptr;
        const auto step = pointer.substr(1, pointer.find('/', 1) - 1);
        pointer.remove_prefix(step.size() + 1);
        if (node->is_object()) {
            node = node->find(pointer_decoded(step));
            continue;
        }
        std::size_t index = 0;
        const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
        const bool is_index = node->is_array() && error == std::errc{} && end == step.data() + step.size() &&
                              index < node->children.size();
        node = is_index ? &node->children[index] : nullptr;
    }
    return node;
}

} // namespace

std::optional<named_schema> resolve(const std::vector<schema_document>& documents, std::string_view reference,
                                    const json_node& place, std::string_view keyword, error_list& errors)
{
    const auto target_of = document_of(documents, reference, place, keyword, errors);
    if (!target_of)
        return std::nullopt;
    const auto& [document, fragment] = *target_of;
    if (fragment.empty())
        return named_schema{&document->root, type_name_of(*document)};
    if (!fragment.starts_with(definitions_prefix) ||
        fragment.find('/', definitions_prefix.size()) != std::string::npos) {
        errors.add(place, keyword, fmt::format("\"{}\" refers into the middle of a schema", reference),
                   "refer to a file or to an entry of its definitions (#/definitions/…); move the schema there");
        return std::nullopt;
    }
    const auto key = pointer_decoded(std::string_view{fragment}.substr(definitions_prefix.size()));
    const json_node* definitions = document->root.find("definitions");
    const json_node* target = definitions ? definitions->find(key) : nullptr;
    if (!target) {
        errors.add(place, keyword,
                   fmt::format("\"{}\" refers to a definition that {} does not have", reference, document->name),
                   "correct the name, or add the definition");
        return std::nullopt;
    }
    return named_schema{target, key, true};
}

const json_node* resolve_anywhere(const std::vector<schema_document>& documents, const json_node& place,
                                  error_list& errors)
{
    const json_node& reference = *place.find("$ref");
    if (!reference.is_string()) {
        errors.add(place, "$ref", "is no string", "write the name of a schema file or \"#/definitions/…\"");
        return nullptr;
    }
    const auto target_of = document_of(documents, reference.text, place, "$ref", errors);
    if (!target_of)
        return nullptr;
    const json_node* target = node_at(target_of->document->root, target_of->fragment);
    if (!target)
        errors.add(place, "$ref", fmt::format("\"{}\" refers to what is not there", reference.text),
                   "correct the JSON Pointer");
    return target;
}

std::vector<named_schema> named_schemas(const std::vector<schema_document>& documents)
{
    std::vector<named_schema> result;
    for (const auto& document : documents) {
        if (!document.is_readable)
            continue;
        result.push_back({&document.root, type_name_of(document)});
        const json_node* definitions = document.root.find("definitions");
        if (!definitions || !definitions->is_object())
            continue;
        for (const auto& entry : definitions->children)
            result.push_back({&entry, entry.name, true});
    }
    return result;
}

} // namespace rollcall::codegen
