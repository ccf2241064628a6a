#include "json_node.hpp"

#include "schema_error.hpp" // error_list

#include <boost/json/basic_parser_impl.hpp> // boost::json::basic_parser

#include <fmt/format.h> // fmt::format

#include <algorithm> // std::find_if
#include <cstdint>   // std::int64_t
#include <limits>    // std::numeric_limits
#include <utility>   // std::exchange, std::move

namespace rollcall::codegen {

namespace {

namespace json = boost::json;

/// More than any schema that a person reads; it bounds the recursion of everything that walks the tree.
constexpr std::size_t deepest_nesting = 64;

std::string escaped_for_pointer(std::string_view name)
{
    std::string result;
    for (const char character : name) {
        if (character == '~')
            result += "~0";
        else if (character == '/')
            result += "~1";
        else
            result += character;
    }
    return result;
}

/// Builds the tree from the parser's events. The parser is fed line by line, which is how the line is known.
struct tree_builder {
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();

    std::string file;
    error_list& errors;
    std::size_t line = 1;
    json_node root{};
    std::vector<json_node> open{};
    std::vector<std::string> names{};
    std::string text{};

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }

    bool on_object_begin(json::error_code&) { return begin(json_kind::object); }
    bool on_object_end(std::size_t, json::error_code&) { return end(); }
    bool on_array_begin(json::error_code&) { return begin(json_kind::array); }
    bool on_array_end(std::size_t, json::error_code&) { return end(); }

    bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return add_text(part); }
    bool on_key(json::string_view part, std::size_t, json::error_code&)
    {
        add_text(part);
        names.push_back(std::exchange(text, {}));
        if (const json_node* first = open.back().find(names.back()))
            errors.add({.file = file,
                        .pointer = open.back().pointer,
                        .line = line,
                        .keyword = names.back(),
                        .problem = fmt::format("this object has it already, in line {}", first->line),
                        .advice = "keep one of the two"});
        return true;
    }

    bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return add_text(part); }
    bool on_string(json::string_view part, std::size_t, json::error_code&)
    {
        add_text(part);
        return add_scalar(json_kind::string);
    }
    bool on_number_part(json::string_view part, json::error_code&) { return add_text(part); }
    bool on_int64(std::int64_t, json::string_view part, json::error_code&) { return add_number(part); }
    bool on_uint64(std::uint64_t, json::string_view part, json::error_code&) { return add_number(part); }
    bool on_double(double, json::string_view part, json::error_code&) { return add_number(part); }
    bool on_bool(bool value, json::error_code&)
    {
        auto node = make_node(json_kind::boolean);
        node.boolean = value;
        return add(std::move(node));
    }
    bool on_null(json::error_code&) { return add_scalar(json_kind::null); }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

private:
    bool add_text(json::string_view part)
    {
        text.append(part.data(), part.size());
        return true;
    }
    bool add_number(json::string_view part)
    {
        add_text(part);
        return add_scalar(json_kind::number);
    }
    bool add_scalar(json_kind kind)
    {
        auto node = make_node(kind);
        node.text = std::exchange(text, {});
        return add(std::move(node));
    }

    json_node make_node(json_kind kind)
    {
        json_node node;
        node.kind = kind;
        node.file = file;
        node.line = line;
        if (open.empty()) {
            node.pointer = "#";
        } else if (open.back().is_array()) {
            node.pointer = fmt::format("{}/{}", open.back().pointer, open.back().children.size());
        } else {
            node.name = std::move(names.back());
            names.pop_back();
            node.pointer = fmt::format("{}/{}", open.back().pointer, escaped_for_pointer(node.name));
        }
        return node;
    }
    bool begin(json_kind kind)
    {
        open.push_back(make_node(kind));
        return true;
    }
    bool end()
    {
        auto node = std::move(open.back());
        open.pop_back();
        return add(std::move(node));
    }
    bool add(json_node&& node)
    {
        (open.empty() ? root : open.back().children.emplace_back()) = std::move(node);
        return true;
    }
};

} // namespace

const json_node* json_node::find(std::string_view member) const noexcept
{
    if (!is_object())
        return nullptr;
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const json_node& child) { return child.name == member; });
    return found == children.end() ? nullptr : &*found;
}

std::string excerpt(const json_node& node)
{
    constexpr std::size_t longest = 60;
    const bool is_object = node.is_object();
    std::string result;
    switch (node.kind) {
    case json_kind::null:
        return "null";
    case json_kind::boolean:
        return node.boolean ? "true" : "false";
    case json_kind::number:
        return node.text;
    case json_kind::string:
        result = fmt::format("\"{}\"", node.text);
        break;
    case json_kind::array:
    case json_kind::object:
        for (const auto& child : node.children) {
            result += result.empty() ? "" : ", ";
            result += is_object ? fmt::format("\"{}\": {}", child.name, excerpt(child)) : excerpt(child);
        }
        result = is_object ? '{' + result + '}' : '[' + result + ']';
    }
    if (result.size() > longest) {
        auto end = longest;
        // Not within a character of several bytes.
        while ((static_cast<unsigned char>(result[end]) & 0xc0) == 0x80)
            --end;
        result.resize(end);
        result += "…";
    }
    return result;
}

std::optional<json_node> read_json(std::string_view file, std::string_view text, error_list& errors)
{
    const auto errors_before = errors.size();
    json::parse_options options;
    options.max_depth = deepest_nesting;
    json::basic_parser<tree_builder> parser{options, tree_builder{std::string{file}, errors}};
    auto& builder = parser.handler();

    json::error_code error;
    std::size_t at = 0;
    while (!error) {
        const auto newline = text.find('\n', at);
        const auto end = newline == std::string_view::npos ? text.size() : newline + 1;
        const bool more = end < text.size();
        const auto used = parser.write_some(more, text.data() + at, end - at, error);
        if (!error && used < end - at)
            error = json::error::extra_data;
        if (!more)
            break;
        at = end;
        if (!error)
            ++builder.line;
    }
    if (error) {
        const bool too_deep = error == json::error::too_deep;
        errors.add({.file = std::string{file},
                    .line = builder.line,
                    .problem = too_deep ? fmt::format("nested deeper than {} levels", deepest_nesting)
                                        : fmt::format("is not JSON: {}", error.message()),
                    .advice = too_deep ? "move inner types to \"definitions\" and refer to them"
                                       : "correct the text at this line"});
    }
    if (errors.size() != errors_before)
        return std::nullopt;
    return std::move(builder.root);
}

} // namespace rollcall::codegen
